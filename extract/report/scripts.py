"""The page's script: the modules of this folder as one, since a page opened from a disk cannot import modules."""

from __future__ import annotations

import re
from importlib.resources import files

# In the order in which their statements run; `main` wires the page.
MODULES = (
    "base",
    "texts",
    "search",
    "filters",
    "address",
    "controls",
    "charts",
    "timeline",
    "map",
    "list",
    "article",
    "profile",
    "review",
    "export",
    "print",
    "main",
)
_IMPORT = re.compile(r"^import \{[^}]*\} from \"\./\w+\.js\";\n", re.M)
_EXPORT = re.compile(r"^export (?=const |let |function |async function )", re.M)


def bundled() -> str:
    """All modules in one scope. A test checks that their top-level names are unique."""
    folder = files("extract") / "report"
    modules = ((folder / f"{name}.js").read_text(encoding="utf-8") for name in MODULES)
    script = "\n".join(_EXPORT.sub("", _IMPORT.sub("", module)) for module in modules)
    return f'"use strict";\n(() => {{\n{script}\n}})();\n'
