"""One page at a time, outside of a crawl: for looking at a site before it is registered, and for checking one that is.

The guards of a crawl hold: every address asked, redirects included, is resolved first, and private ones are refused but
for a loopback address that the user named; robots.txt is obeyed as RFC 9309 says; bodies and redirects are bounded.
"""

from __future__ import annotations

import hashlib
import http.client
import socket
import urllib.request
from datetime import UTC, datetime
from email.message import Message
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit

from protego import Protego

from scraper.article import Page
from scraper.policy.guards import MAX_BYTES, MAX_HOPS, URLRefused, check_ip
from scraper.settings import USER_AGENT

TIMEOUT = 30.0  # seconds, for each answer


class Unreachable(OSError):
    """An address that gives no answer; the message says why."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Redirects are followed one by one, so that each address is checked."""


def fetch(url: str) -> Page:
    """The page at an address, after redirects. Raises Unreachable; Refused for private addresses and too many hops."""
    asked = url
    for _ in range(MAX_HOPS + 1):
        page = _ask(url, asked)
        if page.status not in (301, 302, 303, 307, 308) or "location" not in page.headers:
            return page
        url = urljoin(url, page.headers["location"])
    raise URLRefused("redirects", f"more than {MAX_HOPS} from {asked}")


def allowed(url: str) -> bool:
    """Whether robots.txt lets us ask: no robots.txt is leave, one that cannot be had is none (RFC 9309)."""
    try:
        page = fetch(urljoin(url, "/robots.txt"))
    except Unreachable:
        return False
    if page.status >= 500:
        return False
    rules = page.body.decode("utf-8", errors="replace") if page.status == 200 else ""
    return bool(Protego.parse(rules).can_fetch(url, USER_AGENT))


def _ask(url: str, asked: str) -> Page:
    _check(url)
    request = urllib.request.Request(url, headers={"User-Agent": USER_AGENT, "Accept-Language": "vi"})
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=TIMEOUT) as answer:
            return _page(url, asked, answer.status, answer.headers, answer.read(MAX_BYTES))
    except HTTPError as error:
        with error:
            return _page(url, asked, error.code, error.headers, error.read(MAX_BYTES))
    except (OSError, URLError, http.client.HTTPException) as error:
        raise Unreachable(f"{url}: {getattr(error, 'reason', error)}") from error


def _check(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise URLRefused("refused", f"{url}: only http and https are asked")
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    except OSError as error:
        raise Unreachable(f"{parts.hostname}: {error}") from error
    for *_, address in found:
        check_ip(parts.hostname, str(address[0]))


def _page(url: str, asked: str, status: int, headers: Message[str, str], body: bytes) -> Page:
    named = {name.lower(): "; ".join(headers.get_all(name, [])) for name in headers}
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Page(url, asked, now, status, named, body, hashlib.sha256(body).hexdigest())
