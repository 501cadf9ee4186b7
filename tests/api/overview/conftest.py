"""Two made-up bureaus in one corpus, one with a discretion standard and a waiver list put in by hand, served as an app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from msgspec.structs import replace

from api.app import create_app
from assistant.assistant import Assistant
from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from corpus.records import Corpus, Document, Fine, Passage, Span, Tier, Waiver

FERRY = Path(__file__).parents[2] / "bureaus" / "ferry"


@pytest.fixture(scope="session")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Answers from the documents as they stand."""
    return build_assistant(Settings(corpus=FERRY, home=tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="session")
def client(ferry: Assistant) -> Iterator[TestClient]:
    with TestClient(create_app(ferry), raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def cable(ferry: Assistant) -> Document:
    """The document on cable cars."""
    return next(d for d in ferry.corpus.documents if d.id == "云岭监管")


@pytest.fixture(scope="session")
def with_tiers(ferry: Assistant, cable: Document) -> Iterator[TestClient]:
    """The same corpus, its second document with a step of discretion and a waiver."""
    more = replace(cable, tiers=(tier(cable),), waivers=(waiver(cable),))
    documents = tuple(more if d is cable else d for d in ferry.corpus.documents)
    fake = Fixed(Corpus(documents=documents, fingerprint="0" * 64))
    with TestClient(create_app(fake), raise_server_exceptions=False) as opened:  # pyright: ignore[reportArgumentType]
        yield opened


class Fixed:
    """Holds a corpus and answers nothing."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus


def at(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def tier(document: Document) -> Tier:
    span = at(document, "虚报培训人数的，处十一万元以上十五万元以下罚款")
    return Tier(
        index=0,
        violation="虚报培训人数",
        violation_span=at(document, "虚报培训人数"),
        name="较重",
        subject="企业",
        circumstances="虚报三十人以上",
        circumstances_span=span,
        measures=("责令退回",),
        fine=Fine(kind="range", min_yuan=130000, max_yuan=150000, span=span),
        law="云岭缆车培训规定",
        article="第九条",
        span=span,
        clause=None,
        path=(),
    )


def waiver(document: Document) -> Waiver:
    span = at(document, "虚报培训人数")
    words = Passage(text="首次被发现并当场改正", span=span)
    return Waiver(
        index=0,
        number="1",
        violation="虚报培训人数",
        violation_span=span,
        kind="首违不罚",
        circumstances=words,
        basis=(Passage(text="《云岭缆车培训规定》", span=at(document, "《云岭缆车培训规定》")),),
        measures=(),
        path=(),
    )
