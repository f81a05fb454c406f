"""Generates parts of the documentation: the pages of tables and rules, and the figures in the page of the accuracy.

`python -m extract.tables.docs` writes them into docs/; a test holds them equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.declaration.columns import Column
from extract.declaration.rules import Rule
from extract.declaration.tables import Table
from extract.events.rules import RULES as EVENT_RULES
from extract.events.type_rules import TYPE_RULES
from extract.mentions import KINDS
from extract.tables.datacard import accuracy_lines
from extract.tables.linked import LINKED
from extract.tables.rows import TABLES

_HEAD = """\
# Reading the tables

`sukien extract` writes one CSV and one Parquet file a table, `datapackage.json` (Frictionless Table Schema) and the
data card. CSVs are UTF-8 with commas, ISO dates, nothing for null, and lists joined by "; "; Parquet has true lists,
times and whole numbers. Names and meanings of columns stay; more may be added to the right.

Every row says where its evidence is: `text[span_start:span_end] == quote`, counted in characters (Unicode code points)
of the article's `text`. `rule` names the rule that found it ([rules.md](rules.md)). A date may be a year ("2024") or a
month ("2024-05"): its length is its precision.

In pandas, `load` gives every column its proper type:

```python
from extract import load

tables = load("data/demo/tables")
print(tables.events.groupby("type", observed=True).size())
print(tables.events_with_officials()[["start_date", "type", "name_official", "positions"]].head())
print(tables.citations_with_events()[["symbol", "issuer", "type_event"]].head())
```

## In other tools

Codes ("095"), numbers of documents ("01", "15a") and years are text, and a reader of CSV that guesses makes numbers of
them: it drops the zeros, or stops at the first that is none. Parquet has the types, so that nothing is guessed; for the
CSVs, one line each says that all is text, or takes the types from `datapackage.json`:

| tool | Parquet | CSV |
|---|---|---|
| Sukien | `load("tables").events` | |
| pandas | `pd.read_parquet("tables/events.parquet")` | `pd.read_csv("tables/events.csv", dtype="string")` |
| Polars | `pl.read_parquet("tables/events.parquet")` | `pl.read_csv("tables/events.csv", infer_schema=False)` |
| DuckDB | `FROM 'tables/events.parquet'` | `FROM read_csv('tables/events.csv', all_varchar = true)` |
| R | `arrow::read_parquet("tables/events.parquet")` | `read.csv("tables/events.csv", colClasses = "character")` |
| readr | | `read_csv("tables/events.csv", col_types = cols(.default = "c"))` |
| frictionless, Python | | `Package("tables/datapackage.json").get_resource("events").read_rows()` |
| frictionless, R | | `read_resource(read_package("tables/datapackage.json"), "events")` |
| LibreOffice, Excel | | `--xlsx FILE`; or import with UTF-8, comma, and every column as "Text" |

Whole days are there twice: `start_date` is what the article tells ("2024-05"), `start_day` a date ("2024-05-01") for
readers that want one. `datasette sukien.db -m sukien.metadata.json` shows the database of `--sqlite` with facets, and
searches it with or without marks. Excel takes a CSV for another encoding if it is opened by a double click: use the
workbook, or Data, From Text/CSV, and 65001: Unicode (UTF-8).

Some columns hold one value in most runs: `attendance.derived` is false, since the rules add nothing up that the article
does not; `warc_file`, `warc_offset`, `fetched_at`, `page_sha256`, `platform` and `attachments` are empty for articles
that were not crawled; `site_id` and what is known of the site are empty for JSON Lines without it.

The CSVs hold text as the articles print it, which may begin with "=". The workbook of `--xlsx` marks all text as
text; a spreadsheet that opens a CSV may take such a cell for a formula.
"""


_LINKED_HEAD = """\
# Tables across articles

`sukien link TABLES` adds these to a folder; `sukien demo` and `sukien report` do it by themselves. Every link has a
score and the signs that speak for it. How it is done, and how right it is, stands in [linking.md](linking.md).
"""


def tables_page() -> str:
    """The whole page, in Markdown."""
    extracted = (line for table in TABLES for line in _section(table))
    linked = (line for table in LINKED for line in _section(table))
    return "\n".join([_HEAD, *extracted, _LINKED_HEAD, *linked])


_RULES_HEAD = """\
# The rules

What `rule` and `reason` may say in the tables: of each name, what must hold, and what it yields. The sentences are
examples of our own, with invented persons; a test runs them all.
"""


def rules_page() -> str:
    """The page of the rules, in Markdown."""
    sections = [("event", EVENT_RULES), *((kind.name, kind.rules) for kind in KINDS)]
    lines = [line for name, rules in sections for line in _rules_section(name, rules)]
    return "\n".join([_RULES_HEAD, *lines, *_type_rules_section()])


def _rules_section(kind: str, rules: tuple[Rule[Any], ...]) -> Iterator[str]:
    yield f"## {kind}\n"
    yield "| name | what holds | yields | example |\n|---|---|---|---|"
    for rule in rules:
        yield f"| {rule.name} | {_cell(rule.holds)} | {rule.yields} | {_cell(rule.examples[0])} |".replace("\n", " ")
    yield ""


def _type_rules_section() -> Iterator[str]:
    yield "## The type of an event\n"
    yield "Occasions vote for the type; then the first of these that applies makes it another.\n"
    yield "| name | of | yields | example |\n|---|---|---|---|"
    for rule in TYPE_RULES:
        yield f"| {rule.name} | {', '.join(rule.of)} | {rule.yields} | {_cell(rule.examples[0])} |"
    yield ""


def _section(table: Table) -> Iterator[str]:
    yield f"## {table.name}\n"
    yield table.description
    if table.primary_key:
        yield f"\nKey: `{', '.join(table.primary_key)}`."
    if table.foreign_keys:
        yield "\nBelongs to: " + ", ".join(f"`{target}` by `{field}`" for field, target in table.foreign_keys) + "."
    yield "\n| column | type | meaning | example |\n|---|---|---|---|"
    yield from (_row(column) for column in table.columns)
    yield ""


def _row(column: Column) -> str:
    meaning = column.description + (f" One of {', '.join(column.values)}." if column.values else "")
    kind = column.type.replace("_", " ") + (", required" if column.required else "")
    return f"| {column.name} | {kind} | {_cell(meaning)} | {_cell(column.shown_example)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def with_figures(page: str) -> str:
    """The page of the accuracy with the measured figures between its two marks."""
    figures = "\n".join(["<!-- figures -->", *accuracy_lines(), "", "<!-- end of figures -->"])
    return re.sub(r"<!-- figures -->.*<!-- end of figures -->", lambda _: figures, page, flags=re.S)


def main() -> None:
    """Write the generated parts of the documentation."""
    accuracy = Path("docs/accuracy.md")
    Path("docs/tables.md").write_text(tables_page(), encoding="utf-8")
    Path("docs/rules.md").write_text(rules_page(), encoding="utf-8")
    accuracy.write_text(with_figures(accuracy.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
