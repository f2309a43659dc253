"""Vietnamese first, English second: every text has its English, and the window shows it."""

from __future__ import annotations

import pytest
import translations
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
)
from support.desk import DESK, HOA

from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.app.startup import application
from desk_app.domain import errors
from desk_app.domain.case import STATE_NAMES, State
from desk_app.domain.deadline import term_text
from desk_app.domain.moment import moment
from desk_app.domain.personal_id import check_personal_id
from desk_app.domain.words import Words
from desk_app.machine.clock import SteppedClock
from desk_app.machine.key_slots import Cost
from desk_app.machine.settings_file import keep_language, kept_language
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.ui.language import speak, spoken
from desk_app.ui.typed_text import press, type_text
from desk_app.ui.wording import kept_sentence, moment_in_words, sentence, worded

CARD = "038190004217||Nguyễn Thị Minh Đức|14021990|Nữ|Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa|01072022"
PASSPHRASE = "một câu thật dài"
KINDS = [
    kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.DeskError)
]
FIELDS = {name: name.upper() for kind in KINDS for name in translations._fields(kind.sentence)}


@pytest.fixture(autouse=True)
def vietnamese_again(qapp):
    yield
    speak("vi", translations.I18N)


@pytest.fixture
def english(qapp):
    speak("en", translations.I18N)


@pytest.fixture
def home(tmp_path):
    made = Home(
        folder=tmp_path, clock=SteppedClock(moment("2026-11-25T08:15")), cost=Cost(memory_kib=64, passes=1)
    )
    store, _ = made.create(DESK, HOA, PASSPHRASE)
    store.close()
    return made


@pytest.fixture
def program(qtbot, home, tmp_path):
    made = Program(home, PdfFolder(tmp_path / "papers"))
    qtbot.addWidget(made.window)
    made.start()
    made.window.showNormal()
    made.window.resize(1366, 768)
    made.window.activateWindow()
    yield made
    made.window.close()


def sign_in(qtbot, program):
    type_text(program.sign_in.passphrase, PASSPHRASE)
    press(program.sign_in.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(program.screens))
    settle(qtbot, program)


def settle(qtbot, program):
    qtbot.waitUntil(lambda: not program.jobs.busy, timeout=10_000)


def receive_one(qtbot, program):
    """Take a case by keys, so that every list has something to show."""
    intake = program.screens["intake"]
    intake.applicant.take_scan(CARD)
    intake.procedure.search.setFocus()
    type_text(intake.procedure.search, "dkks")
    press(intake.procedure.search, Qt.Key.Key_Return)
    settle(qtbot, program)


def texts(window):
    """Return every text in sight with the widget that shows it."""
    said = window.findChildren(QLabel) + window.findChildren(QAbstractButton)
    found = [(widget, widget.text()) for widget in said]
    for box in window.findChildren(QComboBox):
        found += [(box, box.itemText(n)) for n in range(box.count())]
    for line in window.findChildren(QLineEdit) + window.findChildren(QPlainTextEdit):
        found.append((line, line.placeholderText()))
    for table in window.findChildren(QTableView):
        model = table.model()
        heads = range(model.columnCount())
        found += [(table, model.headerData(n, Qt.Orientation.Horizontal)) for n in heads]
    return [(widget, text) for widget, text in found if text and widget.isVisible()]


def cut(window):
    """Return the texts in sight that have less room than they need."""
    QApplication.processEvents()  # what was shown just now is laid out
    found = [
        f"{text!r} in {widget.size().toTuple()}" for widget, text in texts(window) if is_tight(widget, text)
    ]
    for table in window.findChildren(QTableView):
        heads = table.horizontalHeader()
        tight = [n for n in range(heads.count()) if 0 < heads.sectionSize(n) < heads.sectionSizeHint(n)]
        found += [f"column {n} of {table.accessibleName()}" for n in tight if table.isVisible()]
    return found


def is_tight(widget, text):
    room, letters = widget.size(), widget.fontMetrics()
    match widget:
        case QLabel() if widget.wordWrap():
            return room.height() + 2 < widget.heightForWidth(room.width())  # descenders, at most
        case QLabel() | QAbstractButton():
            return room.width() < widget.sizeHint().width() or room.height() < widget.sizeHint().height()
        case QComboBox():
            listed = widget.view().minimumWidth() - 20  # a list may be wider than its closed box
            return letters.horizontalAdvance(text) > max(room.width() - 42, listed)
        case QLineEdit():
            return letters.horizontalAdvance(text) > room.width() - 22
    return False


def test_every_text_is_marked_and_has_its_english():
    assert list(translations.problems()) == []


def test_what_nobody_could_translate_is_noticed(tmp_path):
    (tmp_path / "screen.py").write_text(
        '"""Tiếng Việt trong docstring thì được."""\n'
        "class Screen:\n"
        "    def show(self, n):\n"
        '        self.tr("{n} giấy", n=n)\n'
        '        self.tr(f"{n} bản")\n'
        '        self.window.tr("Sổ")\n'
        '        label("Chưa đánh dấu")\n'
        '        Words("Đã đánh dấu")\n',
        encoding="utf-8",
    )
    found = translations.read_source(tmp_path)

    assert found.texts == {
        translations.Text("Screen", "{n} giấy", counted=True),
        translations.Text("words", "Đã đánh dấu"),
    }
    assert [line.split(": ")[0] for line in found.wrong] == [
        f"desk_app/screen.py:{line}" for line in (5, 5, 6, 6, 7)
    ]


def test_a_new_text_is_asked_for_and_one_known_elsewhere_is_taken_over():
    before = {translations.Text("A", "Tìm"): ["Find"], translations.Text("A", "Bỏ"): ["Drop"]}
    after = translations.merged({translations.Text("B", "Tìm"), translations.Text("B", "Mới")}, before)

    assert after == {translations.Text("B", "Mới"): [], translations.Text("B", "Tìm"): ["Find"]}


def test_linguist_files_come_back_as_they_were_written(tmp_path):
    said = {
        translations.Text("A", "Bản\nsao <1>"): ["Copy & more"],
        translations.Text("A", "{n} bản", counted=True): ["{n} copy", "{n} copies"],
        translations.Text("B", "Mới"): [],
    }
    (tmp_path / "en.ts").write_text(translations.ts_text(said, "en"), encoding="utf-8")

    assert translations.read_ts(tmp_path / "en.ts") == said


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_is_told_in_english(english, kind):
    fields = {name: FIELDS[name] for name in translations._fields(kind.sentence)}
    told = sentence(kind(**fields))

    assert told not in (kind.sentence, str(kind(**fields)))
    assert all(value in told for value in fields.values())
    assert kept_sentence(str(kind(**fields))) == told


def test_words_inside_words_are_translated_too(english):
    missing = (Words("họ tên chủ hồ sơ"), Words("giấy tờ “{name}”", name="Tờ khai"))
    not_now = errors.NotAllowedNow(case_code="1", state=STATE_NAMES[State.RETURNED])

    assert sentence(errors.IntakeIncomplete(missing=missing)) == (
        "Still missing: the applicant's name, the paper “Tờ khai”."
    )
    assert str(errors.IntakeIncomplete(missing=missing)) == "Còn thiếu: họ tên chủ hồ sơ, giấy tờ “Tờ khai”."
    assert "“Handed over”" in sentence(not_now)
    assert worded(check_personal_id("038190004217", "", "Nam")[0]) == (
        "The personal ID says Female, unlike the sex given here."
    )


def test_counts_have_a_singular_and_a_plural(english):
    assert [worded(term_text(term)) for term in ("1wd", "5wd", "8h")] == [
        "1 working day", "5 working days", "8 working hours",
    ]  # fmt: skip
    assert term_text("1wd") == "1 ngày làm việc"


def test_days_of_the_week_are_english(english):
    assert moment_in_words(moment("2026-11-25T08:15")) == "Wednesday 25/11/2026 · 08:15"


def test_qts_own_few_words_are_vietnamese(qapp):
    speak("vi", translations.I18N)

    assert QCoreApplication.translate("QLineEdit", "&Copy") == "&Chép"


def test_the_sign_in_screen_changes_its_language_at_once_and_for_the_next_start(qtbot, home, program):
    shown = program.sign_in
    assert (shown.go.text(), shown.other_language.text()) == ("Mở quầy", "English")
    qtbot.mouseClick(shown.other_language, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown.go.text() == "Open the desk")
    settle(qtbot, program)

    assert (spoken(), kept_language(home.folder)) == ("en", "en")
    assert shown.other_language.text() == "Tiếng Việt"
    assert {"SIGN IN", "Staff", "Passphrase", "open the desk"} <= {text for _, text in texts(program.window)}
    assert shown.passphrase.accessibleName() == "Passphrase"
    assert shown.passphrase.hasFocus()
    qtbot.mouseClick(shown.other_language, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown.go.text() == "Mở quầy")
    settle(qtbot, program)

    assert (spoken(), kept_language(home.folder)) == ("vi", "vi")


def test_the_next_start_speaks_the_language_that_was_kept(tmp_path):
    keep_language(tmp_path, "en")
    application(kept_language(tmp_path))

    assert spoken() == "en"


def test_a_spoilt_settings_file_means_vietnamese(tmp_path):
    for spoilt in ("", "[]", '{"language": "xx"}', '{"language": 1}'):
        (tmp_path / "settings.json").write_text(spoilt)
        assert kept_language(tmp_path) == "vi"


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(errors.StorageUnreadable):
        keep_language(tmp_path / "file", "en")


def test_in_english_no_screen_says_anything_vietnamese(qtbot, english, program):
    """What stays Vietnamese is data: names, procedures, papers, and the explanation for the citizen."""
    sign_in(qtbot, program)
    data = {"Quầy Một Cửa", "Fees (đồng)", "Name, code, initials: khai sinh, 1.001193, dkks", "Lê Thị Hoa", "Tư pháp – Hộ tịch",
            "UBND xã Tân Lập", "Lê Thị Hoa · Tư pháp – Hộ tịch", "đồng · 0 payments"}  # fmt: skip
    left = []
    for place in range(len(program.window._places)):
        program.window.go_to(place)
        settle(qtbot, program)
        left += [
            text
            for widget, text in texts(program.window)
            if translations.VIETNAMESE.search(text) and not _is_data(program, widget)
        ]

    assert set(left) <= data
    assert "Receive and print" in [program.screens["intake"].due.receive.text()]


def _is_data(program, widget):
    """Tell whether a widget shows what the catalogue holds of a procedure."""
    return program.screens["catalogue"].inside().details.isAncestorOf(widget)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_text_is_cut_on_the_smallest_screen(qtbot, qapp, program, language):
    speak(language, translations.I18N)
    window, found = program.window, []
    qtbot.waitUntil(lambda: program.sign_in.go.text().startswith("Mở" if language == "vi" else "Open"))
    found += cut(window)
    sign_in(qtbot, program)
    found += cut(window)
    receive_one(qtbot, program)
    found += cut(window)
    program.screens["intake"].receive()
    settle(qtbot, program)
    for place in range(1, len(window._places)):
        window.go_to(place)
        settle(qtbot, program)
        found += cut(window)
    window.go_to(1)
    settle(qtbot, program)
    press(program.screens["cases"].search, Qt.Key.Key_Return)
    settle(qtbot, program)
    found += cut(window)

    assert not found, "\n".join(sorted(set(found)))
    assert (window.width(), window.height()) == (1366, 768)
