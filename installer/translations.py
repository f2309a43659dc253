"""Keep resources/i18n/ in step with the source: what a clerk reads, and its English.

    python installer/translations.py            brings en.ts and the .qm files up to date
    python installer/translations.py --check    says what is out of date, unmarked or not translated; 1 if anything

Qt's own lupdate knows neither `Words` nor the sentences of errors, and dates every line it finds; this
reads the same things from the syntax tree. Three things are texts for the clerk, each a plain literal:

    self.tr("…")            in a widget or model; a count goes in as n=
    Words("…", field=…)     everywhere else; shown by ui.wording.worded; a count is the field n
    sentence = "…"          of a DeskError; shown by ui.wording.sentence
"""

from __future__ import annotations

import argparse
import ast
import re
import string
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
I18N = ROOT / "resources" / "i18n"
ENGLISH = "en"
RELEASED = ("en", "vi")  # vi.ts, by hand: the few words that Qt brings itself, such as Copy and Paste
VIETNAMESE = re.compile("[À-ÖØ-öø-ɏḀ-ỿ]")
NOT_THE_CLERKS = {  # under desk_app/: Vietnamese that no screen shows, or that stays Vietnamese
    "app/cli.py": "the terminal",
    "app/commands/": "the terminal",
    "app/day/": "what the demonstration types",
    "app/demonstration.py": "what the demonstration types",
    "printing/": "papers are Vietnamese",
    "domain/amount.py": "papers are Vietnamese",
    "domain/deadline.py": "explanations are for the citizen, and printed",
    "domain/case_clock.py": "explanations are for the citizen, and printed",
    "domain/pause.py": "explanations are for the citizen, and printed",
    "domain/fee_lines.py": "how a fee comes about is for the citizen, and printed",
    "domain/fee_words.py": "how a fee comes about is for the citizen, and printed",
    "domain/fee_notice.py": "papers are Vietnamese",
    "storage/fee_rows.py": "faults of a file, for whoever edits it",
    "storage/fee_tables.py": "faults of a file, for whoever edits it",
    "domain/form_faults.py": "faults of a file, for whoever edits it",
    "domain/register.py": "papers are Vietnamese",
    "domain/desk.py": "names of agencies, for papers",
    "app/importing.py": "the terminal",
    "services/import_catalogue.py": "the terminal",
    "domain/importing/": "what is wrong in a file, for whoever edits it",
    "domain/procedure_document.py": "reads the catalogue's words",
    "storage/csv_text.py": "what is wrong in a file, for whoever edits it",
    "storage/import_file.py": "what is wrong in a file, for whoever edits it",
    "storage/spreadsheet": "what is wrong in a file, for whoever edits it",
    "domain/folding.py": "letters",
    "domain/typed_moment.py": "how an hour may be written",
    "storage/catalogue.py": "reads the catalogue's words",
}
VALUES = {  # literals that are data wherever they stand
    "Nữ",  # as a citizen card says it
    "xuất trình",  # a group of papers in the catalogue
    "nghỉ cuối tuần",  # a calendar's reason, for the citizen
    "cấp trên",  # a desk's setting, for papers
    "Bộ phận Tiếp nhận và Trả kết quả",  # a desk's setting, for papers
    "Tiếng Việt",  # a language named in itself
    r"[?\ufffd]|Ã.|Æ°|áº|á»",  # what a wrong code page leaves of Vietnamese
}


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text of the clerk's. `counted`: English has a singular and a plural of it."""

    context: str
    source: str
    counted: bool = False


@dataclass(slots=True)
class Found:
    """What the source says, and what it says wrongly (file:line: what)."""

    texts: set[Text] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Reader(ast.NodeVisitor):
    """Reads one module."""

    place: str
    checked: bool
    found: Found
    classes: list[str] = field(default_factory=list)
    known: set[ast.expr] = field(default_factory=set)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.classes.append(node.name)
        if self.place == "domain/errors.py":
            for line in node.body:
                targets = getattr(line, "targets", [getattr(line, "target", None)])
                if "sentence" in [getattr(target, "id", "") for target in targets]:
                    self._take("errors", getattr(line, "value", None), line, counted=False)
        self.generic_visit(node)
        self.classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        called, given = node.func, node.args[0] if node.args else None
        counted = any(keyword.arg == "n" for keyword in node.keywords)
        if isinstance(called, ast.Name) and called.id == "Words":
            self._take("words", given, node, counted=counted)
        elif isinstance(called, ast.Attribute) and called.attr == "tr":
            if isinstance(called.value, ast.Name) and called.value.id == "self" and self.classes:
                self._take(self.classes[-1], given, node, counted=counted)
            else:
                self._tell(node, "tr() belongs to self; write Words(…) and show it by worded()")
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring is nobody's text
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        text = node.value
        if not self.checked or node in self.known or not isinstance(text, str) or text in VALUES:
            return
        if VIETNAMESE.search(text):
            self._tell(node, f"“{text}” is not translated; write self.tr(…) or Words(…)")

    def _take(self, context: str, given: object, node: ast.AST, *, counted: bool) -> None:
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            self.known.add(given)
            self.found.texts.add(Text(context, given.value, counted))
        elif given is not None:
            self._tell(node, "a text to translate must be a plain literal; fields go in braces")

    def _tell(self, node: ast.AST, what: str) -> None:
        self.found.wrong.append(f"desk_app/{self.place}:{getattr(node, 'lineno', 0)}: {what}")


def read_source(package: Path) -> Found:
    """Read every text of the clerk's in the package `desk_app`."""
    found = Found()
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package).as_posix()
        checked = not place.startswith(tuple(NOT_THE_CLERKS))
        _Reader(place, checked, found).visit(ast.parse(path.read_text(encoding="utf-8")))
    counts = {text for text in found.texts if text.counted}
    found.texts -= {Text(text.context, text.source) for text in counts}
    return found


Said = dict[Text, list[str]]  # the translations: one, or singular and plural; [] = not written yet


def read_ts(path: Path) -> Said:
    """Return what a Qt Linguist file says; what is marked unfinished counts as not written."""
    said: Said = {}
    if not path.exists():
        return said
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            text = Text(
                context.findtext("name") or "", message.findtext("source") or "", "numerus" in message.attrib
            )
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                said[text] = []
            elif text.counted:
                said[text] = [form.text or "" for form in translation.iter("numerusform")]
            else:
                said[text] = [translation.text or ""]
    return said


def merged(texts: set[Text], before: Said) -> Said:
    """Return the translations of `texts`: kept, or taken from the same text elsewhere if all agree on it."""
    elsewhere: dict[tuple[str, bool], set[tuple[str, ...]]] = {}
    for text, forms in before.items():
        if forms:
            elsewhere.setdefault((text.source, text.counted), set()).add(tuple(forms))
    said: Said = {}
    for text in sorted(texts):
        alike = elsewhere.get((text.source, text.counted), set())
        said[text] = before.get(text) or (list(next(iter(alike))) if len(alike) == 1 else [])
    return said


def ts_text(said: Said, language: str) -> str:
    """Return a Qt Linguist file, sorted and without line numbers, so that branches merge."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="vi")
    contexts: dict[str, ET.Element] = {}
    for text, forms in said.items():
        if text.context not in contexts:
            contexts[text.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[text.context], "name").text = text.context
        message = ET.SubElement(contexts[text.context], "message", {"numerus": "yes"} if text.counted else {})
        ET.SubElement(message, "source").text = text.source
        translation = ET.SubElement(message, "translation", {} if forms else {"type": "unfinished"})
        if text.counted:
            for form in forms or ["", ""]:
                ET.SubElement(translation, "numerusform").text = form
        elif forms:
            translation.text = forms[0]
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{ET.tostring(root, encoding="unicode")}\n'


def release(ts: Path, qm: Path) -> None:
    """Make the file that the program loads."""
    lrelease = next(Path(PySide6.__file__).parent.glob("lrelease*"))
    subprocess.run([lrelease, "-silent", ts, "-qm", qm], check=True)


def problems() -> Iterator[str]:
    """Yield what keeps the window from being wholly Vietnamese or wholly English."""
    found = read_source(ROOT / "desk_app")
    yield from found.wrong
    path = I18N / f"{ENGLISH}.ts"
    said = read_ts(path)
    if ts_text(merged(found.texts, said), ENGLISH) != path.read_text(encoding="utf-8"):
        yield f"{path.relative_to(ROOT)} is not what the source says: run `make i18n`, then write what is missing"
    for text, forms in said.items():
        if not all(forms) or len(forms) != 1 + text.counted:
            yield f"{path.relative_to(ROOT)}: no English for {text.source!r} ({text.context})"
        for form in forms:
            if form and _fields(form) != _fields(text.source):
                yield f"{path.relative_to(ROOT)}: other fields in {form!r} than in {text.source!r}"
    with tempfile.TemporaryDirectory() as folder:
        for language in RELEASED:
            qm, fresh = I18N / f"{language}.qm", Path(folder) / f"{language}.qm"
            release(qm.with_suffix(".ts"), fresh)
            if not qm.exists() or qm.read_bytes() != fresh.read_bytes():
                yield f"{qm.relative_to(ROOT)} is older than its .ts: run `make i18n`"


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def main() -> int:
    """Bring the files up to date, or check them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; 1 when something is wrong")
    if not parser.parse_args().check:
        path = I18N / f"{ENGLISH}.ts"
        said = merged(read_source(ROOT / "desk_app").texts, read_ts(path))
        path.write_text(ts_text(said, ENGLISH), encoding="utf-8")
        for language in RELEASED:
            release(I18N / f"{language}.ts", I18N / f"{language}.qm")
    wrong = list(problems())
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
