"""The 63 provinces before and the 34 since 2025-07-01, with codes and the hosts of their portals; provinces.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Province:
    """A former province: its name and code (General Statistics Office), its province since 2025-07-01, its portals."""

    name: str
    code: str
    name_2025: str
    code_2025: str
    hosts: tuple[str, ...]

    def has_host(self, host: str) -> bool:
        """Whether a host is the portal of the province or a subdomain of it."""
        return any(host == own or host.endswith(f".{own}") for own in self.hosts)


@cache
def load_provinces() -> tuple[Province, ...]:
    """All former provinces, in the order of their codes."""
    rows = tomllib.loads((files("scraper") / "provinces.toml").read_text(encoding="utf-8"))["province"]
    return tuple(Province(**{**row, "hosts": tuple(row["hosts"])}) for row in rows)
