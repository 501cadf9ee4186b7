"""A task that the boundary table gives to another department and the registry to a section of the bureau."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.anomalies.pieces import phrases
from corpus.anomalies.wording import wording
from corpus.records import Anomaly, Document, Passage

_HUMAN_RESOURCES = re.compile(r"人社|人力社保|人力资源")
_STEM_TAIL = re.compile(r"(?:基金|资金|费用|费|款|工作|事项|等)+$")
_NOISE = re.compile(r"^(?:本级|全县|全市|全区|各类|所有|有关|相关)+")
_LONGEST = 16
"""Characters: an object is a name; what is longer is a sentence."""


def boundary_against_registry(document: Document) -> Iterator[Anomaly]:
    """Acts that only one body can carry out (`wording.yaml`, sole_acts) on one object, named on both sides.

    One anomaly for each section; `subject` is the section, `span` the other department's share, `other` the duty.
    """
    for boundary in document.boundaries:
        for share in boundary.shares:
            if _is_own(document, share.department):
                continue
            for act, verbs, stem in _tasks(document, share.text):
                yield from _claimed(
                    document, Passage(text=share.text, span=share.span), share.department, act, verbs, stem
                )


def _is_own(document: Document, department: str) -> bool:
    """The bureau itself under any short name the table uses for it; a share without a department is nobody's."""
    if not department or "本局" in department or department in document.bureau:
        return True
    bureau = document.bureau or "人社局"
    return bool(_HUMAN_RESOURCES.search(department) and _HUMAN_RESOURCES.search(bureau))


def _tasks(document: Document, text: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """`(verb as written, verbs of the same act, stem of the object)` of every sole act in a share."""
    for verbs in wording().sole_acts:
        for verb in verbs:
            for match in re.finditer(rf"{verb}(?P<object>[^，。；、,;（(的]{{2,{_LONGEST}}})", text):
                stem = _STEM_TAIL.sub("", _NOISE.sub("", match["object"]))
                if len(stem) >= 2:
                    yield verb, verbs, stem


def _claimed(
    document: Document, share: Passage, department: str, act: str, verbs: tuple[str, ...], stem: str
) -> Iterator[Anomaly]:
    names = (stem, *wording().narrower.get(stem, ()))
    for section in document.sections:
        place = next(
            (
                phrase
                for i in section.duties
                for item in document.duties[i].items
                for phrase in phrases(document.text, item.span)
                if _does(phrase.text, verbs, names)
            ),
            None,
        )
        if place is not None:
            yield Anomaly(
                code="boundary-against-registry",
                text=f"职责边界表把“{share.text}”分给{department}，登记表里{section.name}却仍列有“{place.text}”，"
                f"由谁{act}要先核实。",
                span=share.span,
                other=place.span,
                subject=section.name,
            )


def _does(phrase: str, verbs: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether a duty's phrase carries out the act on one of the objects: verb and object side by side, in either order."""
    verb, name = "|".join(verbs), "|".join(names)
    tail = "(?:基金|资金|费用|费|款|待遇)?"
    return bool(re.search(rf"(?:{name}){tail}的?(?:{verb})|(?:{verb})(?:{name}){tail}", phrase))
