"""Tenures: the posts that a person held, with the days of the articles that show it, their beginnings and ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.linking.comparison.names import may_be_person, name_key
from extract.linking.comparison.posts import CanonicalPost, same_post
from extract.linking.persons.changes import PostChange
from extract.linking.persons.mentions import OfficialRecord, leads
from extract.linking.persons.people import LinkedPerson
from extract.text.patterns import whole_words

Row = dict[str, Any]
_BIOGRAPHY = 5  # more posts in an article are a biography, not a change of post


@dataclass(frozen=True, slots=True)
class Holding:
    """A mention of a person with a post; `change` says whether the article reports its beginning or end."""

    mention: OfficialRecord
    post: CanonicalPost
    change: PostChange | None = None

    @property
    def present(self) -> bool:
        """Whether the mention shows the person in the post, as held or as just given."""
        return not self.post.former and self.change not in ("lost", "left", "once")


@dataclass(slots=True)
class Tenure:
    """A post of a person with all its mentions."""

    post: CanonicalPost
    holdings: list[Holding] = field(default_factory=list)


def tenures_of(person: LinkedPerson, changes: dict[str, dict[str, PostChange]]) -> list[Tenure]:
    """The posts of a person, wordings of one post merged, in the order in which they were first seen.

    `changes` are the changes of posts in articles, by official and by the post as printed.
    """
    tenures: list[Tenure] = []
    for holding in _holdings(person, changes):
        tenure = next((one for one in tenures if same_post(one.post, holding.post)), None)
        if tenure is None:
            tenures.append(Tenure(holding.post, [holding]))
        else:
            tenure.post = _fuller(tenure.post, holding.post)
            tenure.holdings.append(holding)
    return tenures


def tenure_rows(person_id: str, name: str, tenures: Sequence[Tenure], place_names: dict[str, str]) -> list[Row]:
    """The rows of a person in `tenures`. `place_names` are the names of units as printed, by the folded ones."""
    return [_row(person_id, name, tenure, tenures, place_names) for tenure in tenures]


def latest_first(tenures: Iterable[Tenure]) -> list[Tenure]:
    """Tenures by the last day on which they were seen, the latest first; those with only an end come last."""
    return sorted(tenures, key=_last_day, reverse=True)


def _last_day(tenure: Tenure) -> str:
    return max((one.mention.day for one in tenure.holdings if one.present), default="")


def title_of(tenure: Tenure) -> str:
    """The text of a post: head, body and unit."""
    post = tenure.post
    return " ".join(filter(None, (post.head, post.body, post.unit.title())))


def _holdings(person: LinkedPerson, changes: dict[str, dict[str, PostChange]]) -> Iterable[Holding]:
    for mention in person.mentions:
        changed = changes.get(mention.official_id, {})
        for post in sorted(mention.posts, key=CanonicalPost.order):
            if not post.membership and post.placed:
                yield Holding(mention, post, changed.get(post.printed))


def _fuller(one: CanonicalPost, other: CanonicalPost) -> CanonicalPost:
    """The post with the more detailed body; of equal ones the first."""
    return other if (bool(other.unit), len(other.body)) > (bool(one.unit), len(one.body)) else one


def _row(person_id: str, name: str, tenure: Tenure, all_of: Sequence[Tenure], place_names: dict[str, str]) -> Row:
    post = tenure.post
    held = [one for one in tenure.holdings if one.present and one.mention.day]
    days = sorted(one.mention.day for one in held)
    sure = may_be_person(name_key(name))
    left = {one.mention.article_id for one in tenure.holdings if one.change in ("lost", "left") or one.post.former}
    given = (one for one in held if one.change == "gained" and one.mention.article_id not in left)
    started = min(given, key=_when, default=None) if sure else None
    ended, basis = _end(tenure, all_of, days[-1] if days else "") if sure else (None, None)
    return {
        "person_id": person_id,
        "name": name,
        "head": post.head,
        "body": post.body or None,
        "unit": place_names.get(post.unit, post.unit) or None,
        "province": place_names.get(post.province, post.province) or None,
        "level": post.level or None,
        "first_seen": days[0] if days else None,
        "last_seen": days[-1] if days else None,
        "started": started.mention.day if started else None,
        "started_basis": "appointed" if started else None,
        "started_article_id": started.mention.article_id if started else None,
        "ended": ended.mention.day if ended else None,
        "ended_basis": basis,
        "ended_article_id": ended.mention.article_id if ended else None,
        "n_mentions": len({one.mention.official_id for one in tenure.holdings}),
    }


def _end(tenure: Tenure, all_of: Sequence[Tenure], last_seen: str) -> tuple[Holding | None, str | None]:
    """The mention that shows the end of a post, and the evidence: a dismissal; an article that names it together with
    one just given elsewhere; a mention as former holder after which no mention has the post."""
    lost = [one for one in tenure.holdings if one.change == "lost" and one.mention.day]
    if lost:
        return min(lost, key=_when), "dismissed"
    given = {one.mention.official_id for other in all_of if other is not tenure for one in other.holdings
             if one.change == "gained" and _elsewhere(tenure.post, other.post)}  # fmt: skip
    moved = [one for one in tenure.holdings if one.mention.official_id in given and _is_left(one, last_seen)]
    if moved:
        return min(moved, key=_when), "moved"
    former = [one for one in tenure.holdings if one.change == "left" or one.post.former and one.change != "once"]
    former = [one for one in former if one.mention.day and one.mention.day >= last_seen]
    return (min(former, key=_when), "former") if former else (None, None)


def _is_left(held: Holding, last_seen: str) -> bool:
    """Whether a post beside one just given is the previous one: it is not newly given itself, not combined with others,
    not seen again, and not a line of a biography."""
    kept = _KEPT.search(held.post.body_key)
    return not kept and held.change is None and held.mention.day >= last_seen and len(held.mention.posts) <= _BIOGRAPHY


def _elsewhere(post: CanonicalPost, given: CanonicalPost) -> bool:
    """Whether the post that is given ends the one held: another head of its body, a post of another unit or level, or
    one in the leadership of the unit after one in a department."""
    if post.specific and given.specific and post.head_key == given.head_key:
        return False  # one company in other words
    if post.unit != given.unit or post.level != given.level:
        return True
    return post.body_key == given.body_key or (leads(given) and not leads(post))


def _when(holding: Holding) -> tuple[str, str]:
    return holding.mention.day, holding.mention.official_id


_KEPT = whole_words("linking", "posts", "kept", "bodies")
