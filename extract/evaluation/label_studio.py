"""Conversion of tables to Label Studio tasks, and of annotated tasks to gold lines.

A gold line is the correct annotation of one article, in the format of data/gold/ANNOTATION.md. A draft is the gold line
that agrees with the extraction; a reviewer corrects it. `partial` lists the aspects that a reviewer has checked as a
whole; only those are judged by `sukien evaluate`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from extract.declaration.tables import Row
from extract.evaluation.gold import _EVENT_FIELDS, ASPECTS, annotated_rows, draft, entry_fields, gold_line
from extract.tables.checks import check_tables
from extract.tables.grouped import rows_by_article


def to_label_studio(folder: Path) -> list[dict[str, Any]]:
    """One Label Studio task an article, with what was extracted as its prediction. `label_setup` gives the labelling
    setup that the tasks need. Raises NotTables where `folder` holds no tables."""
    check_tables(folder)
    return [
        {
            "data": {"id": rows["articles"][0]["article_id"], "text": rows["articles"][0]["text"]},
            "predictions": [{"model_version": "sukien", "result": list(_results(article_id, rows))}],
        }
        for article_id, rows in rows_by_article(folder)
    ]


def _results(article_id: str, rows: Mapping[str, Sequence[Row]]) -> Iterator[dict[str, Any]]:
    """The regions and choices of a task: those of the event as a whole, then a region for each row."""
    line, text = draft(article_id, rows), str(rows["articles"][0]["text"])
    yield from _event_results(line)
    for aspect in ASPECTS[1:]:
        for number, (row, values) in enumerate(zip(annotated_rows(aspect, rows), line[aspect])):
            yield from _region(f"{aspect}-{number}", aspect, row, values, text)


def _event_results(line: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    yield _choice("is_event", ["yes" if line["is_event"] else "no"])
    if line["event"]:
        yield from (_field(key, value) for key, value in {"status": line["status"], **line["event"]}.items() if value)


def _region(key: str, aspect: str, row: Row, values: Mapping[str, Any], text: str) -> Iterator[dict[str, Any]]:
    start, end = (_utf16(text, int(str(row[name]))) for name in ("span_start", "span_end"))
    place = {"start": start, "end": end, "text": row["quote"]}
    common = {"id": key, "to_name": "text"}
    yield {**common, "from_name": "label", "type": "labels", "value": {**place, "labels": [aspect]}}
    for name, value in values.items():
        if value not in (None, []):
            yield {**_field(f"{aspect}_{name}", value), **common, "value": {**place, **_field("", value)["value"]}}


def _field(name: str, value: Any) -> dict[str, Any]:
    """A text field; several strings are several entries."""
    entries = value if isinstance(value, list) else [json.dumps(value) if isinstance(value, bool) else str(value)]
    return {"from_name": name, "to_name": "text", "type": "textarea", "value": {"text": entries}}


def _choice(name: str, choices: list[str]) -> dict[str, Any]:
    return {"from_name": name, "to_name": "text", "type": "choices", "value": {"choices": choices}}


def _utf16(text: str, offset: int) -> int:
    """The offset in UTF-16 code units, as browsers count: characters beyond the basic plane are two."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def from_label_studio(tasks: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The gold lines of annotated Label Studio tasks (its JSON export), the last annotation of each task counting.

    A task without an annotation, or with no aspect ticked as checked, gives none. Raises ValueError, naming the article
    and the field, where a value is not allowed in a gold line.
    """
    lines = []
    for task in tasks:
        finished = [given for given in task.get("annotations", ()) if not given.get("was_cancelled")]
        results = finished[-1]["result"] if finished else []
        checked = _values(results, "checked")
        if checked:
            lines.append(gold_line(_reviewed(str(task["data"]["id"]), results), checked))
    return lines


def _reviewed(article_id: str, results: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    regions: dict[str, list[Mapping[str, Any]]] = {}
    for result in results:
        regions.setdefault(str(result.get("id", "")), []).append(result)
    labelled = [(_values(region, "label"), region) for region in regions.values()]
    line = {
        aspect: [_read_region(article_id, aspect, region) for labels, region in labelled if aspect in labels]
        for aspect in ASPECTS[1:]
    }
    is_event = _values(results, "is_event") != ["no"]
    return {
        "id": article_id,
        "is_event": is_event,
        "status": (_values(results, "status") or ["held"])[0] if is_event else None,
        "event": _read_event(results) if is_event else None,
        **line,
    }


def _read_event(results: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    event: dict[str, Any] = {key: next(iter(_values(results, key)), None) for key, _ in _EVENT_FIELDS}
    return {**event, "organizers": _values(results, "organizers")}


def _read_region(article_id: str, aspect: str, region: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    read = {}
    for field in entry_fields()[aspect]:
        entries = _values(region, f"{aspect}_{field.name}")
        if field.optional and not entries:
            continue
        try:
            read[field.name] = _read_field(field.entry, entries)
        except (ValueError, IndexError):
            message = f"article {article_id!r}: {aspect} {field.name}: {entries!r} is not a {field.entry}"
            raise ValueError(message) from None
    return read


def _read_field(kind: str, entries: list[str]) -> Any:
    if kind == "list":
        return entries
    if kind == "flag":
        return entries != ["false"]
    return int(entries[0]) if kind == "number" else (entries[0] if entries else None)


def _values(results: Iterable[Mapping[str, Any]], name: str) -> list[str]:
    """The values entered in a field, in any of the forms in which Label Studio exports them."""
    found = []
    for result in results:
        if result["from_name"] == name:
            value = result["value"]
            entered = value.get("text") if result["type"] == "textarea" else value.get(result["type"])
            found += [entered] if isinstance(entered, str) else list(entered or ())
    return found


def label_setup() -> str:
    """The labelling setup (XML) to paste into a Label Studio project before the tasks are imported."""
    whole = ["status", *(key for key, _ in _EVENT_FIELDS)]
    lines = ["<View>", '  <Labels name="label" toName="text">']
    lines += [f'    <Label value="{aspect}"/>' for aspect in ASPECTS[1:]]
    lines += ["  </Labels>", '  <Text name="text" value="$text"/>']
    lines += _choices("is_event", ("yes", "no"), 'choice="single-radio"')
    lines += [_text_area(name, "") for name in whole]
    for aspect, fields in entry_fields().items():
        region = f' perRegion="true" whenLabelValue="{aspect}"'
        lines += [_text_area(f"{aspect}_{field.name}", region) for field in fields]
    return "\n".join([*lines, *_choices("checked", ASPECTS, 'choice="multiple"'), "</View>"]) + "\n"


def _choices(name: str, values: Iterable[str], options: str) -> list[str]:
    inner = [f'    <Choice value="{value}"/>' for value in values]
    return [f'  <Header value="{name}"/>', f'  <Choices name="{name}" toName="text" {options}>', *inner, "  </Choices>"]


def _text_area(name: str, options: str) -> str:
    return f'  <TextArea name="{name}" toName="text" editable="true" placeholder="{name}"{options}/>'
