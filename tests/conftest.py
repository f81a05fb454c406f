"""What all tests share: where the annotated real articles are, where they are present."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_gold() -> Path:
    """The folder of annotated real articles beside the checkout; tests that need it are skipped without it."""
    for folder in (ROOT.parent / "shared" / "gold", ROOT.parent.parent / "shared" / "gold"):
        if folder.is_dir():
            return folder
    pytest.skip("the annotated real articles are not beside this checkout")
