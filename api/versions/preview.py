"""Works out what a draft would change: the records in words, and the questions that would be answered differently."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from datetime import datetime

import msgspec

from api.overview.document_words import found_in_words
from api.versions.diff_json import diff_json
from api.versions.shelf import Shelf
from assistant.bootstrap import assistant_of
from assistant.compared import changed_answers
from assistant.questions_kept import kept_questions
from corpus.errors import CorpusError
from corpus.folder import load_corpus
from corpus.records import Corpus
from corpus.versions.diff.diff import compare
from corpus.versions.drafts import Draft
from index.errors import SearchIndexError

_EVERY_S = 0.5
_BROKEN = "比较时程序出错，没有结果；文件没有改动。请重试；反复出现请告诉管理人员。"


class _DiscardedError(Exception):
    """The draft was given up while it was worked on."""


def begin(shelf: Shelf, draft: Draft, now: Callable[[], datetime]) -> Draft:
    """Keep the draft and work on it beside the requests; its state tells how far that is."""
    kept = shelf.drafts.save(msgspec.structs.replace(draft, pid=os.getpid(), step="正在编译文件"))
    threading.Thread(target=work, args=(shelf, kept, now), name="renshe-draft", daemon=True).start()
    return kept


def work(shelf: Shelf, draft: Draft, now: Callable[[], datetime]) -> None:
    """Compile, compare, ask; ends with the draft `ready` or `failed`, whatever happens."""
    try:
        found, preview = _worked(shelf, draft, now)
        shelf.drafts.save(found, preview)
    except _DiscardedError:
        return
    except (CorpusError, SearchIndexError) as error:
        _fail(shelf, draft, str(error))
    finally:  # whatever else breaks must not leave the draft working for ever
        if shelf.drafts.get(draft.id).state == "working":
            _fail(shelf, draft, _BROKEN)


def _worked(shelf: Shelf, draft: Draft, now: Callable[[], datetime]) -> tuple[Draft, dict[str, object]]:
    history, settings = shelf.history, shelf.settings
    _, after = history.trial(draft.change(history.originals))
    before = load_corpus(history.served(now().astimezone().date()), history.cache)
    _tell(shelf, msgspec.structs.replace(draft, step="正在逐条比较"))
    differences = compare(before.documents, after.documents)
    questions = kept_questions(settings)
    step = msgspec.structs.replace(draft, step="正在用以往的问题比较答复", total=len(questions))
    _tell(shelf, step)
    told = time.monotonic()

    def progress(n: int) -> None:
        nonlocal told
        if time.monotonic() - told >= _EVERY_S:
            told = time.monotonic()
            _tell(shelf, msgspec.structs.replace(step, done=n))

    sides = assistant_of(settings, before), assistant_of(settings, after)
    answers = list(changed_answers(*sides, questions, progress))
    _tell(shelf, msgspec.structs.replace(step, done=len(questions)))
    preview: dict[str, object] = {**diff_json(differences, answers), "asked": len(questions), **_counts(after)}
    return msgspec.structs.replace(step, state="ready", step="", done=len(questions)), preview


def _counts(corpus: Corpus) -> dict[str, object]:
    """What was read of each document, for a look before it goes live."""
    return {
        "documents": [
            {
                "file": d.file,
                "words": found_in_words(d),
                "title": d.title,
                "characters": len(d.text),
                "unread": sum(span.end - span.start for span in d.unread),
                "sections": len(d.sections),
                "duties": len(d.duties),
                "regimes": len(d.regimes),
                "indicators": len(d.quantities),
                "penalties": len(d.penalties),
                "anomalies": len(d.anomalies),
            }
            for d in corpus.documents
        ]
    }


def _tell(shelf: Shelf, draft: Draft) -> None:
    """How far it is. Raises _DiscardedError where nobody wants to know any more."""
    if shelf.drafts.get(draft.id).state != "working":
        raise _DiscardedError
    shelf.drafts.save(draft)


def _fail(shelf: Shelf, draft: Draft, error: str) -> None:
    shelf.drafts.save(msgspec.structs.replace(draft, state="failed", step="", error=error))
