"""The controlled vocabulary of matters (事项), loaded from data files and checked.

Files: `vocabulary/matters/*.yaml` (this kind of bureau's business), `vocabulary/outside/*.yaml` (other authorities'),
`vocabulary/smalltalk.yaml`. Parsing YAML takes far longer than reading it back, so the checked vocabulary is cached
under the hash of its files.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from assistant.conversation.words import ConversationWords
from assistant.guided.words import GuidedWords
from assistant.understand.spelling import usual_sounds

_FORMAT = 9
PACKAGED = Path(__file__).parent / "vocabulary"


class VocabularyError(Exception):
    """A vocabulary file is damaged; the message says where and what to do."""


class Matter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something people want from a human-resources and social-security bureau."""

    id: str
    name: str
    topic: str
    says: tuple[str, ...]
    asks: tuple[str, ...]
    apart: str
    evidence: tuple[tuple[str, ...], ...]
    """Tiers of registry wording, most specific first; blanks inside an alternative mean "all of these words"."""
    avoid: tuple[str, ...] = ()


class Outside(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Another authority's business."""

    id: str
    name: str
    authority: str | None
    says: tuple[str, ...]
    asks: tuple[str, ...]
    apart: str = ""


class Smalltalk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Talk that needs no document: a greeting, thanks, what can you do."""

    id: str
    name: str
    says: tuple[str, ...]
    asks: tuple[str, ...]
    apart: str = ""


class Everyday(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everyday wordings and the wordings of documents that they stand for."""

    says: tuple[str, ...]
    """`无…许可证` stands for both ends with a few words between."""
    means: tuple[str, ...]
    """Likeliest first."""
    who: bool = False
    """Names a party (a kind of unit or person), not something done."""


class AskedValue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of value that questions ask for (a sum, a share, a telephone number)."""

    name: str
    asks: tuple[str, ...]
    """Words that ask for it."""
    holds: tuple[str, ...]
    """Regular expressions, one of which a sentence that answers matches."""


class Vocabulary(msgspec.Struct, frozen=True):
    """Everything people may talk about, with how they put it."""

    matters: tuple[Matter, ...]
    outside: tuple[Outside, ...]
    smalltalk: tuple[Smalltalk, ...]
    everyday: tuple[Everyday, ...]
    cues: dict[str, tuple[str, ...]]
    """Words that show what kind of answer is wanted, by kind."""
    sounds: dict[str, str]
    """Usual toneless reading of each Chinese character."""
    conversation: ConversationWords = ConversationWords()
    """Words by which a question goes on from the one before."""
    guided: GuidedWords = GuidedWords()
    """Words that drive an inspection."""
    measures: tuple[Everyday, ...] = ()
    """How people put the measures that penalty clauses name."""
    asking: dict[str, tuple[str, ...]] = {}
    """Words of questions that ask for every record meeting a condition, by what they do there."""
    regulations: dict[str, tuple[str, ...]] = {}
    """Words of questions on a document as a whole and on figures of its rules, by kind."""
    values: tuple[AskedValue, ...] = ()
    """Kinds of value that a question may ask for."""

    def words(self) -> tuple[str, ...]:
        """All words that people may say, this business' own first: what misspelt words are restored to."""
        matters = [w for m in self.matters for w in (*m.says, m.name)]
        everyday = [w for e in self.everyday for w in e.says if "…" not in w]
        cues = [w for words in self.cues.values() for w in words]
        others = [w for o in self.outside for w in o.says]
        return tuple(dict.fromkeys([*matters, *everyday, *cues, *others]))

    def examples(self) -> list[tuple[str, str]]:
        """Training pairs `(text, label)`; labels are `in:ID`, `out:ID`, `talk:ID`."""
        kinds: Iterable[tuple[str, tuple[Matter | Outside | Smalltalk, ...]]] = (
            ("in", self.matters),
            ("out", self.outside),
            ("talk", self.smalltalk),
        )
        return [(text, f"{kind}:{entry.id}") for kind, entries in kinds for entry in entries for text in entry.asks]


def load_vocabulary(folder: Path = PACKAGED, cache: Path | None = None) -> Vocabulary:
    """The vocabulary of a folder. Raises VocabularyError naming file, entry and field when an entry is malformed."""
    files = sorted(folder.rglob("*.yaml"))
    raw = [f.read_bytes() for f in files]
    key = hashlib.sha256(b"\0".join([str(_FORMAT).encode(), *raw])).hexdigest()[:24]
    stored = cache / f"vocabulary-{key}.msgpack" if cache else None
    if stored and stored.is_file():
        try:
            return msgspec.msgpack.decode(stored.read_bytes(), type=Vocabulary)
        except msgspec.MsgspecError:
            pass  # a damaged cache is rebuilt below
    vocabulary = _parse(files, raw)
    if stored:
        _store(stored, vocabulary)
    return vocabulary


def _store(path: Path, vocabulary: Vocabulary) -> None:
    """Write at once or not at all. A folder that cannot be written only makes the next start slower."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        part.write_bytes(msgspec.msgpack.encode(vocabulary))
        part.replace(path)
    except OSError:
        return


def _parse(files: list[Path], raw: list[bytes]) -> Vocabulary:
    groups: dict[str, list[Any]] = {
        "matters": [],
        "outside": [],
        "smalltalk": [],
        "everyday": [],
        "measures": [],
        "values": [],
    }
    kinds: dict[str, type[Matter | Outside | Smalltalk | Everyday | AskedValue]] = {
        **{"matters": Matter, "outside": Outside, "smalltalk": Smalltalk},
        **{"everyday": Everyday, "measures": Everyday, "values": AskedValue},
    }
    words: dict[str, dict[str, tuple[str, ...]]] = {"cues": {}, "across": {}, "regulations": {}}
    conversation, guided = ConversationWords(), GuidedWords()
    for file, data in zip(files, raw, strict=True):
        content = _read_yaml(file, data)
        if file.stem in words:
            words[file.stem] = _convert(file, content, dict[str, tuple[str, ...]])
            continue
        if file.stem == "conversation":
            conversation = _convert(file, content, ConversationWords)
            continue
        if file.stem == "guided":
            guided = _convert(file, content, GuidedWords)
            continue
        group = file.stem if file.stem in kinds else file.parent.name
        if group in kinds:
            groups[group] += _convert(file, content, list[kinds[group]])
    _refuse_doubles([e.id for g in ("matters", "outside", "smalltalk") for e in groups[g]])
    entries = {name: tuple(e) for name, e in groups.items()}
    return Vocabulary(
        **entries,
        cues=words["cues"],
        asking=words["across"],
        regulations=words["regulations"],
        sounds=usual_sounds(),
        conversation=conversation,
        guided=guided,
    )


def _refuse_doubles(ids: list[str]) -> None:
    doubled = sorted({i for i in ids if ids.count(i) > 1})
    if doubled:
        raise VocabularyError(f"词表里有重复的编号：{'、'.join(doubled)}。请给每个事项一个不同的 id。")


def _read_yaml(file: Path, data: bytes) -> Any:
    import yaml  # only when the cache is stale

    try:
        return yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as e:
        raise VocabularyError(f"词表文件 {file.name} 不是有效的 YAML：{e}。请改正后重试。") from e


def _convert(file: Path, content: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(content, type=kind)
    except msgspec.ValidationError as e:
        raise VocabularyError(f"词表文件 {file.name} 的内容有误：{e}（$[3] 指第 4 项）。请改正后重试。") from e
