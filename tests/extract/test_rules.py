"""Every rule with its own sentences, and every name in the columns `rule` and `reason` one of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract import Extraction, extract
from extract.declaration.rules import Rule
from extract.events.rules import RULES as EVENT_RULES
from extract.jsonl import read_articles
from extract.mentions import KINDS
from extract.model import Mention
from extract.tables.rows import TABLES
from extract.text.document import read_document
from scraper.article import Article, Place
from tests.extract.articles import article

GOLD = Path(__file__).resolve().parent.parent.parent / "data" / "gold"
RULES: dict[str, tuple[Rule[Any], ...]] = {"event": EVENT_RULES, **{kind.name: kind.rules for kind in KINDS}}
EVERY = [(kind, rule) for kind, rules in RULES.items() for rule in rules]
KIND_OF_TABLE = {"events": "event", **{table.name: kind.name for kind in KINDS for table in kind.tables}}


def named_in_tables(found: Extraction) -> Iterator[tuple[str, dict[str, object]]]:
    """The kind and the row of each row of the tables that names a rule."""
    for table in TABLES:
        for row in table.rows(found) if table.rows else ():
            if {"rule", "reason"} & row.keys():
                yield KIND_OF_TABLE.get(table.name) or str(row["kind"]), row


def found_without_tables(kind: str, subject: Article) -> Iterator[Mention[object]]:
    """The mentions of a kind that has no table of its own."""
    for one in KINDS:
        if one.name == kind and not one.tables:
            yield from one.find(read_document(subject)).mentions


def applied(kind: str, text: str) -> set[tuple[str, str]]:
    """The names by which something of the kind is found or refused in an article, each with what it yields."""
    subject = article(*text.split("\n"))
    rows = [row for named, row in named_in_tables(extract(subject)) if named == kind]
    refused = {(str(row[column]), "refused") for row in rows if "reason" in row for column in ("rule", "reason")}
    kept = [row for row in rows if "reason" not in row]
    yields = {rule.yields for rule in RULES[kind]} - {"refused"}
    found = {(str(row["rule"]), str(row["kind"]) if "kind" in row else one) for row in kept for one in yields}
    return refused | found | {(mention.rule, one) for mention in found_without_tables(kind, subject) for one in yields}


@pytest.mark.parametrize(("kind", "rule"), EVERY, ids=lambda value: value if isinstance(value, str) else value.name)
def test_a_rule_applies_to_its_examples_and_not_to_the_others(kind: str, rule: Rule[Any]) -> None:
    assert rule.examples and rule.others
    for text in rule.examples:
        assert (rule.name, rule.yields) in applied(kind, text), text
    for text in rule.others:
        assert rule.name not in {name for name, _ in applied(kind, text)}, text


@pytest.mark.parametrize("kind", RULES)
def test_no_two_rules_of_a_kind_are_the_same(kind: str) -> None:
    held = [(rule.name, rule.holds) for rule in RULES[kind]]
    assert held
    assert len(held) == len(set(held))


def test_every_rule_in_the_tables_of_the_sample_is_one_of_the_list() -> None:
    lines = read_articles(GOLD / "sample_articles.jsonl", lambda site_id, url: Place())
    rows = [row for line in lines if isinstance(line, Article) for row in named_in_tables(extract(line))]
    seen = {(kind, str(row[column])) for kind, row in rows for column in {"rule", "reason"} & row.keys()}
    known = {kind: {rule.name for rule in rules} for kind, rules in RULES.items()}
    assert {kind for kind, _ in seen} >= {"event", "official", "date", "attendance", "document"}
    assert [named for named in sorted(seen) if named[1] not in known[named[0]]] == []
