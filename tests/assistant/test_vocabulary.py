"""The vocabulary is whole, the shipped weights belong to it, and every matter leads somewhere."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from assistant.act.section import derive
from assistant.assistant import Assistant
from assistant.matters import PACKAGED, Vocabulary, VocabularyError, load_vocabulary
from assistant.normalise import normalise
from assistant.topic_model import is_current, load_topic_model

LEAST_ASKS = 12


def test_every_entry_can_be_told_apart(vocabulary: Vocabulary) -> None:
    entries = (*vocabulary.matters, *vocabulary.outside, *vocabulary.smalltalk)
    assert not [i for i, n in Counter(e.id for e in entries).items() if n > 1]
    assert not [e.id for e in entries if len(e.asks) < LEAST_ASKS or not e.name or not all(a.strip() for a in e.asks)]
    assert not [m.id for m in vocabulary.matters if not m.evidence or not all(m.evidence)]
    assert vocabulary.everyday and vocabulary.cues


def test_no_example_of_a_matter_teaches_anything_else(vocabulary: Vocabulary) -> None:
    labels: dict[str, set[str]] = {}
    for text, label in vocabulary.examples():
        labels.setdefault(text, set()).add(label)
    assert not {t: sorted(ls) for t, ls in labels.items() if len(ls) > 1 and any(i.startswith("in:") for i in ls)}


def test_the_vocabulary_names_no_place_of_the_shipped_documents(vocabulary: Vocabulary, assistant: Assistant) -> None:
    """Evidence is registry grammar: a section's name or the county's would tie the words to one bureau."""
    names = {s.name for _, s in assistant.knowledge.sections} - {"办公室"} | {"新河"}
    evidence = [a for m in vocabulary.matters for tier in m.evidence for a in tier]
    assert not [a for a in evidence if any(n in a for n in names)]


def test_the_cache_gives_the_same_vocabulary(vocabulary: Vocabulary, tmp_path: Path) -> None:
    first = load_vocabulary(cache=tmp_path)
    (stored,) = tmp_path.iterdir()
    assert load_vocabulary(cache=tmp_path) == first == vocabulary
    stored.write_bytes(b"damaged")
    assert load_vocabulary(cache=tmp_path) == vocabulary


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("matters/pay.yaml", "- id: [broken", "不是有效的 YAML"),
        ("matters/pay.yaml", "- {id: a}", "内容有误"),
        ("matters/pay.yaml", "name: 不是列表", "内容有误"),
        ("outside/housing.yaml", "- {id: a, name: b, authority: 3, says: [], asks: []}", "内容有误"),
        ("smalltalk.yaml", "- {id: a, name: b, says: [], asks: [], extra: 1}", "内容有误"),
        ("everyday.yaml", "- {says: 假的, means: [伪造]}", "内容有误"),
        ("cues.yaml", "penalty: 罚款", "内容有误"),
    ],
)
def test_a_damaged_file_is_named(file: str, content: str, words: str, tmp_path: Path) -> None:
    folder = tmp_path / "vocabulary"
    shutil.copytree(PACKAGED, folder)
    (folder / file).write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError, match=words) as caught:
        load_vocabulary(folder)
    assert Path(file).name in str(caught.value)


def test_an_id_given_twice_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "vocabulary"
    shutil.copytree(PACKAGED, folder)
    shutil.copy(folder / "matters" / "pay.yaml", folder / "matters" / "pay2.yaml")
    with pytest.raises(VocabularyError, match="重复的编号"):
        load_vocabulary(folder)


def test_the_shipped_weights_were_trained_on_this_vocabulary(vocabulary: Vocabulary) -> None:
    """When this fails: the vocabulary changed and `make train` was not run."""
    assert is_current(load_topic_model(), vocabulary)


def test_nearly_every_matter_leads_to_a_section(assistant: Assistant) -> None:
    knowledge = assistant.knowledge
    readings = {m.id: knowledge.reading(m.id, derive) for m in knowledge.vocabulary.matters}
    nowhere = sorted(i for i, r in readings.items() if not r.candidates)
    assert len(nowhere) <= 0.10 * len(readings), nowhere


def test_matters_recognise_their_own_examples(assistant: Assistant) -> None:
    """Training data: this measures nothing, it only tells when weights, words and matters no longer fit together."""
    knowledge, rank = assistant.knowledge, assistant.reader.ranker.rank
    first = {
        m.id: [c.section for c in knowledge.reading(m.id, derive).candidates[:1]] for m in knowledge.vocabulary.matters
    }
    asked = [(m.id, text) for m in knowledge.vocabulary.matters for text in m.asks]
    missed = 0
    for own, text in asked:
        best = rank(normalise(text)).best("in")
        found = best.label.removeprefix("in:") if best else ""
        missed += not (found == own or (first.get(found) and first[found] == first[own]))
    assert missed <= 0.05 * len(asked), f"{missed} of {len(asked)}"
