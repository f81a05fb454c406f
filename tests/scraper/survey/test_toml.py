"""A registry entry as TOML, read back as it was."""

from __future__ import annotations

import tomllib

import pytest

from scraper.sites import Site
from scraper.survey.toml import entry_toml

PLAIN = Site(id="xa-mau", name='Xã "Mẫu" \\ \x7f', url="http://xa.example/", platform="vnpt", level="commune")
FULL = PLAIN.model_copy(update={"listings": ("http://xa.example/tin",), "province": "Điện Biên"})


@pytest.mark.parametrize("site", [PLAIN, FULL])
def test_an_entry_is_read_back(site: Site) -> None:
    (entry,) = tomllib.loads(entry_toml(site))["site"]
    assert Site.model_validate(entry) == site


def test_a_comment_stands_above_and_defaults_are_left_out() -> None:
    written = entry_toml(PLAIN, "Thấy ngày 12/3.\n\nBa tin.")
    assert written.startswith("# Thấy ngày 12/3.\n#\n# Ba tin.\n[[site]]\n")
    assert "listings" not in written and written.endswith("\n")
