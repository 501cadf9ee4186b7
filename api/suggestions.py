"""A few questions to start with, worded from what the documents hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpus.records import Corpus

_SHORT_DUTY = re.compile(r"[\u4e00-\u9fff]{6,14}")
"""A duty worded as a plain name (失业保险业务经办), without punctuation."""

_VERB = re.compile(r"^(负责|承担|承办|参与|配合|组织|指导|监督|贯彻|执行|落实|拟定|拟订|完善|建立|办理|宣传)")

_LONGEST = 40
"""Characters: a longer question would not fit its button."""


def suggested_questions(corpus: Corpus) -> tuple[str, ...]:
    """At most one question of each kind the documents can answer: who handles it, fine, inspections, shared matter."""
    kinds: tuple[Callable[[Corpus], Iterator[str]], ...] = (_who_handles, _fines, _inspections, _shared, _sections)
    first = (next((q for q in kind(corpus) if len(q) <= _LONGEST), None) for kind in kinds)
    return tuple(question for question in first if question)


def _who_handles(corpus: Corpus) -> Iterator[str]:
    for document in corpus.documents:
        for duty in document.duties:
            for item in duty.items:
                name = item.text.rstrip("。；;")
                if _SHORT_DUTY.fullmatch(name) and not _VERB.match(name):
                    yield f"{name}找哪个科室？"


def _fines(corpus: Corpus) -> Iterator[str]:
    for document in corpus.documents:
        for penalty in document.penalties:
            if penalty.fine.kind != "none" and penalty.violation:
                yield f"{penalty.violation}，罚多少？"


def _inspections(corpus: Corpus) -> Iterator[str]:
    for document in corpus.documents:
        for quantity in document.quantities:
            if quantity.kind == "frequency" and quantity.regime is not None:
                yield f"{document.regimes[quantity.regime].title}，多久检查一次？"


def _shared(corpus: Corpus) -> Iterator[str]:
    for document in corpus.documents:
        for boundary in document.boundaries:
            yield f"{boundary.matter}由哪些部门分工负责？"


def _sections(corpus: Corpus) -> Iterator[str]:
    for document in corpus.documents:
        for section in document.sections[1:]:
            yield f"{section.name}负责哪些事？"
