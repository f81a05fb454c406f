"""The metadata in the head of a page."""

from __future__ import annotations

import pytest

from scraper.pages.metadata import Metadata, read_metadata
from scraper.pages.selecting import tree

DATA = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle",
"headline": " Hội nghị ", "datePublished": "2024-03-12T08:00:00+07:00", "author": [{"name": "Lò Thị Mẫu"}],
"articleSection": "Thời sự", "description": "Sáng nay"}]}</script>"""


def read(head: str) -> Metadata:
    return read_metadata(tree(f"<html><head>{head}</head><body></body></html>"))


def test_an_article_in_json_ld() -> None:
    said = read(DATA)
    assert (said.headline, said.author, said.section) == ("Hội nghị", "Lò Thị Mẫu", "Thời sự")
    assert said.published and said.published.day == "2024-03-12" and said.is_article


@pytest.mark.parametrize(
    ("head", "title", "day", "is_article"),
    [
        (
            '<meta property="og:type" content="article"><meta property="og:title" content="Họp">'
            '<meta property="article:published_time" content="2024-03-12">',
            "Họp",
            "2024-03-12",
            True,
        ),
        ('<meta property="og:type" content="article">', None, None, False),  # many systems have this on every page
        (
            '<meta name="pubdate" content="2024-03-12"><meta name="date" content="1970-01-01">',
            None,
            "2024-03-12",
            False,
        ),
        ('<meta name="twitter:title" content=" "><meta property="og:title" content="Họp">', "Họp", None, False),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', None, None, False),
        ('<script type="application/ld+json">[{"@type": "Organization", "name": "UBND"}]</script>', None, None, False),
        ("", None, None, False),
    ],
)
def test_meta_elements(head: str, title: str | None, day: str | None, is_article: bool) -> None:
    said = read(head)
    assert (said.title, said.published and said.published.day, said.is_article) == (title, day, is_article)


def test_names_that_are_escaped_within_json_are_read_as_they_are_meant() -> None:
    data = '{"@type": "NewsArticle", "author": {"name": "L&#210; M&#7850;U"}}'
    assert read_metadata(tree(f'<script type="application/ld+json">{data}</script>')).author == "LÒ MẪU"


ARTICLE = '{"@type": "NewsArticle", "headline": "Xã họp", "datePublished": "2024-05-14T08:00:00+07:00"}'


@pytest.mark.parametrize(
    "told",
    [
        ARTICLE + ";",
        ARTICLE.replace("Xã", "Xã\x01\n"),
        f"//<![CDATA[\n{ARTICLE}\n//]]>",
        f"<!--\n{ARTICLE}\n-->",
        ARTICLE.replace('"}', '",}'),
        f"/* Tin */ [{ARTICLE},]",
        f'{{"@graph": {"[" * 300}{ARTICLE}{"]" * 300}}}',
    ],
    ids=["semicolon", "control character", "CDATA", "comment", "comma", "comment before", "nested"],
)
def test_json_ld_that_is_not_quite_json(told: str) -> None:
    found = read_metadata(tree(f"<head><script type='application/ld+json'>{told}</script></head>"))
    assert found.published is not None and found.published.value == "2024-05-14T08:00:00+07:00" and found.is_article


@pytest.mark.parametrize("told", ["", "[" * 100_000, "{", "tin: [", '{"a": "b"'])
def test_json_ld_that_is_none_costs_nothing(told: str) -> None:
    found = read_metadata(tree(f"<head><script type='application/ld+json'>{told}</script></head>"))
    assert found.published is None and not found.is_article


@pytest.mark.parametrize(
    ("names", "is_article"),
    [
        ("post-template-default single single-post postid-7", True),
        ("path-node page-node-type-article", True),
        ("html not-front node-type-tin-tuc", True),
        ("page-template-default page page-id-2", False),
        ("archive category category-tin-tuc", False),
        ("page-node-type-page", False),
    ],
)
def test_systems_name_in_the_class_of_a_body_what_the_page_is(names: str, is_article: bool) -> None:
    assert read_metadata(tree(f'<html><body class="{names}"><p>Xã Mẫu họp.</p></body></html>')).is_article is is_article
