"""Articles asked for by name, and where the documents refer to a law; what the documents do not hold is said so."""

from __future__ import annotations

from assistant.act.case import judge
from assistant.act.laws import law_named, plain_name
from assistant.act.nearest import short_form
from assistant.act.penalty_results import AbsentResult, WhichLawResult
from assistant.act.results import ProvisionResult, ReferenceResult, Result
from assistant.articles import number_of
from assistant.knowledge import Knowledge
from assistant.question import Understanding
from assistant.understand.pinpoint import Pinpoint, laws_named, pinpoints
from corpus.records import Document, LawReference, Penalty

_ASKS = frozenset(["penalty", "handling", "reference", "corpus"])
_OTHERWISE = frozenset(["where", "phone", "address", "hours", "amount", "materials"])
_MOSTLY = 12
"""Characters that a question may have beside an article for the article to be what it asks for."""
_SELF = "我"
_TITLE, _DOCUMENTS = 4, 3
_KINDS_OF_LAW = frozenset({"法", "法律", "条例", "法规", "办法", "规定", "细则", "规章", "这个条例", "该条例", "文件"})
"""Words that name no law: the article is looked for in all that are held."""


def reference(u: Understanding, k: Knowledge) -> Result | None:
    """The penalties of the article named; else the references to the law named, when the question asks for them."""
    places = pinpoints(u.text)
    if places and _about_it(u, places):
        return _article(places, u, k)
    if absent := _absent_law(u, k):
        return absent
    if "reference" not in u.cues:
        return None
    return _references(u, k)


def _about_it(u: Understanding, places: tuple[Pinpoint, ...]) -> bool:
    if u.facts.proposed_yuan is not None or _ASKS & u.cues:
        return True
    rest = len(u.text) - sum(len(p.said) + len(p.law) for p in places)
    return rest <= _MOSTLY and not _OTHERWISE & u.cues and _SELF not in u.text


def _article(places: tuple[Pinpoint, ...], u: Understanding, k: Knowledge) -> Result | None:
    first = places[0]
    names = k.articles.names
    law = law_named(first.law, names, bracketed=first.bracketed) if first.law else None
    if first.law and law is None and (first.bracketed or plain_name(first.law) not in _KINDS_OF_LAW):
        return AbsentResult(_said(f"《{first.law}》" if first.bracketed else plain_name(first.law), u), "", ())
    if law is None and (own := _own_article(first.article, u, k)):
        return own
    held = [(d, r) for d, r in k.articles.known() if law in (None, r.name)]
    same = [(d, r) for d, r in held if number_of(r.article) == first.article and not first.second]
    laws = {r.name for _, r in same}
    if len(laws) > 1:
        return WhichLawResult(_said(first.said, u), tuple(same))
    if not laws:
        known = law or (held[0][1].name if len({r.name for _, r in held}) == 1 else "")
        return AbsentResult(_said(first.said, u), known, tuple(held))
    (law,) = laws
    return _of_article(law, [p for p in places if p.law == first.law], same, u, k)


def _own_article(article: float, u: Understanding, k: Knowledge) -> ProvisionResult | None:
    """The article of a regulation that is itself among the documents and of which no penalty is read, with its items."""
    held = [(d, c) for d, c in k.articles.numbered(article) if not d.regimes]
    held = [(d, c) for d, c in held if not any(p.article == c.label for p in d.penalties)]
    titled = [(d, c) for d, c in held if short_form(u.text, d.title)[_TITLE:]]
    chosen = (titled or held)[:_DOCUMENTS]
    below = [(d, x) for d, c in chosen for x in (c, *(y for y in d.clauses if y.parent == c.index))]
    return ProvisionResult(tuple(below)) if below else None


def _of_article(
    law: str, places: list[Pinpoint], same: list[tuple[Document, LawReference]], u: Understanding, k: Knowledge
) -> Result | None:
    """The penalties of one law's articles and items; the article's own words where no penalty is read from it."""
    numbers = {p.article for p in places}
    stated = [(d, p) for d, p in k.penalties if p.law == law and number_of(p.article) in numbers]
    chosen = [(d, p) for d, p in stated if any(_in(p, place) for place in places)]
    if chosen:
        return judge(chosen, u, k)
    if stated:
        items = tuple(dict.fromkeys(p.item for _, p in stated if p.item and not p.item.endswith("款")))
        return AbsentResult(_said(places[0].said, u), law, tuple(same[:1]), items)
    clauses = [(d, c) for d, c in k.articles.of_law(law) if number_of(c.label) in numbers]
    below = [(d, x) for d, c in clauses for x in (c, *(y for y in d.clauses if y.parent == c.index))]
    return ProvisionResult(tuple(below)) if below else ReferenceResult(tuple(same))


def _in(p: Penalty, place: Pinpoint) -> bool:
    """Whether a penalty belongs to the article, and to the paragraph and the items where the question names them."""
    if number_of(p.article) != place.article:
        return False
    if place.items:
        return not p.item.endswith("款") and number_of(p.item) in place.items
    if place.paragraph is not None and p.item.endswith("款"):
        return number_of(p.item) == place.paragraph
    return True


def _said(words: str, u: Understanding) -> str:
    """The question's words as they may be repeated: only what it really wrote."""
    return words if words in u.raw else ""


def _absent_law(u: Understanding, k: Knowledge) -> AbsentResult | None:
    """A law in 《》 that the documents do not even refer to, when the question asks what it says."""
    if not ({"penalty", "reference"} & u.cues) or _OTHERWISE & u.cues or _SELF in u.text:
        return None
    names = k.articles.names
    for law in laws_named(u.text):
        if law.endswith(("法", "条例", "办法", "规定", "细则")) and law_named(law, names, bracketed=True) is None:
            return AbsentResult(_said(f"《{law}》", u), "", ())
    return None


def _references(u: Understanding, k: Knowledge) -> ReferenceResult | None:
    found = [(d, r) for d in k.corpus.documents for r in d.references if _mentioned(r.name, u.text)]
    if not found:
        return None
    longest = max(len(r.name) for _, r in found)
    exact = [(d, r) for d, r in found if len(r.name) == longest] if any(r.name in u.text for _, r in found) else found
    with_article = [(d, r) for d, r in exact if r.article]
    return ReferenceResult(tuple(with_article or exact))


def _mentioned(name: str, text: str) -> bool:
    """Whether a text names a law; a longer law's name (《…法实施条例》) does not name the shorter one."""
    short = name.removeprefix("中华人民共和国")
    at = text.find(short)
    if len(short) < len("劳动法") or at < 0:
        return False
    return not text[at + len(short) :].startswith(("实施条例", "实施办法", "实施细则"))
