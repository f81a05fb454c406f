"""CSS selectors on trees, and the text of what they find."""

from __future__ import annotations

import pytest

from scraper.pages.selecting import (
    cut,
    drop,
    elements,
    first_text,
    length_of_text,
    lines_of,
    repaired_tree,
    select,
    text_of,
    texts,
    tree,
)

HTML = "<body><h1 class='a b'>Họp <b>xã</b></h1><p id=x>Một<br>hai</p><a href='/t'>t</a><script>var x</script></body>"


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("h1.a", ["Họp xã"]),
        (".b, #x", ["Họp xã", "Một hai"]),
        ("a::attr(href)", ["/t"]),
        ("p::text", ["Một", "hai"]),
        (".khong-co, p", ["Một hai"]),
        ("h1:not(.c)", ["Họp xã"]),
        ("h1:not(.a)", []),
        (".khong-co", []),
        ("[href='/t']", ["t"]),
        ("p:not([href])", ["Một hai"]),
        ("body > [ID]", ["Một hai"]),
        ("h1 ~ A[href*=',']", []),
        ("table, a[rel]", []),
        ("[id=x], [href=x]", ["Một hai"]),
        ("[id^='y'], a[href$='t']", ["t"]),
        ("[href*=y], [ID$=y]", []),
        ("[class~=b]", ["Họp xã"]),
        ("h1[class='a'], h1[class=\"a b\"]", ["Họp xã"]),
        ("p[id='x']:not([id$=y])", ["Một hai"]),
        ("[title='một (1)'], p", ["Một hai"]),
        ("[id|=x]", ["Một hai"]),
    ],
)
def test_texts_of_what_a_selector_finds(css: str, found: list[str]) -> None:
    assert list(texts(tree(HTML), [css])) == found
    assert first_text(tree(HTML), [css]) == (found or [""])[0]


def test_what_was_removed_is_no_longer_found() -> None:
    root = tree("<div class='x y' id=a><p class=y lang=vi>1</p></div><p class=' y\n' lang=vi>2</p><b class='y y'>3</b>")
    assert list(texts(root, [".y"])) == ["1", "1", "2", "3"]
    assert list(texts(root, ["P.y", "[lang=vi]", "p[lang='vi']", "#a"])) == ["1", "2"] * 3 + ["1"]
    part = next(elements(root, ["#a"]))
    assert list(texts(part, ["p.y"])) == ["1"]
    drop(part)
    assert list(texts(root, [".y", "[lang=vi]", "#a"])) == ["2", "3", "2"]
    assert list(texts(part, ["p.y"])) == ["1"]


def test_scripts_are_no_text() -> None:
    root = tree(HTML)
    assert "var" not in text_of(root) and lines_of(root) == ["Họp", "xã", "Một", "hai", "t"]
    assert length_of_text(root) == len("Họpxã" "Một" "hai" "t")


def test_the_text_after_an_element_that_is_dropped_stays() -> None:
    root = tree("<p>a<b>B</b>c<i>I</i>d</p>")
    for element in list(elements(root, ["b", "i"])):
        drop(element)
    assert text_of(root) == "acd"
    cut(root, ["p"])
    assert text_of(root) == "" and not select(root, "p")


def test_what_lxml_leaves_out_is_read() -> None:
    html = "<html><body><p>Một.</p></body></html><html><body><p>Hai.</p></body></html>"
    assert "Hai." in text_of(repaired_tree(html)) and "Một." in text_of(repaired_tree(html))
    assert text_of(tree("")) == ""
