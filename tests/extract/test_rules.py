"""Every rule with its own sentences, and every name in the columns `rule` and `reason` one of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract import Extraction, extract
from extract.declaration.rules import Rule
from extract.events.rules import RULES as EVENT_RULES
from extract.jsonl import read_articles
from extract.mentions import KINDS
from extract.tables.rows import TABLES
from extract.text.document import read_document
from scraper.article import Article, Place
from tests.extract.articles import article

GOLD = Path(__file__).resolve().parent.parent.parent / "data" / "gold"
RULES = {"event": EVENT_RULES, **{kind.name: kind.rules for kind in KINDS}}
EVERY = [(kind, rule) for kind, rules in RULES.items() for rule in rules]


def applied(kind: str, text: str) -> set[tuple[str, str]]:
    """The rules by which something of the kind is found in an article, each with what it yields."""
    subject = article(*text.split("\n"))
    found = extract(subject)
    if kind == "event":
        return {(event.rule, "event") for event in found.events}
    finder = next(one.find for one in KINDS if one.name == kind)
    yields = {"official": "official", "attendance": "count", "document": "citation", "place": "place"}
    stated = {
        (mention.rule, yields.get(kind) or mention.value.kind)
        for mention in (*_mentions(found, kind), *(finder(read_document(subject)).mentions if kind == "place" else ()))
    }
    posts = {(held.rule, "official") for one in found.officials for held in one.value.positions if kind == "official"}
    refused = {(name, "refused") for one in found.rejections if one.kind == kind for name in (one.rule, one.reason)}
    return stated | posts | refused


def _mentions(found: Extraction, kind: str) -> tuple[object, ...]:
    by_kind = {
        "official": found.officials,
        "attendance": found.attendance,
        "document": found.citations,
        "date": found.dates,
        "place": (),
    }
    return by_kind[kind]


@pytest.mark.parametrize(("kind", "rule"), EVERY, ids=lambda value: value if isinstance(value, str) else value.name)
def test_a_rule_applies_to_its_examples_and_not_to_the_others(kind: str, rule: Rule) -> None:
    assert rule.examples
    for text in rule.examples:
        assert (rule.name, rule.yields) in applied(kind, text), text
    for text in rule.others:
        assert rule.name not in {name for name, _ in applied(kind, text)}, text


@pytest.mark.parametrize("kind", RULES)
def test_the_names_of_a_kind_are_its_own(kind: str) -> None:
    names = [(rule.name, rule.refuses) for rule in RULES[kind]]
    assert names
    assert len(names) == len(set(names))


def named_in_tables(found: Extraction) -> Iterator[tuple[str, str, str]]:
    """The table, the kind, and each name in the columns `rule` and `reason` of its rows."""
    kinds = {"events": "event", "officials": "official", "positions": "official", "documents": "document"}
    kinds |= {"dates": "date", "attendance": "attendance"}
    for table in TABLES:
        for row in table.rows(found) if table.rows else ():
            for column in {"rule", "reason"} & row.keys():
                yield table.name, str(kinds.get(table.name) or row["kind"]), str(row[column])


def test_every_rule_in_the_tables_of_the_sample_is_one_of_the_list() -> None:
    lines = read_articles(GOLD / "sample_articles.jsonl", lambda site_id, url: Place())
    seen = {named for line in lines if isinstance(line, Article) for named in named_in_tables(extract(line))}
    known = {kind: {rule.name for rule in rules} for kind, rules in RULES.items()}
    assert {table for table, _, _ in seen} >= {"events", "officials", "positions", "dates", "rejections"}
    assert [named for named in sorted(seen) if named[2] not in known[named[1]]] == []
