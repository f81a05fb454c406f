"""The words around citations."""

from __future__ import annotations

from extract.linking.documents.passages import passages_of
from tests.extract.linking.citations import cited
from tests.tables import WriteTables


def test_the_title_and_what_stands_near_a_citation_is_read(write_tables: WriteTables) -> None:
    text = "Mắc ca được mùa. " * 60 + "Theo Nghị định 46 về đường bộ. " + "Cà phê mất mùa. " * 60
    folder = write_tables({"articles": [{"article_id": "a001", "title": "Xe quá tải", "text": "Lúa. " * 400 + text}]})
    (found,) = passages_of(folder, [cited(1, "Nghị định", "46", start=2000 + text.index("Nghị định"))]).values()
    assert {"xe", "tải", "đường", "bộ", "mắc", "cà"} <= found.words
    assert "lúa" not in found.words
    assert found.has_any(["đường bộ"]) and found.has_any(["xe quá tải"]) and not found.has_any(["ường b", "lúa"])


def test_no_article_is_read_where_nothing_is_asked(write_tables: WriteTables) -> None:
    assert passages_of(write_tables({"articles": []}), []) == {}
