"""The rows of cited documents."""

from __future__ import annotations

import pytest

from extract import extract
from extract.tables.rows import rows_of
from tests.extract.articles import article


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Ngày 24/4/2017, UBND huyện có tờ trình số 354. Sở Y tế có tờ trình số 354 ngày 25/4/2017.",
            ["2017-04-24", "2017-04-25"],
        ),
        (
            "Theo tờ trình số 354 ngày 25/4/2017 của UBND huyện và tờ trình số 354 ngày 24/5/2017 của Sở Y tế.",
            ["2017-04-25", "2017-05-24"],
        ),
        ("Theo tờ trình số 354 ngày 25/4/2017, UBND huyện đề nghị; tờ trình số 354 nêu rõ.", ["2017-04-25"]),
    ],
)
def test_two_documents_of_one_type_and_number_have_two_ids(text: str, days: list[str]) -> None:
    rows = rows_of(extract(article(text)))["documents"]
    assert len({row["citation_id"] for row in rows}) == len(rows)
    assert [row["issued_date"] for row in rows if row["issued_date"]] == days[-len(rows) :]
