"""Rules as values."""

from __future__ import annotations

from extract.declaration.rules import Rule, first_applying

SHORT: Rule[str] = Rule("short", "It has two letters at most.", "small", ("ab",), ("abc",), lambda text: len(text) < 3)
ANY: Rule[str] = Rule("any", "Always.", "large", ("abc",), ("",), bool)
FORM: Rule[str] = Rule("form", "The finder reads the form.", "refused", ("x",), ("y",))


def test_the_first_rule_of_a_list_that_applies_decides() -> None:
    assert first_applying((SHORT, ANY), "ab") is SHORT
    assert first_applying((SHORT, ANY), "abc") is ANY
    assert first_applying((SHORT,), "abc") is None


def test_a_rule_without_a_condition_applies_to_nothing_by_itself() -> None:
    assert not FORM.applies("x")
    assert FORM.refuses and not ANY.refuses
