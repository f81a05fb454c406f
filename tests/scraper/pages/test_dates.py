"""The forms of printed times of publication, and lines that are not stamps."""

from __future__ import annotations

import pytest

from scraper.pages.dates import feed_day, read_stamp

FETCHED = "2026-03-02T04:10:09+00:00"  # 11:10 in Việt Nam


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("Thời gian đăng: 24/02/2021 10:33:48 AM", "2021-02-24T10:33:48+07:00", "second"),
        ("2021-02-24 03:33:48+00", "2021-02-24T10:33:48+07:00", "second"),
        ("2021-02-24 03:33:48+99:99", "2021-02-24T03:33:48+07:00", "second"),
        ("2024-03-12 08:15 -12", "2024-03-12T08:15:00+07:00", "minute"),
        ("11/01/2021 07:29:43 PM", "2021-01-11T19:29:43+07:00", "second"),
        ("12/03/2021 12:00:00 SA", "2021-03-12", "day"),
        ("12/03/2021 12:00:00 CH", "2021-03-12T12:00:00+07:00", "second"),
        ("12/03/2021 2:05:00 CH", "2021-03-12T14:05:00+07:00", "second"),
        ("30/03/2021 | 12:00 AM", "2021-03-30", "day"),
        ("30/03/2021 | 12:40 AM", "2021-03-30T00:40:00+07:00", "minute"),
        ("Thứ tư - 24/02/2021 17:33", "2021-02-24T17:33:00+07:00", "minute"),
        ("- 23/12/2025 20:46:00", "2025-12-23T20:46:00+07:00", "second"),
        ("Thứ Năm, 28/06/2018, 08:00", "2018-06-28T08:00:00+07:00", "minute"),
        ("Thứ sáu, 26/02/2021 08:30 GMT+7", "2021-02-26T08:30:00+07:00", "minute"),
        ("Thứ 6, 21/03/2025 | 15:45", "2025-03-21T15:45:00+07:00", "minute"),
        ("Đăng ngày 18-03-2021 16:03", "2021-03-18T16:03:00+07:00", "minute"),
        ("Đăng ngày 17 - 05 - 2024", "2024-05-17", "day"),
        ("Ngày đăng: 08/07/2024  11:38", "2024-07-08T11:38:00+07:00", "minute"),
        ("Ngày đăng: 08/07/2024 | Lượt xem: 1138", "2024-07-08", "day"),
        ("09:47, 15/03/2021", "2021-03-15T09:47:00+07:00", "minute"),
        ("12:33 02/05/2021", "2021-05-02T12:33:00+07:00", "minute"),
        ("08:05 | Thứ Ba, 02/05/2023", "2023-05-02T08:05:00+07:00", "minute"),
        ("Thứ hai, 26/01/2026 - 08:18", "2026-01-26T08:18:00+07:00", "minute"),
        ("Chủ nhật,  27/09/2020", "2020-09-27", "day"),
        ("(21/07/2021)", "2021-07-21", "day"),
        ("Updated19-06-2014 02:33", "2014-06-19T02:33:00+07:00", "minute"),
        ("5/4/2024 8h15", "2024-04-05T08:15:00+07:00", "minute"),
        ("5/4/2024, lúc 8 giờ", "2024-04-05T08:00:00+07:00", "hour"),
        ("Thứ Hai, ngày 07 tháng 3 năm 2022", "2022-03-07", "day"),
        ("3/25/2019 9:02 AM", "2019-03-25T09:02:00+07:00", "minute"),
        ("2021-02-24T17:33:48+07:00", "2021-02-24T17:33:48+07:00", "second"),
        ("2021-02-24+0717:33:48", "2021-02-24T17:33:48+07:00", "second"),
        ("2015-08-25T13:35:00Z", "2015-08-25T20:35:00+07:00", "second"),
        ("2015-08-25T17:00:00.000+0000", "2015-08-26", "day"),
        ("2015-08-25T00:00:00Z", "2015-08-25", "day"),
        ("2015-08-25 13:35", "2015-08-25T13:35:00+07:00", "minute"),
        ("By admin, 15  November,  2024", "2024-11-15", "day"),
        ("Nov 5th, 2024", "2024-11-05", "day"),
        ("5 Sep 2023 14:20", "2023-09-05T14:20:00+07:00", "minute"),
        ("08:15, 12 May 2024", "2024-05-12T08:15:00+07:00", "minute"),
        ("Tue, 11/12/2024 - 08:15", "2024-11-12T08:15:00+07:00", "minute"),  # month first: 11/12 was a Wednesday
        ("Thứ 3, 11/12/2024 - 08:15", "2024-11-12T08:15:00+07:00", "minute"),
        ("Thứ tư, 11/12/2024 - 08:15", "2024-12-11T08:15:00+07:00", "minute"),
        ("Thứ hai, 11/12/2024", "2024-12-11", "day"),  # matches neither order: read day first, as on Vietnamese pages
        ("3 giờ trước", "2026-03-02T08:00:00+07:00", "hour"),
        ("45 phút trước", "2026-03-02T10:25:00+07:00", "minute"),
        ("2 ngày trước", "2026-02-28", "day"),
    ],
)
def test_a_stamp_is_read_with_the_precision_it_has(text: str, value: str, precision: str) -> None:
    stamp = read_stamp(text, FETCHED)
    assert stamp and (stamp.value, stamp.precision) == (value, precision)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Lượt xem: 1024",
        "31/02/2021",
        "00/13/2021",
        "Số 24/2021/NQ-HĐND",
        "12/03",
        "tháng 3 năm 2021",
        "19/8/1945",
        "17:33",
    ],
)
def test_what_is_no_stamp(text: str) -> None:
    assert read_stamp(text, FETCHED) is None


def test_a_relative_time_without_a_fetch_time_is_not_guessed() -> None:
    assert read_stamp("3 giờ trước") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sat, 27 Feb 2021 10:02:48 GMT", "2021-02-27"),
        ("Sat, 27 Feb 2021 18:30:00 GMT", "2021-02-28"),
        ("2021-02-27T10:02:48+07:00", "2021-02-27"),
        ("27/02/2021", "2021-02-27"),
        ("hôm qua", None),
    ],
)
def test_a_feed_tells_the_day(text: str, day: str | None) -> None:
    assert feed_day(text) == day
