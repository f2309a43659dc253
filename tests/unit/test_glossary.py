"""One term, one meaning, one spelling: what the glossary says not to call a thing is no name in the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("desk_app", "district_server", "wire")


def forbidden() -> dict[str, str]:
    """Return the names of the last column with the term they would stand for."""
    rows = [
        line.split("|")[1:-1]
        for line in (ROOT / "GLOSSARY.md").read_text().splitlines()
        if line.startswith("|")
    ]
    cells = [(row[0].strip(), row[-1]) for row in rows[2:]]
    return {word.strip(): term for term, words in cells for word in words.split(",") if word.strip()}


def defined(path: Path) -> set[str]:
    """Return the names that a module gives: functions, classes, arguments, attributes, variables."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case (
                ast.arg(arg=name)
                | ast.Name(id=name, ctx=ast.Store())
                | ast.Attribute(attr=name, ctx=ast.Store())
            ):
                names.add(name)
    return names


def columns(path: Path) -> set[str]:
    """Return the tables and columns of a migration."""
    text = re.sub(r"--.*", "", path.read_text())
    found = re.findall(r"^\s+([a-z_]+) +(?:text|integer|blob)\b|create table ([a-z_]+)", text, re.MULTILINE)
    return {name for pair in found for name in pair if name}


def words_of(name: str) -> str:
    """Return a name as its words: CaseScreen and case_screen give _case_screen_."""
    return f"_{re.sub(r'(?<=[a-z0-9])(?=[A-Z])', '_', name).lower().strip('_')}_"


SOURCES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


@pytest.mark.parametrize(
    "path", [*SOURCES, *sorted((ROOT / "db").glob("0*.sql"))], ids=lambda p: str(p.relative_to(ROOT))
)
def test_no_name_is_one_that_the_glossary_forbids(path):
    names = columns(path) if path.suffix == ".sql" else defined(path)
    found = {name: word for name in names for word in forbidden() if f"_{word}_" in words_of(name)}

    assert found == {}


def test_a_forbidden_name_would_be_noticed(tmp_path):
    """Written once with a name from the list, the check above must see it."""
    bad = tmp_path / "bad.py"
    bad.write_text("class CustomerCard:\n    def take(self, ticket): self.upstream_url = ticket\n")
    found = {word for name in defined(bad) for word in forbidden() if f"_{word}_" in words_of(name)}

    assert found == {"customer", "ticket", "upstream"}
