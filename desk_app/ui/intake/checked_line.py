"""A field that says at its right side what it thinks of what was typed; nothing around it moves."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.domain.applicant import IdKind
from desk_app.domain.birth_date import read_birth_date
from desk_app.domain.errors import DateToCome, ImpossibleDate, UnclearYear
from desk_app.domain.personal_id import SEXES, check_personal_id, is_personal_id, year_and_sex
from desk_app.domain.words import Words
from desk_app.ui.parts import label, name_style
from desk_app.ui.wording import sentence, worded

GOOD, ODD, WRONG = "good", "odd", "wrong"
RIGHT = 10
Told = tuple[str, str, str]  # kind, a few words, the whole sentence
NOTHING: Told = (GOOD, "", "")


class CheckedLine(QLineEdit):
    """Told by `show_check`; the few words have their whole sentence as a tool tip and for screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = label("", GOOD)
        self.note.setParent(self)
        self.note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.note.hide()

    def show_check(self, told: Told) -> None:
        """Show a few words."""
        kind, few, whole = told
        name_style(self.note, kind)
        self.note.setText(few)
        self.note.setVisible(bool(few))
        self.setToolTip(whole)
        self.setAccessibleDescription(whole)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words at the right."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        size = self.note.sizeHint()
        self.note.setGeometry(
            self.width() - size.width() - RIGHT,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        taken = size.width() + 4 if not self.note.isHidden() else 0
        self.setTextMargins(0, 0, taken, 0)


def id_told(number: str, kind: IdKind, born: str, sex: str) -> Told:
    """Judge a personal id beside a birth date (ISO 8601) and a sex."""
    if kind is not IdKind.PERSONAL or not number:
        return NOTHING
    odd = check_personal_id(number, born, sex)
    if not odd:
        agrees = worded(Words("✓ khớp ngày sinh, giới tính"))
        return (GOOD, agrees, agrees) if born and sex else NOTHING
    whole = " ".join(map(worded, odd))
    if not is_personal_id(number):
        return ODD, worded(Words("cần 12 chữ số")), whole
    year, told_sex = year_and_sex(number)
    if born and born[:4] != str(year):
        return ODD, worded(Words("lệch năm sinh {year}", year=year)), whole
    if sex and sex != told_sex:
        return ODD, worded(Words("lệch giới tính {sex}", sex=SEXES[told_sex])), whole
    return ODD, worded(Words("mã nơi {place} lạ", place=number[:3])), whole


def born_told(text: str, number: str, today: date) -> tuple[str, Told]:
    """Return a typed birth date as ISO 8601, empty when it is none, and what to say of it."""
    try:
        return read_birth_date(text, personal_id=number, today=today), NOTHING
    except UnclearYear as error:
        return "", (ODD, worded(Words("19… hay 20…?")), sentence(error))
    except DateToCome as error:
        return "", (WRONG, worded(Words("✗ chưa tới")), sentence(error))
    except ImpossibleDate as error:
        done = len(text.strip()) >= 8  # still typing: nothing is wrong yet
        return "", (WRONG, worded(Words("✗ không có")), sentence(error)) if done else NOTHING
