"""Guards of a crawl: against URLs outside the site, private networks, spider traps, and decompression bombs.

Pure functions; `scraper.spiders.middlewares` applies them to every request, and its resolver to the IP addresses that
names resolve to.
"""

from __future__ import annotations

import ipaddress
import re
from collections import Counter
from collections.abc import Collection
from urllib.parse import parse_qsl, urlsplit

from scraper.sites import ascii_host

MAX_BYTES = 20_000_000  # of one body, on the wire and unpacked
LARGE_BODY = 2_000_000  # bytes; larger ones are downloaded, unpacked and read a few at a time
MAX_HEAD, MAX_HEAD_LINES = 256_000, 1_000  # bytes and lines of the status and headers of a response
MAX_URL = 2_000  # characters
MAX_SEGMENTS = 20  # of a path
MAX_REPEATS = 2  # of one path segment; Heritrix's rule
MAX_PARAMETERS = 12  # of a query
MAX_HOPS = 5  # redirects in a row
MAX_NESTING = 500  # elements within each other; parsers give up soon after
MAX_MARKUP = 5_000_000  # bytes of a page that are parsed as HTML, without the pictures within it
MAX_TAGS, MAX_ATTRIBUTES = 100_000, 200_000  # of a page; more cost more memory than all else of a crawl
_PICTURE = re.compile(rb"data:[\w/+.-]{0,100};base64,[A-Za-z0-9+/=%\s]{200,}")
_TAG = re.compile(rb"<(/?)(?:div|span|table|tbody|tr|td|ul|ol|li|p|b|i|font|section|blockquote)\b[^>]{0,2000}>", re.I)

_ACT = (
    r"(?:delete|del|remove|xoa|edit|sua|update|logout|log-out|log_out|signout|sign-out|dang-xuat|thoat|like|unlike|"
    r"dislike|vote|rate|binh-chon|subscribe|unsubscribe|add-to-cart|report-abuse|publish|unpublish|trash)"
)
_ACTS_IN_PATH = re.compile(rf"(?i)/{_ACT}(?:\.\w+|/\d+)?/?$")
_ACTS_IN_QUERY = re.compile(
    rf"(?i)(?:^|&)(?:(?:action|act|do|task|cmd|op|mode|func|method|event)=[\w.-]*?{_ACT}(?=&|$)|{_ACT}(?:=|&|$))"
)


def without_pictures(body: bytes) -> bytes:
    """A page without the pictures that are embedded in data: URLs."""
    return _PICTURE.sub(b"data:,", body) if b";base64," in body else body


def is_too_much(body: bytes) -> bool:
    """Whether a page is longer, or has more tags or attributes, than a page of news can have."""
    return len(body) > MAX_MARKUP or body.count(b"<") > MAX_TAGS or body.count(b"=") > MAX_ATTRIBUTES


class URLRefused(Exception):
    """A request that is not made; `reason` is one word for the record."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason


def netloc_of(url: str) -> str:
    """Host and port of a URL, in lower case, without the default port, with "www."."""
    parts = urlsplit(url)
    host = ascii_host((parts.hostname or "").rstrip("."))
    return f"{host}:{parts.port}" if parts.port and parts.port not in (80, 443) else host


def is_loopback_name(host: str) -> bool:
    """Whether a host is a loopback name or address."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_public(address: str) -> bool:
    """Whether an IP address is public: not loopback, private, link-local, reserved or multicast."""
    parsed = ipaddress.ip_address(address.partition("%")[0].strip("[]"))
    mapped = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    return (mapped or parsed).is_global and not parsed.is_multicast


def changes_something(url: str) -> bool:
    """Whether a request for a link would change something on the site: delete, log out, vote."""
    parts = urlsplit(url)
    return bool(_ACTS_IN_PATH.search(parts.path) or _ACTS_IN_QUERY.search(parts.query))


def check_ip(host: str, address: str) -> None:
    """Raise URLRefused unless a host may have an IP address: a public one, or loopback for a loopback name."""
    if is_loopback_name(host):
        if not ipaddress.ip_address(address.partition("%")[0]).is_loopback:
            raise URLRefused("refused", f"{host} resolves to {address}")
    elif not is_public(address):
        raise URLRefused("refused", f"{host} resolves to {address}, which is not public")


def check_url(url: str, own_hosts: Collection[str]) -> None:
    """Raise URLRefused for a URL that is not http(s), not of the site's own hosts, of a private IP address, or a trap.

    `own_hosts` are hosts with their port and without "www.", as `Site.hosts` gives them: a URL on loopback passes only
    where the site's own entry is on loopback.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise URLRefused("refused", f"{parts.scheme}: only http and https are asked")
    if parts.username or parts.password:
        raise URLRefused("refused", "a URL with a password")
    if changes_something(url):
        raise URLRefused("refused", "a URL that would change something")
    if netloc_of(url).removeprefix("www.") not in own_hosts:
        raise URLRefused("off_site", netloc_of(url))
    _check_literal_ip(parts.hostname)
    _check_shape(url)


def may_request(url: str, own_hosts: Collection[str]) -> bool:
    """Whether `check_url` lets a URL pass."""
    try:
        check_url(url, own_hosts)
    except (URLRefused, ValueError):
        return False
    return True


def _check_literal_ip(host: str) -> None:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return
    check_ip(host, host)


def _check_shape(url: str) -> None:
    """Raise URLRefused for the shapes of URLs of calendars, broken relative links and sessions in paths."""
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    if len(url) > MAX_URL:
        raise URLRefused("trap", f"{len(url)} characters")
    if len(segments) > MAX_SEGMENTS:
        raise URLRefused("trap", f"{len(segments)} path segments")
    if segments and max(Counter(segments).values()) > MAX_REPEATS:
        raise URLRefused("trap", "a path segment repeated")
    names = Counter(name for name, _ in parse_qsl(parts.query, keep_blank_values=True))
    if names and (names.total() > MAX_PARAMETERS or max(names.values()) > MAX_REPEATS):
        raise URLRefused("trap", "a query that grows")


def is_nested(body: bytes) -> bool:
    """Whether elements of a page are nested deeper than parsers read; its tags are followed only where they are enough
    for that."""
    return body.count(b"<") - body.count(b"</") > MAX_NESTING and nesting(body) > MAX_NESTING


def nesting(body: bytes) -> int:
    """The maximum nesting depth of elements, by their tags; one pass over the bytes."""
    deepest = depth = 0
    for tag in _TAG.finditer(body):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
        depth = max(depth, 0)
    return deepest
