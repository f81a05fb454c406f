"""Where underthesea helps with officials and where it hurts: our rules without it, with its vote, and it alone.

    python -m benchmarks.bench_underthesea [--gold GOLD.jsonl]...

Prints a Markdown table: precision, recall and F1 of officials' names and posts, and milliseconds of processor time an
article. The windows are the sentences in which the rules see an official or the head word of a post.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from benchmarks.gold import GoldSet, add_gold_argument, joined, read_sets
from benchmarks.peers import extract_as_usual, persons
from extract import extract
from extract.evaluation.measures import Measure
from extract.evaluation.wording import same_wording
from extract.mentions.posts.find import find_bodies, find_heads
from extract.model import Mention, OfficialValue, Span
from extract.results import Extraction
from extract.text.document import Document, read_document
from extract.text.tokens import read_tokens
from scraper.article import Article


def rules_alone(article: Article) -> Extraction:
    """The extraction as it is."""
    return extract(article)


def rules_if_confirmed(article: Article) -> Extraction:
    """The officials whose name underthesea labels PER in one of the windows."""
    found = extract(article)
    labelled = {same_wording(name) for name, _ in _labelled_in_windows(read_document(article), found)}
    officials = tuple(one for one in found.officials if same_wording(one.value.name) in labelled)
    return replace(found, mentions={**found.mentions, "official": officials})


def rules_and_more(article: Article) -> Extraction:
    """The officials, and every further name that underthesea labels PER in one of the windows, without a post."""
    document, found = read_document(article), extract(article)
    known = {same_wording(one.value.name) for one in found.officials}
    more: dict[str, Mention[OfficialValue]] = {}
    for name, window in _labelled_in_windows(document, found):
        at = document.quote(window).find(name)
        if at >= 0 and same_wording(name) not in known:
            span = Span(window.start + at, window.start + at + len(name))
            more.setdefault(same_wording(name), Mention("official", span, name, OfficialValue(name), "ner"))
    return replace(found, mentions={**found.mentions, "official": (*found.officials, *more.values())})


def whole_article_at_once(article: Article) -> Extraction:
    """The names that underthesea labels PER when it gets the whole text; without posts."""
    document = read_document(article)
    names = {same_wording(name): name for name in persons(document.text)}
    nowhere = Span(0, 0)
    officials = tuple(Mention("official", nowhere, name, OfficialValue(name), "ner") for name in names.values())
    return Extraction(article, document.text, mentions={"official": officials})


WAYS: Mapping[str, Callable[[Article], Extraction]] = {
    "rules, no underthesea": rules_alone,
    "rules, kept where it agrees in the window": rules_if_confirmed,
    "rules, and what else it names in the windows": rules_and_more,
    "it alone, sentence by sentence, posts by expressions": extract_as_usual,
    "it alone, the whole article at once": whole_article_at_once,
}


def _labelled_in_windows(document: Document, found: Extraction) -> Iterator[tuple[str, Span]]:
    for window in _windows(document, found):
        for name in persons(document.quote(window)):
            yield name, window


def _windows(document: Document, found: Extraction) -> list[Span]:
    words = read_tokens(document)
    heads = find_heads(words, find_bodies(words))
    starts = [words.start[place] for place in heads] + [one.span.start for one in found.officials]
    return sorted({document.sentence_at(start) for start in starts})


def _line(name: str, gold: GoldSet, way: Callable[[Article], Extraction]) -> str:
    start = time.process_time()
    measures = gold.judge(way).measures
    spent = 1000 * (time.process_time() - start) / len(gold.articles)
    figures = (_figures(measures[measure]) for measure in ("officials_name", "officials_post"))
    return f"| {name} | {' | '.join(figures)} | {spent:.1f} |"


def _figures(measure: Measure) -> str:
    precision = measure.right / max(1, measure.right + measure.wrong)
    recall = measure.right / max(1, measure.right + measure.missed)
    return f"{precision:.3f} | {recall:.3f} | {measure.value:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_gold_argument(parser)
    gold = joined(read_sets(parser.parse_args().gold))
    persons("Đồng chí Vừ A Tủa")
    extract(gold.articles[0])
    print(f"{gold.name}: {len(gold.gold)} articles.\n")
    print("| | names P | R | F1 | posts P | R | F1 | ms an article |\n|---|---:|---:|---:|---:|---:|---:|---:|")
    for name, way in WAYS.items():
        print(_line(name, gold, way), flush=True)


if __name__ == "__main__":
    main()
