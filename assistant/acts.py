"""What can answer a question, in the order of trying: the first act that finds something does."""

from __future__ import annotations

from collections.abc import Callable

from assistant.act.across.act import across
from assistant.act.adequacy import adequacy
from assistant.act.boundary import boundary
from assistant.act.catalogue import catalogue
from assistant.act.check_item import check_item
from assistant.act.checklist import checklist
from assistant.act.chosen import chosen
from assistant.act.deadline import deadline
from assistant.act.discretion import discretion, waiver
from assistant.act.guide import guide
from assistant.act.in_force import in_force
from assistant.act.limits import limits
from assistant.act.mention import mention
from assistant.act.penalty import penalty
from assistant.act.plan import plan
from assistant.act.profile import profile
from assistant.act.provision import provision
from assistant.act.published import published
from assistant.act.reference import reference
from assistant.act.results import Result
from assistant.act.route import route
from assistant.act.rule_figures import rule_figures
from assistant.act.side_by_side import side_by_side
from assistant.act.sign_in import sign_in
from assistant.act.subsidy import subsidy
from assistant.act.supervision import supervision
from assistant.act.talk import injection, talk
from assistant.knowledge import Knowledge
from assistant.question import Understanding

Act = Callable[[Understanding, Knowledge], Result | None]

ACTS: tuple[Act, ...] = (
    injection,
    sign_in,
    chosen,
    adequacy,
    mention,
    in_force,
    reference,
    published,
    waiver,
    across,
    catalogue,
    limits,
    subsidy,
    guide,
    discretion,
    rule_figures,
    deadline,
    plan,
    profile,
    side_by_side,
    penalty,
    check_item,
    boundary,
    checklist,
    supervision,
    provision,
    talk,
    route,
)
"""`route` always finds something."""
