"""Pages in files and folders: the format by the first bytes or the name, the URL of a saved page, lines of JSON."""

from __future__ import annotations

import gzip
import json
import os
import zipfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from backports import zstd

from scraper.archives.capture import Capture, JsonLine, Skipped
from scraper.archives.captures import captures
from scraper.article import Page
from scraper.policy.guards import MAX_BYTES
from tests.scraper.archives.made import DAY, GOOD_RECORD, URL, html, numbered

MODIFIED = (1_710_000_000, "2024-03-09T16:00:00Z")


def save(path: Path, content: bytes | str) -> Path:
    """A file, modified at a known time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    os.utime(path, (MODIFIED[0], MODIFIED[0]))
    return path


def pages(found: Sequence[Capture]) -> list[Page]:
    return [one for one in found if isinstance(one, Page)]


def skipped(found: Sequence[Capture]) -> list[Skipped]:
    return [one for one in found if isinstance(one, Skipped)]


CDX = " CDX N b a m s k r M S V g\nexample,mau)/ 20240520000000 http://mau.example/\n"
LINE = json.dumps({"url": URL, "html": html().decode()}).encode()


@pytest.mark.parametrize(
    ("name", "content", "urls"),
    [
        ("a.warc", GOOD_RECORD, [URL]),
        ("a.warc.gz", gzip.compress(GOOD_RECORD), [URL]),
        ("one-member.warc.gz", gzip.compress(numbered(2) + numbered(3)), [f"{URL[:-6]}{n}.html" for n in (2, 3)]),
        ("a.warc.zst", zstd.compress(GOOD_RECORD), [URL]),
        ("no-name", gzip.compress(GOOD_RECORD), [URL]),
        ("no-name", zstd.compress(GOOD_RECORD), [URL]),
        ("a.arc", f"filedesc://a 0 20050607080910 text/plain 0\n\n{URL} 0 20050607080910 text/html 20\n"
                  f"HTTP/1.0 200 OK\n\n<p>\n", [URL]),
        ("a.jsonl", LINE, [URL]),
        ("a.jsonl.gz", gzip.compress(LINE), [URL]),
        ("no-name", b"\xef\xbb\xbf" + LINE, [URL]),
        ("a.html", f"<link rel=canonical href='{URL}'>", [URL]),
    ],
)  # fmt: skip
def test_the_format_is_detected(tmp_path: Path, name: str, content: bytes | str, urls: list[str]) -> None:
    found = list(captures([save(tmp_path / name, content)]))
    assert [page.url for page in pages(found)] == urls and not skipped(found)


def test_a_wacz_is_detected(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "no-name", "w") as package:
        package.writestr("archive/a.warc", GOOD_RECORD)
    assert [page.url for page in pages(list(captures([tmp_path / "no-name"])))] == [URL]


@pytest.mark.parametrize(
    ("name", "content", "reason", "bad"),
    [
        ("a.warc.gz", b"", "no record in it", True),
        ("a.warc.gz", b"no archive at all", "damaged: ", True),
        ("a.warc.gz", gzip.compress(GOOD_RECORD)[:-20], "damaged: ", True),
        ("a.cdx", CDX, "an index of captures", False),
        ("no-name", CDX, "an index of captures", False),
        ("a.cdxj.gz", gzip.compress(b"example,mau)/ 20240520 {}"), "an index of captures", False),
        ("a.html", "<p>x</p>", "nothing says which URL it has; see --base", True),
        ("a.html", "<!-- saved from url=(0014)about:internet -->", "nothing says which URL it has", True),
        ("a.html", "<link rel=canonical href='/tin/1.html'>", "nothing says which URL it has", True),
        ("a.html", "<link rel=canonical href='http://[::1/'>", "'http://[::1/' is not a URL", True),
        ("a.html", b"<p>" + b" " * MAX_BYTES, "too large: more than 20,000,000 bytes", True),
        ("a.jsonl.gz", gzip.compress(LINE)[:-20], "damaged from line 1 on", True),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, name: str, content: bytes | str, reason: str, bad: bool
) -> None:
    path = save(tmp_path / name, content)
    (named,) = captures([path])
    assert isinstance(named, Skipped)
    assert named.where.startswith(str(path)) and named.reason.startswith(reason) and named.bad is bad


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert list(captures([tmp_path / "none"])) == [Skipped(str(tmp_path / "none"), "no such file", bad=True)]


@pytest.mark.parametrize(
    ("remark", "fetched_at"),
    [
        (f"<!-- saved from url=(0058){URL} -->", MODIFIED[1]),
        (f"<!-- Mirrored from {URL[7:]} by HTTrack Website Copier/3.x, Wed, 15 May 2024 01:00:00 GMT -->", DAY),
        (f"<!-- Mirrored from {URL[7:]} by HTTrack Website Copier/3.x, today -->", MODIFIED[1]),
        (f'<link rel="canonical" href="{URL}">', MODIFIED[1]),
        (f'<meta property="og:url" content="{URL}">', MODIFIED[1]),
        (f'<link rel="canonical" href="/"><meta property="og:url" content="{URL}">', MODIFIED[1]),
    ],
)
def test_a_saved_page_has_the_url_in_its_comment_or_head(tmp_path: Path, remark: str, fetched_at: str) -> None:
    body = remark.encode() + html()
    found = list(captures([save(tmp_path / "a.html", body)]))
    assert found == [Page(URL, URL, fetched_at, 200, {"content-type": "text/html"}, body, sha256(body).hexdigest())]


@pytest.mark.parametrize("content", [URL, f"{URL}\n", f"[InternetShortcut]\r\nURL={URL}\r\n"])
def test_a_saved_page_has_the_url_in_the_file_beside_it(tmp_path: Path, content: str) -> None:
    save(tmp_path / "a.html.url", content)
    path = save(tmp_path / "a.html", b"<!-- saved from url=(0020)http://khac.example/ -->" + html())
    assert [page.url for page in pages(list(captures([path], base="http://nua.example/")))] == [URL]


def test_a_file_without_a_url_has_the_one_given(tmp_path: Path) -> None:
    saved = save(tmp_path / "a.html", b"<link rel=canonical href='http://khac.example/'>" + html())
    assert [page.url for page in pages(list(captures([saved], base=URL)))] == [URL]


def test_files_of_a_mirrored_folder_have_urls_below_the_one_given(tmp_path: Path) -> None:
    for name in ("tin tức/b.html", "tin tức/a.php", "c.png", "d.txt"):
        save(tmp_path / name, html())
    found = list(captures([tmp_path], base="http://mau.example/goc/"))
    folder = "http://mau.example/goc/tin%20t%E1%BB%A9c"
    assert [page.url for page in pages(found)] == [f"{folder}/a.php", f"{folder}/b.html"] and not skipped(found)


@pytest.mark.parametrize(
    ("values", "fetched_at"),
    [
        ({"url": URL, "html": html().decode()}, MODIFIED[1]),
        ({"url": URL, "html": html().decode(), "fetched_at": "2024-05-15T08:00:00+07:00"}, DAY),
    ],
)
def test_a_line_with_html_is_a_page(tmp_path: Path, values: dict[str, str], fetched_at: str) -> None:
    (page,) = captures([save(tmp_path / "a.jsonl", json.dumps(values))])
    assert isinstance(page, Page) and page.body == html()
    assert (page.url, page.fetched_at, page.headers["content-type"]) == (URL, fetched_at, "text/html; charset=utf-8")


def test_a_line_without_html_is_an_article(tmp_path: Path) -> None:
    values = {"url": URL, "title": "Xã họp", "text": "Xã họp sáng nay.", "fetched_at": "2024-05-15"}
    (line,) = captures([save(tmp_path / "a.jsonl", json.dumps(values) + "\n")])
    assert isinstance(line, JsonLine) and line.values == values
    assert (line.page.url, line.page.fetched_at) == (URL, "2024-05-15T00:00:00Z")
    assert line.page.body == json.dumps(values).encode()


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ({"title": "Xã họp"}, "a line needs its URL in `url`"),
        ({"url": 7}, "a line needs its URL in `url`"),
        ({"url": "http://mau.example/\r\nWARC-Type: warcinfo\r\n\r\n"}, "'http://mau.example/"),
        ({"url": "http://[::1/"}, "'http://[::1/' is not a URL"),
        ({"url": URL, "fetched_at": "20/05/2024"}, "'20/05/2024' is not an ISO day or time"),
        ({"url": URL, "fetched_at": "2024-05-15\r\nX: y"}, "'2024-05-15"),
        (["x"], "a JSON object is expected, not list"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path, bad: object, reason: str) -> None:
    path = save(tmp_path / "a.jsonl", f"{json.dumps(bad)}\n\n".encode() + LINE)
    found = list(captures([path]))
    (named,) = skipped(found)
    assert named.where == f"{path}:1" and named.bad and named.reason.startswith(reason)
    assert [page.url for page in pages(found)] == [URL]
