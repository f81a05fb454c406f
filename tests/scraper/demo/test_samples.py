"""The demo's content: invented articles, and how themes print them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from scraper.demo.samples import (
    RELATED,
    VIETNAM,
    SampleArticle,
    Theme,
    entities,
    load_articles,
    load_theme,
    others,
    pages_of,
    render,
    sample_folder,
    stamp,
    words,
)

FOLDERS = sorted(path.name for path in (sample_folder() / "articles").iterdir() if path.is_dir())
MORNING = datetime(2021, 2, 4, 8, 5, 9, tzinfo=VIETNAM)
THEME = Theme("mau", "/tin/{slug}-{number}.html", "/tin/", "/tin/trang-{page}", "day", (), print="/in/{number}")


def article(number: int = 7, published: datetime | date = MORNING) -> SampleArticle:
    name = f"bai-{number}"
    return SampleArticle(name, number, name, f"Bài {number}", "", (), (), published, "", "", "Tin tức")


@pytest.mark.parametrize("folder", FOLDERS)
def test_articles_are_newest_first_and_each_has_a_number_and_a_slug_of_its_own(folder: str) -> None:
    found = load_articles(folder)
    assert found and [one.moment for one in found] == sorted((one.moment for one in found), reverse=True)
    assert len({one.number for one in found}) == len({one.slug for one in found}) == len(found)
    assert all(100_000 <= one.number < 1_000_000 and one.title and one.body for one in found)
    assert all(set(one.slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for one in found)
    assert all(len(one.slug.split("-")) <= 14 for one in found)


def test_a_day_counts_from_its_midnight_in_vietnam() -> None:
    assert article(published=date(2021, 2, 4)).moment.isoformat() == "2021-02-04T00:00:00+07:00"
    assert article().moment == MORNING


def test_an_article_gets_the_urls_of_a_theme() -> None:
    shown = THEME.with_urls(article())
    assert (shown.url, shown.print) == ("/tin/bai-7-7.html", "/in/7")


def test_a_theme_is_read_from_its_folder() -> None:
    theme = load_theme("nukeviet4")
    assert theme.platform == "nukeviet4" and "{slug}" in theme.article and isinstance(theme.shows, tuple)


@pytest.mark.parametrize(
    ("moment", "form", "utc", "printed"),
    [
        (MORNING, "%A, %d/%m/%Y %H:%M:%S", False, f"{words()['weekdays'][3]}, 04/02/2021 08:05:09"),
        (MORNING, "%I:%M %P", False, "08:05 AM"),
        (MORNING + timedelta(hours=4), "%I:%M %P", False, "12:05 PM"),
        (MORNING, "%Y-%m-%dT%H:%MZ", True, "2021-02-04T01:05Z"),
        (MORNING.astimezone(timezone.utc), "%H:%M", False, "08:05"),
        (date(2021, 2, 4), "%d/%m/%Y %H:%M", False, "04/02/2021 00:00"),
    ],
)
def test_moments_are_printed_as_pages_do(moment: datetime | date, form: str, utc: bool, printed: str) -> None:
    assert stamp(moment, form, utc) == printed


@pytest.mark.parametrize(
    ("text", "saved"),
    [
        ("hình", "h&igrave;nh"),
        ("Hội nghị", "Hội nghị"),
        ("a < b & c", "a &lt; b &amp; c"),
        ('"Đổi mới" và đẹp', '"Đổi mới" v&agrave; đẹp'),
    ],
)
def test_latin_letters_are_saved_as_entities(text: str, saved: str) -> None:
    assert str(entities(text)) == saved


def test_a_template_is_rendered_with_its_context() -> None:
    shown = render("shared/sitemap.xml", root="http://mau.example", items=[THEME.with_urls(article())])
    assert "<loc>http://mau.example/tin/bai-7-7.html</loc><lastmod>2021-02-04T08:05:09+07:00</lastmod>" in shown


@pytest.mark.parametrize(("count", "sizes"), [(0, [0]), (3, [3]), (4, [3, 1]), (6, [3, 3])])
def test_a_listing_has_pages_of_one_size(count: int, sizes: list[int]) -> None:
    articles = [article(number) for number in range(count)]
    pages = pages_of(articles, 3)
    assert [len(page) for page in pages] == sizes and sum(pages, []) == articles


def test_the_related_block_has_a_few_other_articles() -> None:
    articles = [article(number) for number in range(9)]
    beside = others(articles, articles[1])
    assert [one.number for one in beside] == [0, 2, 3, 4] and len(beside) == RELATED
