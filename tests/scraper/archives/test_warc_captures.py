"""Pages of WARC, ARC and WACZ files: which records are pages, and why the others are not."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from scraper.archives.capture import Capture, Skipped
from scraper.archives.warc_captures import WarcCaptures, archived_url
from scraper.article import Page
from tests.scraper.archives.made import DAY, GOOD_RECORD, URL, answer, html, record


def read(folder: Path, *records: bytes) -> list[Capture]:
    """The items of a file of records, each a gzip member of its own."""
    (folder / "a.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))
    return list(WarcCaptures().of_file(folder / "a.warc.gz"))


def pages(captures: Sequence[Capture]) -> list[Page]:
    return [one for one in captures if isinstance(one, Page)]


def reasons(captures: Sequence[Capture]) -> list[str]:
    return [one.reason for one in captures if isinstance(one, Skipped)]


def of(number: int) -> str:
    return URL.replace("-1", f"-{number}")


def test_a_response_is_a_page(tmp_path: Path) -> None:
    headers = {"content-type": "text/html; charset=utf-8", "etag": "a"}
    (page,) = read(tmp_path, record(answer(html(), "ETag: a")))
    assert page == Page(URL, URL, DAY, 200, headers, html(), sha256(html()).hexdigest())


def test_a_resource_is_a_page_without_headers_of_a_server(tmp_path: Path) -> None:
    (page,) = pages(read(tmp_path, record(html(), kind="resource", more="Content-Type: text/html; charset=utf-8")))
    assert (page.url, page.headers, page.body) == (URL, {"content-type": "text/html; charset=utf-8"}, html())


@pytest.mark.parametrize(
    ("bad", "reason", "broken"),
    [
        (record(answer(b""), kind="conversion"), "conversion record: only text; the WARC file", False),
        (record(answer(b""), kind="continuation"), "continuation record: a page cut into several records", False),
        (record(answer(b""), kind="metadata"), "metadata record", False),
        (record(answer(b""), kind="neu-moi"), "neu-moi record", False),
        (record(answer(b""), kind=""), "nameless record", False),
        (record(b"", kind="revisit"), "revisit record of a page that is not in these files", False),
        (record(answer(html()), url="dns:mau.example"), "response record of no page of the web", False),
        (record(html(), kind="resource", url="urn:pageinfo:x"), "resource record of no page of the web", False),
        (record(answer(b"", status="HTTP/1.1 404 Not Found")), "status 404", False),
        (record(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"), "not HTML", False),
        (record(answer(html()), day=None), "nothing says when it was fetched", True),
        (record(answer(html()), day="hôm qua"), "nothing says when it was fetched", True),
        (record(answer(html()), url="http://[::1/tin"), "WARC-Target-URI: ", True),
        (record(b""), "bad status line ''", True),
        (GOOD_RECORD[:-300], "damaged: it ends in the middle of a record", True),
    ],
)
def test_what_is_not_a_page_is_named_by_its_place(tmp_path: Path, bad: bytes, reason: str, broken: bool) -> None:
    captures = read(tmp_path, GOOD_RECORD, bad, record(answer(html()), url=of(2)))
    assert [page.url for page in pages(captures)] == [URL, of(2)]
    (skipped,) = (one for one in captures if isinstance(one, Skipped))
    assert skipped.where == f"{tmp_path / 'a.warc.gz'} at byte {len(gzip.compress(GOOD_RECORD))}"
    assert skipped.reason.startswith(reason) and skipped.bad is broken


def test_a_page_without_a_type_is_taken_for_html(tmp_path: Path) -> None:
    assert len(pages(read(tmp_path, record(b"HTTP/1.1 200 OK\r\n\r\n" + html())))) == 1


@pytest.mark.parametrize(
    ("day", "header", "fetched_at"),
    [
        ("2024-05-15T08:00:00+07:00", "X: y", "2024-05-15T01:00:00Z"),
        (None, "Date: Wed, 15 May 2024 01:00:00 GMT", "2024-05-15T01:00:00Z"),
        ("0000-00-00T00:00:00Z", "Date: Wed, 15 May 2024 01:00:00 GMT", "2024-05-15T01:00:00Z"),
    ],
)
def test_the_time_is_the_records_or_else_the_servers(
    tmp_path: Path, day: str | None, header: str, fetched_at: str
) -> None:
    (page,) = pages(read(tmp_path, record(answer(html(), header), day=day)))
    assert page.fetched_at == fetched_at


@pytest.mark.parametrize("header", ["Date: hôm qua", "Date: Fri, 31 Dec 9999 23:59:59 -0500"])
def test_a_server_without_a_clock_does_not_say_when(tmp_path: Path, header: str) -> None:
    (why,) = reasons(read(tmp_path, record(answer(html(), header), day=None)))
    assert why.startswith("nothing says when it was fetched")


@pytest.mark.parametrize(
    ("records", "reason", "broken"),
    [
        ([record(b"GET / HTTP/1.1", kind="request")] * 2, "a file with nothing but request records", False),
        ([record(b"software: x", kind="warcinfo", url=None)], "a file with nothing but warcinfo records", False),
        ([], "no record in it", True),
    ],
)
def test_a_file_without_pages_is_named(tmp_path: Path, records: list[bytes], reason: str, broken: bool) -> None:
    (skipped,) = read(tmp_path, *records)
    assert isinstance(skipped, Skipped) and skipped.where == str(tmp_path / "a.warc.gz")
    assert skipped.reason.startswith(reason) and skipped.bad is broken


def test_requests_beside_pages_are_skipped_silently(tmp_path: Path) -> None:
    assert reasons(read(tmp_path, record(b"GET / HTTP/1.1", kind="request"), GOOD_RECORD)) == []


@pytest.mark.parametrize(
    "reference",
    ["WARC-Payload-Digest: sha1:AAAA", "WARC-Refers-To: <urn:uuid:1>", f"WARC-Refers-To-Target-URI: {URL}"],
)
def test_a_revisit_is_the_page_that_it_refers_to(tmp_path: Path, reference: str) -> None:
    first = record(answer(html()), more="WARC-Record-ID: <urn:uuid:1>\nWARC-Payload-Digest: sha1:AAAA")
    again = record(b"", kind="revisit", url=of(2), day="2025-01-01T00:00:00Z", more=reference)
    _, page = pages(read(tmp_path, first, again))
    assert (page.url, page.fetched_at, page.body) == (of(2), "2025-01-01T00:00:00Z", html())


def test_a_revisit_may_refer_to_any_record_of_a_member(tmp_path: Path) -> None:
    first = record(answer(html()), more="WARC-Record-ID: <urn:1>")
    second = record(answer(html("Xã Mẫu ra quân")), url=of(2), more="WARC-Record-ID: <urn:2>")
    again = record(b"", kind="revisit", url=of(3), more="WARC-Refers-To: <urn:2>")
    _, original, page = pages(read(tmp_path, first + second + again))
    assert (page.url, page.body) == (of(3), original.body)


def test_a_file_that_changed_meanwhile_gives_no_other_page(tmp_path: Path) -> None:
    first, second = (record(answer(html()), more=f"WARC-Record-ID: <urn:{number}>") for number in (1, 2))
    again = record(b"", kind="revisit", url=of(3), more="WARC-Refers-To: <urn:1>")
    (tmp_path / "1.warc").write_bytes(first)
    (tmp_path / "2.warc").write_bytes(again)
    archives = WarcCaptures()
    assert len(pages(list(archives.of_file(tmp_path / "1.warc")))) == 1
    (tmp_path / "1.warc").write_bytes(second)
    assert reasons(list(archives.of_file(tmp_path / "2.warc"))) == [
        "revisit record of a page that is not in these files"
    ]


def test_a_revisit_has_a_status_and_headers_of_its_own(tmp_path: Path) -> None:
    more = "WARC-Payload-Digest: sha1:AAAA"
    first = record(answer(html(), "ETag: a"), more=more)
    changed = record(answer(b"", "ETag: b"), kind="revisit", url=of(2), more=more)
    gone = record(answer(b"", status="HTTP/1.1 410 Gone"), kind="revisit", url=of(3), more=more)
    captures = read(tmp_path, first, changed, gone)
    assert [(page.headers["etag"], page.body) for page in pages(captures)] == [("a", html()), ("b", html())]
    assert reasons(captures) == ["status 410"]


def test_a_revisit_may_refer_to_a_page_of_an_earlier_file(tmp_path: Path) -> None:
    (tmp_path / "1.warc").write_bytes(record(answer(html("Xã Mẫu ra quân")), more="WARC-Payload-Digest: sha1:AAAA"))
    (tmp_path / "2.warc").write_bytes(record(b"", kind="revisit", url=of(2), more="WARC-Payload-Digest: sha1:AAAA"))
    archives = WarcCaptures()
    assert len(pages(list(archives.of_file(tmp_path / "1.warc")))) == 1
    (page,) = pages(list(archives.of_file(tmp_path / "2.warc")))
    assert "Xã Mẫu ra quân" in page.body.decode()
    assert reasons(list(WarcCaptures().of_file(tmp_path / "2.warc")))[0].startswith("revisit record of a page that is")


def test_the_warc_files_of_a_wacz_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as package:
        package.writestr("archive/", "")
        package.writestr("archive/1.warc.gz", gzip.compress(record(answer(html()), more="WARC-Record-ID: <urn:1>")))
        package.writestr("archive/2.warc", record(b"", kind="revisit", url=of(2), more="WARC-Refers-To: <urn:1>") * 2
                         + record(b"", kind="metadata"))  # fmt: skip
        package.writestr("datapackage.json", "{}")
    captures = list(WarcCaptures().of_file(tmp_path / "a.wacz"))
    assert [page.url for page in pages(captures)] == [URL, of(2), of(2)]
    (skipped,) = (one for one in captures if isinstance(one, Skipped))
    assert skipped.where.startswith(f"{tmp_path / 'a.wacz'}!archive/2.warc at byte ")


@pytest.mark.parametrize("damage", ["no archive folder", "cut", "a byte of a member"])
def test_a_damaged_wacz_is_named(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("data/a.warc" if damage == "no archive folder" else "archive/a.warc", GOOD_RECORD)
    content = path.read_bytes()
    if damage == "cut":
        path.write_bytes(content[:-30])
    elif damage == "a byte of a member":
        path.write_bytes(content.replace(b"<h1>", b"<h2>"))
    (skipped,) = (one for one in WarcCaptures().of_file(path) if isinstance(one, Skipped))
    assert skipped.bad and skipped.where == str(path) and skipped.reason.startswith("damaged: ")


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (skipped,) = WarcCaptures().of_file(tmp_path / "none.warc")
    assert isinstance(skipped, Skipped) and skipped.bad


@pytest.mark.parametrize(
    ("written", "url"),
    [
        (URL, URL),
        (f" {URL} ", URL),
        ("http://mau.example/tin tức.html", "http://mau.example/tin%20t%E1%BB%A9c.html"),
        ("http://mau.example/tin%20a.html", "http://mau.example/tin%20a.html"),
        ("http://n%C3%A0-m%E1%BA%ABu.example/a", "http://xn--n-mu-0na8786b.example/a"),
    ],
)
def test_urls_as_archives_write_them_are_percent_encoded(written: str, url: str) -> None:
    assert archived_url(written) == url


@pytest.mark.parametrize("written", ["http://mau.example/\r\nX: y", "ftp://mau.example/", "http://[::1/", "xa mau", ""])
def test_what_is_not_a_url_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is not a URL"):
        archived_url(written)


def test_a_url_may_stand_in_angle_brackets(tmp_path: Path) -> None:
    assert [page.url for page in pages(read(tmp_path, record(answer(html()), url=f"<{URL}>")))] == [URL]
