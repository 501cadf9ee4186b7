"""Several bureaus in one corpus, looked through one at a time: the documents of each, and what they say by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import msgspec

from assistant.branches import BureauError, parted
from assistant.knowledge import Knowledge
from corpus.records import Corpus, Document


@dataclass(frozen=True, slots=True)
class Bureau:
    """One of several bureaus."""

    key: str
    """Its subfolder, or its name: unlike for every bureau."""
    name: str
    documents: tuple[Document, ...]
    """Its own, then those that hold for all."""

    def corpus(self, whole: Corpus) -> Corpus:
        """Its documents as a corpus by themselves."""
        fingerprint = sha256(f"{whole.fingerprint}\t{self.key}".encode()).hexdigest()
        return msgspec.structs.replace(whole, documents=self.documents, fingerprint=fingerprint)


def bureaus_of(corpus: Corpus) -> tuple[Bureau, ...]:
    """The bureaus that are told apart, in the order of their documents; empty where there are not two."""
    found = parted(corpus.documents)
    return tuple(Bureau(key, name, tuple(documents)) for key, (name, documents) in found.items())


def bureau_named(bureaus: Sequence[Bureau], wanted: str) -> Bureau:
    """The bureau of a key, a name or a part of a name that no other has. Raises BureauError."""
    exact = [b for b in bureaus if b.key == wanted] or [b for b in bureaus if b.name == wanted]
    found = exact or [b for b in bureaus if wanted in b.name]
    if len(found) == 1:
        return found[0]
    names = "、".join(b.key if b.key == b.name else f"{b.name}（{b.key}）" for b in bureaus)
    known = f"请写 {names} 中的一个。" if names else "收录的文件只是一个单位的，不用写单位。"
    raise BureauError(f"没有“{wanted[:40]}”这个单位，或者不止一个叫这个名字。{known}")


@dataclass(frozen=True)
class Views:
    """What may be looked through: everything, or one bureau's."""

    whole: Knowledge

    @cached_property
    def bureaus(self) -> tuple[Bureau, ...]:
        """Empty where there is one."""
        return bureaus_of(self.whole.corpus)

    @cached_property
    def _own(self) -> dict[str, Knowledge]:
        """Sections and duties of each bureau known by themselves, under its key."""
        corpus, vocabulary = self.whole.corpus, self.whole.vocabulary
        return {b.key: Knowledge(b.corpus(corpus), vocabulary) for b in self.bureaus}

    def of(self, bureau: str) -> Knowledge:
        """What one bureau's documents hold; without a name what all of them do. Raises BureauError."""
        return self._own[bureau_named(self.bureaus, bureau).key] if bureau else self.whole

    def each(self, bureau: str) -> tuple[Knowledge, ...]:
        """Bureau by bureau, for whatever must not mix their sections. Raises BureauError."""
        return (self.of(bureau),) if bureau or not self.bureaus else tuple(self._own.values())

    @cached_property
    def _names(self) -> dict[str, str]:
        owners: dict[str, set[str]] = {}
        for b in self.bureaus:
            for d in b.documents:
                owners.setdefault(d.id, set()).add(b.name)
        return {id_: names.pop() for id_, names in owners.items() if len(names) == 1}

    def owner(self, document: str) -> str:
        """The name of the bureau a document is of; empty for one that holds for all, and where there is one bureau."""
        return self._names.get(document, "")
