"""Scans on the case page, by keys and by hand: attach, look, take off."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from support.case_window import CODE, CaseWindow, shown_texts
from support.scanned import page, picture

from desk_app.domain.case import State
from desk_app.domain.scan import ScanMode
from desk_app.domain.staff import Role
from desk_app.ui.case.scans.panel import OTHER

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot, tmp_path):
    made = CaseWindow(qtbot, tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Return files as they come from scanner and telephone; the names say whose papers they are."""
    folder = tmp_path_factory.mktemp("quét")
    text = page()
    (folder / "tờ khai Nguyễn Thị Minh Đức.png").write_bytes(picture(text, dpi=(200, 200)))
    (folder / "dấu đỏ.jpg").write_bytes(picture(page(seal=True), "JPEG"))
    (folder / "ba trang.tif").write_bytes(
        picture(text, "TIFF", save_all=True, append_images=[page(grain=5), page(grain=3)])
    )
    (folder / "hỏng.pdf").write_bytes(b"%PDF-1.7 and no more")
    return {path.stem.split()[0]: path for path in folder.iterdir()}


def panel(desk):
    desk.key(Qt.Key.Key_B, CTRL)
    desk.settle()
    return desk.screen.panel


def rows(opened):
    return [opened.list.item(n).text() for n in range(opened.list.count())]


def test_a_file_is_attached_to_the_first_paper_without_one(desk, files):
    desk.sign_in()
    opened = panel(desk)
    first, second = opened.paper.itemData(0), opened.paper.itemData(1)
    assert opened.paper.currentData() == first
    assert "chưa có bản quét" in opened.view.picture.text()
    opened.add([files["tờ"]])
    assert opened.under_way.isVisible()
    desk.settle()

    assert not opened.under_way.isVisible()
    assert [scan.component for scan in desk.case().scans] == [first]
    assert opened.paper.currentData() == second
    assert rows(opened)[0].startswith(f"{first}\n1 trang · ")
    assert rows(opened)[0].endswith("chờ gửi")
    assert "đen trắng" in desk.told
    assert not opened.view.picture.pixmap().isNull()


def test_no_name_of_a_file_reaches_log_or_disk(desk, files, tmp_path):
    desk.sign_in()
    panel(desk).add([files["tờ"]])
    desk.settle()

    def said(store):
        with store.reading() as reading:
            return [str(told.body) for told in reading.life(CODE)]

    bodies = desk.beside(said)

    assert any("sha256" in body for body in bodies)
    assert not any("Minh Đức.png" in body for body in bodies)
    assert not [path for path in (tmp_path / "desk").rglob("*") if "Đức" in path.name]


def test_the_clerk_decides_on_colour(desk, files):
    desk.sign_in()
    opened = panel(desk)
    opened.mode.choose(ScanMode.MONO)
    opened.add([files["dấu"]])
    desk.settle()
    assert "đen trắng" in desk.told
    opened.mode.choose(ScanMode.BY_CONTENT)
    opened.paper.choose(OTHER)
    opened.add([files["dấu"]])
    desk.settle()

    assert "màu" in desk.told
    small, large = (scan.size for scan in desk.case().scans)
    assert small * 3 < large
    assert desk.case().scans[1].component == ""


def test_several_files_go_one_after_the_other_and_a_broken_one_holds_none_up(desk, files):
    desk.sign_in()
    opened = panel(desk)
    opened.add([files["tờ"], files["hỏng"], files["ba"]])
    desk.settle()

    assert [scan.pages for scan in desk.case().scans] == [1, 3]
    assert "hỏng.pdf: Không đọc được tệp này" in desk.told
    assert len({scan.component for scan in desk.case().scans}) == 1, (
        "they are pages of the paper that was chosen"
    )


def test_pages_are_turned_by_keys(desk, files):
    desk.sign_in()
    opened = panel(desk)
    opened.add([files["ba"]])
    desk.settle()
    first = opened.view.picture.pixmap().toImage()
    assert opened.title.text() == "TRANG 1/3"
    for _ in range(4):
        desk.key(Qt.Key.Key_PageDown)
        desk.settle()

    assert opened.title.text() == "TRANG 3/3"
    assert opened.view.picture.pixmap().toImage() != first
    desk.key(Qt.Key.Key_PageUp)
    assert opened.title.text() == "TRANG 2/3"


def test_a_dropped_file_opens_the_panel_and_other_things_are_not_taken(desk, files):
    desk.sign_in()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files["tờ"]))])
    page_ = desk.screen
    for mime, taken in ((data, True), (web(), False)):
        entering = QDragEnterEvent(
            QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )  # fmt: skip
        entering.ignore()
        page_.dragEnterEvent(entering)
        assert entering.isAccepted() is taken
    page_.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )  # fmt: skip
    desk.settle()

    assert len(desk.case().scans) == 1
    assert desk.screen.panel is not None


def web():
    data = QMimeData()
    data.setUrls([QUrl("https://example.vn/a.pdf")])
    return data


def test_taking_off_asks_once_more_and_esc_takes_the_question_back(desk, files):
    desk.sign_in()
    opened = panel(desk)
    opened.add([files["tờ"]])
    desk.settle()
    opened.list.setFocus()
    desk.key(Qt.Key.Key_Delete)
    assert "lần nữa" in shown_texts(opened)
    desk.key(Qt.Key.Key_Escape)
    assert "lần nữa" not in shown_texts(opened)
    assert len(desk.case().scans) == 1
    for _ in range(2):
        desk.key(Qt.Key.Key_Delete)
    desk.settle()
    assert desk.case().scans == ()
    assert rows(opened) == []
    desk.key(Qt.Key.Key_Escape)
    assert desk.screen.panel is None
    assert "Gỡ bản quét" in shown_texts(desk.screen)


def test_attaching_and_taking_off_wait_for_each_other(desk, files):
    """Of one file at two cases: taken off here between its writing and its event there, its bytes would go."""
    desk.sign_in()
    opened, threads = panel(desk), []
    services = opened._services

    def seen(act):
        def do(*given):
            threads.append(threading.get_ident())
            return act(*given)

        return do

    opened._services = replace(services, attach=seen(services.attach), remove=seen(services.remove))
    opened.add([files["tờ"]])
    desk.settle()
    opened.list.setFocus()
    for _ in range(2):
        desk.key(Qt.Key.Key_Delete)
    desk.settle()

    assert len(threads) == 2
    assert len({*threads}) == 1


def test_the_card_says_what_there_is_and_leads_on(desk, files):
    desk.sign_in()
    assert "Đính kèm bản quét" in desk.screen.page.scans.open.text()
    opened = panel(desk)
    opened.add([files["tờ"]])
    desk.settle()
    desk.key(Qt.Key.Key_Escape)
    shown = shown_texts(desk.screen.page.scans)

    assert "1 trang · " in shown
    assert "chờ gửi" in shown
    assert "Xem, đính kèm" in desk.screen.page.scans.open.text()
    assert "Đính kèm bản quét: 1 trang" in shown_texts(desk.screen), "and the timeline"


def test_another_case_shows_nothing_of_this_one(desk, files):
    other = desk.receive(name="Trần Văn Bảo", number="001079007919")
    desk.sign_in()
    panel(desk).add([files["tờ"]])
    desk.settle()
    desk.screen.show_case(other)
    desk.settle()

    assert desk.screen.panel is None
    assert "1 trang" not in shown_texts(desk.screen)


def test_whoever_may_not_attach_sees_no_key_for_it(qtbot, tmp_path):
    made = CaseWindow(qtbot, tmp_path / "desk", roles=frozenset({Role.LEAD}))
    try:
        made.sign_in()
        assert made.case().state is State.PROCESSING
        assert panel(made) is None
        assert not made.screen.page.scans.isVisible()
    finally:
        made.close()


def test_a_file_that_is_gone_is_told(desk, tmp_path):
    desk.sign_in()
    panel(desk).add([Path(tmp_path / "rút ra rồi.pdf"), tmp_path])
    desk.settle()

    assert desk.told.count("Không mở được tệp đã chọn") == 2
    assert desk.case().scans == ()


def test_the_panel_fits_the_smallest_screen(desk, files):
    desk.sign_in()
    opened = panel(desk)
    opened.add([files["tờ"]])
    desk.settle()
    size = desk.program.window.minimumSizeHint()

    assert (size.width() <= 1366, size.height() <= 768) == (True, True)
