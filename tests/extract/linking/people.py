"""Mentions of officials for the tests of the linking: invented people, with posts as an extraction splits them."""

from __future__ import annotations

from extract.linking.comparison.posts import CanonicalPost, canonical_post
from extract.linking.persons.mentions import OfficialRecord

_LEVELS = {"tỉnh": "province", "huyện": "district", "xã": "commune"}


def post(printed: str, head: str, body: str | None = None, unit: str | None = None, level: str | None = None,
         province: str | None = "Điện Biên") -> CanonicalPost:  # fmt: skip
    """The post of a row of `positions` about an event in the province."""
    tier = (unit or "").split(" ")[0]
    row = {"position": printed, "head": head, "body": body, "unit": unit, "level": level or _LEVELS.get(tier)}
    found = canonical_post(row, {"province": province, "district": None, "commune": None})
    assert found is not None
    return found


def chairman(unit: str = "huyện Mường Vạc", province: str | None = "Điện Biên") -> CanonicalPost:
    """Chairman of the people's committee of a unit."""
    return post(f"Chủ tịch UBND {unit}", "Chủ tịch", "UBND", unit, province=province)


def mention(number: int, *posts: CanonicalPost, name: str = "Lò Văn Tấn", day: str = "2023-05-12",
            place: str = "Điện Biên", article: int | None = None) -> OfficialRecord:  # fmt: skip
    """A mention in an article of its own."""
    at = number if article is None else article
    return OfficialRecord(f"o{number:03}", f"a{at:03}", name, day, place, frozenset(posts))
