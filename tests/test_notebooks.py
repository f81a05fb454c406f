"""Every notebook runs from top to bottom over the tables of the sample articles, after changing one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from tests.tables import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
FOLDER_LINE = 'FOLDER = Path("../data/demo/tables")'


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs_on_other_tables_by_changing_one_line(path: Path, linked_tables: Path) -> None:
    notebook = read(path)
    cells = [cell for cell in notebook.cells if FOLDER_LINE in cell.source]
    assert len(cells) == 1
    cells[0].source = cells[0].source.replace(FOLDER_LINE, f'FOLDER = Path("{linked_tables}")')
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute(cwd=str(path.parent))
    plots = [out for cell in notebook.cells for out in cell.get("outputs", ()) if "image/png" in out.get("data", {})]
    assert plots
    warned = [out.text for cell in notebook.cells for out in cell.get("outputs", ()) if out.get("name") == "stderr"]
    assert not warned


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_is_committed_without_outputs_and_explains_itself(path: Path) -> None:
    notebook = read(path)
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in notebook.cells)
    kinds = [cell.cell_type for cell in notebook.cells]
    assert kinds[0] == "markdown" and kinds.count("markdown") >= 4
    assert "from extract import load" in notebook.cells[1].source


def test_the_questions_that_are_promised_have_their_notebook() -> None:
    assert {path.stem for path in NOTEBOOKS} == {
        "overview",
        "coverage",
        "panel",
        "careers",
        "who_meets_whom",
        "cascade",
        "attendance",
    }
