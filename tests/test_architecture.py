"""The import law: who may import whom, read off the files, and proof that the law can be broken.

Names run strictly downward; siblings on one line are strangers. A plug-in may use what lies above its folder, never another
plug-in. Only absolute names, so that the law can be read off any file.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "factcheck"
SOURCES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    ("__main__",),
    ("cli",),
    ("",),  # the package itself: its public face
    ("pipeline",),
    ("policy",),
    ("load", "extract", "align", "compare", "report"),
    ("public",),
    ("relation",),
    ("registry", "lexicon", "config", "isolate", "patience"),
    ("model",),
    ("limits",),
    ("errors", "version"),
)
HEIGHT = {name: len(LAYERS) - n for n, layer in enumerate(LAYERS) for name in layer}
OPEN_FOLDERS = ("load.readers", "extract.kinds", "compare.rules", "report.formats")
OUTSIDE = {  # what each layer may take from other people's libraries; nothing where it is not named
    "cli": {"pydantic", "jsonschema", "tabulate"},
    "public": {"pydantic"},
    "load": {"charset_normalizer", "markdown_it", "trafilatura", "lxml", "pypdfium2", "docx2python", "fastwarc"},
    "align": {"rapidfuzz"},
    "compare": {"rapidfuzz"},
    "report": {"jinja2", "markupsafe", "tabulate", "rapidfuzz"},
}
LONGEST = 300  # lines of a module
TO_BE_SPLIT: set[str] = set()  # longer ones that are known, to be emptied


def module_name(path: Path) -> str:
    """The name of a module inside the package: "extract.kinds.age", and "" for the package itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def layer_of(module: str) -> str:
    return module.partition(".")[0]


def open_folder(module: str) -> str | None:
    """The open folder that a plug-in lies in; the folder's own __init__ is no plug-in."""
    return next((folder for folder in OPEN_FOLDERS if module.startswith(folder + ".")), None)


def imported(source: str) -> list[tuple[int, str]]:
    """Line and full name of all that a source imports, wherever the import stands; a relative one keeps its dots."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            found += [(node.lineno, f"{base}.{alias.name}") for alias in node.names]
    return found


def breaches(module: str, source: str, known: frozenset[str]) -> list[str]:
    """What in a module's source breaks the law; known: the modules of the package."""
    found, here = [], layer_of(module)
    if here not in HEIGHT:
        return [f"{module}: stands in no layer"]
    for line, name in imported(source):
        where = f"{module}:{line}"
        if name.startswith("."):
            found.append(f"{where}: {name} is relative")
            continue
        top, _, rest = name.partition(".")
        if top != "factcheck":
            if top not in sys.stdlib_module_names and top not in OUTSIDE.get(here, ()):
                found.append(f"{where}: {here or 'the package'} may not use {top}")
            continue
        target = rest
        while target and target not in known:
            target = target.rpartition(".")[0]
        there = layer_of(target)
        if there not in HEIGHT:
            found.append(f"{where}: {target} stands in no layer")
        elif there != here and HEIGHT[there] >= HEIGHT[here]:
            found.append(f"{where}: {here} imports {there}, which is not below it")
        folder = open_folder(target)
        if folder is not None and open_folder(module) is not None and target != module:
            found.append(f"{where}: a plug-in imports the plug-in {target}")
    return found


KNOWN = frozenset(map(module_name, SOURCES))


def test_no_module_hides_behind_a_package() -> None:
    """A module beside a folder of its name is never imported, and lives on as a copy that nobody mends."""
    assert [str(path) for path in SOURCES if path.with_suffix("").is_dir()] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: module_name(path) or "__init__")
def test_imports_run_downward(path: Path) -> None:
    assert not breaches(module_name(path), path.read_text("utf-8"), KNOWN)


def test_the_law_sees_the_whole_package() -> None:
    assert len(SOURCES) > 80
    assert {layer_of(module) for module in KNOWN} == set(HEIGHT)
    for folder in OPEN_FOLDERS:
        assert any(open_folder(module) == folder for module in KNOWN)


@pytest.mark.parametrize(
    ("module", "source", "complaint"),
    [
        ("model.claim", "from factcheck.extract.tokens import Tokens", "which is not below it"),
        ("align.facts", "def f():\n    from factcheck.compare.case import Case", "align imports compare"),
        ("extract.kinds.age", "from factcheck.extract.kinds.count import KIND", "a plug-in imports the plug-in"),
        ("extract.kinds.age", "from factcheck.extract.kinds import count", "a plug-in imports the plug-in"),
        ("compare.case", "from . import ladder", "is relative"),
        ("extract.names", "import pydantic", "may not use pydantic"),
        ("report.page", "import factcheck.pipeline", "which is not below it"),
        ("errors", "from factcheck import check", "which is not below it"),
        ("misc.things", "import re", "stands in no layer"),
    ],
)
def test_the_law_can_be_broken(module: str, source: str, complaint: str) -> None:
    found = breaches(module, source, KNOWN)
    assert len(found) == 1, found
    assert complaint in found[0]


def test_the_law_lets_pass_what_is_lawful() -> None:
    source = "import re\nfrom factcheck.model.claim import Claim\nfrom factcheck.extract.tokens import Tokens\n"
    assert not breaches("extract.kinds.age", source, KNOWN)


def test_modules_stay_short() -> None:
    too_long = {module_name(path) for path in SOURCES if path.read_text("utf-8").count("\n") > LONGEST}
    assert too_long <= TO_BE_SPLIT


def people_of_the_samples() -> frozenset[str]:
    """Surnames in the sample stories, as the engine itself reads them: of names it takes for a person's, and of full names
    whose last word stands alone elsewhere."""
    from factcheck.load import load
    from factcheck.pipeline import read_claims

    read = [c.value for d in load([str(ROOT / "seeds")]).documents for c in read_claims(d) if c.kind == "name"]
    alone = {value.text for value in read}
    known = {word for value in read if value.type in ("place", "organisation") for word in value.text.split()}
    people = {
        last
        for value in read
        for first, _, last in [value.text.rpartition(" ")]
        if value.type == "person" or (value.type == "unknown" and first and last in alone)
    }
    return frozenset(people - known)


def test_the_engine_knows_nobody_of_the_samples() -> None:
    people = people_of_the_samples()
    assert len(people) >= 3
    name = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(people))) + r")(?!\w)", re.IGNORECASE)
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            found = name.search(path.read_text("utf-8"))
            assert found is None, f"{path.relative_to(ROOT)} names {found}"
