"""All shapes documents come in. A new shape is one new file beside this one and one line here."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.records import Clause
from corpus.shapes.boundary_table import read_boundaries
from corpus.shapes.check_table import read_checks
from corpus.shapes.disclosure_table import read_disclosure
from corpus.shapes.discretion import read_discretion
from corpus.shapes.division_table import read_division
from corpus.shapes.guide_table import read_contact_table, read_service_table
from corpus.shapes.guides import read_guides
from corpus.shapes.labelled_duties import read_labelled_duties
from corpus.shapes.lone_section import read_acting_sections, read_lone_section, read_section_cards
from corpus.shapes.main_duties import read_main_duties
from corpus.shapes.power_table import read_powers
from corpus.shapes.prose_boundaries import read_prose_boundaries
from corpus.shapes.prose_duties import read_prose_duties
from corpus.shapes.questions import read_questions
from corpus.shapes.reading import OutlineShape, Reading, TableShape
from corpus.shapes.regimes import read_contents, read_regimes
from corpus.shapes.registry_table import read_registry
from corpus.shapes.shared_matters import read_shared_matters
from corpus.shapes.subsidies import read_subsidies
from corpus.shapes.subsidy_table import read_subsidy_table
from corpus.shapes.tier_table import read_tiers
from corpus.shapes.waiver_table import read_waivers
from corpus.shapes.waivers import read_waivers_in_text


def _regimes(text: str, clauses: Sequence[Clause]) -> Reading:
    regimes = read_regimes(text, clauses)
    return Reading(regimes=regimes, contents=read_contents(clauses, regimes))


TABLE_SHAPES = (
    TableShape("boundary-table", read_boundaries),
    TableShape("subsidy-table", read_subsidy_table),
    TableShape("tier-table", read_tiers),
    TableShape("waiver-table", read_waivers),
    TableShape("disclosure-table", read_disclosure),
    TableShape("check-table", read_checks),
    TableShape("power-table", read_powers),
    TableShape("service-table", read_service_table),
    TableShape("registry-table", read_registry),
    TableShape("division-table", read_division),
    TableShape("shared-matters", read_shared_matters),
    TableShape("contact-table", read_contact_table),
    TableShape("labelled-duties", read_labelled_duties),
)
"""Tried in this order on each table: the first that knows the header reads it."""

OUTLINE_SHAPES = (
    OutlineShape("regimes", _regimes),
    OutlineShape("prose-duties", read_prose_duties),
    OutlineShape("lone-section", read_lone_section),
    OutlineShape("section-cards", read_section_cards),
    OutlineShape("acting-sections", read_acting_sections),
    OutlineShape("main-duties", read_main_duties),
    OutlineShape("prose-boundaries", read_prose_boundaries),
    OutlineShape("service-guide", read_guides),
    OutlineShape("questions", read_questions),
    OutlineShape("subsidies", read_subsidies),
    OutlineShape("discretion-standard", read_discretion),
    OutlineShape("waivers", read_waivers_in_text),
)
"""All of them read the clauses of the running text."""
