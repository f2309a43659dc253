"""Papers take little room, and a reader of PDF still finds every letter."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from support.desk import DESK, HOA, Clock, new_store, receive

from desk_app.app.home import paper_maker
from desk_app.printing.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, Type
from desk_app.printing.pack import packed

PAPERS = paper_maker()
LETTERS = sorted(
    letter for letter in pdfmetrics.getFont(REGULAR).letters if letter.isalpha() and letter.isprintable()
)


def page_with(lines: list[tuple[str, str]]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, initialFontName=REGULAR)
    for n, (font, line) in enumerate(lines):
        canvas.setFont(font, 9)
        canvas.drawString(30, 800 - 14 * n, line)
    canvas.showPage()
    canvas.save()
    return packed(out.getvalue())


def all_letters() -> list[tuple[str, str]]:
    """Lines of all letters in all fonts: far more than one table of 255 numbers holds."""
    rows = ["".join(LETTERS[n : n + 24]) for n in range(0, len(LETTERS), 24)]
    return [
        (font, row)
        for font in (REGULAR, BOLD, ITALIC, BOLD_ITALIC)
        for row in rows[:: 1 if font == REGULAR else 7]
    ]


def test_every_letter_comes_back_from_the_page_by_two_readers(tmp_path):
    lines, path = all_letters(), tmp_path / "letters.pdf"
    path.write_bytes(page_with(lines))
    told = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True)
    document = pypdfium2.PdfDocument(path)
    by_pdfium = document[0].get_textpage().get_text_range()
    document.close()

    assert len(LETTERS) > 255
    assert told.stderr == ""
    assert told.stdout.split() == [row for _, row in lines]
    assert by_pdfium.split() == [row for _, row in lines]


def test_a_page_of_all_letters_prints_without_complaint(tmp_path):
    """Ghostscript is what most spoolers turn a PDF into dots with."""
    path = tmp_path / "letters.pdf"
    path.write_bytes(page_with(all_letters()))
    ran = subprocess.run(
        ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=pgm", "-r100", f"-sOutputFile={tmp_path}/page.pgm", path],
        check=True, capture_output=True, text=True,
    )  # fmt: skip

    assert (ran.stdout, ran.stderr) == ("", "")
    assert len(set((tmp_path / "page.pgm").read_bytes()[-400_000:])) > 1


@pytest.mark.parametrize(("copies", "most"), [(1, 20_480), (2, 21_504)])
def test_a_receipt_takes_20_kilobytes(tmp_path, copies, most):
    store = new_store(tmp_path)
    code = receive(store, Clock())
    with store.reading() as reading:
        case = reading.case(code)
    store.close()

    assert len(PAPERS.receipt(case, replace(DESK, receipt_copies=copies), HOA)) <= most


@given(
    st.lists(st.text("aWi ưẾ", min_size=1, max_size=30), max_size=25).map(" ".join),
    st.floats(4, 200),
    st.sampled_from([7.6, 8.4, 9.4, 24]),
)
def test_lines_break_where_measuring_each_whole_line_breaks_them(text, width, size):
    type_ = Type(REGULAR, size)

    assert type_.lines(text, width) == whole_lines(type_, text, width)


def whole_lines(type_: Type, text: str, width: float) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        tried = f"{line} {word}" if line else word
        if type_.width(tried) <= width:
            line = tried
            continue
        if line:
            lines.append(line)
        line = word
        while type_.width(line) > width and len(line) > 1:
            fits = max(n for n in range(1, len(line)) if n == 1 or type_.width(line[:n]) <= width)
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line] if line or not lines else lines
