"""The places in which a stamp is trusted, and others."""

from __future__ import annotations

import pytest

from scraper.pages.blocks import read_blocks
from scraper.pages.dates import Stamp
from scraper.pages.published import PrintedStamps, agreed, printed_stamps, stamp_in
from scraper.pages.selecting import tree
from scraper.pages.title import Title

FETCHED = "2026-11-21T03:00:00+00:00"
TITLE = "Xã Mẫu ra quân làm đường giao thông nông thôn"
TEXT = "Sáng 6/4/2024, UBND xã Mẫu tổ chức ra quân làm đường tại thôn Đồng Vang với sự tham gia của 180 người dân."
MINUTE = "2024-04-06T17:08:00+07:00"


@pytest.mark.parametrize(
    "line",
    [
        "06/04/2024 17:08",
        "Ngày đăng: 06/04/2024 - 17:08",
        "Thứ bảy, 06/04/2024, 17:08 GMT+7",
        "Lò Mẫu - 06/04/2024 17:08",
        "17:08 | 06/04/2024 | Nông thôn mới",
        "Lượt xem: 12 | Cập nhật lúc 17h08 ngày 06/04/2024",
        "Ngày cập nhật: 09/05/2024 - Ngày đăng: 06/04/2024 17:08",
        "Sửa lúc 09:00 09/05/2024 | Đăng lúc 17:08 06/04/2024",
    ],
)
def test_lines_of_a_stamps_form(line: str) -> None:
    found = stamp_in(line, FETCHED)
    assert found is not None and found.value == MINUTE


@pytest.mark.parametrize(
    "line",
    [
        TEXT,
        "Số 12/2024/QĐ-UBND",
        "Quyết định số 14 ngày 06/04/2024 của Ủy ban nhân dân xã Mẫu về việc khác",
        "Số 45/KH-UBND ngày 06/04/2024",
        "Giấy phép số 12 ngày 06/04/2024",
        "Ngày ban hành: 06/04/2024",
        "Thời gian diễn ra: 08:00 06/04/2024",
        "Hạn nộp hồ sơ: 06/04/2024",
    ],
)
def test_other_lines_with_days(line: str) -> None:
    assert stamp_in(line, FETCHED) is None


def found_on(before: str = "", between: str = "", after: str = "") -> PrintedStamps:
    html = f"{before}<div><h1>{TITLE}</h1>{between}<p>{TEXT}</p></div>{after}"
    blocks = read_blocks(tree(f"<html><body>{html}</body></html>"))
    place = next(n for n, block in enumerate(blocks) if block.text == TITLE)
    start = next(n for n, block in enumerate(blocks) if block.text == TEXT)
    return printed_stamps(blocks, Title(TITLE, place, 5.0), (start, start + 1), FETCHED)


def test_places_of_stamps() -> None:
    stamp = "<span>06/04/2024 17:08</span>"
    assert found_on(between=stamp).under == Stamp(MINUTE, "minute")
    assert found_on(before=stamp).above == Stamp(MINUTE, "minute")
    assert found_on(after="<p>Ngày đăng: 06/04/2024 17:08</p>").after == Stamp(MINUTE, "minute")
    assert found_on(after=f"<p><a href=/x>Xã hội</a></p><p>{stamp}</p>").after == Stamp(MINUTE, "minute")


@pytest.mark.parametrize(
    "around",
    [
        '<div><span class="updated">09/05/2024</span> <span class="published">06/04/2024 17:08</span></div>',
        '<time class="updated">09/05/2024 10:00</time><p><time class="published">06/04/2024 17:08</time></p>',
        '<div class="modified-date">09/05/2024</div><div class="create-date">06/04/2024 17:08</div>',
        '<i class="ngay-sua">09/05/2024</i><i class="ngay-dang">06/04/2024 17:08</i>',
        '<time class="entry-date published updated">06/04/2024 17:08</time>',
        '<span class="updated">06/04/2024 17:08</span>',
    ],
)
def test_the_time_of_an_edit_is_told_by_its_class_too(around: str) -> None:
    assert found_on(between=around).under == Stamp(MINUTE, "minute")


@pytest.mark.parametrize(
    "around",
    [
        {"after": "<ul><li>Tin khác của xã (02/06/2021)</li></ul>"},
        {"after": "<div id=footer>Giấy phép số 12 ngày 14/3/2012</div>"},
        {"before": "<span>Thứ bảy, 21/11/2026</span>"},
        {"before": "<div>14/3/2024</div><div><a href=/>Trang chủ</a></div>"},
        {"before": "<span>Hôm nay: Thứ sáu, 20/11/2026</span>"},
        {"after": "<p>06/04/2024</p>"},
        {"after": "<p><a href=/2>Xã Mẫu khai mạc giải bóng chuyền</a></p><p>06/04/2024 17:08</p>"},
        {"after": "<h4>Tin khác</h4><p>06/04/2024 17:08</p>"},
    ],
)
def test_days_of_other_things(around: dict[str, str]) -> None:
    assert not found_on(**around).is_there


def test_sources_that_agree() -> None:
    day, minute = Stamp("2024-04-06", "day"), Stamp(MINUTE, "minute")
    second = Stamp("2024-04-06T17:08:31+07:00", "second")
    assert agreed([], PrintedStamps(under=minute), day) == minute
    assert agreed([], PrintedStamps(under=minute), second) == minute
    assert agreed([], PrintedStamps(under=day), second) == second
    assert agreed([day], PrintedStamps(), None) == day
    assert agreed([], PrintedStamps(), None) is None


def test_a_printed_minute_is_preferred_to_the_seconds_of_what_nobody_sees() -> None:
    hidden, minute = Stamp("2024-04-06T17:08:52+07:00", "second"), Stamp(MINUTE, "minute")
    assert agreed([hidden], PrintedStamps(under=minute), None, [hidden]) == minute
    assert agreed([hidden], PrintedStamps(under=minute), None) == hidden


def test_a_printed_minute_of_the_same_or_an_earlier_day_is_preferred_to_when_the_record_was_made() -> None:
    minute, day = Stamp(MINUTE, "minute"), Stamp("2024-04-06", "day")
    same, later, earlier = (Stamp(f"2024-04-{number}T21:14:07+07:00", "second") for number in ("06", "19", "02"))
    assert agreed([same], PrintedStamps(under=minute), same, [same]) == minute
    assert agreed([], PrintedStamps(above=minute), later) == minute
    assert agreed([], PrintedStamps(above=minute), earlier) == earlier  # an edit
    assert agreed([], PrintedStamps(under=day), later) == day  # under the title goes before the head
    assert agreed([later], PrintedStamps(under=day), None, [later]) == later  # the day of a letter
    assert agreed([], PrintedStamps(after=minute), later) == later


def test_a_printed_day_is_preferred_to_one_counted_from_the_fetch() -> None:
    assert found_on(between="<span>5 phút trước</span><span>Ngày 6/4/2024</span>").under == Stamp("2024-04-06", "day")
    counted = found_on(between="<span>5 phút trước</span>").under
    assert counted is not None and counted.day == "2026-11-21"


def test_tools_may_stand_between_a_stamp_and_the_title_under_it_but_no_links() -> None:
    above = "<div><p>06/04/2024 17:08</p><p>{}</p><p>{}</p></div>"
    tools = above.format("<a href=/mail>Email</a>", "<a href=/share>Chia sẻ</a>")
    links = above.format("<a href=/tin>Tin trong xã</a>", "<a href=/thu>Thư bạn đọc</a>")
    assert found_on(before=tools).above == Stamp(MINUTE, "minute")
    assert found_on(before=links).above is None


def test_what_the_head_of_another_page_says_gives_way_to_what_is_printed() -> None:
    other, minute = Stamp("2023-01-02T08:00:00+07:00", "minute"), Stamp(MINUTE, "minute")
    assert agreed([other], PrintedStamps(under=minute), other, [other], is_foreign=True) == minute
    assert agreed([other], PrintedStamps(under=minute), other, [other]) == other
    assert agreed([other], PrintedStamps(), other, [other], is_foreign=True) == other
