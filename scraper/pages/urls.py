"""URL normalisation: removes the differences between URLs of the same page.

The result of `canonical_url` can be fetched (it keeps scheme and host); `url_key` is for comparing URLs and also drops
what servers do not tell pages apart by: scheme, "www." and "m.", "index.php", the default language of an article's
path, the case of paths on IIS, and whether letters are composed.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit, urlunsplit

from courlan import clean_url
from w3lib.url import canonicalize_url, safe_url_string

from scraper.platforms import AMP_FOLDER, AMP_PATH, AMP_QUERY, GENERIC, REMEMBERED, Platform, load_platforms
from scraper.sites import ascii_host

# Parameters that only carry a visit: session ids, trackers unknown to courlan, the window state of Liferay and ADF, the
# form for telephones.
VISIT_PARAMETERS = re.compile(
    r"(?i)^(?:jsessionid|phpsessid|aspsessionid\w*|session_?id|sessid|utm_\w+|fbclid|gclid|zarsrc|"
    r"zalo\w*|amp|mc_[ce]id|_ga|_adf\.ctrl-state|_afr\w+|p_auth|p_p_auth|__cf\w+|nocache|rnd|random|timestamp|gidzl|"
    r"_x_tr_\w+|__twitter_impression|spm|ocid|noamp|replytocom|"
    r"p_l_back_url\w*|_\w+_INSTANCE_\w+_(?:viewMode|redirect))$"
)
# Parameters that tell how a reader came to an article, or what shows it; elsewhere they may name the article.
WAY_PARAMETERS = frozenset(("from", "src", "source", "rf", "share", "mobile", "device", "print_preview"))
PRINT_PARAMETER = re.compile(r"(?i)^(?:(?:view|mode|task|action|layout|type|viewmode)=print|(?:print|in)=(?:1|true))$")
_NAMED = re.compile(r"\d{4}|(?:[^/-]+-){3,}[^/-]+/?$")  # a path that names its article, by a number or a slug
_MIRROR_HOST = re.compile(r"^(?:www|m|mobile|wap)\.(?=[^.]+\.)")
_FRONT_CONTROLLER = re.compile(r"(?i)^/index\.php(?=/)")
_OWN_LANGUAGE = re.compile(r"(?i)^/vi(?:-vn)?(?=/)|/language/vi-vn(?=/)")
_CASELESS_PATH = re.compile(r"(?i)\.as[hmp]x?$")
_SLUG_OF_ID = re.compile(r"(?<=\d):.*")  # Joomla's id=12:ten-bai
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
    article = _is_article(PATH_SESSION.sub("", url), platform)
    path = AMP_PATH.sub("", platform.article_path(parts.path)) if article else parts.path
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    pairs = [pair for pair in pairs if not VISIT_PARAMETERS.match(pair[0])]
    if article:
        dropped = platform.canonical.dropped_names | (WAY_PARAMETERS if _NAMED.search(path) else frozenset())
        pairs = [pair for pair in pairs if pair[0].lower() not in dropped and not PRINT_PARAMETER.match("=".join(pair))]
    query = urlencode(pairs)
    return canonicalize_url(urlunsplit((parts.scheme, _host(parts.scheme, parts.netloc), path or "/", query, "")))


def url_key(url: str, platform: Platform) -> str:
    """The key that identifies a page: host without "www.", path and the significant parameters."""
    own = canonical_url(url, platform)
    parts = urlsplit(own)
    host = _MIRROR_HOST.sub("", parts.netloc)
    path = unicodedata.normalize("NFC", unquote(parts.path)).rstrip("/") or "/"
    if _slug_query(url):
        return host + path + "?" + unquote(parts.query)
    path = _FRONT_CONTROLLER.sub("", path)
    if platform.canonical.caseless or _CASELESS_PATH.search(path):
        path = path.lower()
    pairs = [(name.lower(), value) for name, value in parse_qsl(parts.query, keep_blank_values=True)]
    if _is_article(own, platform):
        path = platform.named_path(_OWN_LANGUAGE.sub("", AMP_FOLDER.sub("", path, count=1)))
        kept = platform.canonical.kept_names
        pairs = [(name, _SLUG_OF_ID.sub("", value)) for name, value in pairs if name in kept] or pairs
    return host + path + (f"?{urlencode(sorted(pairs))}" if pairs else "")


def _is_article(url: str, platform: Platform) -> bool:
    """Whether a URL is of an article or its print view; by the rules of any system where its platform has none."""
    kind = platform.classify(url)
    if kind == "other" and platform.id != GENERIC and not platform.excludes(url):
        kind = load_platforms()[GENERIC].classify(url)
    return kind in ("article", "print")


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
