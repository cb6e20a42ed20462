"""The contract of every plug-in: documentation with its parts, a name that is its file's, cases, and a calm way with junk."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from factcheck import Document, check, verify
from factcheck.errors import FactcheckError, PluginError
from factcheck.model.document import Document as Inner
from factcheck.pipeline import read_claims
from factcheck.registry import FOLDERS, docstring, names, plugin, plugins
from factcheck.report import render
from factcheck.report.protocol import View

CASES = Path(__file__).parent / "cases"
ALL = [(constant, name) for constant in FOLDERS for name in names(constant)]
SHAPES = ("quantity", "date", "wording", "name", "role", "happening")
COMMANDS = ("check", "verify", "diff")
JUNK = (
    "",
    " \r\n\t \u00a0",
    "\ufeff\u202e\u2066\u200d",
    "“‘«\"'" * 40,
    "1,2,3.4.5,,6%%$$£-–—9" * 20,
    "9" * 5000,
    "²½Ⅳ٣٤１２ ßİﬁ 👩‍👩‍👧 🇳🇴",
    "31 November 2021 at 25:61 on Monday the 0th of May of the 0th century",
    "at least up to nearly more than fewer than about or more or less",
    "\x00\x1b[31m\x07 <script>alert(1)</script> | # * _ `",
    "http://example.org/2021/13/45/a?b=c#d Related: Original url:",
    "A" * 3000 + "." * 3000,
)


def told(constant: str, name: str) -> str:
    return docstring(constant, name).strip()


@pytest.mark.parametrize(("constant", "name"), ALL)
def test_it_is_named_as_its_file(constant: str, name: str) -> None:
    found = plugin(constant, name)
    assert found.name == name
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name)


@pytest.mark.parametrize("constant", FOLDERS)
def test_names_are_unique_and_nothing_is_left_out(constant: str) -> None:
    package = importlib.import_module(FOLDERS[constant])
    files = {path.stem.replace("_", "-") for path in Path(package.__path__[0]).glob("*.py")} - {"--init--"}
    assert files == set(names(constant)) == {p.name for p in plugins(constant)}


@pytest.mark.parametrize("constant", FOLDERS)
def test_the_folder_tells_how_to_add_one(constant: str) -> None:
    package = importlib.import_module(FOLDERS[constant])
    assert constant in (Path(package.__path__[0]) / "README.md").read_text("utf-8")


@pytest.mark.parametrize("constant", FOLDERS)
def test_the_example_to_copy_keeps_the_contract(constant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = importlib.import_module(FOLDERS[constant])
    example = re.search(r"```python\n(.*?)```", (Path(folder.__path__[0]) / "README.md").read_text("utf-8"), re.DOTALL)
    scope: dict = {}
    exec(compile(example.group(1), "README.md", "exec"), scope)
    module = ModuleType(f"{FOLDERS[constant]}.{scope[constant].name.replace('-', '_')}")
    module.__dict__.update(scope)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    assert plugin.__wrapped__(constant, scope[constant].name) is scope[constant]
    assert module.__doc__ == scope["__doc__"]


@pytest.mark.parametrize(("constant", "name"), ALL)
def test_it_says_what_it_is(constant: str, name: str) -> None:
    text = told(constant, name)
    first = text.partition("\n")[0]
    assert first[0].isupper(), first
    assert first.endswith((".", ":", ",", '"', "a")) or text.partition("\n\n")[0].endswith("."), first


@pytest.mark.parametrize("name", names("RULE"))
def test_a_rule_says_why_when_and_when_not(name: str) -> None:
    text = told("RULE", name)
    places = [text.find(f"\n{part}: ") for part in ("Why it matters", "Conflict", "Silent")]
    assert -1 not in places, name
    assert places == sorted(places)


@pytest.mark.parametrize("name", names("KIND"))
def test_a_kind_says_what_it_is_not(name: str) -> None:
    assert re.search(r"\bnot\b|\bno\b", told("KIND", name), re.IGNORECASE)


@pytest.mark.parametrize("name", names("KIND"))
def test_a_kind_has_its_table(name: str) -> None:
    tables = [CASES / "extract" / f"{name}.toml", *(CASES / "extract" / name).glob("*.toml")]
    text = "".join(path.read_text("utf-8") for path in tables if path.exists())
    assert "[[reads_as]]" in text
    assert "[[finds_nothing]]" in text


@pytest.mark.parametrize("name", names("RULE"))
def test_a_rule_has_its_table(name: str) -> None:
    text = (CASES / "compare" / f"{name}.toml").read_text("utf-8")
    verdicts = re.findall(r'^verdict = "(.+)"$', text, re.MULTILINE)
    assert len(verdicts) >= 3
    assert "none" in verdicts, "a table shows what the rule is silent on, too"


@pytest.mark.parametrize("folder", [("extract", "KIND"), ("compare", "RULE")], ids=str)
def test_no_table_is_of_nobody(folder: tuple[str, str]) -> None:
    where, constant = folder
    found = {path.stem if path.parent.name == where else path.parent.name for path in (CASES / where).rglob("*.toml")}
    assert found == set(names(constant))


@pytest.mark.parametrize("name", names("KIND"))
def test_a_kind_gives_the_shape_it_promises(name: str) -> None:
    kind = plugin("KIND", name)
    assert kind.shape in SHAPES
    assert all(word == word.lower() for word in kind.words)
    texts = ["On 3 May 2019 the earthquake in Lima killed 12 people, said President Ana Reyes, 51. “It is the third in 20 years.”"]
    for text in [*texts, *JUNK]:
        for claim in read_claims(Inner(text, "junk")):
            if claim.kind == name:
                assert claim.value.shape == kind.shape


@pytest.mark.parametrize("name", names("RULE"))
def test_a_rule_runs_somewhere_and_has_a_title(name: str) -> None:
    rule = plugin("RULE", name)
    assert set(rule.commands) <= set(COMMANDS)
    assert rule.commands
    assert rule.title
    assert not rule.title.endswith(".")


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_nothing_is_upset_by_junk(junk: str) -> None:
    documents = [Document(text=junk, id="a"), Document(text=junk + " ", id="b")]
    for report in (check(documents), verify(documents[0], documents[1:])):
        for name in names("FORMAT"):
            assert isinstance(render(report, name, View()), str)


@pytest.mark.parametrize("name", names("READER"))
@pytest.mark.parametrize("junk", [b"", b"\x00\xff\xfe", b"\xef\xbb\xbf# A\r\n", b"\xff\xfe\x00\xd8", "“½²👩‍👩‍👧".encode()], ids=range(5))
def test_a_reader_reads_junk_or_says_why_not(name: str, junk: bytes, tmp_path: Path) -> None:
    suffixes = getattr(plugin("READER", name), "suffixes", None) or (".txt",)
    path = tmp_path / f"junk{sorted(suffixes)[0]}"
    path.write_bytes(junk)
    done = subprocess.run([sys.executable, "-m", "factcheck", "check", str(path)], capture_output=True, timeout=60, check=False)
    assert done.returncode in (0, 1, 2, 3)
    assert b"Traceback" not in done.stderr + done.stdout


def test_the_command_shows_every_rule() -> None:
    listed = subprocess.run([sys.executable, "-m", "factcheck", "rules"], capture_output=True, text=True, check=True).stdout
    for name in names("RULE"):
        assert name in listed
        assert plugin("RULE", name).title in listed


@pytest.mark.parametrize("name", names("RULE"))
def test_the_command_explains_every_rule(name: str, capsysbinary: pytest.CaptureFixture) -> None:
    from factcheck.cli import main

    assert main(["explain", name]) == 0
    assert told("RULE", name) in capsysbinary.readouterr().out.decode()


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ('"""A kind."""\n', "defines no KIND"),
        ('"""A kind."""\nfrom factcheck.extract.protocol import Kind\nKIND = Kind("other", 1, "quantity", lambda r, h: ())\n', "is named 'other'"),
        ('from factcheck.extract.protocol import Kind\nKIND = Kind("broken", 1, "quantity", lambda r, h: ())\n', "has no docstring"),
    ],
)
def test_a_plug_in_that_breaks_its_contract_is_refused(source: str, complaint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("factcheck.extract.kinds.broken")
    exec(compile(source, "broken.py", "exec"), module.__dict__)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    with pytest.raises(PluginError, match=complaint) as caught:
        plugin.__wrapped__("KIND", "broken")
    assert "broken" in str(caught.value)
    assert isinstance(caught.value, FactcheckError)
