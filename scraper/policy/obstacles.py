"""Obstacles to reading a site's pages, by the flags of pages, with advice on each."""

from __future__ import annotations

# The meaning of each obstacle, and the advice.
ADVICE = {
    "javascript": "drawn by scripts in the browser: give a feed, a sitemap or an older address of the site, or save "
    "its pages with a browser and take them in with `sukien ingest`",
    "challenge": "behind a check of the browser (scripts and cookies): ask the site's owner for access, or take the "
    "pages from a web archive with --archive",
    "login": "behind a login: only what is public is read",
    "picture": "a picture in place of text",
    "post_back": "a listing whose pager only posts a form back (script): further pages cannot be followed; give "
    "listings, a feed or a sitemap that reach them",
}


def advice_of(obstacles: dict[str, int], pages: int) -> list[str]:
    """Returns a sentence for each obstacle, the most frequent first: the number of pages, the reason, the advice."""
    ranked = sorted(obstacles.items(), key=lambda item: (-item[1], item[0]))
    return [f"{count} of {pages} pages: {ADVICE[name]}" for name, count in ranked if name in ADVICE]
