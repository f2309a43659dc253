"""Draws the desk's papers (ports.Papers) from forms and stored values, and shows what they will look like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from desk_app.domain.case import Case
from desk_app.domain.desk import Desk, as_written
from desk_app.domain.form_faults import FormFault
from desk_app.domain.guidance import Guided
from desk_app.domain.paper_number import PaperNumber
from desk_app.domain.procedure import Procedure
from desk_app.domain.reconciliation import Reconciliation
from desk_app.domain.register import HandOverLine, RegisterLine
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Staff
from desk_app.printing import day_rows, fonts, pdf_pages, rows
from desk_app.printing.facts import Facts, of_case, of_guided
from desk_app.printing.form import Form
from desk_app.printing.form_page import Filling, draw_form
from desk_app.printing.forms import Forms, read_forms
from desk_app.printing.pdf_pages import page_bitmaps
from desk_app.printing.recovery_sheet import draw_recovery_sheet
from desk_app.printing.slip_fields import SLIP_FIELDS
from desk_app.printing.styles import STYLES
from desk_app.printing.values import day_words, moment_words, short_day

__all__ = ["PdfPapers", "page_bitmaps"]


class PdfPapers:
    """Papers from the bundled fonts and forms; `overrides` are the commune's own forms as JSON texts.

    Raises:
        FormFault: a form is wrong.
    """

    def __init__(self, font_folder: Path, form_folder: Path, overrides: Sequence[str] = ()) -> None:
        fonts.register(font_folder)
        self.forms: Forms = read_forms(form_folder).with_overrides(overrides)
        self._pinned: dict[tuple[str, ...], Forms] = {}
        self._brought = self.forms.bundled

    def use_published(self, texts: Sequence[str]) -> None:
        """Lay the superior's forms beside the bundled ones, each from its day on; those laid before go.

        One that this program cannot use any more is left out: nothing that came down may keep the desk from printing.
        """
        brought = Forms(self._brought)
        published: list[Form] = []
        for n, text in enumerate(texts, 1):
            with suppress(FormFault):
                published.append(brought.checked(text, f"#{n}"))
        self.forms = Forms((*self._brought, *published), self.forms.overrides)
        self._pinned.clear()

    def use_overrides(self, overrides: Sequence[str]) -> None:
        """Lay other forms of the commune's own over the bundled ones; those that were laid before go.

        Raises:
            FormFault: one of them is wrong, and all stays as it was.
        """
        self.forms = self.forms.with_overrides(overrides)

    def form_set_on(self, day: date) -> str:
        """Return the statutory form set in force on `day`."""
        return self.forms.set_on(day)

    def slip(
        self,
        kind: SlipKind,
        case: Case,
        desk: Desk,
        staff: Staff,
        *,
        nth: int = 1,
        pay_qr: str = "",
        local_due_at: datetime | None = None,
    ) -> bytes:
        """Return the newest slip of a kind that the case gave, in the form set of its intake; see ports.Papers."""
        facts = replace(of_case(kind, case, desk, staff, pay_qr), local_due_at=local_due_at)
        return self._slip(facts, nth, desk.receipt_copies)

    def guidance(self, guided: Guided, desk: Desk, staff: Staff, *, nth: int = 1) -> bytes:
        """Return Mẫu 02 or 03, given instead of receiving."""
        return self._slip(of_guided(guided, desk, staff), nth, desk.receipt_copies)

    def receipt(self, case: Case, desk: Desk, staff: Staff, *, nth: int = 1) -> bytes:
        """Return Mẫu 01."""
        return self.slip(SlipKind.RECEIPT, case, desk, staff, nth=nth)

    def receipt_preview(self, case: Case, desk: Desk, staff: Staff, *, width_px: int) -> bytes:
        """Return a PNG of the first A5 page of what would be printed."""
        return self.image(self._slip(of_case(SlipKind.RECEIPT, case, desk, staff), 1, 1), width_px=width_px)

    def return_slip(self, case: Case, desk: Desk, staff: Staff, *, nth: int = 1) -> bytes:
        """Return the return slip of a case that has been handed over or withdrawn."""
        return self.slip(SlipKind.RETURN_SLIP, case, desk, staff, nth=nth)

    def register(self, lines: Sequence[RegisterLine], desk: Desk, period_words: str) -> bytes:
        """Return the register of a period, in the form set of its last line."""
        day = lines[-1].received_at.date() if lines else None
        form_set = self.form_set_on(day or date.max)
        values = {"period": period_words, "count": str(len(lines))}
        return self._list("register", form_set, day, desk, values, {"cases": rows.register_rows(lines)})

    def hand_over_list(
        self, lines: Sequence[HandOverLine], desk: Desk, giver: Staff, *, to: str, at: datetime
    ) -> bytes:
        """Return the list that goes with dossiers to the unit that settles them."""
        values = {"to": to, "giver": giver.name, "count": f"{len(lines):02d}"}
        tables = {"cases": rows.hand_over_rows(lines)}
        return self._list("hand_over_list", self.form_set_on(at.date()), at.date(), desk, values, tables, at)

    def paper_numbers(
        self, numbers: Sequence[PaperNumber], desk: Desk, staff: Staff, *, day: date, at: datetime
    ) -> bytes:
        """Return the sheet of the numbers that are handed out on paper on `day`."""
        values = {
            "day": f"{day:%d/%m/%Y}",
            "count": str(len(numbers)),
            "first": numbers[0].case_code if numbers else "",
            "last": numbers[-1].case_code if numbers else "",
            "giver": staff.name,
        }
        tables = {"numbers": rows.paper_number_rows(numbers)}
        return self._list("paper_numbers", self.form_set_on(day), day, desk, values, tables, at)

    def reconciliation(self, sheet: Reconciliation, desk: Desk, giver: Staff, *, at: datetime) -> bytes:
        """Return the reconciliation sheet of a day, with the places to sign."""
        tables = {
            "procedures": day_rows.procedure_rows(sheet),
            "differences": day_rows.difference_rows(sheet),
        }
        values = day_rows.reconciliation_values(sheet, giver)
        return self._list("reconciliation", "", at.date(), desk, values, tables, at)

    def guidance_sheet(self, procedure: Procedure, desk: Desk, at: datetime | None = None) -> bytes:
        """Return what a citizen must bring for a procedure, how long it takes and what it costs."""
        values = rows.procedure_row(procedure)
        tables = {"papers": rows.required_rows(procedure.components)}
        return self._list("guidance_sheet", "", at.date() if at else None, desk, values, tables, at)

    def posting(self, procedures: Sequence[Procedure], desk: Desk, at: datetime | None = None) -> bytes:
        """Return the public posting of procedures: papers, time, fee, process."""
        tables = {"procedures": rows.procedure_rows(procedures)}
        values = {"count": str(len(procedures))}
        return self._list("posting", "", at.date() if at else None, desk, values, tables, at)

    def recovery_sheet(self, desk: Desk, words: str, at: datetime) -> bytes:
        """Return the sheet for the safe."""
        return draw_recovery_sheet(desk, words, at)

    def image(self, pdf: bytes, *, width_px: int, page: int = 0) -> bytes:
        """Return a page of a paper as PNG."""
        return pdf_pages.page_image(pdf, width_px, page)

    def together(self, pdfs: Sequence[bytes]) -> bytes:
        """Return many papers as one PDF."""
        return pdf_pages.together(pdfs)

    def _forms_of(self, own: tuple[str, ...] | None) -> Forms:
        """Return the forms with the commune's own of a case's intake; those laid now where nothing is stored yet."""
        if own is None:
            return self.forms
        if own not in self._pinned:
            self._pinned[own] = self.forms.with_overrides(own)
        return self._pinned[own]

    def _slip(self, facts: Facts, nth: int, copies: int) -> bytes:
        form = self._forms_of(facts.own_forms).form(facts.paper, facts.form_set, facts.day)
        filling = Filling(
            letterhead=facts.desk.letterhead,
            value=lambda name: SLIP_FIELDS[name](facts),
            rows=lambda name: rows.slip_rows(facts, name),
            at=facts.at,
            code=facts.case.code if facts.case else "",
        )
        return draw_form(form, STYLES[form.paper], filling, nth=nth, copies=copies)

    def _list(
        self,
        paper: str,
        form_set: str,
        day: date | None,
        desk: Desk,
        values: Mapping[str, str],
        tables: Mapping[str, Sequence[Mapping[str, str]]],
        at: datetime | None = None,
    ) -> bytes:
        form = self.forms.form(paper, form_set, day)
        head = desk.letterhead
        known = {
            "agency": as_written(head.agency_name),
            "desk": as_written(head.desk_name),
            "desk_place": ", ".join(filter(None, (as_written(head.desk_name), head.address))),
            "desk_phone": head.phone,
            "slip_at": moment_words(at) if at else "",
            "slip_on": day_words(at) if at else "",
            "slip_date": short_day(at) if at else "",
            **values,
        }
        filling = Filling(
            letterhead=head, value=lambda name: known.get(name, ""), rows=tables.__getitem__, at=at
        )
        return draw_form(form, STYLES[form.paper], filling)
