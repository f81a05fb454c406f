"""The kind of mention that names a unit or a venue; it has no table, but is used for the place of an event."""

from __future__ import annotations

from extract.declaration.kinds import Kind
from extract.mentions.places.find import find_places
from extract.mentions.places.rules import RULES

PLACES = Kind("place", find_places, explained_by=("places/tiers", "places/context.held"), rules=RULES)
