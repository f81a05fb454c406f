"""Administrative units and venues, and where an event was held."""

from __future__ import annotations

from extract.mentions.places.find import find_places

__all__ = ["find_places"]
