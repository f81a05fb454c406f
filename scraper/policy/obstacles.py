"""Reasons why pages of a site cannot be read: obstacles by the flags of pages, errors by their kind."""

from __future__ import annotations

from collections.abc import Iterable

# The meaning of each obstacle, and the advice.
ADVICE = {
    "javascript": "drawn by scripts in the browser: give a feed, a sitemap or an older URL of the site, or save "
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


# The meaning of each kind of error of a URL, as `sukien status` counts them; http_NNN is the server's own answer.
ERRORS = {
    "bad_encoding": "the body cannot be unpacked",
    "challenge": ADVICE["challenge"],
    "connection_lost": "the server hung up, or its answer is no HTTP",
    "connection_refused": "nothing listens at this address",
    "ignored": "not asked, by a setting of Scrapy",
    "no_such_host": "the name of the host does not resolve",
    "off_site": "the page redirects to another site; that one was not asked",
    "redirect_loop": "the page redirects in a circle",
    "redirected": "the page redirects to another URL of the site, which is asked in its place",
    "refused": "the URL leads to a private network or to another scheme; it was not asked",
    "robots": "robots.txt forbids it; it was not asked",
    "robots_unreachable": "robots.txt could not be had, so nothing was asked",
    "timeout": "no whole answer in time",
    "tls": "no secure connection: an old or a wrong certificate or protocol",
    "too_large": "more bytes than an article has",
    "trap": "a URL of the kind that never ends, as of a calendar; it was not asked",
    "truncated": "the connection ended before the body did",
}


def meanings_of(kinds: Iterable[str]) -> list[str]:
    """Returns a line for each kind of error that needs a word, in alphabetical order."""
    return [f"{kind}: {ERRORS[kind]}" for kind in sorted(set(kinds)) if kind in ERRORS]
