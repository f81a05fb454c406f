"""The officials of a folder of tables, with their posts and the places and days of their events."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extract.linking.persons.mention_source import MentionSource, Places, read_changes
from tests.extract.linking.reports import event_row
from tests.tables import WriteTables

STAMP = "2023-05-20T08:00:00+07:00"


def article(number: int, **cells: Any) -> dict[str, Any]:
    return {"article_id": f"a{number:03}", "published_at": STAMP, **cells}


def official(number: int, name: str, event: str | None, **cells: Any) -> dict[str, Any]:
    return {"official_id": f"o{number:03}", "article_id": "a001", "name": name, "event_id": event, **cells}


@pytest.fixture()
def folder(write_tables: WriteTables) -> Path:
    text = "Sáng 12/5, miễn nhiệm chức vụ Chủ tịch UBND huyện đối với ông Lò Văn Tấn."
    held = {"article_id": "a001", "position": "Chủ tịch UBND huyện", "head": "Chủ tịch", "body": "UBND"}
    return write_tables({
        "articles": [article(1, text=text), article(2)],
        "events": [event_row(1, "Lễ", district="Mường Vạc"), event_row(9, "Hội", article_id="a001", is_main=False,
                                                                       province="Lai Châu", start_date="2023-05")],
        "officials": [official(1, "Lò Văn Tấn", "e001"), official(2, "Cà Thị Mai", "e009"),
                      official(3, "LÒ VĂN TẤN", None), official(4, "Mè Văn Toàn", None, article_id="a002")],
        "positions": [{"official_id": "o001", **held, "unit": "huyện", "level": "district",
                       "span_start": text.index("Chủ tịch")}],
    })  # fmt: skip


def test_mentions_come_name_by_name_whatever_their_letters(folder: Path) -> None:
    source = MentionSource(folder)
    found = [[mention.official_id for mention in mentions] for mentions in source.names()]
    assert source.count == 4 and sorted(found) == [["o001", "o003"], ["o002"], ["o004"]]


def test_a_mention_has_the_place_and_day_of_its_event(folder: Path) -> None:
    told = {one.official_id: (one.place, one.day) for mentions in MentionSource(folder).names() for one in mentions}
    assert told == {
        "o001": ("Điện Biên", "2023-05-12"),
        "o002": ("Lai Châu", "2023-05-20"),  # no whole day: that of the publication
        "o003": ("Điện Biên", "2023-05-12"),  # no event: that of the main one
        "o004": ("", "2023-05-20"),  # an article without an event
    }


def test_a_post_is_read_in_the_place_of_its_event(folder: Path) -> None:
    posts = {one.official_id: one.posts for mentions in MentionSource(folder).names() for one in mentions}
    (post,) = posts["o001"]
    assert (post.unit, post.province, post.level) == ("mường vạc", "điện biên", "district")
    assert not posts["o002"]


@pytest.mark.parametrize(("units", "unit"), [(("Lai Châu", "Sơn La", "Lào Cai"), ""), (("Lai Châu",), "điện biên")])
def test_a_round_up_of_several_provinces_tells_no_unit(
    write_tables: WriteTables, units: tuple[str, ...], unit: str
) -> None:
    head = {"article_id": "a001", "head": "Bí thư", "body": "Tỉnh ủy", "level": "province"}
    named = [{"official_id": f"o{at:03}", **head, "position": f"Bí thư Tỉnh ủy {one}", "unit": one}
             for at, one in enumerate(units, 2)]  # fmt: skip
    folder = write_tables({
        "articles": [article(1)],
        "events": [event_row(1, "Đại hội")],
        "officials": [official(at, f"Lò Văn {at}", "e001") for at in range(1, len(units) + 2)],
        "positions": [{"official_id": "o001", **head, "position": "Bí thư Tỉnh ủy"}, *named],
    })  # fmt: skip
    posts = {one.official_id: one.posts for mentions in MentionSource(folder).names() for one in mentions}
    (post,) = posts["o001"]
    assert post.unit == unit


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ({"unit": "huyện Tuần Giáo", "unit_code": "099"}, ("tuần giáo", "điện biên")),
        ({"unit_code": "099"}, ("tuần giáo", "điện biên")),
        ({"unit_code": "099", "level_basis": "article"}, ("mường vạc", "lai châu")),
        ({"unit_code": "099", "body": None}, ("mường vạc", "lai châu")),
        ({}, ("mường vạc", "lai châu")),
    ],
)
def test_the_code_of_a_unit_places_a_post_before_the_event_does(
    write_tables: WriteTables, cells: dict[str, Any], place: tuple[str, str]
) -> None:
    post = {"official_id": "o001", "article_id": "a001", "position": "Phó Chủ tịch HĐND huyện", "head": "Phó Chủ tịch",
            "body": "HĐND", "level": "district", "level_basis": "words", **cells}  # fmt: skip
    folder = write_tables({
        "articles": [article(1)],
        "events": [event_row(1, "Lễ", province="Lai Châu", district="Mường Vạc")],
        "officials": [official(1, "Lò Văn Tấn", "e001")],
        "positions": [post],
    })  # fmt: skip
    ((mention,),) = MentionSource(folder).names()
    (found,) = mention.posts
    assert (found.unit, found.province) == place


def test_a_post_of_a_list_has_the_unit_that_the_next_one_prints(write_tables: WriteTables) -> None:
    listed = {"official_id": "o001", "article_id": "a001", "level": "province", "level_basis": "words"}
    folder = write_tables({
        "articles": [article(1)],
        "events": [event_row(1, "Lễ", province="Lai Châu")],
        "officials": [official(1, "Lò Văn Tấn", "e001")],
        "positions": [
            {**listed, "position": "Bí thư Tỉnh ủy", "head": "Bí thư", "body": "Tỉnh ủy",
             "span_start": 10, "span_end": 24},
            {**listed, "position": "Chủ tịch HĐND tỉnh Sơn La", "head": "Chủ tịch", "body": "HĐND",
             "unit": "tỉnh Sơn La", "unit_code": "14", "span_start": 26, "span_end": 51},
        ],
    })  # fmt: skip
    ((mention,),) = MentionSource(folder).names()
    assert {post.unit for post in mention.posts} == {"sơn la"}


def test_a_change_is_told_by_the_words_before_the_post(folder: Path) -> None:
    assert read_changes(folder, Places(folder)) == {"o001": {"Chủ tịch UBND huyện": "lost"}}


@pytest.mark.parametrize(("between", "second"), [("Cùng ngày, ", "gained"), ("Ông quê ở Mường Vạc. " * 40, "once")])
def test_what_somebody_is_given_far_behind_the_news_is_the_life_before_it(
    write_tables: WriteTables, between: str, second: str
) -> None:
    text = f"Ông Lò Văn Tấn được bầu làm Chủ tịch UBND huyện. {between}ông được bầu làm Giám đốc Sở Mắc ca."
    posts = ("Chủ tịch UBND huyện", "Giám đốc Sở Mắc ca")
    folder = write_tables({
        "articles": [article(1, text=text)],
        "officials": [official(1, "Lò Văn Tấn", None)],
        "positions": [{"official_id": "o001", "article_id": "a001", "position": one, "head": one.split(" ")[0],
                       "span_start": text.index(one)} for one in posts],
    })  # fmt: skip
    assert read_changes(folder, Places(folder)) == {"o001": {posts[0]: "gained", posts[1]: second}}


@pytest.mark.parametrize(("unit", "change"), [(None, "once"), ("tỉnh Lai Châu", "gained")])
def test_a_post_without_its_unit_behind_another_province_is_not_begun_here(
    write_tables: WriteTables, unit: str | None, change: str
) -> None:
    text = "Đảng bộ tỉnh Sơn La họp phiên thứ nhất. Ông Lò Văn Tấn được bầu giữ chức Phó Bí thư."
    post = {"official_id": "o001", "article_id": "a001", "position": "Phó Bí thư", "head": "Phó Bí thư", "unit": unit}
    folder = write_tables({
        "articles": [article(1, text=text)],
        "events": [event_row(1, "Đại hội", province="Lai Châu")],
        "officials": [official(1, "Lò Văn Tấn", "e001")],
        "positions": [{**post, "level": "province", "span_start": text.index("Phó Bí thư")}],
    })  # fmt: skip
    assert read_changes(folder, Places(folder)) == {"o001": {"Phó Bí thư": change}}


def test_without_a_publication_the_day_of_the_event_tells_what_was_long_ago(write_tables: WriteTables) -> None:
    text = "Ngày 5/6/2015, ông Lò Văn Tấn được bầu làm Chủ tịch UBND huyện."
    held = {"article_id": "a001", "position": "Chủ tịch UBND huyện", "head": "Chủ tịch", "body": "UBND"}
    folder = write_tables({
        "articles": [article(1, text=text, published_at=None)],
        "events": [event_row(1, "Lễ", start_date="2023-05-12")],
        "officials": [official(1, "Lò Văn Tấn", "e001")],
        "positions": [{"official_id": "o001", **held, "span_start": text.index("Chủ tịch")}],
    })  # fmt: skip
    assert read_changes(folder, Places(folder)) == {"o001": {"Chủ tịch UBND huyện": "once"}}


@pytest.mark.parametrize(("here", "elsewhere", "home"), [(5, 0, "Điện Biên"), (4, 0, None), (5, 3, None)])
def test_the_province_of_almost_all_events_of_a_site_is_its_own(
    write_tables: WriteTables, here: int, elsewhere: int, home: str | None
) -> None:
    provinces = ["Điện Biên"] * here + ["Lai Châu"] * elsewhere + [None]
    folder = write_tables({
        "articles": [article(at, site_id="mau") for at in range(len(provinces))],
        "events": [event_row(at, "Lễ", province=province) for at, province in enumerate(provinces)],
    })  # fmt: skip
    last = len(provinces) - 1
    assert Places(folder).of(f"e{last:03}", f"a{last:03}")["province"] == home
