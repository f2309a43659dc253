"""The commune's own authority by the window: chosen as a file, compared, believed; with a real server over TLS."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from support.certificate import (
    as_der,
    certificate,
    chain,
    expired,
    fingerprint,
    named,
    needs_openssl,
    vouched,
)
from support.clerk import ALT, PASSPHRASE, Clerk, closes, words_of
from support.desk import DESK, HOA, Clock, receive
from support.superior import NOW, command, serving

from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.machine.key_slots import Cost
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.services.sync_round import enrol_desk, sync_now
from desk_app.sync.superior_api import HttpSuperior

pytestmark = needs_openssl
LINE = "Máy chủ dùng chứng thư riêng…"
SLIP = ("enrol", "--agency", "H56.22.17", "--name", "x", "--starts-at", NOW)


@pytest.fixture
def sync(clerk):
    clerk.key(Qt.Key.Key_F7)
    clerk.settle()
    return clerk.program.screens["sync"]


def choose(clerk, card, file):
    """Choose a file as somebody does who types its path into the dialog that Alt+C opens."""
    clerk.key(Qt.Key.Key_C, ALT)
    answer(clerk, card, file)


def answer(clerk, card, file):
    dialog = card.dialog
    clerk.qtbot.waitUntil(dialog.isVisible)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(file))
    dialog.accept()
    clerk.window.activateWindow()  # which a window manager does by itself
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)
    clerk.settle()


def believe(clerk, card, file):
    choose(clerk, card, file)
    assert card.isVisible(), clerk.told
    assert clerk.focus() is card.use
    clerk.key(Qt.Key.Key_Space)
    clerk.settle()


def kept(clerk):
    file = clerk.program.home.folder / "ca.pem"
    return file.read_text() if file.exists() else ""


def whole(widget):
    """Return the texts in sight that have less room than they need."""
    return [
        part.text()
        for part in widget.findChildren(QLabel) + widget.findChildren(QPushButton)
        if part.isVisible() and part.text() and _is_cut(part)
    ]


def _is_cut(part):
    if isinstance(part, QLabel) and part.wordWrap():
        return part.height() + 2 < part.heightForWidth(part.width())
    return part.width() < part.sizeHint().width() or part.height() < part.sizeHint().height()


def test_an_enrolment_that_is_not_trusted_points_to_the_line_and_the_file_given_there_ends_it(
    clerk, sync, tmp_path
):
    authority, pem, key = chain(tmp_path)
    superior = tmp_path / "superior"
    with serving(superior, 0, "--tls-cert", str(pem), "--tls-key", str(key)) as url:
        clerk.type_into(sync.url, url)
        clerk.type_into(sync.code, command(superior, *SLIP)["code"])
        clerk.key(Qt.Key.Key_Return)
        clerk.settle()
        assert LINE in clerk.told
        told = clerk.window.told
        assert told.fontMetrics().horizontalAdvance(told.text()) <= told.width(), "the sentence is not cut"
        assert LINE in words_of(sync.enrolment)
        choose(clerk, sync.authority, as_der(authority))
        assert not sync.enrolment.isVisible()
        assert kept(clerk) == "", "nothing is believed before it was compared"
        seen = "\n".join(words_of(sync.authority))
        mark = fingerprint(authority)
        assert " ".join(mark[n : n + 4] for n in range(0, 20, 4)) in seen
        assert "localhost" in seen
        clerk.qtbot.waitUntil(lambda: whole(sync.authority) == [])
        clerk.key(Qt.Key.Key_Space)
        clerk.settle()
        assert kept(clerk).strip() == authority.read_text().strip()
        assert "từ nay tin localhost" in clerk.told
        assert clerk.focus() is sync.enrol
        assert "Đang tin: localhost" in sync.enrolment.authority.told.text()
        clerk.key(Qt.Key.Key_Space)
        clerk.settle()
        assert "Đã đăng ký quầy" in clerk.told
        clerk.key(Qt.Key.Key_F9)
        clerk.settle()

        assert "Cấp trên đã nhận đủ" in clerk.told
        assert sync.ladder.authority.isVisible()
        clerk.qtbot.waitUntil(lambda: whole(sync.ladder) == [])


def test_an_authority_that_was_changed_is_replaced_at_f7_and_nobody_enrols_anew(clerk, sync, tmp_path):
    authority, pem, key = chain(tmp_path)
    superior, code = tmp_path / "superior", None
    with serving(superior, 0, "--tls-cert", str(pem), "--tls-key", str(key)) as url:
        believe(clerk, sync.authority, authority)
        code = command(superior, *SLIP)["code"]
        clerk.type_into(sync.url, url)
        clerk.type_into(sync.code, code)
        clerk.key(Qt.Key.Key_Return)
        clerk.settle()
        clerk.key(Qt.Key.Key_F9)
        clerk.settle()
        assert "Cấp trên đã nhận đủ" in clerk.told
    port = int(url.rsplit(":", 1)[1])
    (tmp_path / "other").mkdir()
    other, other_key = named(tmp_path / "other", "root", "/CN=Chứng thư gốc mới")
    fresh = vouched(tmp_path / "other", other, other_key)
    with serving(superior, port, "--tls-cert", str(fresh[0]), "--tls-key", str(fresh[1])):
        clerk.key(Qt.Key.Key_F9)
        clerk.settle()
        assert LINE in clerk.told
        assert LINE in sync.doing.text(), "also when the message has gone"
        clerk.qtbot.waitUntil(lambda: whole(sync) == [])
        both = tmp_path / "both.pem"
        both.write_text(authority.read_text() + other.read_text())
        choose(clerk, sync.authority, both)
        seen = "\n".join(words_of(sync.authority))
        assert "Chứng thư gốc mới" in seen
        assert fingerprint(authority)[:4] in seen
        clerk.key(Qt.Key.Key_Space)
        clerk.settle()
        assert clerk.focus() is sync.go
        clerk.key(Qt.Key.Key_F9)
        clerk.settle()

        assert "Cấp trên đã nhận đủ" in clerk.told
        assert kept(clerk).count("BEGIN CERTIFICATE") == 2


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("letter", "không phải tệp chứng thư"),
        ("key", "khóa bí mật"),
        ("expired", "không còn hoặc chưa có hiệu lực (01/01/2020 – 01/02/2020)"),
        ("leaf", "của riêng một máy chủ"),
    ],
)
def test_a_wrong_file_has_one_sentence_and_changes_nothing(clerk, sync, tmp_path, wrong, told):
    good, key = named(tmp_path, "good", "/CN=Good")
    believe(clerk, sync.authority, good)
    letter = tmp_path / "letter.pem"
    letter.write_text("Kính gửi")
    file = {
        "letter": lambda: letter,
        "key": lambda: key,
        "expired": lambda: expired(tmp_path, "old"),
        "leaf": lambda: certificate(tmp_path, "leaf", "-nodes", "-addext", "basicConstraints=CA:FALSE")[0],
    }[wrong]()
    clerk.type_into(sync.url, "https://x")
    choose(clerk, sync.authority, file)

    assert told in clerk.told
    assert file.name in clerk.told
    bar = clerk.window.told
    assert bar.fontMetrics().horizontalAdvance(bar.text()) <= bar.width(), "the sentence is not cut"
    assert not sync.authority.isVisible()
    assert kept(clerk).strip() == good.read_text().strip()
    assert sync.url.text() == "https://x"


def test_without_a_line_the_file_is_kept_and_the_enrolment_says_what_is_missing(clerk, sync, tmp_path):
    """The stick with the certificate may come a week before the line does."""
    authority, pem, key = chain(tmp_path)
    superior = tmp_path / "superior"
    with serving(superior, 0, "--tls-cert", str(pem), "--tls-key", str(key)) as url:
        port = int(url.rsplit(":", 1)[1])
    believe(clerk, sync.authority, authority)
    clerk.type_into(sync.url, url)
    clerk.type_into(sync.code, command(superior, *SLIP)["code"])
    clerk.key(Qt.Key.Key_Return)
    clerk.settle()
    assert "đang tắt hoặc không nhận kết nối" in clerk.told
    assert sync.code.text(), "to be sent again when there is a line"
    assert "Đang tin: localhost" in sync.enrolment.authority.told.text()
    with serving(superior, port, "--tls-cert", str(pem), "--tls-key", str(key)):
        sync.enrol.click()
        clerk.settle()

        assert "Đã đăng ký quầy" in clerk.told


def test_esc_believes_nothing_and_leads_back_to_what_was_typed(clerk, sync, tmp_path):
    good, _ = named(tmp_path, "good", "/CN=Good")
    clerk.type_into(sync.url, "https://x")
    choose(clerk, sync.authority, good)
    clerk.key(Qt.Key.Key_Escape)
    clerk.settle()

    assert (sync.authority.isVisible(), sync.enrolment.isVisible()) == (False, True)
    assert clerk.focus() is sync.url
    assert kept(clerk) == ""


def test_whoever_goes_elsewhere_while_looking_finds_f7_as_it_begins(clerk, sync, tmp_path):
    choose(clerk, sync.authority, named(tmp_path, "good", "/CN=Good")[0])
    clerk.key(Qt.Key.Key_F3)
    clerk.settle()
    clerk.key(Qt.Key.Key_F7)
    clerk.settle()

    assert (sync.authority.isVisible(), sync.enrolment.isVisible()) == (False, True)
    assert clerk.focus() is sync.url
    assert kept(clerk) == ""


def test_a_spoilt_file_is_named_on_the_line_and_another_takes_its_place(clerk, tmp_path):
    (clerk.program.home.folder / "ca.pem").write_text("x")
    clerk.key(Qt.Key.Key_F7)
    clerk.settle()
    sync = clerk.program.screens["sync"]
    assert "ca.pem" in sync.enrolment.authority.told.text()
    clerk.type_into(sync.url, "https://127.0.0.1:1")
    clerk.type_into(sync.code, "x")
    clerk.key(Qt.Key.Key_Return)
    clerk.settle()
    assert "ca.pem" in clerk.told
    believe(clerk, sync.authority, named(tmp_path, "good", "/CN=Good")[0])
    sync.enrol.click()
    clerk.settle()

    assert "Đang tin: Good" in sync.enrolment.authority.told.text()
    assert "ca.pem" not in clerk.told


def test_what_ran_out_meanwhile_is_said_on_the_line(clerk, tmp_path):
    (clerk.program.home.folder / "ca.pem").write_text(expired(tmp_path, "old").read_text())
    clerk.key(Qt.Key.Key_F7)
    clerk.settle()

    assert "đã hết hạn 01/02/2020" in clerk.program.screens["sync"].enrolment.authority.told.text()


def test_tab_leads_from_the_fields_to_the_button_and_then_to_the_line(clerk, sync):
    clerk.go(sync.url)
    order = []
    for _ in range(4):
        order.append(clerk.focus())
        clerk.key(Qt.Key.Key_Tab)

    assert order == [sync.url, sync.code, sync.enrol, sync.enrolment.authority.button]


def test_a_desk_that_is_not_enrolled_begins_at_the_address_and_never_at_the_stick(clerk, sync):
    """A button that cannot be pressed hands the focus to its neighbour, which then looks like the main one."""
    assert not sync.go.isEnabled()
    assert clerk.focus() is sync.url


@pytest.fixture
def burnt(qtbot, tmp_path):
    """Return a clerk before a new machine, with slip and sheet of a desk whose superior has its own authority."""
    authority, pem, key = chain(tmp_path)
    cost, superior = Cost(memory_kib=8, passes=1), tmp_path / "superior"
    old = Home(folder=tmp_path / "old", clock=Clock(), cost=cost)
    store, words = old.create(DESK, HOA, PASSPHRASE)
    with serving(superior, 0, "--tls-cert", str(pem), "--tls-key", str(key)) as url:
        above = HttpSuperior(authority=authority)
        enrol_desk(url, command(superior, *SLIP)["code"], store=store, superior=above)
        receive(store, Clock())
        sync_now(store=store, superior=above, clock=Clock(), progress=lambda _progress: None)
        above.asking._session.close()
        store.close()
        program = Program(
            Home(folder=tmp_path / "new", clock=Clock(), cost=cost), PdfFolder(tmp_path / "papers")
        )
        closes(qtbot, program)
        program.start()
        program.window.showNormal()
        program.window.resize(1366, 768)
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        program.set_up.burnt.click()
        card = program.set_up.recover
        slip = command(superior, *SLIP, "--recover")
        given = {
            "url": url, "desk": slip["desk"], "code": slip["code"], "words": words, "name": "Phạm Thị Lan",
            "title": "Văn phòng", "login": "lan", "first": PASSPHRASE, "second": PASSPHRASE,
        }  # fmt: skip
        for name, text in given.items():
            card.lines[name].setText(text)
        yield Clerk(qtbot, program), authority, key


def test_a_new_machine_is_given_the_authority_on_its_own_page_and_the_code_is_not_used_up_before(burnt):
    clerk, authority, key = burnt
    set_up = clerk.program.set_up
    card = set_up.recover
    card.go.click()
    clerk.settle()
    assert LINE in card.told.text()
    assert "F7" not in card.told.text(), "there is none yet"
    choose(clerk, set_up.authority, key)
    assert "khóa bí mật" in card.told.text()
    clerk.qtbot.waitUntil(lambda: whole(card) == [])
    choose(clerk, set_up.authority, authority)
    assert not card.isVisible()
    set_up.authority.other.click()
    answer(clerk, set_up.authority, key)
    assert "khóa bí mật" in set_up.authority.told.text()
    assert set_up.authority.told.isVisible(), "the page below is out of sight"
    clerk.qtbot.waitUntil(lambda: whole(set_up.authority) == [])
    clerk.key(Qt.Key.Key_Escape)
    assert card.isVisible()
    assert not (clerk.program.home.folder / "ca.pem").exists()
    believe(clerk, set_up.authority, authority)
    assert "từ nay tin localhost" in card.told.text()
    assert clerk.focus() is card.go
    clerk.key(Qt.Key.Key_Space)
    clerk.qtbot.waitUntil(set_up.sheet.isVisible)
    clerk.settle()
    set_up.sheet.on_paper.click()
    set_up.sheet.done.click()
    clerk.settle()

    store = clerk.program.office.home.open("lan", PASSPHRASE)
    with store.reading() as reading:
        assert len(reading.find_cases()) == 1
    store.close()
    assert kept(clerk).strip() == authority.read_text().strip()
