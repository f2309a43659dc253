"""The case page as the clerk meets it: the real program on a real store, worked by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from support.desk import DESK, HOA, RULES, intake

from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.domain.moment import moment
from desk_app.domain.staff import Role, Staff
from desk_app.machine.clock import SteppedClock
from desk_app.machine.key_slots import Cost
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.services.do_act import act_on
from desk_app.services.presence import add_staff
from desk_app.services.receive_case import receive_case
from desk_app.ui.typed_text import press, type_text

PASSPHRASE = "một câu thật dài"
CODE = "H56.22.17-261123-5001"
LAN = Staff(login="lan", name="Nguyễn Thị Lan", title="Địa chính")
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class CaseWindow:
    """One desk with one case at 08:15, signed in by `sign_in`."""

    def __init__(self, qtbot, folder, roles=None, **desk):
        self.qtbot, self.papers = qtbot, folder / "papers"
        self.clock = SteppedClock(moment("2026-11-23T08:15"))
        self.home = Home(folder=folder, clock=self.clock, cost=Cost(memory_kib=64, passes=1))
        first = replace(HOA, roles=roles) if roles else HOA
        self.receiver = "hoa" if Role.RECEIVE in first.roles else "lan"
        store, _ = self.home.create(replace(DESK, fees={"1.001193": 8000}, **desk), first, PASSPHRASE)
        add_staff(LAN, by="hoa", store=store, clock=self.clock)
        store.close()
        self.receive()

    def receive(self, **changes):
        """Receive a case of five working days beside the window and return its code."""
        return self.beside(
            lambda store: receive_case(
                intake(**({"term": "5wd"} | changes)), print_receipt=True, staff=self.receiver, rules=RULES,
                store=store, clock=self.clock,
            ).case_code
        )  # fmt: skip

    def did(self, *deeds, code=CODE):
        """Do acts beside the window, as if on the days before."""
        for deed in deeds:
            self.beside(
                lambda store, deed=deed: act_on(
                    code, deed, staff="lan", rules=RULES, store=store, clock=self.clock
                )
            )

    def beside(self, work):
        """Work on the store while nobody is signed in, or beside whoever is."""
        store = self.home.open("hoa", PASSPHRASE)
        try:
            return work(store)
        finally:
            store.close()

    def case(self, code=CODE):
        """Return the case as it is stored."""

        def read(store):
            with store.reading() as reading:
                return reading.case(code)

        return self.beside(read)

    def sign_in(self):
        """Open the window, sign in by keys, open the case."""
        self.program = Program(self.home, PdfFolder(self.papers))
        self.qtbot.addWidget(self.program.window)
        self.program.start()
        self.program.window.activateWindow()
        type_text(self.program.sign_in.passphrase, PASSPHRASE)
        press(self.program.sign_in.passphrase, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: bool(self.program.screens))
        self.screen = self.program.screens["case"]
        self.open()
        return self

    def open(self, code=CODE):
        """Open a case's page from the list, by its code."""
        self.settle()
        self.key(Qt.Key.Key_F3)
        search = self.program.screens["cases"].search
        search.clear()
        type_text(search, code[-4:])
        self.settle()
        press(search, Qt.Key.Key_Return)
        self.settle()

    def choose(self, letter):
        """Choose an act by F6 and its letter; return its form."""
        self.key(Qt.Key.Key_F6)
        press(QApplication.focusWidget(), getattr(Qt.Key, f"Key_{letter}"))
        self.settle()
        return self.form

    def f9(self):
        """Press F9 and let it be done."""
        self.key(Qt.Key.Key_F9)
        self.settle()

    def key(self, key, modifiers=PLAIN):
        """Press a key where the cursor is."""
        QTest.keyClick(QApplication.focusWidget() or self.program.window, key, modifiers)

    def settle(self):
        """Wait until nothing is under way and no preview is due."""
        self.qtbot.waitUntil(
            lambda: (
                not self.program.window.holds_keys
                and not self.program.jobs.busy
                and (not hasattr(self.screen.panel, "_later") or not self.screen.panel._later.isActive())
            ),
            timeout=10_000,
        )

    @property
    def form(self):
        """Return the form of the act that is under way."""
        return self.screen.panel.form

    @property
    def told(self):
        """Return the sentence that the window shows."""
        return self.program.window.told.text()

    @property
    def offered(self):
        """Return which acts the page offers, F9's included."""
        leading = self.screen.next.leading
        return [*([leading] if leading else []), *self.screen.next.acts.acts]

    def printed(self, slip, code=CODE):
        """Return how many files of a paper there are."""
        return len(list(self.papers.glob(f"{code}-{slip}*.pdf")))

    def close(self):
        """Close the window."""
        if hasattr(self, "program"):
            self.program.window.close()


def type_over(line, text):
    """Type a line anew."""
    line.setFocus()
    line.clear()
    type_text(line, text)


def shown_texts(widget):
    """Return every text that can be seen."""
    QApplication.processEvents()  # what was shown just now is laid out
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())
