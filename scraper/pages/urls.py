"""URL normalisation: removes the differences between URLs of the same page.

The result of `canonical_url` can be fetched (it keeps scheme and host); `url_key` is for comparing URLs and also drops
scheme and "www.", because the same site responds under all of them.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit, urlunsplit

from courlan import clean_url
from w3lib.url import canonicalize_url, safe_url_string

from scraper.platforms import AMP_FOLDER, AMP_PATH, AMP_QUERY, REMEMBERED, Platform
from scraper.sites import ascii_host

# Parameters that only carry a visit: session ids, trackers unknown to courlan, the window state of Liferay and ADF, the
# form for telephones.
VISIT_PARAMETERS = re.compile(
    r"(?i)^(?:jsessionid|phpsessid|aspsessionid\w*|session_?id|sessid|utm_\w+|fbclid|gclid|zarsrc|"
    r"zalo\w*|amp|mc_[ce]id|_ga|_adf\.ctrl-state|_afr\w+|p_auth|p_p_auth|__cf\w+|nocache|rnd|random|timestamp)$"
)
PATH_SESSION = re.compile(r"(?i);jsessionid=[^/?#]*|/\(S\([a-z0-9]+\)\)")


def join(base: str, href: str) -> str | None:
    """The absolute http(s) URL of a link; None for what is not the URL of a page (mail, scripts, broken links)."""
    href = href.strip()
    if not href or href.startswith("#"):
        return None
    try:
        url = urljoin(base, href)
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        parts.port  # noqa: B018 - raises ValueError on a port that is not a number
        return safe_url_string(with_plain_host(url))
    except ValueError:
        return None


def with_plain_host(url: str) -> str:
    """A URL whose host is not percent-encoded: browsers decode it, name servers do not know it."""
    scheme, mark, rest = url.partition("://")
    end = re.search(r"[/?#]|$", rest)
    host = rest[: end.start()] if end else rest
    if "%" not in host or "@" in host or "[" in host:
        return url
    name, colon, port = host.partition(":")
    return f"{scheme}{mark}{ascii_host(name)}{colon}{port}{rest[len(host):]}"


def redirect_target(base: str, location: bytes | str) -> str:
    """The absolute URL of a Location header, its raw letters percent-encoded, as UTF-8 or the bytes that they are."""
    href = _header_url(location) if isinstance(location, bytes) else location
    return join(base, href) or urljoin(base, href.strip())


def _header_url(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in value)


def canonical_url(url: str, platform: Platform) -> str:
    """The URL of the page itself: without fragment, trackers and session; for an article, without paging and print
    version."""
    known = platform.canonical_urls
    if url not in known:
        if len(known) >= REMEMBERED:
            known.clear()
        known[url] = _canonical_url(url, platform)
    return known[url]


def _canonical_url(url: str, platform: Platform) -> str:
    slug = _slug_query(url)
    if slug:
        parts = urlsplit(url)
        return safe_url_string(urlunsplit((parts.scheme, _host(parts.scheme, parts.netloc), parts.path, slug, "")))
    url = _without_amp_query(url.strip())
    parts = urlsplit(clean_url(PATH_SESSION.sub("", url)) or url)
    article = platform.classify(url) in ("article", "print")
    path = AMP_PATH.sub("", platform.article_path(parts.path)) if article else parts.path
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    pairs = [pair for pair in pairs if not VISIT_PARAMETERS.match(pair[0])]
    dropped = platform.canonical.dropped_names if article else frozenset()
    query = urlencode([pair for pair in pairs if pair[0].lower() not in dropped])
    return canonicalize_url(urlunsplit((parts.scheme, _host(parts.scheme, parts.netloc), path or "/", query, "")))


def url_key(url: str, platform: Platform) -> str:
    """The key that identifies a page: host without "www.", path and the significant parameters."""
    parts = urlsplit(canonical_url(url, platform))
    path = unquote(parts.path).rstrip("/") or "/"
    if _slug_query(url):
        return parts.netloc.removeprefix("www.") + path + "?" + unquote(parts.query)
    article = platform.classify(url) in ("article", "print")
    path = AMP_FOLDER.sub("", path, count=1) if article else path
    kept = platform.canonical.kept_names if article else frozenset()
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = sorted((name.lower(), value) for name, value in pairs if name.lower() in kept) or pairs
    return parts.netloc.removeprefix("www.") + path + (f"?{urlencode(query)}" if query else "")


def _without_amp_query(url: str) -> str:
    """A URL without the parameter of the form for telephones, which is taken for an entity elsewhere."""
    if "amp" not in url.lower():
        return url
    before, mark, query = url.partition("?")
    query, sign, fragment = query.partition("#")
    rest = AMP_QUERY.sub("", query).lstrip("&")
    return before + (mark if rest else "") + rest + sign + fragment


def _slug_query(url: str) -> str:
    """The query of a URL that has slug and id in place of parameters, as VNPT's ePortal writes it; else empty."""
    query = unquote(urlsplit(url).query)
    return query.rstrip("=") if query.startswith("/") else ""


def _host(scheme: str, netloc: str) -> str:
    host = netloc.lower().rpartition("@")[2]
    return host.removesuffix(":80" if scheme == "http" else ":443").rstrip(".")
