"""`desk-app forms`: which forms there are, since when, and what in them is not yet checked against the law."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk_app.app.commands.output import add_common, answer
from desk_app.machine.paths import brought
from desk_app.printing import fonts
from desk_app.printing.form import Form
from desk_app.printing.forms import form_text, read_forms
from desk_app.printing.known import KNOWN


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("--check", type=Path, metavar="FILE", help="a form of the commune's own")
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List the forms; with --check say whether a form of the commune's own can be used."""
    forms = read_forms(brought("resources") / "forms")
    if options.check:
        fonts.register(brought("resources") / "fonts")
        form = forms.checked(form_text(options.check), options.check.name)
        said = f"{form.instrument}, mẫu {form.number}: dùng được từ {form.valid_from:%d/%m/%Y}"
        answer(options, _told(form), [said])
        return 0
    fields = {
        slip: {
            "fields": sorted(known.fields),
            "tables": {name: sorted(row) for name, row in known.tables.items()},
        }
        for slip, known in KNOWN.items()
    }
    lines = [
        f"{form.form_set:9}{form.number:6}{form.valid_from:%d/%m/%Y}  {form.name}"
        + (f" ({len(form.unverified)} dòng chưa đối chiếu)" if form.unverified else "")
        for form in forms
    ]
    answer(
        options, {"forms": list(map(_told, forms)), "unverified": forms.unverified(), "fields": fields}, lines
    )
    return 0


def _told(form: Form) -> dict[str, object]:
    return {
        "instrument": form.instrument,
        "number": form.number,
        "form_set": form.form_set,
        "slip": form.slip,
        "title": form.name,
        "paper": form.paper,
        "valid_from": form.valid_from.isoformat(),
        "valid_to": form.valid_to.isoformat() if form.valid_to else "",
        "source": form.source,
        "unverified": list(form.unverified),
    }
