"""The sample's tables, linked, for the tests of the exports."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.linking.link import link_tables


@pytest.fixture(scope="package")
def linked(sample_tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's tables, linked."""
    folder = tmp_path_factory.mktemp("linked")
    for file in sample_tables.iterdir():
        if file.is_file():
            (folder / file.name).write_bytes(file.read_bytes())
    link_tables(folder)
    return folder
