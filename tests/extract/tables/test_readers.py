"""Common tools read the tables correctly: the rows, the types, the diacritics and the leading zeros.

R and LibreOffice are not Python packages: their tests are skipped where they are not installed.
"""

from __future__ import annotations

import asyncio
import csv
import shutil
import subprocess
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest
from datasette.app import Datasette
from frictionless import Package

from extract.tables.sqlite import write_sqlite
from extract.tables.xlsx import write_xlsx

Cells = list[tuple[Any, ...]]
COLUMNS = ["province", "district_code", "start_date"]


@pytest.fixture(scope="module")
def expected(sample_tables: Path) -> Cells:
    """Province, code and day of every event as the CSV prints them."""
    with (sample_tables / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = [tuple(row[name] or None for name in COLUMNS) for row in csv.DictReader(file)]
    assert any(code and code.startswith("0") for _, code, _ in rows)
    return rows


def test_pandas(sample_tables: Path, expected: Cells) -> None:
    text = pd.read_csv(sample_tables / "events.csv", dtype="string")
    typed = pd.read_parquet(sample_tables / "events.parquet")
    for frame in (text, typed):
        cells = frame[COLUMNS].astype(object).where(frame[COLUMNS].notna(), None)
        assert list(cells.itertuples(index=False, name=None)) == expected
    assert pd.to_datetime(typed["start_day"]).dt.strftime("%F").iloc[0] == typed["start_date"].iloc[0]


def test_polars(sample_tables: Path, expected: Cells) -> None:
    assert pl.read_csv(sample_tables / "events.csv", infer_schema=False).select(COLUMNS).rows() == expected
    typed = pl.read_parquet(sample_tables / "events.parquet")
    assert typed.select(COLUMNS).rows() == expected
    assert (typed["start_day"].dtype, typed["attendees"].dtype) == (pl.Date, pl.Int64)
    assert isinstance(typed["organizers"].dtype, pl.List) and isinstance(typed["published_at"].dtype, pl.Datetime)


def test_duckdb(sample_tables: Path, expected: Cells) -> None:
    columns = ", ".join(COLUMNS)
    for source in (f"read_csv('{sample_tables}/events.csv', all_varchar = true)", f"'{sample_tables}/events.parquet'"):
        assert duckdb.sql(f"SELECT {columns} FROM {source}").fetchall() == expected
    kinds = duckdb.sql(f"SELECT start_day, attendees, organizers FROM '{sample_tables}/events.parquet'").types
    assert [str(kind) for kind in kinds] == ["DATE", "BIGINT", "VARCHAR[]"]


def test_frictionless(sample_tables: Path, expected: Cells) -> None:
    rows = Package(str(sample_tables / "datapackage.json")).get_resource("events").read_rows()
    assert [tuple(row[name] for name in COLUMNS) for row in rows] == expected
    assert type(rows[0]["start_day"]).__name__ == "date"


@pytest.mark.parametrize("words", ["dien tap", "diễn tập"])
def test_datasette_searches(sample_tables: Path, tmp_path: Path, words: str) -> None:
    write_sqlite(sample_tables, tmp_path / "sukien.db")

    async def found(search: dict[str, str]) -> int:
        served = Datasette([str(tmp_path / "sukien.db")])
        await served.invoke_startup()
        answer = await served.client.get("/sukien/articles.json", params={"_shape": "objects", **search})
        return len(answer.json()["rows"])

    assert 0 < asyncio.run(found({"_search": words})) < asyncio.run(found({})) == 73


def as_csv(text: str) -> Cells:
    return [tuple(cell or None for cell in row) for row in csv.reader(text.splitlines())][1:]


@pytest.mark.parametrize(
    "read",
    [
        'read.csv("events.csv", colClasses = "character", na.strings = "", encoding = "UTF-8")',
        'readr::read_csv("events.csv", col_types = readr::cols(.default = "c"))',
    ],
    ids=["base", "readr"],
)
def test_r(sample_tables: Path, expected: Cells, read: str) -> None:
    if not shutil.which("Rscript"):
        pytest.skip("no R on this machine; on Debian: apt-get install r-base-core r-cran-readr")
    columns = ", ".join(f'"{name}"' for name in COLUMNS)
    code = f'write.csv(as.data.frame({read})[, c({columns})], row.names = FALSE, na = "", fileEncoding = "UTF-8")'
    environment = {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        ["Rscript", "-e", code], cwd=sample_tables, env=environment, capture_output=True, text=True, timeout=100
    )
    if "there is no package called" in done.stderr:
        pytest.skip("R has no readr; on Debian: apt-get install r-cran-readr")
    assert as_csv(done.stdout) == expected


@pytest.mark.slow
def test_libreoffice_opens_the_workbook_and_the_csv(sample_tables: Path, tmp_path: Path, expected: Cells) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("no LibreOffice on this machine; on Debian: apt-get install libreoffice-calc")
    write_xlsx(sample_tables, tmp_path / "sukien.xlsx")
    shutil.copy(sample_tables / "events.csv", tmp_path / "in.csv")
    to_csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
    all_text = "/".join(f"{number}/2" for number in range(1, 60))  # "Text" for every column of the import
    for given, read_as in (("sukien.xlsx", []), ("in.csv", [f"--infilter=CSV:44,34,76,1,{all_text}"])):
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [office, profile, "--headless", *read_as, "--convert-to", to_csv, "--outdir", "out", given]
        subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=200, check=True)
    for file in ("sukien-events.csv", "in-in.csv"):
        with (tmp_path / "out" / file).open(encoding="utf-8", newline="") as text:
            rows = [tuple(row[name] or None for name in COLUMNS) for row in csv.DictReader(text)]
        assert [row[:2] for row in rows] == [row[:2] for row in expected], file
