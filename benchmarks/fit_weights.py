"""Fits the weights of extract/lexicons/weights.toml to annotated articles, and says whether that makes them better.

    python -m benchmarks.fit_weights --gold GOLD.jsonl ... --unseen GOLD.jsonl ... [--write] [--skip-search]

Each GOLD.jsonl lies beside its GOLD_articles.jsonl; a line with `partial` is read for what it lists: aspects of
data/gold/ANNOTATION.md, or "is_event", "type", or "counts" (`counts`: [{"start", "end", "n", "came"}], characters of
the canonical text). `--unseen` are articles that the rules were not developed on. For every decision the hand-set
weights are compared with fitted ones, each article judged by weights that were fitted without its site; the confidences
are fitted to the unseen ones alone. `--write` writes those fitted weights that are better, where there are enough
examples, and the confidences.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.bench_confidence import JudgedCell, reliability
from benchmarks.fitting.cases import Case, read_cases
from benchmarks.fitting.confidences import calibration_error, fit_confidences
from benchmarks.fitting.decisions import (
    LEAST,
    Comparison,
    attendance_examples,
    attendance_of,
    compare,
    detection_examples,
    detection_of,
    with_attendance,
    with_detection,
)
from benchmarks.fitting.logistic import Example, log_loss, mistakes
from benchmarks.fitting.search import Decision, search
from benchmarks.fitting.types_and_places import cases_of_place, cases_of_type, place_decision, type_decision
from benchmarks.fitting.weights_file import with_weights
from benchmarks.gold import ROOT, read_sets
from extract.weights import Weights, weights

FILE = ROOT / "extract" / "lexicons" / "weights.toml"
_GROUPS = ("all", "local", "press", "central")


def fit_thresholds(chosen: Weights, cases: Sequence[Case]) -> Weights:
    """The weights with the decisions on events and on counts fitted where that is better."""
    print("| decision | examples | so | hand-set wrong | log loss | fitted wrong, held out | log loss | |")
    print("|---|---:|---:|---:|---:|---:|---:|---|")
    events = compare(detection_of(chosen), list(detection_examples(cases)))
    counts = compare(attendance_of(chosen), list(attendance_examples(cases)))
    for compared in (events, counts):
        print("\n".join(_comparison(compared)))
    if _is_kept(events):
        chosen = with_detection(chosen, events.result)
    return with_attendance(chosen, counts.result) if _is_kept(counts) else chosen


def _is_kept(compared: Comparison) -> bool:
    return compared.better and not compared.thin


def _comparison(compared: Comparison) -> Iterator[str]:
    stay = f"hand-set: fewer than {LEAST} either way" if compared.thin else "hand-set"
    verdict = "fitted" if _is_kept(compared) else stay
    for group in _GROUPS:
        by_hand, fitted = _of_group(compared.by_hand, group), _of_group(compared.fitted, group)
        if by_hand:
            cells = (
                f"{compared.result.name}, {group}",
                str(len(by_hand)),
                str(sum(example.label for example, _ in by_hand)),
                str(mistakes(by_hand)),
                f"{log_loss(by_hand):.3f}",
                str(mistakes(fitted)),
                f"{log_loss(fitted):.3f}",
                verdict if group == "all" else "",
            )
            yield f"| {' | '.join(cells)} |"


def fit_searched(chosen: Weights, cases: Sequence[Case]) -> Weights:
    """The weights with the votes for types and the weights of places searched where that is better."""
    print("\n| decision | articles | hand-set wrong | fitted wrong, held out | moved |\n|---|---:|---:|---:|---|")
    pairs: tuple[tuple[Decision, list[Case]], ...] = (
        (type_decision(), cases_of_type(cases)),
        (place_decision(), cases_of_place(cases)),
    )
    for decision, own in pairs:
        found, before = search(decision, chosen, own), decision.numbers(chosen)
        moved = {name: number for name, number in found.result.items() if number != before[name]}
        changes = ", ".join(f"{name} {before[name]:g} → {number:g}" for name, number in moved.items())
        verdict = changes if found.better else f"hand-set stay ({changes or 'nothing'})"
        print(f"| {decision.name} | {found.cases} | {found.by_hand} | {found.held_out} | {verdict} |")
        if found.better:
            chosen = decision.with_numbers(chosen, found.result)
    return chosen


def calibrate(chosen: Weights, unseen: Sequence[Case]) -> Weights:
    """The weights with confidences fitted to articles that no rule was developed on."""
    chosen, predictions = fit_confidences(chosen, unseen)
    print("\n| confidence, held out | rows | mean | right | calibration error |\n|---|---:|---:|---:|---:|")
    for name, rows in predictions.items():
        for group in _GROUPS:
            own = [(chance, example.label) for example, chance in _of_group(rows, group)]
            if own:
                mean, right = (sum(column) / len(own) for column in zip(*own))
                print(f"| {name}, {group} | {len(own)} | {mean:.3f} | {right:.3f} | {calibration_error(own):.3f} |")
    for name, rows in predictions.items():
        cells = [JudgedCell(chance, example.group, example.label) for example, chance in rows]
        print("\n".join(["", f"{name}, held out", "", *reliability(cells)]))
    return chosen


def _of_group(predictions: Iterable[tuple[Example, float]], group: str) -> list[tuple[Example, float]]:
    return [one for one in predictions if group in ("all", one[0].group)]


def _read(paths: Iterable[Path]) -> list[Case]:
    return [case for gold in read_sets(paths) for case in read_cases(gold)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, action="append", default=[], metavar="GOLD.jsonl")
    parser.add_argument("--unseen", type=Path, action="append", required=True, metavar="GOLD.jsonl")
    parser.add_argument("--write", action="store_true", help=f"write the weights to {FILE.relative_to(ROOT)}")
    parser.add_argument("--skip-search", action="store_true", help="leave types and places, which take minutes")
    chosen = parser.parse_args()
    unseen = _read(chosen.unseen)
    cases = [*(_read(chosen.gold) if chosen.gold else []), *unseen]
    fitted = fit_thresholds(weights(), cases)
    fitted = fitted if chosen.skip_search else fit_searched(fitted, cases)
    fitted = calibrate(fitted, unseen)
    if chosen.write:
        FILE.write_text(with_weights(FILE.read_text(encoding="utf-8"), fitted), encoding="utf-8")


if __name__ == "__main__":
    main()
