"""HTTP responses in archives: status lines, headers, and bodies in every encoding."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from functools import partial

import brotli
import pytest
from backports import zstd

from scraper.archives.answers import Unreadable, parse_answer, unpacked
from scraper.policy.guards import MAX_BYTES
from tests.scraper.archives.made import answer, html

BODY = html()
gzipped = partial(gzip.compress, mtime=0)  # the ids of tests are of their bytes: the same in every process


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def chunked(*parts: bytes) -> bytes:
    return b"".join(b"%X;x=y\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzipped,
    "x-gzip": gzipped,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}


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
def test_the_status_is_read_from_the_first_line_also_of_odd_servers(line: str, status: int) -> None:
    assert parse_answer(answer(b"x", status=line)).status == status


@pytest.mark.parametrize("block", [b"", b"<html>\r\n\r\n", b"HTTP/1.1 OK\r\n\r\n", b"HTTP/1.1 2000\r\n\r\n"])
def test_a_response_without_a_status_is_refused(block: bytes) -> None:
    with pytest.raises(Unreadable, match="bad status line"):
        parse_answer(block)


@pytest.mark.parametrize(
    ("block", "headers", "body"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nx", {"content-type": "text/html"}, b"x"),
        (b"HTTP/1.1 200 OK\nETag: a\n\nx\r\n\r\ny", {"etag": "a"}, b"x\r\n\r\ny"),
        (b"HTTP/1.1 200 OK\r\nX-Ten: m\xe1\xbb\x99t\r\n hai\r\n\r\n", {"x-ten": "một hai"}, b""),
        (b"HTTP/1.1 200 OK\r\nX-Ten: caf\xe9\r\nno colon\r\n\r\n", {"x-ten": "café"}, b""),
        (b"HTTP/1.1 200 OK\r\nETag: a\r\nETag: b", {"etag": "b"}, b""),
    ],
)
def test_head_and_body_are_parted_at_the_first_blank_line(block: bytes, headers: dict[str, str], body: bytes) -> None:
    parsed = parse_answer(block)
    assert (parsed.headers, parsed.body) == (headers, body)


@pytest.mark.parametrize("encoding", PACKERS)
def test_a_body_is_decoded(encoding: str) -> None:
    assert parse_answer(answer(PACKERS[encoding](BODY), f"Content-Encoding: {encoding}")).body == BODY


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (raw_deflate(BODY), ["Content-Encoding: deflate"]),
        (brotli.compress(gzipped(BODY)), ["Content-Encoding: gzip, br"]),
        (brotli.compress(gzipped(BODY)), ["Content-Encoding: gzip", "Content-Encoding: br"]),
        (brotli.compress(BODY), ['Content-Encoding: "br"']),
        (gzipped(BODY), ["Content-Encoding: GZIP"]),
        (chunked(BODY[:100], BODY[100:]), ["Transfer-Encoding: chunked"]),
        (chunked(gzipped(BODY)), ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
    ],
)
def test_encodings_may_be_several_quoted_or_chunked(body: bytes, headers: list[str]) -> None:
    assert parse_answer(answer(body, *headers)).body == BODY


@pytest.mark.parametrize("encoding", [*PACKERS, "chunked", "sdch"])
def test_a_body_that_is_no_longer_encoded_is_returned_unchanged(encoding: str) -> None:
    assert unpacked(BODY, {"content-encoding": encoding, "transfer-encoding": encoding}, 1_000) == BODY


@pytest.mark.parametrize("encoding", PACKERS)
def test_a_body_may_have_as_many_bytes_as_the_limit_and_no_more(encoding: str) -> None:
    packed = PACKERS[encoding](b" " * 300_000)
    assert len(unpacked(packed, {"content-encoding": encoding}, 300_000)) == 300_000
    with pytest.raises(Unreadable, match="too large: more than 299,999 bytes when unpacked"):
        unpacked(packed, {"content-encoding": encoding}, 299_999)


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [
        (gzipped(gzipped(b" " * 300_000)), "gzip, gzip", "too large: more than 100,000 bytes"),
        (b" " * 100_001, "", "too large: 100,001 bytes"),
        (b"x", "gzip, " * 20 + "gzip", "packed 21 times"),
        (b"\xff" * 50, "br", "bad br encoding"),
        (b"\x00" * 50, "gzip", "bad gzip encoding"),
        (b"\x00" * 50, "zstd", "bad zstd encoding"),
    ],
)
def test_a_body_that_cannot_be_decoded_within_the_limit_is_refused(body: bytes, encoding: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        unpacked(body, {"content-encoding": encoding}, 100_000)


def test_without_a_limit_of_its_own_a_body_is_as_long_as_a_crawl_takes() -> None:
    longer = answer(gzipped(b" " * (MAX_BYTES + 1), 1), "Content-Encoding: gzip")
    with pytest.raises(Unreadable, match="too large: more than 20,000,000 bytes when unpacked"):
        parse_answer(longer)
