"""The composition root: the one place that knows the concrete classes and puts them together."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.conversation.conversation import Conversation
from assistant.conversation.turn import Memory, RecentTurns
from assistant.editions import Editions
from assistant.journaled import JournaledAssistant
from assistant.knowledge import Knowledge
from assistant.matters import load_vocabulary
from assistant.office import Office
from assistant.planning.planner import Planner
from assistant.retrieval import CorpusSearch
from assistant.settings import Settings
from assistant.topic_model import load_topic_model
from assistant.understand.reader import Reader
from assistant.understand.topics import TopicRanker
from corpus.folder import load_corpus
from corpus.records import Corpus
from corpus.versions.history import History

if TYPE_CHECKING:
    from assistant.guided.guide import Guide
    from assistant.llm.wording import Wording


def build_assistant(settings: Settings, memory: Memory | None = None) -> Assistant:
    """An assistant over the configured documents, the version of today; without a memory, conversations last as long
    as the process.

    Raises corpus.errors.CorpusError or VocabularyError with a sentence for the user when the files cannot be used.
    """
    history, today = History.of(settings.corpus, settings.home), datetime.now().astimezone().date()
    served = assistant_over(settings, history.served(today), Conversation(memory or RecentTurns()))
    editions = Editions.of(history, lambda folder: assistant_over(settings, folder), today)
    return replace(
        served, editions=editions, wording=_wording(settings), today=lambda: datetime.now().astimezone().date()
    )


def assistant_over(settings: Settings, folder: Path, conversation: Conversation | None = None) -> Assistant:
    """An assistant over one folder of documents: no other day, no language model. Raises as `build_assistant`."""
    return assistant_of(settings, load_corpus(folder, settings.home / "cache"), conversation)


def assistant_of(settings: Settings, corpus: Corpus, conversation: Conversation | None = None) -> Assistant:
    """The same over compiled documents. Raises VocabularyError."""
    vocabulary = load_vocabulary(cache=settings.home / "cache")
    search = CorpusSearch(corpus, settings.home / "index", settings.embedding_model, settings.chroma_url)
    knowledge = Knowledge(corpus, vocabulary, search)
    return Assistant(knowledge, Reader(knowledge, TopicRanker(vocabulary, load_topic_model())), conversation)


@contextmanager
def conversing(settings: Settings) -> Generator[JournaledAssistant]:
    """An assistant whose conversations and unanswered questions are kept in the configured database.

    The database is opened at the first need; what waits to be written is written at the end. Raises what
    `build_assistant` raises, and at the end StoreError.
    """
    from assistant.conversation.journal import Journal
    from assistant.store.asked import AskedQuestions
    from assistant.store.store import open_store

    def open_asked() -> AskedQuestions:
        asked = open_store(settings.home, settings.database_url).asked
        asked.expire(datetime.now(UTC) - timedelta(days=settings.keep_days))
        return asked

    journal = Journal(open_asked, lambda: datetime.now(UTC))
    try:
        yield JournaledAssistant(build_assistant(settings, journal), journal)
    finally:
        journal.close()


def _wording(settings: Settings) -> Wording | None:
    """A language model for wording, where endpoint and model are named; its libraries load only then."""
    if not (settings.llm_base_url and settings.llm_model):
        return None
    from assistant.llm.agent import Agent
    from assistant.llm.wording import Wording

    return Wording(Agent(settings.llm_base_url, settings.llm_model, settings.llm_api_key or "none"))


def build_planner(corpus: Corpus, home: Path | None = None) -> Planner:
    """Plans and draws over a compiled corpus; with a home the vocabulary is read from its cache.

    Raises VocabularyError with a sentence for the user when a vocabulary file is damaged.
    """
    return Planner(Knowledge(corpus, load_vocabulary(cache=home / "cache" if home else None)))


def build_guide(assistant: Assistant, office: Office) -> Guide:
    """What carries inspections on by the words of signed-in people."""
    from assistant.guided.guide import build_guide
    from assistant.guided.tools import Tools
    from assistant.inspection.checklists import Checklists
    from assistant.papers.of_inspection import InspectionPapers

    tools = Tools(
        reader=assistant.reader,
        papers=InspectionPapers(office.inspections, Checklists(assistant.knowledge)),
        accounts=office.store.accounts,
    )
    return build_guide(
        assistant, office.inspections, tools, office.store.units, office.store.threads, lambda: uuid.uuid4().hex
    )


def open_office(settings: Settings) -> Office:
    """Accounts and inspections over the configured database, which is made and brought up to date where needed.

    Raises assistant.store.errors.StoreError with a sentence for the user. Imports the database's library: a plain
    question does without.
    """
    from assistant.accounts.directory import Directory
    from assistant.accounts.lockout import Lockout
    from assistant.accounts.passwords import Passwords
    from assistant.accounts.sign_in import SignIn
    from assistant.inspection.inspections import Inspections
    from assistant.store.store import open_store

    store = open_store(settings.home, settings.database_url)
    store.threads.expire(datetime.now(UTC) - timedelta(days=settings.keep_days))
    passwords = Passwords()
    lockout = Lockout(failures=settings.lockout_failures, window=timedelta(minutes=settings.lockout_minutes))
    return Office(
        store=store,
        accounts=Directory(store.accounts, store.tokens, store.attempts, passwords),
        sign_in=SignIn(
            accounts=store.accounts,
            tokens=store.tokens,
            attempts=store.attempts,
            access=store.access,
            passwords=passwords,
            lockout=lockout,
            session=timedelta(hours=settings.session_hours),
            secret=lambda: secrets.token_urlsafe(32),
        ),
        inspections=Inspections(store.events, store.inspections, store.files, store.accounts, store.access),
    )
