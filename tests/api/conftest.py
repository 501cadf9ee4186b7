"""A made-up bureau with one document and an assistant that answers every question alike."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli.doors import Doors
from assistant.answer import Answer, Citation, FineAnswer, FineTotal, PenaltyAnswer, SectionRef
from assistant.claims.report import Claim, Report, Totals
from assistant.settings import Settings
from corpus.records import (
    Anomaly,
    Corpus,
    Document,
    Duty,
    Fine,
    Passage,
    Penalty,
    Quantity,
    Regime,
    RegimePart,
    Section,
    Span,
)

# The first character lies outside the basic plane: offsets count code points, not UTF-16 units.
TEXT = "𠮷安县人社局职责\n船员培训管理：船员科\n\n一、船坞监管\n每月检查不少于 3 次。\n无证开船坞的，处三百元以上七百元以下罚款。\n"


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def penalty() -> Penalty:
    return Penalty(
        index=0,
        violation="无证开船坞",
        when=None,
        measures=(),
        fine=Fine(kind="range", min_yuan=300, max_yuan=700),
        law="",
        article="",
        item="",
        referral="",
        span=at("无证开船坞的，处三百元以上七百元以下罚款"),
        basis_span=None,
        clause=None,
        regime=0,
        path=(),
    )


def document(text: str = TEXT) -> Document:
    duty_span, sentence = at("船员培训管理"), at("每月检查不少于 3 次。")
    return Document(
        id="渡口 职责",
        file="渡口 职责.txt",
        sha256="ab" * 32,
        title="渡口职责",
        text=text,
        bureau="渡口县人社局",
        shapes=("registry",),
        clauses=(),
        sections=(Section(name="船员科", span=at("船员科"), duties=(0,)),),
        duties=(
            Duty(
                index=0,
                number="1",
                main="",
                main_span=None,
                text="船员培训管理",
                span=duty_span,
                items=(Passage(text="船员培训管理", span=duty_span),),
                section="船员科",
                section_span=at("船员科"),
                path=(),
            ),
        ),
        boundaries=(),
        regimes=(
            Regime(
                index=0,
                label="一、",
                title="船坞监管",
                title_span=at("船坞监管"),
                span=Span(TEXT.index("一、"), len(TEXT)),
                supervisor="",
                supervisor_span=None,
                parts=(RegimePart(kind="indicators", title="指标", title_span=sentence, span=sentence, clauses=()),),
            ),
        ),
        quantities=(
            Quantity(
                index=0,
                kind="frequency",
                relation=">=",
                value=3,
                unit="次",
                period="每月",
                object="",
                label="检查",
                span=at("不少于 3 次"),
                sentence=sentence,
                clause=None,
                regime=0,
                part="indicators",
            ),
        ),
        references=(),
        penalties=(penalty(),),
        anomalies=(Anomaly(code="missing-number", text="编号从一直接跳到三。", span=at("一、船坞监管")),),
        set_aside=(),
        unread=(at("安县"),),
    )


def corpus() -> Corpus:
    return Corpus(documents=(document(),), fingerprint="f" * 64)


def answer(question: str, id: str, session: str | None) -> Answer:
    quote = at("无证开船坞的，处三百元以上七百元以下罚款")
    return Answer(
        question=question,
        id=id,
        session=session,
        status="answered",
        intent="penalty",
        text="无证开船坞，处 300 元以上 700 元以下罚款。[1]",
        sections=[SectionRef(name="船员科", role="主办", citation=1)],
        penalties=[
            PenaltyAnswer(
                violation="无证开船坞",
                law="",
                article="",
                item="",
                fine=FineAnswer(kind="range", min_yuan=300, max_yuan=700),
                fine_total=FineTotal(min_yuan=600, max_yuan=1400, working="2 处 × 300 元至 700 元 = 600 元至 1400 元"),
                citation=1,
            )
        ],
        options=["甲", "乙"],
        citations=[
            Citation(
                n=1,
                document="渡口 职责",
                title="渡口职责",
                path=["一、船坞监管"],
                quote=TEXT[quote.start : quote.end],
                file="渡口 职责.txt",
                sha256="ab" * 32,
                start=quote.start,
                end=quote.end,
            )
        ],
    )


@dataclass
class FakeAssistant:
    """Remembers what it was asked."""

    corpus: Corpus = field(default_factory=corpus)
    conversations: list[tuple[str, ...]] = field(default_factory=list)
    asked: list[tuple[str, str | None, str | None, date | None]] = field(default_factory=list)
    checked: list[str] = field(default_factory=list)

    def ask(
        self,
        question: str,
        *,
        id: str | None = None,
        session: str | None = None,
        as_of: date | None = None,
        bureau: str | None = None,
    ) -> Answer:
        self.asked.append((question, id, session, as_of))
        if question.startswith("坏掉"):
            raise ValueError(question)
        return answer(question, id or "made-up", session)

    def converse(
        self, questions: Sequence[str], *, id: str | None = None, as_of: date | None = None, bureau: str | None = None
    ) -> Answer:
        self.conversations.append(tuple(questions))
        return self.ask(questions[-1], id=id, as_of=as_of, bureau=bureau)

    def search(self, query: str, limit: int) -> list[Citation]:
        return answer(query, "made-up", None).citations[:limit]

    def check_text(self, text: str) -> Report:
        self.checked.append(text)
        if text.startswith("坏掉"):
            raise ValueError(text)
        return report(text)


def report(text: str) -> Report:
    """The first two characters are wrong, whatever they are."""
    claim = Claim(
        text=text[:2],
        start=0,
        end=2,
        kind="fine",
        verdict="contradicted",
        reason="上限应为700元",
        source="无证开船坞：罚款300元以上700元以下",
        citations=answer("问", "made-up", None).citations,
    )
    totals = Totals(sentences=2, unjudged=1, claims=1, supported=0, contradicted=1, not_in_corpus=0, unclear=0)
    return Report(claims=[claim], totals=totals)


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def client(assistant: FakeAssistant) -> Iterator[TestClient]:
    with TestClient(create_app(assistant), raise_server_exceptions=False) as test_client:
        yield test_client


@pytest.fixture
def doors(assistant: FakeAssistant, tmp_path: Path) -> Doors:
    settings = Settings(corpus=tmp_path / "corpus", home=tmp_path / "home")
    return Doors(
        settings=lambda: settings,
        assistant=lambda: assistant,
        conversing=lambda: nullcontext(assistant),
        compile=lambda folder, cache: corpus_of(folder),
        index=lambda settings, corpus: len(corpus.documents),
    )


def corpus_of(folder: Path) -> Corpus:
    """A compiler stand-in: each file holds TEXT; a file that says `坏` cannot be compiled."""
    from corpus.errors import SourceError

    documents: list[Document] = []
    for path in sorted(folder.iterdir()):
        if path.suffix != ".txt":
            continue
        if "坏" in path.read_text("utf-8"):
            raise SourceError(f"{path.name} 读不懂。")
        from msgspec.structs import replace

        documents.append(replace(document(), id=path.stem, file=path.name))
    return Corpus(documents=tuple(documents) or (document(),), fingerprint="f" * 64)


@pytest.fixture(name="document")
def document_fixture() -> Document:
    return document()


@pytest.fixture
def document_text() -> str:
    return TEXT


@pytest.fixture
def served(assistant: FakeAssistant) -> Iterator[str]:
    """The app behind a real server on a free port of this machine; its address, without a slash at the end."""
    config = uvicorn.Config(create_app(assistant), port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
