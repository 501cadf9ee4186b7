"""The served app of `renshe serve`: made anew, behind the switch, whenever the documents have another version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from fastapi import FastAPI

from api.app import create_app
from api.options import AppOptions
from api.versions.shelf import Shelf
from api.versions.switch import Mark, Switch
from assistant.bootstrap import build_assistant
from assistant.journaled import JournaledAssistant
from assistant.settings import Settings
from corpus.versions.history import History

if TYPE_CHECKING:
    from datetime import datetime


def renewing(settings: Settings, options: AppOptions, assistant: JournaledAssistant, mark: Mark) -> Switch:
    """Conversations, the store and the meters go on; all that is read from the documents is made anew."""
    history = History.of(settings.corpus, settings.home)

    def app(over: JournaledAssistant) -> FastAPI:
        return create_app(over, replace(options, shelf=Shelf(history, settings, _serving(over))))

    def build() -> FastAPI:
        return app(replace(assistant, assistant=build_assistant(settings, assistant.journal)))

    return Switch(app(assistant), mark, lambda: look(history, options.now), build)


def look(history: History, now: Callable[[], datetime]) -> Mark:
    """Another value when there is another version, or another day on which another document may apply."""
    stamp = history.stamp()
    return stamp and (stamp, now().astimezone().date())


def _serving(assistant: JournaledAssistant) -> int:
    editions = assistant.assistant.editions
    return editions.present.n if editions else 1
