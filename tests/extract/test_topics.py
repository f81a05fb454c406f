"""Topics: the characteristic words and names of an article, whole and as printed, found on request only."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import extract
from extract.batch import extract_to
from extract.tables.datacard import make_card
from extract.tables.writer import read_rows
from extract.text.normalize import fold, plain
from extract.topics import MOST, topics_of
from scraper.article import Article
from tests.commands import run
from tests.extract.articles import article

ROOT = Path(__file__).resolve().parent.parent.parent
FIRE = article(
    "Sáng 12/3/2024, UBND xã Vân Nham tổ chức hội nghị tập huấn phòng cháy chữa cháy rừng cho 45 hộ dân.",
    "Phát biểu tại hội nghị, đồng chí Lường Văn Hoạch yêu cầu các thôn quản lý rừng phòng hộ, canh gác rừng phòng hộ.",
    title="Vân Nham tập huấn chữa cháy rừng",
)


@pytest.mark.parametrize(
    "title, text, expected, unwanted",
    [
        (
            "Ra mắt hợp tác xã trồng dưa lưới",
            "Chiều 5/6, UBND xã tổ chức hội nghị ra mắt hợp tác xã; các đại biểu phát biểu về giống dưa lưới.",
            {"hợp tác xã"},
            {"hội nghị", "tổ chức", "đại biểu", "phát biểu", "UBND"},
        ),
        (
            "Huyện Hữu Lũng tiêm phòng dại cho đàn chó",
            "Đồng chí Chủ tịch yêu cầu địa phương triển khai thực hiện nghiêm việc tiêm phòng bệnh dại tại Hữu Lũng.",
            {"Hữu Lũng", "phòng bệnh"},
            {"Đồng chí", "Chủ tịch", "yêu cầu", "địa phương", "triển khai", "thực hiện"},
        ),
        (
            "Đoàn công tác của Lào thăm làng nghề",
            "Sáng nay, đoàn khách từ Lào đến thăm làng nghề; hai bên trao đổi về kinh nghiệm của ASEAN.",
            {"Lào", "làng nghề", "ASEAN"},
            {"trao đổi", "Sáng nay", "công tác"},
        ),
        (
            "Trao nhà tình nghĩa cho gia đình chính sách",
            "Huyện đoàn phối hợp với doanh nghiệp trao nhà tình nghĩa; gia đình được hỗ trợ 50 triệu đồng.",
            {"nhà tình nghĩa", "gia đình"},
            {"phối hợp", "hỗ trợ"},
        ),
        (
            "Xã Yên Bình ra quân trồng cây xanh",
            "Hơn 120 đoàn viên thanh niên trồng cây xanh dọc tuyến đường tại Yên Bình.",
            {"Yên Bình", "cây xanh", "thanh niên"},
            {"Xã Yên", "Xã Yên Bình"},
        ),
    ],
)
def test_words_that_mark_an_article(title: str, text: str, expected: set[str], unwanted: set[str]) -> None:
    topics = topics_of(article(text, title=title))
    assert expected <= set(topics)
    assert not {word.lower() for word in unwanted} & {topic.lower() for topic in topics}


def test_what_stands_in_the_title_and_often_comes_first() -> None:
    assert topics_of(FIRE)[0] == "Vân Nham"
    assert topics_of(FIRE).index("Vân Nham") < topics_of(FIRE).index("rừng phòng hộ")


def test_two_tone_placements_and_cases_are_one_topic() -> None:
    topics = topics_of(article("Người thợ làm gốm hoà nhập. Các em hòa nhập.", title="HÒA NHẬP"))
    assert [topic for topic in topics if fold(topic) == "hòa nhập"] == ["hoà nhập"]


def test_a_given_name_counts_as_the_whole_name() -> None:
    topics = topics_of(article("Chị Lò Thị Panh kể chuyện. Nghe chị Panh, trẻ vui. Cảm ơn chị Panh."))
    assert topics[0] == "Lò Thị Panh" and "Panh" not in topics


def test_the_last_syllable_of_a_word_that_is_no_name_is_not_counted_as_it() -> None:
    topics = topics_of(article("Đoàn khách của Canada đến thăm bản. Cảnh sát hoàng gia Canada cử người đi cùng."))
    assert "Canada" in topics


def test_a_long_text_is_read_up_to_the_end_of_a_sentence() -> None:
    filler = "Trời mưa to. " * 190
    assert topics_of(article(filler + "Người nuôi ong " + "mật ong rừng " * 9)) == ()
    assert topics_of(article("mật ong rừng " * 900, title="Chợ phiên")) == ("Chợ phiên",)


@given(st.lists(st.sampled_from([*FIRE.paragraphs, FIRE.title, "HỌP  DÂN\tBản Mới", "a-b/c 1.000đ", "…"]), max_size=6))
@settings(max_examples=30, deadline=None)
def test_topics_stand_in_the_text_as_whole_words(lines: list[str]) -> None:
    read = article(*lines, title=lines[0] if lines else "")
    topics = topics_of(read)
    text = fold(plain("\n".join([read.title, *lines])))
    assert all(re.search(rf"(?<!\w){re.escape(fold(topic))}(?!\w)", text) for topic in topics)
    assert len(topics) <= MOST and topics == topics_of(read)
    assert len({fold(topic) for topic in topics}) == len(topics)


def test_an_empty_article_has_none() -> None:
    assert topics_of(Article(id="a1")) == ()


def test_only_those_who_ask_have_topics() -> None:
    assert extract(FIRE).topics == ()
    assert extract(FIRE, topics=True).topics == topics_of(FIRE)


def test_without_the_option_underthesea_is_not_loaded() -> None:
    code = "import sys; from extract import extract; from scraper.article import Article; extract(Article(id='a'))"
    script = f"{code}; print('underthesea' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("workers", [1, 2])
def test_the_tables_hold_them_and_the_card_names_their_maker(tmp_path: Path, workers: int) -> None:
    extract_to(tmp_path, [FIRE], workers, topics=True)
    (row,) = read_rows(tmp_path, "articles")
    assert row["topics"] and tuple(row["topics"]) == topics_of(FIRE)
    assert "underthesea" in make_card(tmp_path)["versions"]


def test_without_the_option_the_column_is_empty_and_the_card_silent(tmp_path: Path) -> None:
    extract_to(tmp_path, [FIRE])
    (row,) = read_rows(tmp_path, "articles")
    assert not row["topics"] and "underthesea" not in make_card(tmp_path)["versions"]


def test_the_command_finds_them_in_several_processes(tmp_path: Path) -> None:
    line = {"id": "a1", "title": FIRE.title, "text": "\n".join(FIRE.paragraphs)}
    (tmp_path / "articles.jsonl").write_text(json.dumps(line), encoding="utf-8")
    words = (tmp_path / "articles.jsonl", "--out", tmp_path / "tables", "--workers", "2", "--topics")
    assert run("sukien", "extract", *words).returncode == 0
    (row,) = read_rows(tmp_path / "tables", "articles")
    assert tuple(row["topics"] or ()) == topics_of(FIRE)
