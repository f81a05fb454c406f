"""The report's modules as one script: what one module declares no other does, and what is imported exists."""

from __future__ import annotations

import re
from collections import Counter

from extract.report.scripts import MODULES, bundled
from tests.tables import ROOT

FOLDER = ROOT / "extract" / "report"
SOURCES = {name: (FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in MODULES}
DECLARED = re.compile(r"^(?:export )?(?:const|let|function|async function) ([\w$]+)", re.M)
IMPORTED = re.compile(r"^import \{ ?([^}]*?),? ?\} from \"\./(\w+)\.js\";", re.M)


def test_every_module_of_the_folder_is_bundled() -> None:
    assert sorted(MODULES) == sorted(path.stem for path in FOLDER.glob("*.js"))


def test_no_name_is_declared_twice() -> None:
    names = Counter(name for source in SOURCES.values() for name in DECLARED.findall(source))
    assert [name for name, count in names.items() if count > 1] == []


def test_what_a_module_imports_another_exports() -> None:
    for source in SOURCES.values():
        for names, module in IMPORTED.findall(source):
            for name in filter(None, re.split(r",\s*", names.strip())):
                exported = rf"^export (?:const|let|function|async function) {re.escape(name)}[ (]"
                assert re.search(exported, SOURCES[module], re.M), f"{name} of {module}.js"


def test_the_bundle_imports_and_exports_nothing() -> None:
    assert not re.search(r"^(?:import|export) ", bundled(), re.M)
