"""F7: what the line says, and no more than it can know."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from support.clerk import words_of
from support.proxy import Cut, line_to
from support.superior import NOW, command, serving

from desk_app.domain.moment import moment
from desk_app.domain.superior import SyncState


@pytest.fixture
def sync(clerk):
    clerk.key(Qt.Key.Key_F7)
    clerk.settle()
    return clerk.program.screens["sync"]


def state(**changes):
    whole = {
        "pending_cases": 0, "pending_events": 0, "acknowledged_seq": 7, "last_confirmed": moment("2026-11-23T08:00"),
        "enrolled": True,
    }  # fmt: skip
    return SyncState(**(whole | changes))


@pytest.mark.parametrize(
    ("layer", "good"),
    [
        ("cable", []),
        ("server", ["cable", "name"]),
        ("tls", ["cable", "name", "server", "line"]),
        ("login", ["cable", "name", "server", "line", "tls"]),
    ],
)
def test_only_what_comes_before_the_failing_layer_is_good(sync, layer, good):
    sync._show(state(last_layer=layer, last_error="x"))
    said = {name: label.text() for name, label in sync.layers.items()}

    assert [name for name, text in said.items() if text == "✓ tốt"] == good
    assert [name for name, text in said.items() if text.startswith("✗")] == [layer]


@pytest.mark.parametrize(
    ("typed", "told"),
    [("", "Hãy nhập địa chỉ"), ("máy chủ", "không phải địa chỉ máy chủ"), ("https://", "không phải địa chỉ")],
)
def test_an_address_that_is_none_has_its_own_sentence(clerk, sync, typed, told):
    clerk.type_into(sync.url, typed)
    sync.enrol.click()
    clerk.settle()

    assert told in clerk.told
    assert clerk.focus() is sync.url


def test_f9_before_enrolment_leads_to_the_fields_on_this_very_screen(clerk, sync):
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert "ở đây" in clerk.told
    assert clerk.focus() is sync.url


def test_no_number_of_the_log_is_shown_to_the_clerk(sync):
    sync._show(state())

    assert not [text for text in words_of(sync) if "sự kiện" in text or "nhật ký" in text]


def test_an_enrolment_whose_answer_was_lost_is_done_by_the_same_code(clerk, sync, tmp_path):
    with serving(tmp_path / "superior") as url, line_to(url) as line:
        slip = command(
            tmp_path / "superior", "enrol", "--agency", "H56.22.17", "--name", "x", "--starts-at", NOW
        )
        line.cuts = [Cut(down=0)]
        clerk.type_into(sync.url, line.url)
        clerk.type_into(sync.code, slip["code"])
        sync.enrol.click()
        clerk.settle()
        assert "Đường truyền bị ngắt" in clerk.told
        assert sync.code.text() == slip["code"]
        sync.enrol.click()
        clerk.settle()

        assert clerk.told == "Đã đăng ký quầy với cấp trên."
        assert sync.code.text() == ""
