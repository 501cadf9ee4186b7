"""One assistant over the shipped documents, and a builder of assistants over changed ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.bootstrap import build_assistant
from assistant.matters import Vocabulary, load_vocabulary
from assistant.settings import Settings
from assistant.verify import verify

SHIPPED = Path(__file__).parents[2] / "corpus" / "documents"
Build = Callable[[dict[str, str]], Assistant]


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """State shared by all assistants of the run: the vocabulary is parsed once."""
    return tmp_path_factory.mktemp("renshe-home")


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


@pytest.fixture(scope="session")
def shipped_text() -> str:
    (file,) = sorted(SHIPPED.glob("*.txt"))
    return file.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def assistant(home: Path) -> Assistant:
    return build_assistant(Settings(corpus=SHIPPED, home=home))


@pytest.fixture(scope="session")
def build(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """An assistant over made-up documents, given as file name → text."""

    def over(files: dict[str, str]) -> Assistant:
        folder = tmp_path_factory.mktemp("corpus")
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8", newline="")
        return build_assistant(Settings(corpus=folder, home=home))

    return over


@pytest.fixture(scope="session")
def proved() -> Callable[..., Answer]:
    """Asks, and holds the answer to the contract: verbatim citations, markers with citations, the number lock."""

    def ask(assistant: Assistant, question: str, as_of: date | None = None) -> Answer:
        answer = assistant.ask(question, as_of=as_of)
        documents = {d.id: d for d in assistant.corpus.documents}
        for c in answer.citations:
            document = documents[c.document]
            assert c.quote == document.text[c.start : c.end]
            assert (c.sha256, c.file) == (document.sha256, document.file)
        numbers = [c.n for c in answer.citations]
        assert numbers == list(range(1, len(numbers) + 1))
        cited = [x.citation for x in (*answer.sections, *answer.penalties, *answer.figures, *answer.steps)]
        cited += [w.citation for w in answer.warnings]
        assert {n for n in cited if n is not None} <= set(numbers)
        assert verify(answer, assistant.corpus) is answer
        return answer

    return ask
