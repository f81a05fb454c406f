"""Tables as DataFrames: dtypes suitable for plotting and grouping, joins, and helpful errors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pyarrow.dataset as ds
import pytest

from extract import load
from extract.tables.checks import NotTables
from extract.tables.rows import TABLES
from tests.tables import WriteTables


def test_every_table_has_its_columns_in_order(sample_tables: Path) -> None:
    tables = load(sample_tables)
    for table in TABLES:
        assert list(getattr(tables, table.name).columns) == [column.name for column in table.columns]
    assert len(tables.articles) == 73 and len(tables.events) > 40


def test_columns_have_the_types_that_analysis_needs(sample_tables: Path) -> None:
    events = load(sample_tables).events
    assert events["start_date"].dtype.kind == "M" and events["start_date"].notna().mean() > 0.9
    assert str(events["published_at"].dtype).endswith("Asia/Ho_Chi_Minh]")
    assert events["attendees"].dtype == "Int64"
    assert isinstance(events["type"].dtype, pd.CategoricalDtype) and "drill" in events["type"].cat.categories
    assert events["is_main"].dtype == "boolean"
    assert all(isinstance(organizers, list) for organizers in events["organizers"])


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("2024-05-14", "2024-05-14", "2024-05-14"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        (None, None, None),
    ],
)
def test_a_partial_date_is_the_bounds_of_its_period(
    write_tables: WriteTables, printed: str | None, first: str | None, last: str | None
) -> None:
    folder = write_tables({"events": [{"event_id": "e1", "start_date": printed, "end_date": printed}]})
    event = load(folder).events.iloc[0]
    for bound, expected in ((event["start_date"], first), (event["end_date"], last)):
        assert pd.isna(bound) if expected is None else bound == pd.Timestamp(expected)


def test_joined_views_carry_both_sides(write_tables: WriteTables) -> None:
    tables = load(
        write_tables(
            {
                "events": [{"event_id": "e1", "article_id": "a1", "type": "drill", "quote": "diễn tập"}],
                "officials": [{"event_id": "e1", "article_id": "a1", "name": "Lò Văn Hặc", "quote": "ông Lò Văn Hặc"}],
                "documents": [
                    {"citation_id": "c1", "event_id": "e1", "article_id": "a1", "number": "54"},
                    {"citation_id": "c2", "event_id": None, "article_id": "a2", "number": "55"},
                ],
            }
        )
    )
    person = tables.events_with_officials().iloc[0]
    assert (person["type"], person["name_official"], person["quote_official"]) == (
        "drill",
        "Lò Văn Hặc",
        "ông Lò Văn Hặc",
    )
    cited = tables.citations_with_events().set_index("citation_id")
    assert cited.loc["c1", "type_event"] == "drill" and pd.isna(cited.loc["c2", "type_event"])


def test_csv_and_parquet_hold_the_same_rows(sample_tables: Path) -> None:
    tables = load(sample_tables)
    for table in TABLES:
        flat = pd.read_csv(sample_tables / f"{table.name}.csv", keep_default_na=False)
        assert len(flat) == len(getattr(tables, table.name))


def test_errors_say_what_is_missing_and_what_to_do(tmp_path: Path, write_tables: WriteTables) -> None:
    with pytest.raises(NotTables, match="is not a folder; `sukien extract"):
        load(tmp_path / "nowhere")
    with pytest.raises(NotTables, match="lacks articles, events"):
        load(tmp_path)
    folder = write_tables({})
    (folder / "events.parquet").write_bytes(b"no parquet")
    with pytest.raises(NotTables, match="events.parquet cannot be read.*extract"):
        load(folder)


def test_importing_the_extraction_does_not_import_pandas() -> None:
    code = "import sys, extract; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0


def test_only_the_columns_and_rows_that_are_asked_for_are_read(sample_tables: Path) -> None:
    everything = load(sample_tables)
    found = load(
        sample_tables,
        {"events": ["start_date", "type"], "articles": []},
        {"events": ds.field("type") == "training", "dates": ds.field("kind") == "term"},
    )
    assert list(found.events.columns) == ["type", "start_date"] and set(found.events["type"]) == {"training"}
    assert len(found.events) == (everything.events["type"] == "training").sum()
    assert found.articles.empty and set(found.dates["kind"]) == {"term"}
    pd.testing.assert_frame_equal(found.officials, everything.officials)


def test_a_lazy_load_reads_nothing_yet(sample_tables: Path) -> None:
    found = load(sample_tables, lazy=True)
    assert found["events"].count_rows() == len(load(sample_tables).events)
    assert found["articles"].head(1, columns=["title"]).column_names == ["title"]


@pytest.mark.parametrize(
    ("columns", "said"), [({"event": ["type"]}, "no table event"), ({"events": ["kind"]}, "no column kind")]
)
def test_an_unknown_table_or_column_is_named(sample_tables: Path, columns: dict[str, list[str]], said: str) -> None:
    with pytest.raises(KeyError, match=said):
        load(sample_tables, columns)
