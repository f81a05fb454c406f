"""The limits of one article, and the messages for articles beyond them."""

from __future__ import annotations

import re
import threading

import pytest

from extract import limits
from extract.limits import ArticleFailed, Limits, extract_rows
from scraper.article import Article

ARTICLE = Article(id="a1", title="Hội nghị", paragraphs=("Sáng 12/3/2024, UBND xã tổ chức hội nghị.",))


def test_the_rows_of_an_article_by_table() -> None:
    rows = extract_rows(ARTICLE)
    assert [row["article_id"] for row in rows["articles"]] == ["a1"] and len(rows["events"]) == 1
    assert extract_rows(ARTICLE, topics=True)["articles"][0].keys() == rows["articles"][0].keys()


@pytest.mark.parametrize(("characters", "said"), [(48, "a text of 49 characters; at most 48 are read"), (49, None)])
def test_a_text_that_is_too_long_is_not_read(characters: int, said: str | None) -> None:
    if said is None:
        assert extract_rows(ARTICLE, Limits(characters=characters))
    else:
        with pytest.raises(ArticleFailed, match=re.escape(said)):
            extract_rows(ARTICLE, Limits(characters=characters))


def test_an_article_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(article: Article, topics: bool) -> None:
        while True:
            pass

    monkeypatch.setattr(limits, "extract", endless)
    with pytest.raises(ArticleFailed, match=r"not done after 0\.05 s of processor time"):
        extract_rows(ARTICLE, Limits(seconds=0.05))


def test_a_fault_of_the_extraction_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(article: Article, topics: bool) -> None:
        raise KeyError("một\nhai" + "x" * 900)

    monkeypatch.setattr(limits, "extract", faulty)
    with pytest.raises(ArticleFailed, match="the extraction raised KeyError: ") as failed:
        extract_rows(ARTICLE)
    assert len(str(failed.value)) < 260 and "\n" not in str(failed.value) and str(failed.value).isascii()


def test_another_thread_has_no_alarm_and_reads_all_the_same() -> None:
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(len(extract_rows(ARTICLE)["events"])))
    thread.start()
    thread.join()
    assert found == [1]
