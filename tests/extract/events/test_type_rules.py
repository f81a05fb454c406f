"""Every rule of the types of events with its own examples."""

from __future__ import annotations

import pytest

from extract import extract
from extract.events.type_rules import TYPE_RULES, TypeRule
from tests.extract.articles import article


@pytest.mark.parametrize("rule", TYPE_RULES, ids=lambda rule: rule.name)
def test_a_rule_applies_to_its_examples_and_not_to_the_others(rule: TypeRule) -> None:
    for text in (*rule.examples, *rule.others):
        main = extract(article(text, published=None)).main_event
        assert main, text
        assert (main.type == rule.yields) is (text in rule.examples), (text, main.type)
