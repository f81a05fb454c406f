"""Archives that are damaged, hostile or without pages: only the bad record is skipped, with the reason."""

from __future__ import annotations

import gzip
import json
import zipfile
import zlib
from pathlib import Path

import brotli
import pytest
from backports import zstd

from scraper.archives.answers import Unreadable, parse_answer, unpacked
from scraper.archives.ingest import IngestCounts, ingest, read_here
from scraper.article import Article, Page
from scraper.engine.options import CrawlOptions
from scraper.frontier.articles import iter_articles
from scraper.sites import Registry, Site
from scraper.warc import iter_pages, record_of

SITE = Site(id="xa-mau", name="Xã Mẫu", url="http://mau.example/", level="commune", platform="nukeviet4")
REGISTRY = Registry({SITE.id: SITE})
DAY = "2024-05-15T01:00:00Z"
GOOD = "http://mau.example/tin-tuc/xa-mau-hop-ban-1.html"


def html(title: str = "Xã Mẫu họp bàn việc tu sửa kênh mương") -> bytes:
    text = "Sáng 14/5, UBND xã Mẫu tổ chức hội nghị bàn việc tu sửa kênh mương với 45 đại biểu dự."
    return f'<html><body><h1>{title}</h1><div id="news-bodyhtml"><p>{text}</p></div></body></html>'.encode()


def answer(body: bytes, *headers: str, status: str = "HTTP/1.1 200 OK") -> bytes:
    head = "\r\n".join([status, "Content-Type: text/html; charset=utf-8", *headers])
    return head.encode() + b"\r\n\r\n" + body


def record(
    block: bytes, *, kind: str = "response", url: str | None = GOOD, day: str | None = DAY, more: str = ""
) -> bytes:
    lines = ["WARC/1.0", f"WARC-Type: {kind}", *more.splitlines(), f"Content-Length: {len(block)}"]
    lines += [f"WARC-Target-URI: {url}"] if url else []
    lines += [f"WARC-Date: {day}"] if day else []
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


GOOD_RECORD = record(answer(html()))


def take(folder: Path, *paths: Path) -> tuple[IngestCounts, list[Article]]:
    counts = ingest(paths, REGISTRY, CrawlOptions(data=folder / "data"), read=read_here)
    return counts, list(iter_articles(folder / "data"))


def of_records(folder: Path, *records: bytes, name: str = "a.warc.gz") -> tuple[IngestCounts, list[Article]]:
    """The items read from records, each a gzip member of its own."""
    (folder / name).write_bytes(b"".join(map(gzip.compress, records)))
    return take(folder, folder / name)


BOMB = gzip.compress(b"<p>" + b" " * 60_000_000)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (record(answer(html()), day=None), "nothing says when it was fetched"),
        (record(answer(html()), day="hôm qua"), "nothing says when it was fetched"),
        (record(answer(html(), status="HTTP/1.1 OK")), "bad status line 'HTTP/1.1 OK"),
        (record(b""), "bad status line ''"),
        (record(answer(html()), url="http://[::1/tin"), "WARC-Target-URI: "),
        (record(answer(BOMB, "Content-Encoding: gzip")), "too large: more than 20,000,000 bytes when unpacked"),
        (record(answer(gzip.compress(BOMB), "Content-Encoding: gzip, gzip")), "too large: more than 20,000,000"),
        (record(answer(brotli.compress(b" " * 30_000_000), "Content-Encoding: br")), "too large: more than 20,000,000"),
        (record(answer(zstd.compress(b" " * 30_000_000), "Content-Encoding: zstd")), "too large: more than 20,000,000"),
        (record(answer(zlib.compress(b" " * 30_000_000), "Content-Encoding: deflate")), "too large: more than 20,000"),
        (record(answer(b"x", f"Content-Encoding: {'gzip, ' * 20}gzip")), "packed 21 times"),
        (record(answer(b"\xff" * 50, "Content-Encoding: br")), "bad br encoding"),
        (record(answer(b" " * 21_500_000)), "too large: 21,500,"),
        (GOOD_RECORD.replace(b"Content-Length: ", b"Content-Length: -"), "damaged: its header gives no length"),
        (GOOD_RECORD[:-300], "damaged: it ends in the middle of a record"),
        (b"WARC/1.0\r\n" + b"X: y\r\n" * 300_000 + b"\r\n", "damaged: headers of more than 1,000,000 bytes"),
        (b"\n" * 100_000, "damaged: nothing but blank lines"),
    ],
)
def test_a_bad_record_is_named_by_its_place_and_the_others_are_read(tmp_path: Path, bad: bytes, reason: str) -> None:
    other = record(answer(html("Xã Mẫu ra quân làm thủy lợi")), url=GOOD.replace("-1", "-2"))
    counts, stored = of_records(tmp_path, GOOD_RECORD, bad, other)
    assert len(stored) == 2
    (named,) = counts.bad
    assert named.where.endswith(f"a.warc.gz at byte {len(gzip.compress(GOOD_RECORD))}")
    assert named.reason.startswith(reason)


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("conversion", "conversion record: only text; the WARC file with the pages is needed"),
        ("metadata", "metadata record"),
        ("continuation", "continuation record: a page cut into several records"),
        ("neu-moi", "neu-moi record"),
        ("revisit", "revisit record of a page that is not in these files"),
    ],
)
def test_records_that_hold_no_page_are_named_by_their_kind(tmp_path: Path, kind: str, reason: str) -> None:
    counts, _ = of_records(tmp_path, GOOD_RECORD, record(answer(b""), kind=kind), name="a.warc.wet.gz")
    assert (counts.stored, counts.reasons) == (1, {reason: 1})


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        ([record(b"GET / HTTP/1.1", kind="request")] * 2, "nothing but request records"),
        ([record(b"software: x", kind="warcinfo", url=None)], "nothing but warcinfo records"),
    ],
)
def test_a_file_in_which_no_record_holds_a_page_is_named(tmp_path: Path, records: list[bytes], reason: str) -> None:
    counts, articles = of_records(tmp_path, *records)
    assert not articles and not counts.bad and [reason in said for said in counts.reasons] == [True]


def test_an_empty_archive_and_an_index_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(b"")
    (tmp_path / "b.cdx").write_text(" CDX N b a m s k r M S V g\nexample,mau)/ 20240520000000 http://mau.example/\n")
    counts, _ = take(tmp_path, tmp_path / "a.warc.gz", tmp_path / "b.cdx")
    assert [skipped.reason for skipped in counts.bad] == ["no record in it"]
    assert ["an index of captures" in said for said in counts.reasons] == [True]


def test_an_encoding_may_be_told_in_two_headers_or_in_quotation_marks(tmp_path: Path) -> None:
    twice = record(answer(brotli.compress(gzip.compress(html())), "Content-Encoding: gzip", "Content-Encoding: br"))
    quoted = record(answer(brotli.compress(html("Xã Mẫu làm thủy lợi")), 'Content-Encoding: "br"'), url=f"{GOOD}?id=2")
    counts, articles = of_records(tmp_path, twice, quoted)
    assert counts.stored == len(articles) == 2


@pytest.mark.parametrize("host", ["n%C3%A0-m%E1%BA%ABu.example", "www.n%c3%a0-m%e1%ba%abu.example.", "NÀ-MẪU.example"])
def test_the_spellings_of_a_host_are_one(tmp_path: Path, host: str) -> None:
    site = Site(id="xa-mau", name="Xã Mẫu", url="http://nà-mẫu.example/", level="commune", platform="nukeviet4")
    (tmp_path / "a.warc").write_bytes(record(answer(html()), url=GOOD.replace("mau.example", host)))
    counts = ingest([tmp_path / "a.warc"], Registry({site.id: site}), CrawlOptions(data=tmp_path / "d"), read=read_here)
    assert counts.stored == 1, counts


def test_a_resource_record_is_a_page(tmp_path: Path) -> None:
    resource = record(html(), kind="resource", more="Content-Type: text/html; charset=utf-8")
    counts, _ = of_records(tmp_path, resource)
    assert counts.stored == 1


def test_a_revisit_record_is_the_page_that_it_refers_to(tmp_path: Path) -> None:
    first = record(answer(html()), more="WARC-Record-ID: <urn:uuid:1>\nWARC-Payload-Digest: sha1:AAAA")
    by_digest = record(b"", kind="revisit", url=GOOD.replace("-1", "-2"), more="WARC-Payload-Digest: sha1:AAAA")
    by_id = record(b"", kind="revisit", url=GOOD.replace("-1", "-3"), more="WARC-Refers-To: <urn:uuid:1>")
    by_address = record(b"", kind="revisit", url=GOOD.replace("-1", "-4"), more=f"WARC-Refers-To-Target-URI: {GOOD}")
    _, stored = of_records(tmp_path, first, by_digest, by_id, by_address)
    assert sorted(article.url or "" for article in stored) == [GOOD.replace("-1", f"-{n}") for n in (1, 2, 3, 4)]
    assert len({article.paragraphs for article in stored}) == 1


def test_a_revisit_record_has_a_status_of_its_own(tmp_path: Path) -> None:
    first = record(answer(html()), more="WARC-Payload-Digest: sha1:AAAA")
    gone = record(
        answer(b"", status="HTTP/1.1 410 Gone"),
        kind="revisit",
        url=GOOD.replace("-1", "-2"),
        more="WARC-Payload-Digest: sha1:AAAA",
    )
    counts, stored = of_records(tmp_path, first, gone)
    assert len(stored) == 1 and counts.reasons == {"status 410": 1}


def test_addresses_in_angle_brackets_and_with_blanks_are_read(tmp_path: Path) -> None:
    _, stored = of_records(tmp_path, record(answer(html()), url=f"<{GOOD}>"))
    assert [article.url for article in stored] == [GOOD]


@pytest.mark.parametrize("position", range(5, 95, 9))
def test_a_flipped_byte_costs_its_record(tmp_path: Path, position: int) -> None:
    """The byte is in the middle record of three, at a position in percent of its length."""
    whole = [record(answer(html(f"Xã Mẫu họp lần thứ {n}")), url=f"{GOOD[:-6]}{n}.html") for n in (1, 2, 3)]
    packed = list(map(gzip.compress, whole))
    middle = bytearray(packed[1])
    middle[len(middle) * position // 100] ^= 0x10
    (tmp_path / "a.warc.gz").write_bytes(packed[0] + bytes(middle) + packed[2])
    counts, stored = take(tmp_path, tmp_path / "a.warc.gz")
    assert {article.title[-1] for article in stored} >= {"1", "3"}
    assert len(stored) == 3 or counts.bad


@pytest.mark.parametrize("part", ["W", "WARC", "/1.0", "Type", "Length: ", "Date", "HTTP", "<html>", "<p>", "end"])
def test_a_flipped_byte_of_a_plain_file_costs_its_record(tmp_path: Path, part: str) -> None:
    whole = [record(answer(html(f"Xã Mẫu họp lần thứ {n}")), url=f"{GOOD[:-6]}{n}.html") for n in (1, 2, 3)]
    middle = bytearray(whole[1])
    middle[len(middle) - 1 if part == "end" else middle.index(part.encode()) + len(part) - 1] ^= 1
    (tmp_path / "a.warc").write_bytes(whole[0] + bytes(middle) + whole[2])
    counts, stored = take(tmp_path, tmp_path / "a.warc")
    assert {article.title[-1] for article in stored} >= {"1", "3"}
    assert len(stored) == 3 or counts.bad or counts.reasons


@pytest.mark.parametrize("length", [b"10", b"99999", b"1x"])
def test_in_a_plain_file_too_the_next_record_is_found_behind_a_wrong_length(tmp_path: Path, length: bytes) -> None:
    head, _, rest = GOOD_RECORD.partition(b"Content-Length: ")
    wrong = head + b"Content-Length: " + length + b"\r\n" + rest.partition(b"\r\n")[2]
    last = record(answer(html("Xã Mẫu ra quân")), url=GOOD.replace("-1", "-2"))
    (tmp_path / "a.warc").write_bytes(wrong + last)
    counts, stored = take(tmp_path, tmp_path / "a.warc")
    assert [article.title for article in stored] == ["Xã Mẫu ra quân"]
    assert [named.where.rpartition(" ")[2] for named in counts.bad] == ["0"]


def zstd_of(records: list[bytes], dictionary: bytes = b"") -> bytes:
    if not dictionary:
        return b"".join(map(zstd.compress, records))
    head = b"\x5d\x2a\x4d\x18" + len(dictionary).to_bytes(4, "little") + dictionary
    return head + b"".join(zstd.compress(one, zstd_dict=zstd.ZstdDict(dictionary)) for one in records)


def test_archives_of_every_packing_are_read(tmp_path: Path) -> None:
    records = [record(answer(html(f"Xã Mẫu họp lần {n}")), url=f"{GOOD[:-6]}{n}.html") for n in range(8)]
    trained = zstd.train_dict(records * 20, 1_000).dict_content
    members = [gzip.compress(one) for one in records]
    (tmp_path / "0.warc").write_bytes(records[0])
    (tmp_path / "1.warc.gz").write_bytes(members[1])
    (tmp_path / "2-one-member.warc.gz").write_bytes(gzip.compress(records[2] + records[3]))
    (tmp_path / "4.warc.zst").write_bytes(zstd_of(records[4:5]))
    (tmp_path / "5-dictionary.warc.zst").write_bytes(zstd_of(records[5:6], trained))
    with zipfile.ZipFile(tmp_path / "6.wacz", "w") as package:
        package.writestr("archive/data.warc.gz", members[6])
        package.writestr("datapackage.json", "{}")
    line = json.dumps({"url": f"{GOOD[:-6]}7.html", "html": html("Xã Mẫu họp lần 7").decode()}).encode()
    (tmp_path / "7.jsonl.gz").write_bytes(gzip.compress(line))
    counts, stored = take(tmp_path, tmp_path)
    assert sorted(article.title[-1] for article in stored) == list("01234567") and not counts.bad


def test_what_was_ingested_before_appends_nothing(tmp_path: Path) -> None:
    line = {"url": GOOD.replace("-1", "-9"), "title": "T", "text": "Xã họp. " * 9}
    (tmp_path / "a.jsonl").write_text(json.dumps(line))
    of_records(tmp_path, GOOD_RECORD)
    take(tmp_path, tmp_path / "a.jsonl")
    size = sum(file.stat().st_size for file in (tmp_path / "data" / "warc").iterdir())
    counts, stored = take(tmp_path, tmp_path / "a.warc.gz", tmp_path / "a.jsonl")
    assert (counts.stored, counts.known, len(stored)) == (0, 2, 2)
    assert sum(file.stat().st_size for file in (tmp_path / "data" / "warc").iterdir()) == size


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({"url": "http://mau.example/\r\nWARC-Type: warcinfo\r\n\r\n"}, "'http://mau.example/"),
        ({"url": "http://[::1/"}, ""),
        ({"url": GOOD, "fetched_at": "20/05/2024"}, "'20/05/2024' is not an ISO day or time"),
        ({"url": GOOD, "fetched_at": "2024-05-15\r\nX: y"}, ""),
    ],
)
def test_a_line_with_a_bad_address_or_time_is_named(tmp_path: Path, line: dict[str, str], reason: str) -> None:
    good = {"url": GOOD, "html": html().decode()}
    (tmp_path / "a.jsonl").write_text(f"{json.dumps(line | {'html': html().decode()})}\n{json.dumps(good)}\n")
    counts, stored = take(tmp_path, tmp_path / "a.jsonl")
    assert len(stored) == 1
    assert [named.where.rpartition(":")[2] for named in counts.bad] == ["1"] and reason in counts.bad[0].reason


def test_half_an_emoji_in_a_line_costs_nothing(tmp_path: Path) -> None:
    line = {"url": GOOD, "title": "Xã họp \ud83d", "text": "Xã họp \ude00. " * 9, "author": "\udc00"}
    (tmp_path / "a.jsonl").write_text(json.dumps(line))
    counts, stored = take(tmp_path, tmp_path / "a.jsonl")
    assert counts.stored == 1 and stored[0].title == "Xã họp \ufffd"


def test_no_value_of_a_page_begins_a_header_of_the_archive(tmp_path: Path) -> None:
    nasty = "một\r\nWARC-Type: warcinfo\r\n\r\nhai\x00"
    headers = {"x-tieu-de": nasty, "đầu\r\nx": "ba", "x-nua": "\ud83d", "x-chu": "Hội nghị"}
    page = Page(GOOD, nasty, "2024-05-15T01:00:00Z", 200, headers, html(), "0")
    (tmp_path / "a.warc.gz").write_bytes(record_of(page) + record_of(page))
    first, second = (one for one, _ in iter_pages(tmp_path / "a.warc.gz"))
    assert first.body == second.body == html()
    assert all("\n" not in name + value for name, value in first.headers.items())
    assert "WARC-Type" in first.headers["x-tieu-de"]


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd", "deflate", "chunked", "sdch"])
def test_a_body_that_is_no_longer_packed_is_as_it_is(encoding: str) -> None:
    assert unpacked(html(), {"content-encoding": encoding, "transfer-encoding": encoding}, 1_000) == html()


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("HTTP/1.0 404 Not Found", 404),
        ("HTTP/2 200", 200),
        ("HTTP/1.1  200 Được", 200),
        ("ICY 200 OK", 200),
        ("200 OK", 200),
    ],
)
def test_status_lines_of_odd_servers_are_read(line: str, status: int) -> None:
    assert parse_answer(answer(b"x", status=line)).status == status


def test_a_status_line_without_a_number_is_refused() -> None:
    with pytest.raises(Unreadable, match="bad status line"):
        parse_answer(b"<html>\r\n\r\n")
