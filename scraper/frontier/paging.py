"""Which links of a listing lead to its own further pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scraper.frontier.links import FoundLink

# The number of a listing's page in its URL: /page-2/, /trang-2.html, ?page=2, ?start=20, &_101_cur=2
_PAGE_NUMBER = re.compile(r"(?i)[/?&](?:page|trang|p|paged|pageindex|start|[\w.]*cur)[-=/]?(\d+)(?:\.\w+)?/?(?=&|$)")


def as_paging(found: Sequence[FoundLink], own_key: str, every: bool) -> list[FoundLink]:
    """The links, those to further pages of the listing at `own_key` marked as "next".

    A pager has many numbers. With `every` all are taken, so that one broken page does not hide the later ones;
    otherwise only the next one, so that paging can stop early.
    """
    number = _page_of(own_key)[1]
    pager = {link.key: _page_of(link.key)[1] for link in found if link.kind == "listing" and _pages(own_key, link.key)}
    if not every:
        later = [page for page in pager.values() if page > number]
        following = min(later, default=0)
        is_marked = any(link.kind == "next" for link in found)
        found = [link for link in found if link.key not in pager or (pager[link.key] == following and not is_marked)]
    return [replace(link, kind="next") if link.key in pager else link for link in found]


def _pages(own_key: str, key: str) -> bool:
    """Whether a listing is a page of another one; a first page often lacks the parameters that the others have."""
    family, number = _page_of(key)
    own = _page_of(own_key)[0]
    return family == own or (number > 1 and "?" not in own_key and re.split("[?&]", family)[0] == own)


def _page_of(key: str) -> tuple[str, int]:
    """The listing of a page, and the number of the page; 0 where it has none, as on first pages."""
    number = _PAGE_NUMBER.search(key)
    return _PAGE_NUMBER.sub("", key).rstrip("/"), int(number[1]) if number else 0
