"""External strings, times and URLs: their normalised values, and those rejected."""

from __future__ import annotations

import pytest

from scraper.boundary.values import clean_line, clean_text, iso_time, printed_precision, utc_time, web_url


@pytest.mark.parametrize(
    ("value", "clean"),
    [
        ("một\r\nhai\rba\nbốn", "một\nhai\nba\nbốn"),
        ("một\u2028hai\x85ba", "một\nhai\nba"),
        ("nửa \ud83d biểu tượng", "nửa \ufffd biểu tượng"),
        ("\ud83d\ude00", "😀"),
        ("a\x00b\x1b[31mc\x9bd", "ab[31mcd"),
        ("Hội nghị", "Hội nghị"),
        ("cột\tcột", "cột\tcột"),
    ],
)
def test_a_text_is_cleaned(value: str, clean: str) -> None:
    assert clean_text(value) == clean


def test_a_title_is_one_line() -> None:
    assert clean_line(" Hội nghị\r\n tổng kết ") == "Hội nghị tổng kết"


@pytest.mark.parametrize(
    ("value", "read", "precision"),
    [
        ("2021-02-24", "2021-02-24", "day"),
        ("2021-02-24T10:33:48+07:00", "2021-02-24T10:33:48+07:00", "second"),
        ("2021-02-24T18:30:00Z", "2021-02-25T01:30:00+07:00", "second"),
        ("2021-02-24 10:33:48+00", "2021-02-24T17:33:48+07:00", "second"),
        ("2021-02-24T10:33:48 +0700", "2021-02-24T10:33:48+07:00", "second"),
        ("2021-02-24T03:33-5", "2021-02-24T15:33+07:00", "minute"),
        ("2021-02-24T10:33:48+99:99", "2021-02-24T10:33:48", "second"),
        ("2021-02-24T10:33:48.123456+07:00", "2021-02-24T10:33:48+07:00", "second"),
        ("2021-02-24T08:30", "2021-02-24T08:30", "minute"),
        ("2021-02-24T08", "2021-02-24T08:00", "hour"),
        ("20210224", "2021-02-24", "day"),
    ],
)
def test_a_time_is_read_in_vietnams_zone(value: str, read: str, precision: str) -> None:
    assert (iso_time(value), printed_precision(value)) == (read, precision)


@pytest.mark.parametrize(
    "value",
    [
        "0001-01-01",
        "0001-01-01T00:00:00+07:00",
        "9999-12-31",
        "9999-12-31T23:59:59.9999999Z",
        "0000-00-00 00:00:00",
        "1970-01-01T00:00:00Z",
        "1970-01-01T07:00:00+07:00",
        "1899-12-30T00:00:00",
        "1900-01-01",
        "0202-05-14",
    ],
)
def test_the_ends_of_calendars_mean_no_date(value: str) -> None:
    assert iso_time(value) is None and utc_time(value) is None


@pytest.mark.parametrize("value", ["hôm qua", "12/03/2021", "2021-02-30", "", "2021-02-24T25:00", "\ud800"])
def test_what_is_no_time_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="is not an ISO day or time"):
        iso_time(value)
    with pytest.raises(ValueError, match="is not an ISO day or time"):
        utc_time(value)


def test_when_a_page_was_fetched_is_told_in_utc() -> None:
    assert utc_time("2024-05-14T08:30:00+07:00") == utc_time("2024-05-14 01:30:00") == "2024-05-14T01:30:00Z"


@pytest.mark.parametrize("value", ["http://[::1]/", "https://nà-mẫu.example/tin", " http://mau.example:8080/a?b=c "])
def test_an_address_is_taken(value: str) -> None:
    assert web_url(value) == value.strip()


@pytest.mark.parametrize(
    "value",
    [
        "http://[::1/",
        "http://mau.example:port/",
        "http://mau.example:99999/",
        "http:///tin",
        "tin/351",
        "javascript:void(0)",
        "http://mau.example/\r\nWARC-Type: x",
        "http://mau.example/a b",
        "http://mau.example/\ud83d",
        "http://mẫu℀.example/",
        "",
    ],
)
def test_what_is_no_address_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="is not a URL"):
        web_url(value)
