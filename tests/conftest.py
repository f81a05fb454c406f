"""Fixtures for all tests: the annotated real articles, if present, and tables of the sample."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from extract.linking.link import link_tables
from tests.tables import extract_sample

# A busy machine generates examples slowly, which must not fail a test.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
ROOT = Path(__file__).resolve().parent.parent


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
