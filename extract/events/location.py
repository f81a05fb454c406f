"""The place of an event: the unit supported by the reporting sentence, the lead, the title and the site.

A unit named as the place of the event ("tại thị trấn Na Hang") decides; else all names, and the site's own unit, are
weighted by their positions. The place of an online conference is the hall that the article reports from. Where several
districts or communes have equal weight, that level is empty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extract.events.unit_codes import with_codes
from extract.gazetteer.publisher import day_of, home_of
from extract.model import Mention, PlaceValue, Span
from extract.text.document import Document
from extract.text.patterns import WordPattern, ends_with
from extract.weights import weights
from scraper.article import Place
from scraper.boundary.values import unmarked

_LEAD_SENTENCES = 4
_ISO_DAY = 10  # characters


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A named unit: its place, its weight, whether it is named as the place of something, or as a remote hall."""

    place: Place
    weight: float
    held: bool
    remote: bool
    near: bool
    central: bool


def resolve_place(
    document: Document,
    mentions: Sequence[Mention[Any]],
    focus: Span | None,
    held_on: str | None = None,
    site: Place | None = None,
) -> Place:
    """Province, district and commune in which the event of the sentence `focus` was held; None where unknown.

    `site` is the unit of the publisher, by default that of its host. The codes are those of the day `held_on`, or of
    the publication where that is not a whole ISO day.
    """
    day = held_on if held_on and len(held_on) == _ISO_DAY else day_of(document)
    site = home_of(document) if site is None else site
    named = [mention for mention in mentions if mention.kind == "place" and mention.rule != "opened"]
    candidates = _candidates(document, named, focus)
    held = _held(candidates, site)
    province = _province(held, candidates, site)
    inside = [candidate for candidate in candidates if province is None or candidate.place.province in (province, None)]
    held_inside = [candidate for candidate in held if province is None or candidate.place.province in (province, None)]
    site = site if site.province == province else Place(level=site.level)
    district = _lower(held_inside, inside, _district_of, site) or _only_own(document, focus, inside)
    inside = [one for one in inside if district is None or _district_of(one.place) in (district, None)]
    halls = [one for one in held_inside if not one.remote]  # a commune's hall is one of several
    commune = _lower(halls, [one for one in inside if one.central], _commune_of, site)
    place = with_codes(
        Place(province=province, district=district, commune=commune),
        day,
        site,
        [site, *(candidate.place for candidate in candidates)],
    )
    return _as_printed(place, mentions)


def _as_printed(place: Place, mentions: Sequence[Mention[Any]]) -> Place:
    """The place with its district and commune in the article's own spelling ("Đăk R'lấp" for Đắk R'Lấp)."""
    for level in ("district", "commune"):
        name = getattr(place, level)
        spelled = (" ".join(mention.text.split()[-len(name.split()) :]) for mention in mentions) if name else ()
        variants = [one for one in spelled if not one.isupper() and _letters(one) == _letters(name)]
        if variants and name not in variants and _letters(name):
            place = replace(place, **{level: variants[0]})
    return place


def _letters(name: str) -> str:
    """The letters of a name without marks, apostrophes and blanks."""
    return "".join(letter for letter in unmarked(name) if letter.isalpha() and letter.isascii())


def resolve_venue(
    document: Document,
    mentions: Sequence[Mention[Any]],
    focus: Span | None,
    opens: bool = False,
    told_again: Sequence[Span] = (),
) -> str | None:
    """The hall, house or square named in the sentence of the event, else in the lead, else in one of the sentences that
    tell its day again; the first one named.

    With `opens` the event may be the opening of one, which then is where it was held, if no other place is named.
    """
    venues = [one for one in mentions if one.kind == "place" and one.value.venue and one.rule != "opened"]
    named = _first_venue(document, venues, focus)
    if named is None:
        again = (one for one in venues if any(sentence.contains(one.span) for sentence in told_again))
        named = next((one.value.venue for one in again), None)
    if named or not opens:
        return named
    return _first_venue(document, [one for one in mentions if one.kind == "place" and one.rule == "opened"], focus)


def _first_venue(document: Document, venues: Sequence[Mention[Any]], focus: Span | None) -> str | None:
    near = [mention for mention in venues if _zone(document, mention.span, focus) > weights().places.elsewhere]
    near = [mention for mention in near if focus is None or not _is_of_plan(document, mention.span, focus)]
    first = next((mention for mention in near if focus and focus.contains(mention.span)), next(iter(near), None))
    return first.value.venue if first else None


def _is_of_plan(document: Document, span: Span, focus: Span) -> bool:
    """Whether another sentence than the report tells of the place as one where something will be held."""
    told = document.sentence_at(span.start)
    ahead = _PLANNED.search(document.folded, focus.start, focus.end) or focus == document.sentences[0]
    return told != focus and not ahead and bool(_PLANNED.search(document.folded, told.start, span.start))


def _candidates(document: Document, mentions: Sequence[Mention[Any]], focus: Span | None) -> list[_Candidate]:
    """The candidates of all names; a unit that continues a venue or another unit has the same candidate as that one."""
    candidates: list[_Candidate] = []
    floor, held, end = 0.0, False, -1
    for mention in mentions:
        start = max(0, mention.span.start - 40)
        goes_on = end >= 0 and _goes_on(document, mention, end)
        is_told = bool(_VENUE_SAID.search(document.folded, start, mention.span.start))
        floor = weights().places.title if is_told else floor if goes_on else 0.0
        before = bool(_HELD.search(document.folded, start, mention.span.start))
        held = before or mention.rule == "dateline" or held and goes_on
        candidates.append(_candidate(document, mention, max(floor, _zone(document, mention.span, focus)), held))
        end = mention.span.end
    return candidates


def _goes_on(document: Document, mention: Mention[Any], end: int) -> bool:
    if mention.span.start < end or mention.rule == "list":
        return True
    return bool(_CHAIN.fullmatch(document.folded, end, mention.span.start))


def _candidate(document: Document, mention: Mention[Any], weight: float, held: bool) -> _Candidate:
    value: PlaceValue = mention.value
    before = max(0, mention.span.start - 40)
    if _POST.search(document.folded, before, mention.span.start):
        weight *= weights().places.share_in_post
    away = _AWAY.search(document.folded, before, mention.span.start)
    sentence = document.sentence_at(mention.span.start)
    away = away or _TOPIC.search(document.folded, sentence.start, mention.span.start)
    if away or _FOREIGN.match(document.folded, mention.span.end):
        weight, held = 0.0, False
    remote = bool(_REMOTE.search(document.folded, before, mention.span.start))
    central = weight > weights().places.lead and not remote and not _is_aside(document, mention)
    return _Candidate(value.place, weight, held, remote, weight > weights().places.elsewhere, central)


def _is_aside(document: Document, mention: Mention[Any]) -> bool:
    """Whether a name is the origin of people or things: in brackets, or after the words for guests."""
    before = document.folded[max(0, mention.span.start - 40) : mention.span.start]
    visited = _VISITED.search(document.folded, max(0, mention.span.start - 80), mention.span.start)
    if visited or _HELD.search(before) or _HOUSE.search(before):
        return False
    return before.endswith("(") or bool(ends_with("places", "context", "guests").search(before))


def _zone(document: Document, span: Span, focus: Span | None) -> float:
    """The weight of a name by its position."""
    by = weights().places
    if focus and focus.contains(span):
        return by.focus
    told = document.sentence_at(span.start)
    if _EARLIER.match(document.folded, told.start, told.end):
        return by.elsewhere
    block = document.block_at(span.start)
    if block is document.blocks[0]:
        return by.title
    lead = document.sentences[:_LEAD_SENTENCES]
    return by.lead if block.kind == "lead" or span.end <= lead[-1].end else by.elsewhere


def _held(candidates: Sequence[_Candidate], site: Place) -> list[_Candidate]:
    """The units named as the place: the remote hall of the site, else the places near the report of the event."""
    remote = [candidate for candidate in candidates if candidate.remote and candidate.place.province]
    at_home = [candidate for candidate in remote if site.province is None or candidate.place.province == site.province]
    if at_home and len({candidate.place.province for candidate in at_home}) == 1:
        return [replace(candidate, weight=weights().places.focus) for candidate in at_home]
    if remote and site.province:
        return [_Candidate(site, weights().places.site, True, True, True, True)]
    return [candidate for candidate in candidates if candidate.held and candidate.near]


def _province(held: Sequence[_Candidate], candidates: Sequence[_Candidate], site: Place) -> str | None:
    focus = weights().places.focus
    named = [one.place.province for one in held if one.place.province and one.weight >= focus]
    if named:
        return site.province if site.province in named else named[0]
    votes = _votes([*held, *candidates], lambda place: place.province)
    if site.province:
        votes[site.province] += weights().places.site
    return max(votes, key=lambda name: votes[name], default=None)


def _lower(
    held: Sequence[_Candidate], candidates: Sequence[_Candidate], name_of: Callable[[Place], str | None], site: Place
) -> str | None:
    """The district or commune: the only one named as the place, else the one with clearly the highest weight."""
    by = weights().places
    named = list(dict.fromkeys(name for one in held if one.weight >= by.focus and (name := name_of(one.place))))
    if named:
        return named[0] if len(named) == 1 else None
    votes = _votes(candidates, name_of)
    if own := name_of(site):
        votes[own] += by.site
    ranked = sorted(votes, key=lambda name: -votes[name])
    if not ranked or votes[ranked[0]] < by.enough:
        return None
    second = votes[ranked[1]] if len(ranked) > 1 else 0.0
    return ranked[0] if votes[ranked[0]] >= by.clearly * second else None


def _only_own(document: Document, focus: Span | None, candidates: Sequence[_Candidate]) -> str | None:
    """The only district that the article names, where the report has "huyện" without a name."""
    names = {candidate.place.district for candidate in candidates if candidate.place.district}
    if len(names) != 1 or not document.sentences:
        return None
    span = focus or document.sentences[0]
    tiers = _OWN.finditer(document.folded, span.start, span.end)
    own = any(not document.text[tier.end() : tier.end() + 2].strip()[:1].isupper() for tier in tiers)
    return names.pop() if own else None


def _votes(candidates: Iterable[_Candidate], name_of: Callable[[Place], str | None]) -> defaultdict[str, float]:
    """The weight of each name; that of names further down is limited."""
    votes: defaultdict[str, float] = defaultdict(float)
    further: defaultdict[str, float] = defaultdict(float)
    for candidate in candidates:
        if name := name_of(candidate.place):
            (votes if candidate.near else further)[name] += candidate.weight
    for name, weight in further.items():
        votes[name] += min(weight, weights().places.most_elsewhere)
    return votes


def _district_of(place: Place) -> str | None:
    return place.district


def _commune_of(place: Place) -> str | None:
    return place.commune


# A hamlet that may be named before its unit: "tại khóm 10, phường 1".
_HAMLET = r"(?:{context.hamlets}\s[^,.;]{1,25},\s)?"


def _right_before(words: str) -> WordPattern:
    """Words of the lexicon right before a name."""
    source = rf"(?<!\w){{context.{words}}}[\s:]+(?:{{venue.area}}\s+)?{{hamlet}}$"
    return WordPattern("places", source, hamlet=_HAMLET)


_VENUE_SAID = _right_before("venue_said")
_AWAY = _right_before("away")
# A word of the place of an event right before a unit's name, or before the house of its body.
_HELD = WordPattern(
    "places",
    r"(?<!\w){context.held}[\s:]+(?:{venue.area}\s+)?{hamlet}(?:{context.houses}\s)?$",
    hamlet=_HAMLET,
)
# A school, hall or the like, up to the bracket that says where it is.
_HOUSE = WordPattern("places", r"(?<!\w){venue.bracketed}(?!\w)[^,.;()]*\($")
# What a session is about, up to the unit: "họp nghe báo cáo quy hoạch chợ" before "xã Tân Hồng"; a word of place before
# that says where something was held after all.
_TOPIC = WordPattern(
    "places",
    r"""
    (?<!\w){context.sessions}(?!\w)[^.;]{0,80}?\s{context.topics}\s
    (?:(?!(?:{context.held}|{context.guests_of})\s)[^\s.;,]+\s){0,12}
    (?:(?:[^\s.;,]+\s){0,3}[^\s.;,]+,\s){0,2}$
    """,
)
# People and bodies that are visited are where the visit was; what is told of an earlier day is not.
_VISITED = WordPattern("places", r"(?<!\w){context.visited}\s[^.;]{0,60}$")
_EARLIER = WordPattern("events", r"\s*{further.earlier}(?!\w)")
# After a name that a province of another country has too: "tỉnh Hà Nam (Trung Quốc)".
_FOREIGN = WordPattern("places", r"\s?[(,]\s?{abroad.countries}(?!\w)")
_PLANNED = WordPattern("events", r"(?<!\w){status.will+status.planned}\s")
_OWN = WordPattern("places", r"(?<!\w){tiers.own}(?!\w)")
# Between a venue and its unit, or a unit and the one above it.
_CHAIN = WordPattern(
    "places",
    r"""
    \s?[,(–-]\s?(?:{grammar/belonging}\s|{context.street}\s[^.,;)]{1,30},\s)?
    | \s(?:{grammar/belonging+grammar/and}\s)?(?:{grammar/several}\s)?
    """,
)
_POST = WordPattern("places", r"(?<!\w){context.posts}(?:\s[^\W\d]+){0,3}\s$")
# A remote hall, with the body in whose house it is.
_REMOTE = WordPattern(
    "places",
    r"(?<!\w){context.remote}\s(?:{bodies.province+bodies.city+bodies.district+context.remote_bodies}\s)*$",
)
