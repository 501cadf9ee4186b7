"""The bad questions through each way in, and what is wrong with what comes back."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.verify import verify
from evals.timing import Spread, spread

_RUNS = re.compile(r"<\s*/?\s*(?:script|img|svg|iframe|style|a\s)|javascript:|onerror=|onload=", re.I)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069]")
_LINES = 1000
_JSON = ("application/json", "application/problem+json")


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """What one way in did with the questions."""

    way: str
    n: int
    faults: tuple[str, ...]
    """Way, number of the question, and what was wrong."""
    times: Spread | None
    """Of one answer, where each is timed by itself."""


def through_assistant(assistant: Assistant, questions: Sequence[str]) -> Fuzzed:
    """`Assistant.ask`: alone, and all in one conversation."""
    faults: list[str] = []
    seconds: list[float] = []
    for i, question in enumerate(questions):
        for session in (None, "fuzz"):
            started = time.perf_counter()
            try:
                answer = assistant.ask(question, session=session)
                seconds.append(time.perf_counter() - started)
                verify(answer, assistant.corpus)
            except Exception as error:  # noqa: BLE001  (whatever it raises is the finding)
                faults.append(f"assistant {i}: {type(error).__name__}: {error}"[:200])
                continue
            faults += [f"assistant {i}: {fault}" for fault in reflected(answer)]
    return Fuzzed("Assistant.ask", len(questions), tuple(faults), spread(seconds))


def through_batch(questions: Sequence[str], folder: Path) -> Fuzzed:
    """`renshe ask --batch` in processes of its own, as many lines a file as it takes; it refuses half surrogates."""
    whole = [q for q in questions if not any("\ud800" <= c <= "\udfff" for c in q)]
    starts = range(0, len(whole), _LINES)
    faults = [fault for start in starts for fault in _of_batch(start, whole[start : start + _LINES], folder)]
    return Fuzzed("batch", len(whole), tuple(faults), None)


def _of_batch(start: int, questions: Sequence[str], folder: Path) -> Iterable[str]:
    ids = [str(start + i) for i in range(len(questions))]
    file = folder / "questions.jsonl"
    file.write_text("".join(json.dumps({"id": i, "q": q}) + "\n" for i, q in zip(ids, questions, strict=True)), "utf-8")
    program = str(Path(sys.executable).parent / "renshe")
    done = subprocess.run([program, "ask", "--batch", str(file)], capture_output=True, check=False)
    answers = [Answer.model_validate_json(line) for line in done.stdout.decode("utf-8").split("\n") if line]
    if done.returncode or [a.id for a in answers] != ids:
        said = done.stderr.decode("utf-8", "replace")[-300:]
        yield f"batch from {start}: {len(answers)} answers of {len(ids)}, exit {done.returncode}: {said}"
    yield from (f"batch {a.id}: {fault}" for a in answers for fault in reflected(a))


def through_http(url: str, questions: Sequence[str]) -> Fuzzed:
    """`POST /v1/ask` of a server: an answer, or a problem that says what is wrong with the question."""
    faults: list[str] = []
    seconds: list[float] = []
    with httpx.Client(base_url=url, trust_env=False, timeout=30) as client:
        for i, question in enumerate(questions):
            started = time.perf_counter()
            # Escaped, so that half surrogates can be sent at all.
            body = json.dumps({"question": question}).encode("ascii")
            try:
                reply = client.post("/v1/ask", content=body, headers={"Content-Type": "application/json"})
            except httpx.TransportError as error:
                faults.append(f"http {i}: {type(error).__name__}: {error}")
                continue
            seconds.append(time.perf_counter() - started)
            faults += [f"http {i}: {fault}" for fault in _of_reply(reply)]
    return Fuzzed("HTTP", len(questions), tuple(faults), spread(seconds))


def reflected(answer: Answer) -> Iterable[str]:
    """What of the question came back where a page or a terminal would obey it. `question` and `read_as` are quotations."""
    said = [answer.text, *answer.options, *(s.text for s in answer.steps), *(w.text for w in answer.warnings)]
    said += [s.name for s in answer.sections]
    for text in said:
        if _RUNS.search(text):
            yield f"markup reflected: {text[:80]!r}"
        if _CONTROLS.search(text):
            yield f"control characters reflected: {text[:80]!r}"


def _of_reply(reply: httpx.Response) -> Iterable[str]:
    kind = reply.headers.get("content-type", "").split(";")[0]
    if reply.status_code not in (200, 400, 422):
        yield f"status {reply.status_code}"
    if kind not in _JSON or reply.headers.get("x-content-type-options") != "nosniff":
        yield f"could run as a page: {kind}"
    elif reply.is_success:
        yield from reflected(Answer.model_validate_json(reply.content))
