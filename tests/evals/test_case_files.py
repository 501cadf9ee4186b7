"""The shipped case files: they parse, their quotes stand in the document, and their figures are the document's."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from corpus.folder import compile_corpus
from evals.case import CASES, Case, CaseError, read_cases
from evals.numerals import plain, spoken, squeeze

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
TEXT = squeeze("".join(f.read_text("utf-8") for f in sorted(DOCUMENTS.glob("*.txt"))))
ALL = read_cases()
QUOTED = [c for c in ALL if c.expect.quote]


def test_every_section_of_the_registry_has_eight_cases_of_its_own():
    asked = Counter(s for c in ALL if c.kind == "route" for s in c.expect.sections_any or ())
    sections = {s.name for d in compile_corpus(DOCUMENTS).documents for s in d.sections}
    assert sections and {s: asked[s] for s in sections if asked[s] < 8} == {}
    assert set(asked) <= sections


def test_every_question_is_asked_once():
    assert [q for q, n in Counter(c.q for c in ALL).items() if n > 1] == []


def test_every_case_checks_something():
    assert [c.id for c in ALL if not c.expect.model_fields_set] == []


@pytest.mark.parametrize("case", QUOTED, ids=lambda c: c.id)
def test_quotes_stand_in_the_document(case: Case):
    assert re.search(squeeze(case.expect.quote or ""), TEXT)


FIGURED = [c for c in QUOTED if c.kind != "plan" and (c.expect.fine or c.expect.multiple or c.expect.figures)]


@pytest.mark.parametrize("case", FIGURED, ids=lambda c: c.id)
def test_expected_figures_stand_in_the_words_quoted(case: Case):
    e = case.expect
    wanted = [n for n in (*(e.fine or ()), *(e.multiple or ()), *(e.figures or ())) if n]
    words = "".join(m.group() for m in re.finditer(squeeze(e.quote or ""), TEXT))
    assert words
    for n in wanted:
        assert any(w in words for w in (plain(n), *spoken(n))), n
    if e.per:
        assert re.search("每人|每介绍一人", words)


def test_both_bounds_of_a_total_are_the_interval_times_one_and_the_same_fact():
    for case in (c for c in ALL if c.expect.total):
        each = case.expect.fine or case.expect.multiple
        assert each and case.expect.total
        low, high = (t / bound for t, bound in zip(case.expect.total, each, strict=True))
        assert low == high, case.id


def test_a_line_that_is_no_case_is_named(tmp_path: Path):
    (tmp_path / "a.jsonl").write_text('{"id": "a-1", "kind": "route"}\n', "utf-8")
    with pytest.raises(CaseError, match=r"a\.jsonl:1"):
        read_cases(tmp_path)


def test_an_unknown_check_is_refused(tmp_path: Path):
    line = {"id": "a-1", "kind": "route", "audience": "citizen", "q": "问", "expect": {"section": ["甲科"]}}
    (tmp_path / "a.jsonl").write_text(json.dumps(line), "utf-8")
    with pytest.raises(CaseError, match="section"):
        read_cases(tmp_path)


def test_an_id_used_twice_is_refused(tmp_path: Path):
    line = json.dumps({"id": "a-1", "kind": "route", "audience": "citizen", "q": "问", "expect": {"steps_min": 1}})
    (tmp_path / "a.jsonl").write_text(line + "\n", "utf-8")
    (tmp_path / "b.jsonl").write_text(line + "\n", "utf-8")
    with pytest.raises(CaseError, match="a-1 is used twice"):
        read_cases(tmp_path)


def test_the_shipped_files_are_json_lines_in_order_of_their_ids():
    for file in sorted(CASES.glob("*.jsonl")):
        ids = [json.loads(line)["id"] for line in file.read_text("utf-8").splitlines()]
        assert ids == sorted(ids) and all(i.startswith(file.stem) for i in ids)
