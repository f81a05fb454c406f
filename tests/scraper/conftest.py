"""What the tests of the crawl share: all sites of the registry."""

from __future__ import annotations

import pytest

from scraper.sites import Site, load_registry


@pytest.fixture(scope="session")
def sites() -> list[Site]:
    """All sites of the registry, in its order."""
    return list(load_registry().sites.values())
