"""The URLs and IP addresses that a crawl refuses."""

from __future__ import annotations

import pytest

from scraper.policy.guards import URLRefused, check_ip, check_url, is_nested, nesting, netloc_of

OWN = frozenset({"suoitrong.example.gov.vn", "127.0.0.1:8000"})


@pytest.mark.parametrize(
    "url",
    [
        "http://suoitrong.example.gov.vn/tin-tuc/hoi-nghi-12.html",
        "https://www.suoitrong.example.gov.vn/",
        "http://suoitrong.example.gov.vn:80/vi/vi/",
        "http://127.0.0.1:8000/",
        "http://suoitrong.example.gov.vn/?CateID=169&date=&page=2",
    ],
)
def test_the_sites_own_addresses_pass(url: str) -> None:
    check_url(url, OWN)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://elsewhere.example.vn/", "off_site"),
        ("http://127.0.0.1:8001/", "off_site"),
        ("http://suoitrong.example.gov.vn.evil.example/", "off_site"),
        ("http://suoitrong.example.gov.vn:8080/", "off_site"),
        ("file:///etc/passwd", "refused"),
        ("ftp://suoitrong.example.gov.vn/", "refused"),
        ("http://user:secret@suoitrong.example.gov.vn/", "refused"),
        ("http://suoitrong.example.gov.vn/a/b/a/b/a/b/", "trap"),
        ("http://suoitrong.example.gov.vn/" + "x/y" * 1000, "trap"),
        ("http://suoitrong.example.gov.vn/" + "/".join(map(str, range(30))), "trap"),
        ("http://suoitrong.example.gov.vn/?a=1&a=2&a=3", "trap"),
        ("http://suoitrong.example.gov.vn/?" + "&".join(f"k{n}={n}" for n in range(13)), "trap"),
    ],
)
def test_others_are_refused_with_a_reason(url: str, reason: str) -> None:
    with pytest.raises(URLRefused) as refused:
        check_url(url, OWN)
    assert refused.value.reason == reason


@pytest.mark.parametrize("own", ["10.1.2.3", "169.254.169.254", "[::ffff:10.0.0.1]", "0.0.0.0"])
def test_a_private_address_is_refused_even_to_a_site_that_is_registered_there(own: str) -> None:
    with pytest.raises(URLRefused):
        check_url(f"http://{own}/", {netloc_of(f"http://{own}/")})


@pytest.mark.parametrize(
    ("host", "address", "allowed"),
    [
        ("suoitrong.example.gov.vn", "203.113.131.1", True),
        ("suoitrong.example.gov.vn", "127.0.0.1", False),
        ("suoitrong.example.gov.vn", "10.0.0.8", False),
        ("suoitrong.example.gov.vn", "192.168.1.1", False),
        ("suoitrong.example.gov.vn", "100.64.0.1", False),
        ("suoitrong.example.gov.vn", "224.0.0.1", False),
        ("suoitrong.example.gov.vn", "fe80::1%eth0", False),
        ("suoitrong.example.gov.vn", "::ffff:127.0.0.1", False),
        ("localhost", "127.0.0.1", True),
        ("localhost", "203.113.131.1", False),
    ],
)
def test_a_name_must_resolve_to_where_it_may(host: str, address: str, allowed: bool) -> None:
    if allowed:
        check_ip(host, address)
        return
    with pytest.raises(URLRefused):
        check_ip(host, address)


@pytest.mark.parametrize(
    ("body", "deepest"),
    [(b"<div><p>a</p><p>b</p></div>", 2), (b"<div>" * 900, 900), (b"</div>" * 5 + b"<div>", 1), (b"", 0)],
)
def test_nesting_is_counted_by_tags(body: bytes, deepest: int) -> None:
    assert nesting(body) == deepest


@pytest.mark.parametrize(
    ("body", "nested"),
    [(b"<div>" * 501, True), (b"<div>" * 500, False), (b"<div></div>" * 600, False), (b"<br>" * 600, False)],
)
def test_a_page_is_nested_where_its_elements_are_within_each_other(body: bytes, nested: bool) -> None:
    assert is_nested(body) is nested
