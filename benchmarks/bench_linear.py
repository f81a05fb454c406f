"""Whether the time of the extraction grows with the length of the text alone, on text made to be hard.

    python -m benchmarks.bench_linear [--longest 20000] [--limit 15]

Each run of one token is extracted at two lengths. Prints a Markdown table of milliseconds and of how the time grew;
ends with status 1 where a longer text took more than twice its share, or any text longer than the limit of seconds.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator

from extract import extract
from extract.tables.rows import rows_of
from scraper.article import Article

# Tokens that a pattern may try to read in many ways: blanks, digits with marks, capitals, what begins a name or a list.
TOKENS = (
    " ",
    ".",
    "…",
    "?! ",
    ".”",
    "-\n",
    "a.\n",
    "\u00a0\t",
    "\n",
    "1",
    "1.",
    "1,",
    "1 ",
    "12/",
    "1.000 ",
    "A",
    "A ",
    "A.",
    "a ",
    "- ",
    "- - -",
    "(",
    "((1) ",
    "“",
    ", ",
    "; ",
    "và ",
    "và, ",
    "Nguyễn ",
    "Nguyễn Văn ",
    "H'",
    "H'A ",
    "Ông ",
    "ông Ông ",
    "UBND ",
    "đồng chí ",
    "các đồng chí: ",
    "Phó ",
    "Phó Chủ tịch ",
    "nguyên ",
    "Ủy ban ",
    "huyện ",
    "xã Mường ",
    "số ",
    "số 5/KH-",
    "18, 19, ",
    "Nghị quyết ",
    "khoản 2 ",
    "của ",
    "ngày ",
    "ngày 1/",
    "từ ngày 5 đến ",
    "sáng ",
    "tháng 5 năm ",
    "hơn ",
    "hai mươi ",
    "50 đến ",
    "50 đại biểu, ",
    "tổ chức ",
    "hội nghị ",
    "hội nghị tập huấn ",
    "Sáng 5/5, UBND huyện tổ chức hội nghị. ",
    "Đồng chí Vừ A Tủa, Chủ tịch HĐND huyện phát biểu. ",
)
_FACTOR = 8
_PATIENCE = 2.0


def seconds(token: str, length: int) -> float:
    """Processor time of a text of about `length` characters that says the token again and again."""
    article = Article(id="a1", paragraphs=(token * (length // len(token)),), published_at="2024-05-15")
    start = time.process_time()
    rows_of(extract(article))
    return time.process_time() - start


def measured(longest: int) -> Iterator[tuple[str, float, float]]:
    """Each token with the seconds of a short and of a long text, the better of two each."""
    for token in TOKENS:
        short, long = (min(seconds(token, length) for _ in range(2)) for length in (longest // _FACTOR, longest))
        yield token, short, long


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--longest", type=int, default=20_000, help="characters of the long text")
    parser.add_argument("--limit", type=float, default=15.0, help="seconds that any text may take")
    arguments = parser.parse_args()
    seconds("hội nghị ", 100)
    slow = 0
    print(f"| token | {arguments.longest // _FACTOR} characters, ms | {arguments.longest}, ms | times |")
    print("|---|---:|---:|---:|")
    for token, short, long in measured(arguments.longest):
        too_slow = long > arguments.limit or (long > 0.05 and long > _PATIENCE * _FACTOR * short)
        slow += too_slow
        mark = " **slow**" if too_slow else ""
        print(f"| `{token!r}`{mark} | {short * 1e3:.1f} | {long * 1e3:.1f} | {long / short:.1f} |")
    print(f"\n{slow} of {len(TOKENS)} grow faster than they should.")
    sys.exit(1 if slow else 0)


if __name__ == "__main__":
    main()
