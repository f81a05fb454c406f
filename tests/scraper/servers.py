"""Real HTTP sites on loopback for the tests of the crawl: N articles in the markup of NukeViet, with optional
faults."""

from __future__ import annotations

import hashlib
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from scraper.sites import Site

NEWEST = date(2024, 12, 31)
PER_PAGE = 20
ENTRANCE = "/tin-tuc/"  # the listing at which a crawl begins
BODY = (
    "Sáng ngày {day}, Ủy ban nhân dân huyện Suối Trong tổ chức hội nghị triển khai nhiệm vụ số {number}. Dự hội nghị "
    "có đồng chí Lò Văn Mẫu, Phó Chủ tịch UBND huyện, cùng đại diện các phòng, ban chuyên môn và các xã, thị trấn."
)
MORE = (
    "Hội nghị đã nghe báo cáo kết quả thực hiện, thảo luận những khó khăn, vướng mắc và bàn giải pháp cho thời gian "
    "tới. Phát biểu kết luận, đồng chí Phó Chủ tịch đề nghị các đơn vị phát huy kết quả đã đạt được, khắc phục tồn tại."
)


@dataclass
class Reply:
    """A response of a server; `body` is sent unchanged, whatever the headers declare."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


Hazard = Callable[[BaseHTTPRequestHandler], "Reply | None"]


@dataclass
class NewsServer:
    """A site with N articles, newest first, and paged listings; counts its requests.

    `routes` are responses by path that replace the site's, and `linked` are shown on the first page of the listing;
    `changed` are numbers of articles whose text was changed; `menu` entries of a menu make the pages as heavy as real
    ones.
    """

    articles: int
    dated: bool = True
    robots: Reply = field(default_factory=lambda: Reply(404))
    etags: bool = True
    routes: dict[str, Hazard] = field(default_factory=dict)
    linked: list[str] = field(default_factory=list)
    changed: set[int] = field(default_factory=set)
    hits: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    modified: str | None = None
    latency: float = 0.0
    menu: int = 0
    port: int = 0
    scheme: str = "http"

    @property
    def url(self) -> str:
        """The URL of the site."""
        return f"{self.scheme}://127.0.0.1:{self.port}/"

    @property
    def requests(self) -> int:
        """The number of requests for anything but robots.txt."""
        return sum(count for path, count in dict(self.hits).items() if path != "/robots.txt")

    def site(self, site_id: str = "thu-nghiem", **values: object) -> Site:
        """The registry entry of the site."""
        entry = {
            "id": site_id,
            "name": "Huyện Suối Trong",
            "url": self.url,
            "level": "district",
            "platform": "nukeviet4",
            "listings": (f"{self.url}{ENTRANCE[1:]}",),
        }
        return Site.model_validate(entry | values)

    def article_path(self, number: int) -> str:
        """The path of article `number` (1 is the oldest)."""
        return f"/tin-tuc/hoi-nghi-trien-khai-nhiem-vu-{number}.html"

    def day_of(self, number: int) -> date:
        """Its day of publication: one article a day, the newest on the last day of 2024."""
        return NEWEST - timedelta(days=self.articles - number)

    def answer(self, path: str) -> Reply:
        """The response of the site itself."""
        if path == "/robots.txt":
            return self.robots
        if path == ENTRANCE or path.startswith("/tin-tuc/page-"):
            return self._listing(int(path.removeprefix("/tin-tuc/page-").strip("/")) if "page-" in path else 1)
        number = path.removesuffix(".html").rpartition("-")[2]
        if path.startswith("/tin-tuc/hoi-nghi-") and number.isdigit() and 0 < int(number) <= self.articles:
            return self._html(self.article_html(int(number)))
        return Reply(404, b"khong tim thay")

    def article_html(self, number: int) -> str:
        """The page of one article."""
        day = self.day_of(number)
        body = BODY.format(day=f"{day:%d/%m/%Y}", number=number) + (" (Cập nhật.)" if number in self.changed else "")
        return PAGE.format(
            title=f"Hội nghị triển khai nhiệm vụ số {number}",
            stamp=f"{day:%d/%m/%Y} 08:30",
            iso=f"{day.isoformat()}T08:30:00+07:00",
            body=body,
            more=MORE.replace("các đơn vị", f"các đơn vị của xã {_commune(number)}"),
            commune=_commune(number),
            menu=MENU_ENTRY * self.menu,
        )

    def _listing(self, page: int) -> Reply:
        first = self.articles - (page - 1) * PER_PAGE
        numbers = range(first, max(0, first - PER_PAGE), -1)
        if not numbers:
            return Reply(404)
        items = "".join(
            ITEM.format(
                path=self.article_path(number),
                number=number,
                day=f"{self.day_of(number):%d/%m/%Y} 08:30" if self.dated else "",
            )
            for number in numbers
        )
        onward = (
            f'<ul class="pagination"><li><a href="/tin-tuc/page-{page + 1}/">Trang sau</a></li></ul>'
            if numbers[-1] > 1
            else ""
        )
        extra = "".join(f'<p><a href="{link}">Xem thêm</a></p>' for link in self.linked) if page == 1 else ""
        return self._html(LISTING.format(items=items + extra, onward=onward))

    def _html(self, text: str) -> Reply:
        body = text.encode()
        headers = {"Content-Type": "text/html; charset=utf-8"}
        if self.modified:
            headers["Last-Modified"] = self.modified
        if self.etags:
            headers["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        return Reply(200, body, headers)


SYLLABLES = "ban bay cang chua don hang hin khoang lai lanh lung man mo nam ngoi pan phat pung sang sat".split()
HEAD = '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">'
HEAD += '<meta name="generator" content="NukeViet v4.5"><title>{title}</title></head>'
PAGE = HEAD + """
<body><nav>{menu}</nav><div class="news_column panel panel-default"><div class="panel-body">
<h1 class="title margin-bottom-lg" itemprop="headline">{title}</h1>
<div class="row"><em class="pull-left"><span class="h5">{stamp}</span></em></div>
<span class="hidden d-none" itemprop="datePublished">{iso}</span>
<div class="hometext" itemprop="description">Tin từ xã {commune}, huyện Suối Trong.</div>
<div id="news-bodyhtml" class="bodytext margin-bottom-lg"><p>{body}</p><p>{more}</p></div>
</div></div></body></html>"""
MENU_ENTRY = """<ul class="nav navbar-nav"><li class="dropdown">
<a href="/gioi-thieu/" class="dropdown-toggle">Giới thiệu chung</a></li></ul>"""
ITEM = """<div class="news_column panel panel-default"><div class="panel-body">
<h3><a href="{path}" title="Hội nghị số {number}">Hội nghị triển khai nhiệm vụ số {number}</a></h3>
<div class="text-muted"><ul class="list-unstyled list-inline"><li><em class="fa fa-clock-o"></em> {day}</li></ul>
</div></div></div>"""
LISTING = (
    HEAD.format(title="Tin tức") + "<body><main>{items}<div class='text-center'>{onward}</div></main></body></html>"
)


def _commune(number: int) -> str:
    """A name for every number, so that only the site's own lines occur on many pages."""
    first, second = divmod(number, len(SYLLABLES))
    return f"Nà {SYLLABLES[first % len(SYLLABLES)].title()} {SYLLABLES[second].title()}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:  # noqa: N802 - the standard library's name
        site: NewsServer = self.server.site  # type: ignore[attr-defined]
        site.hits[self.path] += 1
        site.times.append(time.monotonic())
        site.agents.add(self.headers["User-Agent"])
        time.sleep(site.latency)
        route = site.routes.get(self.path) or site.routes.get(self.path.partition("?")[0])
        reply = route(self) if route else site.answer(self.path)
        if reply is not None:
            self._send(reply)

    def _send(self, reply: Reply) -> None:
        for name, condition in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
            if reply.headers.get(name) and self.headers.get(condition) == reply.headers[name]:
                reply = Reply(304, b"", {name: reply.headers[name]})
        self.send_response(reply.status)
        for name, value in ({"Content-Length": str(len(reply.body))} | reply.headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore clients that closed the connection."""


@contextmanager
def serving(site: NewsServer, tls: ssl.SSLContext | None = None) -> Iterator[NewsServer]:
    """Serve a site on a free port of 127.0.0.1 until the block ends."""
    server = _Server(("127.0.0.1", site.port), _Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        site.scheme = "https"
    server.site = site  # type: ignore[attr-defined]
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
