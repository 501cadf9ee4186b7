"""Several bureaus in one folder: who answers for each, and both where two of them answer."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from assistant.answer import Answer, Value
from assistant.conversation.turn import Memory, OfBureau
from corpus.errors import CorpusError
from corpus.records import Corpus, Document

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_MARK = re.compile(r"\[(\d+)\]")
_BUREAU = re.compile(r"^[\u4e00-\u9fff]{2,24}?(?:局|委员会|办公室)(?!办)")
"""A title that begins with the name of a bureau."""
_PLACE = re.compile(r"^[^省市县区旗州盟]{1,8}(?:省|市|县|区|旗|州|盟)")


class BureauError(CorpusError):
    """A question is to be limited to a bureau that there is not."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One of several bureaus, with the documents that hold for all."""

    name: str
    key: str
    """Its subfolder, or its name."""
    assistant: Assistant

    def named_in(self, text: str) -> bool:
        """Whether a question names it: by name, by its folder, or by its place as it is written or spoken (`渡口县`, `渡口`)."""
        place = _PLACE.match(self.name)
        if self.name in text or self.key in text:
            return True
        return place is not None and (place[0][:-1] if len(place[0]) > 2 else place[0]) in text


@dataclass
class Branches:
    """Made once an assistant, at the first question."""

    _made: tuple[Branch, ...] | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, corpus: Corpus, build: Callable[[Corpus, str], Assistant]) -> tuple[Branch, ...]:
        """Empty where there is one bureau, or none is told apart."""
        if self._made is None:
            with self._lock:
                if self._made is None:
                    self._made = tuple(
                        Branch(name, key, build(_part(corpus, key, documents), key))
                        for key, (name, documents) in parted(corpus.documents).items()
                    )
        return self._made

    def remembering(self, memory: Memory) -> Branches:
        """The same bureaus, with their conversations in another memory."""
        return Branches(
            tuple(replace(b, assistant=b.assistant.remembering(OfBureau(memory, b.key))) for b in self._made or ())
        )


def parted(documents: Sequence[Document]) -> dict[str, tuple[str, list[Document]]]:
    """Documents by bureau: by subfolder where there are several, else by the bureaus whose sections they list.

    What belongs to none of them (laws, rules from above) holds for all. Empty where there are not two.
    """
    folders = {d.file.split("/", 1)[0] for d in documents if "/" in d.file}
    if len(folders) > 1:
        key_of = {d.id: d.file.split("/", 1)[0] if "/" in d.file else "" for d in documents}
    else:
        keys = {d.bureau for d in documents if d.bureau and d.sections}
        key_of = {d.id: d.bureau if d.bureau in keys else "" for d in documents}
    keys = [key for key in dict.fromkeys(key_of[d.id] for d in documents) if key]
    if len(keys) < 2:
        return {}
    common = [d for d in documents if not key_of[d.id]]
    own = {key: [d for d in documents if key_of[d.id] == key] for key in keys}
    return {key: (bureau_name(own[key], key), [*own[key], *common]) for key in keys}


def chosen(branches: Sequence[Branch], question: str, bureau: str | None) -> list[Branch]:
    """The bureaus to ask: the one given, those that the question names, else all. Raises BureauError."""
    if bureau:
        exact = [b for b in branches if bureau in (b.name, b.key)]
        found = exact or [b for b in branches if b.named_in(bureau) or bureau in b.name]
        if len(found) != 1:
            raise BureauError(
                f"没有“{bureau[:40]}”这个单位，或不止一个；请写 {'、'.join(b.name for b in branches) or '（只有一个单位，不必写）'} 中的一个。"
            )
        return found
    return [b for b in branches if b.named_in(question)] or list(branches)


def best(answers: Sequence[tuple[Branch, Answer]]) -> Answer:
    """The answers of those that answer, each under its bureau's name; else the most helpful of the others.

    Where several were asked and one answers, its name stands in the text too: nobody asked for that bureau.
    """
    answered = [(b, a) for b, a in answers if a.status == "answered" and a.citations]
    if not answered:
        order = ("answered", "clarify", "not_in_corpus", "out_of_scope")
        branch, answer = min(answers, key=lambda pair: order.index(pair[1].status))
        return answer.model_copy(update={"bureau": branch.name}) if len(answers) == 1 else answer
    if len(answers) == 1:
        branch, answer = answered[0]
        return answer.model_copy(update={"bureau": branch.name})
    if len(answered) > 1 and len({_said(a) for _, a in answered}) == 1:
        return answered[0][1]  # all of them from what holds for all
    joined = _joined(answered)
    return joined.model_copy(update={"bureau": answered[0][0].name}) if len(answered) == 1 else joined


def _joined(answered: Sequence[tuple[Branch, Answer]]) -> Answer:
    """Answers one after the other under their bureaus' names, with citations numbered through."""
    texts: list[str] = []
    parts: dict[str, list[Value]] = {
        n: [] for n in ("sections", "penalties", "figures", "steps", "warnings", "citations")
    }
    options: list[str] = []
    for branch, answer in answered:
        by = len(parts["citations"])
        texts.append(f"【{branch.name}】\n" + _MARK.sub(lambda m, by=by: f"[{int(m[1]) + by}]", answer.text))
        for name in ("sections", "penalties", "figures", "steps", "warnings"):
            parts[name] += [_moved(v, by) for v in getattr(answer, name)]
        parts["citations"] += [c.model_copy(update={"n": c.n + by}) for c in answer.citations]
        options += [o for o in answer.options if o not in options]
    return answered[0][1].model_copy(update={"text": "\n\n".join(texts), "options": options, **parts})


def _moved(value: Value, by: int) -> Value:
    number: int | None = getattr(value, "citation", None)
    return value if number is None else value.model_copy(update={"citation": number + by})


def _said(answer: Answer) -> tuple[str, ...]:
    return (answer.text, *(f"{c.document}:{c.start}" for c in answer.citations))


def bureau_name(documents: Sequence[Document], key: str) -> str:
    """What most documents call the bureau they are of; else what titles begin with; else `key`."""
    stated = Counter(d.bureau for d in documents if d.bureau)
    stated = stated or Counter(found[0] for d in documents if (found := _BUREAU.match(d.title)))
    return stated.most_common(1)[0][0] if stated else key


def _part(corpus: Corpus, key: str, documents: Sequence[Document]) -> Corpus:
    fingerprint = sha256(f"{corpus.fingerprint}\t{key}".encode()).hexdigest()
    return msgspec.structs.replace(corpus, documents=tuple(documents), fingerprint=fingerprint)
