"""The label classifier learns, keeps its scores when saved, and says when its file is no good."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from index.classifier import LinearClassifier, fingerprint, train
from index.errors import SearchIndexError

EXAMPLES = [
    ("老板不发工资", "wages"),
    ("工资拖欠三个月了", "wages"),
    ("欠薪找谁", "wages"),
    ("上班摔伤了算工伤吗", "injury"),
    ("工伤怎么认定", "injury"),
    ("干活时手被机器压伤", "injury"),
    ("路灯坏了没人修", "other"),
    ("小区停车太乱", "other"),
    ("公交车总是晚点", "other"),
]


@pytest.fixture(scope="module")
def trained() -> LinearClassifier:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed")
    return train(EXAMPLES, seed=1)


def test_a_new_wording_finds_its_label(trained: LinearClassifier):
    assert trained.predict("单位拖欠我的工资", 1)[0][0] == "wages"
    assert trained.predict("在厂里被压伤了", 1)[0][0] == "injury"


def test_probabilities_sum_to_one_and_fall(trained: LinearClassifier):
    found = trained.predict("工伤工资", 3)
    assert sum(p for _, p in found) == pytest.approx(1, abs=1e-5)
    assert [p for _, p in found] == sorted((p for _, p in found), reverse=True)


def test_saving_changes_no_score(trained: LinearClassifier, tmp_path: Path):
    trained.save(tmp_path / "weights.npz")
    loaded = LinearClassifier.load(tmp_path / "weights.npz")
    for text in ("工伤怎么认定", "完全不相干", "", "ABC 12"):
        assert np.array_equal(loaded.scores(text), trained.scores(text))
        assert loaded.predict(text, 3) == trained.predict(text, 3)
    assert loaded.fingerprint == fingerprint(EXAMPLES)


def test_the_same_examples_give_the_same_bytes(trained: LinearClassifier, tmp_path: Path):
    trained.save(tmp_path / "one.npz")
    train(EXAMPLES[::-1], seed=1).save(tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_the_fingerprint_tells_changed_examples():
    assert fingerprint(EXAMPLES) == fingerprint(EXAMPLES[::-1])
    assert fingerprint(EXAMPLES) != fingerprint(EXAMPLES[:-1])


def test_an_unknown_text_is_not_an_error(trained: LinearClassifier):
    assert len(trained.predict("", 3)) == 3


def test_two_labels_are_enough_and_one_is_not(trained: LinearClassifier):
    two = train([example for example in EXAMPLES if example[1] != "other"])
    assert two.predict("欠薪", 1)[0][0] == "wages"
    assert two.predict("机器压伤", 1)[0][0] == "injury"
    with pytest.raises(ValueError, match="two labels"):
        train(EXAMPLES[:3])


def test_ranking_takes_less_than_a_millisecond(trained: LinearClassifier):
    question = "我在外地打工干了三个月老板一直不发工资说没钱" * 3
    times: list[float] = []
    for _ in range(50):
        start = time.perf_counter()
        trained.predict(question[:60], 5)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.001


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 torn", b"text"])
def test_a_bad_file_is_named(tmp_path: Path, content: bytes | None):
    if content is not None:
        (tmp_path / "weights.npz").write_bytes(content)
    with pytest.raises(SearchIndexError, match=r"weights\.npz"):
        LinearClassifier.load(tmp_path / "weights.npz")


def test_ranking_needs_no_scikit_learn(trained: LinearClassifier, tmp_path: Path):
    trained.save(tmp_path / "weights.npz")
    code = (
        "import sys; sys.modules['sklearn'] = sys.modules['scipy'] = None\n"
        "from pathlib import Path\n"
        "from index.classifier import LinearClassifier\n"
        f"print(LinearClassifier.load(Path({str(tmp_path / 'weights.npz')!r})).predict('欠薪', 1)[0][0])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "wages"
