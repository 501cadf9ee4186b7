"""Which documents apply on a day: by the dates that are set or stated, else by when a version was put in.

Versions that were rolled back count as mistakes: no day is answered from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.versions.version import Kept, Version, day_of


@dataclass(frozen=True, slots=True)
class _Content:
    """One state of one document, from the first version that has it."""

    kept: Kept
    n: int
    put_in: date
    removed: date | None

    @property
    def start(self) -> date:
        return date.fromisoformat(self.kept.start) if self.kept.start else self.put_in

    def applies(self, day: date) -> bool:
        """Whether nothing but a later state of the document keeps it from applying on that day."""
        ended = self.kept.end is not None and date.fromisoformat(self.kept.end) < day
        return self.start <= day and not ended and (self.removed is None or day < self.removed)


def files_on(versions: Sequence[Version], day: date) -> dict[str, Kept]:
    """The documents that apply on a day; empty where nothing is known of it."""
    best: dict[str, _Content] = {}
    for name, content in _contents(standing(versions)):
        rival = best.get(name)
        if content.applies(day) and (rival is None or (content.start, content.n) > (rival.start, rival.n)):
            best[name] = content
    return {name: best[name].kept for name in sorted(best)}


def files_now(versions: Sequence[Version], today: date) -> dict[str, Kept]:
    """What is answered from when no day is named: the latest version, where a document that does not apply yet gives
    way to the one before it. One that has run out stays: without a successor it is still the best there is.
    """
    latest = versions[-1].files
    waiting = {name for name, kept in latest.items() if kept.start and date.fromisoformat(kept.start) > today}
    if not waiting or len(versions) == 1:
        return dict(latest)
    before = files_on(versions, today)
    now = {name: before.get(name) if name in waiting else kept for name, kept in latest.items()}
    return {name: kept for name, kept in now.items() if kept is not None} or dict(latest)


def standing(versions: Sequence[Version]) -> list[Version]:
    """The versions that were not rolled back, in order."""
    found: list[Version] = []
    for version in versions:
        if version.kind == "rollback" and version.of is not None:
            found = [v for v in found if v.n <= version.of]
            if found and found[-1].n == version.of:
                continue
        found.append(version)
    return found


def version_of(versions: Sequence[Version], files: dict[str, Kept]) -> Version:
    """The latest version that holds these documents; where none holds them all, the latest."""
    wanted = {name: kept.sha256 for name, kept in files.items()}
    same = (v for v in reversed(versions) if {n: k.sha256 for n, k in v.files.items()} == wanted)
    return next(same, versions[-1])


def _contents(versions: Sequence[Version]) -> list[tuple[str, _Content]]:
    """Every state of every document; dates set later hold for the state they were set for."""
    found: list[tuple[str, _Content]] = []
    open_at: dict[str, int] = {}
    for version in versions:
        day = day_of(version)
        for name in [n for n in open_at if n not in version.files]:
            place = open_at.pop(name)
            old = found[place][1]
            found[place] = (name, _Content(old.kept, old.n, old.put_in, day))
        for name, kept in version.files.items():
            place = open_at.get(name)
            if place is not None and found[place][1].kept.sha256 == kept.sha256:
                old = found[place][1]
                found[place] = (name, _Content(kept, old.n, old.put_in, None))
                continue
            open_at[name] = len(found)
            found.append((name, _Content(kept, version.n, day, None)))
    return found
