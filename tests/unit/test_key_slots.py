"""Only who knows a passphrase, or holds the recovery sheet, opens the store."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from desk_app.domain.errors import (
    KeysUnreadable,
    PassphraseTooShort,
    StaffExists,
    StorageFull,
    StoreInUse,
    UnknownStaff,
    WrongPassphrase,
)
from desk_app.domain.staff import Staff
from desk_app.machine import key_slots, keys_file
from desk_app.machine.single_instance import only_one

CHEAP = key_slots.Cost(memory_kib=8, passes=1)
HOA = Staff(login="hoa", name="Lê Thị Hoa", title="Tư pháp")
MINH = Staff(login="minh", name="Trần Văn Minh")


@pytest.fixture
def opened(tmp_path):
    return key_slots.create(tmp_path, HOA, "mật khẩu dài", CHEAP)


def test_passphrase_and_recovery_sheet_open_the_same_key(tmp_path, opened):
    assert key_slots.open_slot(tmp_path, "hoa", "mật khẩu dài") == opened.key
    assert key_slots.open_with_recovery(tmp_path, opened.recovery) == opened.key
    assert len(opened.recovery.replace("-", "")) == 32


def test_the_sheet_is_read_kindly(tmp_path, opened):
    badly = opened.recovery.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert key_slots.open_with_recovery(tmp_path, badly) == opened.key


@pytest.mark.parametrize(
    ("login", "passphrase", "error"),
    [
        ("hoa", "mật khẩu sai", WrongPassphrase),
        ("hoa", "", WrongPassphrase),
        ("an", "mật khẩu dài", UnknownStaff),
    ],
)
def test_anything_else_opens_nothing(tmp_path, opened, login, passphrase, error):
    with pytest.raises(error):
        key_slots.open_slot(tmp_path, login, passphrase)


def test_another_member_gets_a_slot_of_the_same_key(tmp_path, opened):
    key_slots.add(tmp_path, opened.key, MINH, "mật khẩu khác", CHEAP)

    assert key_slots.open_slot(tmp_path, "minh", "mật khẩu khác") == opened.key
    assert keys_file.members(tmp_path) == [HOA, MINH]
    with pytest.raises(StaffExists):
        key_slots.add(tmp_path, opened.key, MINH, "mật khẩu khác", CHEAP)


def test_a_short_passphrase_is_refused(tmp_path, opened):
    with pytest.raises(PassphraseTooShort, match="8"):
        key_slots.add(tmp_path, opened.key, MINH, "1234567", CHEAP)


@pytest.mark.parametrize(
    "content",
    [
        "", "[]", "{}", '{"slots":[{"login":"hoa"}]}', '{"slots":[]}', '{"slots":{}}', '{"slots":["hoa"]}', '{"slots":3}',
        "\ufeff{}", '{"slots":' + "[" * 100_000, '{"slots":' + "9" * 5000 + "}",
    ],
)  # fmt: skip
def test_a_broken_file_is_named(tmp_path, content):
    (tmp_path / "keys.json").write_text(content)

    with pytest.raises(KeysUnreadable, match=r"keys\.json"):
        key_slots.open_slot(tmp_path, "hoa", "x")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("salt", "!!!"), ("salt", "AAAA"), ("salt", 5), ("salt", ""), ("wrapped", ""), ("wrapped", "AAAA"),
        ("wrapped", None), ("memory_kib", -1), ("memory_kib", "x"), ("memory_kib", 2**31), ("memory_kib", 0),
        ("memory_kib", True), ("memory_kib", 64.5), ("passes", 0), ("passes", 2**40), ("lanes", 0), ("lanes", 2**24),
        ("login", ""), ("login", None), ("login", []), ("name", 7), ("title", None),
    ],
)  # fmt: skip
def test_a_spoilt_slot_is_named_and_costs_nothing(tmp_path, opened, field, value):
    spoilt = json.loads((tmp_path / "keys.json").read_text())
    spoilt["slots"][0][field] = value
    (tmp_path / "keys.json").write_text(json.dumps(spoilt))

    for attempt in (
        lambda: key_slots.open_slot(tmp_path, "hoa", "mật khẩu dài"),
        lambda: keys_file.members(tmp_path),
        lambda: key_slots.add(tmp_path, opened.key, MINH, "mật khẩu khác", CHEAP),
    ):
        with pytest.raises(KeysUnreadable, match=r"keys\.json"):
            attempt()


def test_a_pc_without_memory_says_so(tmp_path, opened):
    script = (
        "import resource, sys; from pathlib import Path; from desk_app.machine import key_slots\n"
        "from desk_app.domain.errors import MemoryShort\n"
        "resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20,) * 2)\n"
        f"try: key_slots.create(Path({str(tmp_path)!r}), key_slots.Staff(login='a', name=''), 'một câu thật dài',\n"
        "                      key_slots.Cost(memory_kib=2**20, passes=1))\n"
        "except MemoryShort as error: print(error)"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert "1024 MB" in said
    assert key_slots.open_slot(tmp_path, "hoa", "mật khẩu dài") == opened.key


def test_a_passphrase_is_the_same_however_its_letters_are_put_together(tmp_path):
    made = key_slots.create(tmp_path, HOA, unicodedata.normalize("NFD", "Nguyễn Thế"), CHEAP)

    assert key_slots.open_slot(tmp_path, "hoa", unicodedata.normalize("NFC", "Nguyễn Thế")) == made.key
    with pytest.raises(PassphraseTooShort):  # 9 code points, 3 letters
        key_slots.add(tmp_path, made.key, MINH, unicodedata.normalize("NFD", "ễễễ"), CHEAP)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_leaves_the_keys_as_they_were(tmp_path, opened):
    before = (tmp_path / "keys.json").read_bytes()
    (tmp_path / "keys.json.new").symlink_to("/dev/full")
    with pytest.raises(StorageFull):
        key_slots.add(tmp_path, opened.key, MINH, "mật khẩu khác", CHEAP)

    assert (tmp_path / "keys.json").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["keys.json"]
    key_slots.add(tmp_path, opened.key, MINH, "mật khẩu khác", CHEAP)
    assert keys_file.members(tmp_path) == [HOA, MINH]


def test_the_file_holds_no_key_and_standard_cost(tmp_path):
    opened = key_slots.create(tmp_path, HOA, "mật khẩu dài")
    text = (tmp_path / "keys.json").read_text()
    slot = json.loads(text)["slots"][0]

    assert opened.key.hex() not in text
    assert (slot["memory_kib"], slot["passes"], slot["lanes"]) == (65536, 3, 1)


def test_a_second_program_is_told(tmp_path):
    script = (
        "import sys; from pathlib import Path; from desk_app.machine.single_instance import only_one\n"
        f"with only_one(Path({str(tmp_path)!r})): print('in', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        other.stdout.readline()
        with pytest.raises(StoreInUse), only_one(tmp_path):
            pass
        other.communicate()
    with only_one(tmp_path):
        pass
