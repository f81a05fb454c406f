"""Fixtures for all tests: the annotated real articles, if present, tables of the sample, and rows written by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from extract.declaration.tables import Row
from extract.linking.link import link_tables
from extract.tables.rows import TABLES
from extract.tables.writer import TableFolder
from tests.tables import WriteTables, extract_sample, whole

# A busy machine generates examples slowly, which must not fail a test.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run what needs no run at each change")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip what is marked long, with its reason, unless it is asked for."""
    for item in items:
        if (long := item.get_closest_marker("long")) and not config.getoption("--long"):
            item.add_marker(pytest.mark.skip(reason=f"left to `make test-all`: {long.kwargs['reason']}"))


@pytest.fixture(scope="session")
def shared_gold() -> Path:
    """The folder of annotated real articles beside the checkout; tests that need it are skipped without it."""
    for folder in (ROOT.parent / "shared" / "gold", ROOT.parent.parent / "shared" / "gold"):
        if folder.is_dir():
            return folder
    pytest.skip("the annotated real articles are not beside this checkout")


@pytest.fixture(scope="session")
def sample_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the sample articles."""
    out = tmp_path_factory.mktemp("sample") / "tables"
    extract_sample(out)
    return out


@pytest.fixture(scope="session")
def linked_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the sample articles with the linked tables, in a folder of their own."""
    out = tmp_path_factory.mktemp("linked") / "tables"
    extract_sample(out)
    link_tables(out)
    return out


@pytest.fixture()
def write_tables(tmp_path: Path) -> WriteTables:
    """Write given rows as a folder of tables; a column that a row leaves out is empty, or its example if required."""

    def write(rows: Mapping[str, Iterable[Row]]) -> Path:
        with TableFolder(tmp_path / "tables") as folder:
            folder.add({table.name: [whole(table.name, row) for row in rows.get(table.name, ())] for table in TABLES})
        return tmp_path / "tables"

    return write
