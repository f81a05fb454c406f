"""The description of a folder of tables as a Frictionless data package."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extract.declaration.columns import Column
from extract.declaration.tables import Table
from extract.tables.rows import TABLES

_FRICTIONLESS = {"partial_date": "string", "timestamp": "string", "list": "string"}


def data_package(tables: Sequence[Table] = TABLES) -> dict[str, Any]:
    """The Frictionless description of the CSVs of some tables: types, meanings, constraints and keys."""
    return {
        "name": "sukien-tables",
        "title": "Events of Vietnamese local government, with their officials, counts and cited documents",
        "profile": "tabular-data-package",
        "resources": [_resource(table) for table in tables],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "foreignKeys": [
            {"fields": [field], "reference": {"resource": target, "fields": [field]}}
            for field, target in table.foreign_keys
        ],
    }
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.description,
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "format": "csv",
        "mediatype": "text/csv",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    field = {
        "name": column.name,
        "type": _FRICTIONLESS.get(column.type, column.type),
        "description": column.description,
    }
    if column.shown_example:
        field["example"] = column.shown_example
    return {**field, **({"constraints": constraints} if constraints else {})}
