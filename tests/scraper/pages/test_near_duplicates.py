"""Near-identical reposts are marked with the first such article; similar reports of other events are not."""

from __future__ import annotations

from dataclasses import replace

from scraper.article import Article
from scraper.demo.samples import load_articles
from scraper.pages.near_duplicates import (
    CANDIDATES,
    KEYS,
    REPEATED,
    SKETCH,
    SketchIndex,
    mark_near_duplicates,
    similarity,
    sketch_of,
)

FOLDERS = ("demo-nukeviet", "demo-drupal", "demo-tintuc", "demo-joomla", "demo-sharepoint", "demo-wordpress")
SAMPLES = [
    Article(id=one.id, title=one.title, lead=one.lead, paragraphs=one.body)
    for folder in FOLDERS
    for one in load_articles(folder)
]
LONG = [article for article in SAMPLES if sketch_of(article)]


def test_a_repost_with_small_changes_is_marked() -> None:
    first = LONG[0]
    longer = replace(first, id="b", paragraphs=(*first.paragraphs, "Theo Báo Mẫu."))
    retitled = replace(first, id="c", title="Tin ảnh", lead=first.lead.replace("huyện", "Huyện"))
    marked = {one.id: one.duplicate_of for one in mark_near_duplicates([first, longer, retitled])}
    assert marked == {first.id: None, "b": first.id, "c": first.id}


def test_different_articles_are_not_marked() -> None:
    assert len(LONG) >= 40
    assert not [one.id for one in mark_near_duplicates(SAMPLES) if one.duplicate_of]


def test_two_reports_by_one_formula_are_two() -> None:
    text = "Sáng ngày {}, UBND xã {} tổ chức hội nghị triển khai nhiệm vụ. Dự hội nghị có {} đại biểu của {} thôn. "
    more = "Hội nghị nghe báo cáo của {} về {} chỉ tiêu, bàn {} giải pháp và giao {} việc cho từng thôn, bản trong xã."
    one = Article(id="a", paragraphs=((text + more).format("12/3", "Mẫu", 45, 9, "ông Lò Văn A", 12, 4, 7),))
    two = Article(id="b", paragraphs=((text + more).format("19/4", "Nà Mẫu", 60, 11, "bà Vì Thị B", 15, 6, 9),))
    assert [found.duplicate_of for found in mark_near_duplicates([one, two])] == [None, None]


def test_short_formulas_are_left_alone() -> None:
    note = ("Sáng nay trời rét, bà con chú ý giữ ấm cho đàn trâu bò.",)
    marked = mark_near_duplicates([Article(id=name, paragraphs=note) for name in "ab"])
    assert [one.duplicate_of for one in marked] == [None, None]


def test_similarity_runs_from_nothing_to_all() -> None:
    one, two = sketch_of(LONG[0]), sketch_of(LONG[1])
    assert similarity(one, one) == 1.0 and similarity(one, two) < 0.1 and similarity([], []) == 0.0


def test_a_footer_that_a_site_repeats_is_no_evidence() -> None:
    footer = " ".join(f"{word} {number}" for number in range(40) for word in ("điện thoại", "thư điện tử"))
    notes = [
        Article(id=f"n{number}", site_id="mau", paragraphs=(f"Thông báo số {number} về lịch cắt nước.", footer))
        for number in range(30)
    ]
    marked = [one.duplicate_of for one in mark_near_duplicates(notes)]
    assert not any(marked[REPEATED:])


def test_reposts_are_found_among_articles_with_one_footer() -> None:
    footer = " ".join(f"chân trang {number}" for number in range(70))
    posts = [replace(one, site_id="mau", paragraphs=(*one.paragraphs, footer)) for one in LONG]
    reposts = [replace(one, id=f"{one.id}-again") for one in posts[REPEATED:]]
    marked = {one.id: one.duplicate_of for one in mark_near_duplicates([*posts, *reposts])}
    assert all(marked[one.id] == one.id.removesuffix("-again") for one in reposts)


def test_one_hash_leads_to_a_bounded_number_of_articles() -> None:
    index = SketchIndex()
    shared = list(range(KEYS))
    for number in range(3 * CANDIDATES):
        rest = range(1000 + number * SKETCH, 1000 + number * SKETCH + SKETCH - KEYS)
        assert index.find_or_add(f"a{number}", [*shared, *rest]) is None
    assert index.find_or_add("again", [*shared, *range(1000, 1000 + SKETCH - KEYS)]) == "a0"
    last = 1000 + (3 * CANDIDATES - 1) * SKETCH
    assert index.find_or_add("last", [*shared, *range(last, last + SKETCH - KEYS)]) == f"a{3 * CANDIDATES - 1}"
