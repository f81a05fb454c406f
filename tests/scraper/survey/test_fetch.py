"""Single pages outside of a crawl: through the downloader and the guards of a crawl, in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from scraper.article import Page
from scraper.policy.guards import URLRefused
from scraper.policy.politeness import DEFAULT_PAUSE
from scraper.survey.fetch import Unreachable, Visitor, visiting
from tests.scraper.servers import NewsServer, Reply, serving
from tests.scraper.spiders.test_downloads import Endless

MARKUP = {"Content-Type": "text/html"}


@pytest.fixture(scope="module")
def visitor() -> Iterator[Visitor]:
    with visiting() as opened:
        yield opened


class Pipe:
    """The other end of a visitor's pipe."""

    def __init__(self, answer: object) -> None:
        self.sent: list[object] = []
        self._answer = answer

    def send(self, request: object) -> None:
        self.sent.append(request)

    def recv(self) -> object:
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer


@pytest.mark.parametrize(
    ("url", "pause"),
    [
        ("http://mau.example/tin", DEFAULT_PAUSE),
        ("http://127.0.0.1:8000/", 0.0),
        ("http://localhost/", 0.0),
        ("http://127.0.0.1.example/", DEFAULT_PAUSE),
    ],
)
def test_only_loopback_is_asked_without_a_pause(url: str, pause: float) -> None:
    page = Page(url, url, "2024-05-15T01:00:00Z", 200, {}, b"", "0")
    pipe = Pipe(page)
    assert Visitor(pipe).fetch(url) is page  # type: ignore[arg-type]
    assert pipe.sent == [(url, pause)]


@pytest.mark.parametrize(
    ("answer", "raised", "message"),
    [
        (("refused", "robots", "robots.txt forbids it"), URLRefused, "robots: robots.txt forbids it"),
        (("no answer", "timeout"), Unreachable, "timeout"),
        (EOFError(), Unreachable, "http://mau.example/: the process that asks has ended"),
        (BrokenPipeError(), Unreachable, "http://mau.example/: the process that asks has ended"),
    ],
)
def test_a_url_without_a_page_raises_the_reason(answer: object, raised: type[Exception], message: str) -> None:
    with pytest.raises(raised) as error:
        Visitor(Pipe(answer)).fetch("http://mau.example/")  # type: ignore[arg-type]
    assert str(error.value) == message


@pytest.mark.parametrize("headers", [{}, {"Refresh": "0; url=/tin-tuc/"}], ids=["element", "header"])
def test_an_entrance_that_leads_on_by_itself_is_followed(visitor: Visitor, headers: dict[str, str]) -> None:
    body = b"" if headers else b'<meta http-equiv="refresh" content="0;url=/tin-tuc/">'
    reply = Reply(200, body, MARKUP | headers)
    with serving(NewsServer(1, routes={"/vao": lambda _: reply})) as server:
        assert visitor.enter(f"{server.url}vao").url == f"{server.url}tin-tuc/"


def test_an_entrance_that_leads_in_a_circle_by_itself_ends(visitor: Visitor) -> None:
    def answer(request: BaseHTTPRequestHandler) -> Reply:
        other = "/b" if request.path == "/a" else "/a"
        return Reply(200, f'<meta http-equiv="refresh" content="0;url={other}">'.encode(), MARKUP)

    with serving(NewsServer(1, routes={"/a": answer, "/b": answer})) as server:
        with pytest.raises(URLRefused, match="redirects"):
            visitor.enter(f"{server.url}a")
        assert server.requests < 10


def test_no_public_entrance_leads_to_this_machine_by_itself() -> None:
    class Public(Visitor):
        def __init__(self) -> None:
            self.asked: list[str] = []

        def fetch(self, url: str) -> Page:
            self.asked.append(url)
            body = b'<meta http-equiv="refresh" content="0;url=http://127.0.0.1/">'
            return Page(url, url, "2024-05-15T01:00:00Z", 200, MARKUP, body, "0")

    visitor = Public()
    with pytest.raises(URLRefused, match="refused"):
        visitor.enter("http://xa.example/")
    assert visitor.asked == ["http://xa.example/"]


@pytest.mark.parametrize(("path", "reason"), [("rieng", "not public"), ("lap", "redirects")])
def test_redirects_to_private_addresses_and_in_circles_are_refused(visitor: Visitor, path: str, reason: str) -> None:
    targets = {"/rieng": "http://192.168.1.1/", "/lap": "/lap"}
    routes = {f"/{path}": lambda _: Reply(302, headers={"Location": targets[f"/{path}"]})}
    with serving(NewsServer(1, routes=routes)) as server, pytest.raises(URLRefused, match=reason):
        visitor.fetch(server.url + path)


@pytest.mark.parametrize(
    ("robots", "may"),
    [(Reply(404), True), (Reply(503), False), (Reply(200, b"User-agent: *\nDisallow: /rieng/"), True)],
)
def test_robots_as_rfc_9309_says(visitor: Visitor, robots: Reply, may: bool) -> None:
    with serving(NewsServer(1, robots=robots)) as server:
        try:
            visitor.fetch(server.url)
            asked = True
        except (Unreachable, URLRefused):
            asked = False
        assert asked is may is bool(server.requests)


def test_a_server_that_does_not_respond_is_named(visitor: Visitor) -> None:
    with pytest.raises(Unreachable, match="127.0.0.1"):
        visitor.fetch("http://127.0.0.1:1/")


def test_a_visit_has_the_bounds_of_a_crawl(visitor: Visitor) -> None:
    endless = Endless(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", b"X-Filler: aaaaaaaaaaaaaaaa\r\n")
    routes = {"/dai": endless, "/to": lambda _: Reply(200, b"x" * 25_000_000, MARKUP)}
    with serving(NewsServer(1, routes=routes)) as server:  # type: ignore[arg-type]
        for path in ("dai", "to"):
            with pytest.raises(Unreachable, match="too_large"):
                visitor.fetch(server.url + path)
        assert endless.sent < 20_000_000
        assert visitor.fetch(server.url + server.article_path(1)[1:]).status == 200


def test_a_visit_keeps_the_pace_of_robots_txt(visitor: Visitor) -> None:
    robots = Reply(200, b"User-agent: *\nCrawl-delay: 0.3\nDisallow: /rieng\n")
    with serving(NewsServer(3, robots=robots)) as server:
        for number in (1, 2, 3):
            visitor.fetch(server.url + server.article_path(number)[1:])
        with pytest.raises(URLRefused, match="robots"):
            visitor.fetch(server.url + "rieng")
        assert len(server.times) == 4 and server.times[-1] - server.times[0] >= 0.7  # the first may be seen late


def test_a_visit_leaves_a_busy_server_alone(visitor: Visitor) -> None:
    busy = Reply(429, b"", {"Retry-After": "60"})
    with serving(NewsServer(3, routes={"/": lambda _: busy})) as server:
        assert visitor.fetch(server.url).status == 429
        with pytest.raises(Unreachable, match="asked for a pause"):
            visitor.fetch(server.url + "tin-tuc/")
        assert server.requests == 1


def test_the_process_ends_with_the_block() -> None:
    with visiting() as opened:
        pass
    with pytest.raises((Unreachable, OSError)):
        opened.fetch("http://127.0.0.1:1/")
