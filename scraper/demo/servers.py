"""Demo sites over real HTTP on loopback, each in the markup of another platform, with the irregularities of real ones.

Every site has its own port; responses have ETag and Last-Modified, and status 304 where nothing changed; an unknown
path gives the front page with status 200, as on many real sites; one listing item links to another host.

>>> with serve_samples() as sites:
...     [site.url for site in sites]
"""

from __future__ import annotations

import hashlib
import threading
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from scraper.demo.samples import (
    VIETNAM,
    SampleArticle,
    Theme,
    load_articles,
    load_theme,
    others,
    pages_of,
    render,
    sample_folder,
    words,
)
from scraper.sites import Site

HTML = "text/html; charset=utf-8"
ROBOTS = b"User-agent: *\nDisallow: /users/\nDisallow: /user/\nCrawl-delay: 0\n"
LOOPBACK = "127.0.0.1"
# A listed article that has moved to another host; its path has the form of any other article's.
MOVED = "/chuyen-trang/thong-tin-tu-trang-khac-9999.html"


@dataclass(frozen=True, slots=True)
class DemoResponse:
    """The response of a site at a path: a body with its version and time, or a redirect."""

    body: bytes = b""
    type: str = HTML
    version: str = ""
    modified: datetime | None = None
    location: str = ""


class SampleSite:
    """One site: its articles in a theme, and its response at every path."""

    def __init__(
        self, look: Theme, articles: Sequence[SampleArticle], site: Site, page_size: int, moved: str = ""
    ) -> None:
        self.look = look
        self.site = site
        self.articles = [look.with_urls(article) for article in articles]
        self._root = (site.url or "").rstrip("/")
        self._pages = pages_of(self.articles, page_size)
        self._moved = moved
        self._routes = dict(self._routed())

    def answer(self, target: str) -> DemoResponse:
        """The response at a path with its query; unknown parameters are ignored, an unknown path gives the front
        page."""
        route = self._routes.get(_key(target)) or self._routes.get(_key(target.partition("?")[0]))
        if route is None:
            return DemoResponse(location="/")
        kind, index = route
        if kind == "moved":
            return DemoResponse(location=self._moved)
        if kind == "robots":
            return DemoResponse(ROBOTS, "text/plain", "1")
        if kind == "listing":
            return self._listing(index)
        if kind in ("feed", "sitemap"):
            return self._feed(kind)
        return self._article(self.articles[index], kind)

    def page(self, article: SampleArticle, kind: str = "article") -> bytes:
        """The page of an article, or its print version."""
        related = others(self.articles, article)
        here = article.url if kind == "article" else article.print
        return self._render(f"{self.look.platform}/{kind}.html", article=article, here=here, related=related)

    def page_url(self, index: int) -> str:
        """The URL of a page of the listing, counted from 0."""
        if index == 0:
            return self.look.listing
        before = self._pages[index - 1][-1].moment.isoformat().replace("+07:00", "Z")
        offset = sum(map(len, self._pages[:index]))
        return self.look.page.format(page=index + self.look.first, offset=offset, before=before)

    def _routed(self) -> Iterator[tuple[str, tuple[str, int]]]:
        yield from (("/", ("listing", 0)), ("/robots.txt", ("robots", 0)), (MOVED, ("moved", 0)))
        for index, article in enumerate(self.articles):
            yield _key(article.url), ("article", index)
            if article.print:
                yield _key(article.print), ("print", index)
                yield _key(article.print.replace("/print/", "/savefile/")), ("print", index)
        for index in range(len(self._pages)):
            yield _key(self.page_url(index)), ("listing", index)
        for kind in ("feed", "sitemap"):
            if getattr(self.look, kind):
                yield _key(getattr(self.look, kind)), (kind, 0)

    def _article(self, article: SampleArticle, kind: str) -> DemoResponse:
        version = hashlib.sha256(repr(article).encode()).hexdigest()[:16]
        return DemoResponse(self.page(article, kind), HTML, version, article.moment)

    def _listing(self, index: int) -> DemoResponse:
        items = [self._listed(article, index) for article in self._pages[index]]
        if self._moved and index == 0:
            items.insert(1, replace(items[0], id="moved", title=words()["moved_title"], url=MOVED))
        body = self._render(
            f"{self.look.platform}/listing.html",
            items=items,
            here=self.page_url(index),
            current=index + 1,
            pages=[(number + 1, self.page_url(number)) for number in range(len(self._pages))],
            next_url=self.page_url(index + 1) if index + 1 < len(self._pages) else "",
            related=self.articles[:2],
        )
        version = hashlib.sha256(repr(items).encode()).hexdigest()[:16]
        return DemoResponse(body, HTML, version, max(item.moment for item in items))

    def _listed(self, article: SampleArticle, index: int) -> SampleArticle:
        """The article as a listing links to it: some systems add the listing's page number to its URL."""
        return replace(article, url=article.url + self.look.suffix.format(page=index + 1))

    def _feed(self, kind: str) -> DemoResponse:
        own = sample_folder() / "looks" / self.look.platform / f"{kind}.xml"
        folder = self.look.platform if own.is_file() else "shared"
        version = hashlib.sha256(repr(self.articles).encode()).hexdigest()[:16]
        body = self._render(f"{folder}/{kind}.xml", items=self.articles)
        return DemoResponse(body, "text/xml; charset=utf-8", version, self.articles[0].moment)

    def _render(self, template: str, **context: Any) -> bytes:
        today = datetime.now(VIETNAM)
        text = render(template, look=self.look, site=self.site, root=self._root, today=today, **context)
        return text.encode()


@contextmanager
def serve_samples(fixed_ports: bool = False) -> Iterator[tuple[Site, ...]]:
    """Serve the demo sites on loopback until the block ends; yields their registry entries, ready to crawl.

    With `fixed_ports` every site has the port that sites.toml gives it, so that a later run finds the same URLs; else,
    and where such a port is taken, any free one.
    """
    entries = tomllib.loads((sample_folder() / "sites.toml").read_text(encoding="utf-8"))["site"]
    with ExitStack() as stack:
        servers = [_server(entry["port"] if fixed_ports else 0) for entry in entries]
        sites = []
        for number, (entry, server) in enumerate(zip(entries, servers, strict=True)):
            moved = f"http://{LOOPBACK}:{servers[number - 1].server_port}/"
            server.sample = _sample(entry, server.server_port, moved)
            server.claims = entry.get("claims", HTML)
            stack.enter_context(_running(server))
            sites.append(server.sample.site)
        yield tuple(sites)


class _Server(ThreadingHTTPServer):
    """A server of one site."""

    daemon_threads = True
    sample: SampleSite
    claims: str


class _Handler(BaseHTTPRequestHandler):
    """GET and HEAD, with conditional requests."""

    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        """Answer with a body."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self._answer(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing: the crawl logs its requests."""

    def _answer(self, with_body: bool) -> None:
        answer = self.server.sample.answer(self.path)
        body = b"" if answer.location or self._is_current(answer) else answer.body
        self.send_response(302 if answer.location else 200 if body else 304)
        if answer.location:
            self.send_header("Location", answer.location)
        if answer.version:
            self.send_header("ETag", f'"{answer.version}"')
        if answer.modified:
            self.send_header("Last-Modified", format_datetime(answer.modified.astimezone(UTC), usegmt=True))
        self.send_header("Content-Type", self.server.claims if answer.type == HTML else answer.type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def _is_current(self, answer: DemoResponse) -> bool:
        """Whether the client's copy is current (RFC 9110: If-None-Match takes precedence)."""
        known = self.headers.get("If-None-Match")
        if known:
            return f'"{answer.version}"' in known
        since = self.headers.get("If-Modified-Since")
        return bool(since and answer.modified and answer.modified <= parsedate_to_datetime(since))


def _sample(entry: dict[str, Any], port: int, moved: str) -> SampleSite:
    root = f"http://{LOOPBACK}:{port}"
    look = load_theme(entry["entry"]["platform"])
    entry_points = {f"{kind}s": (root + getattr(look, kind),) for kind in entry["entrances"]}
    site = Site.model_validate({"url": f"{root}/", "status": "live", "delay": 0, **entry_points, **entry["entry"]})
    return SampleSite(look, load_articles(site.id), site, entry["page_size"], moved)


def _server(port: int) -> _Server:
    try:
        return _Server((LOOPBACK, port), _Handler)
    except OSError:
        return _Server((LOOPBACK, 0), _Handler)


@contextmanager
def _running(server: _Server) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)


def _key(target: str) -> str:
    """A path with its parameters in sorted order; those without a value are dropped."""
    parts = urlsplit(target)
    query = "&".join(f"{name}={value}" for name, value in sorted(parse_qsl(parts.query)))
    return f"{parts.path}?{query}" if query else parts.path
