"""Records of WARC files made in a test."""

from __future__ import annotations

from scraper.sites import Registry, Site

SITE = Site(id="xa-mau", name="Xã Mẫu", url="http://mau.example/", level="commune", platform="nukeviet4")
REGISTRY = Registry({SITE.id: SITE})
DAY = "2024-05-15T01:00:00Z"
URL = "http://mau.example/tin-tuc/xa-mau-hop-ban-1.html"


def html(title: str = "Xã Mẫu họp bàn việc tu sửa kênh mương") -> bytes:
    text = "Sáng 14/5, UBND xã Mẫu tổ chức hội nghị bàn việc tu sửa kênh mương với 45 đại biểu dự."
    return f'<html><body><h1>{title}</h1><div id="news-bodyhtml"><p>{text}</p></div></body></html>'.encode()


def answer(body: bytes, *headers: str, status: str = "HTTP/1.1 200 OK") -> bytes:
    """A response as a server sends it."""
    head = "\r\n".join([status, "Content-Type: text/html; charset=utf-8", *headers])
    return head.encode() + b"\r\n\r\n" + body


def record(
    block: bytes, *, kind: str = "response", url: str | None = URL, day: str | None = DAY, more: str = ""
) -> bytes:
    """A record of a WARC file; `more` has headers, one a line."""
    lines = ["WARC/1.0", f"WARC-Type: {kind}", *more.splitlines(), f"Content-Length: {len(block)}"]
    lines += [f"WARC-Target-URI: {url}"] if url else []
    lines += [f"WARC-Date: {day}"] if day else []
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def numbered(number: int) -> bytes:
    """A record of the article with a number, which is the last letter of its title."""
    return record(answer(html(f"Xã Mẫu họp lần thứ {number}")), url=f"{URL[:-6]}{number}.html")


GOOD_RECORD = record(answer(html()))
