"""A member of staff who was added half, because the power went, is added whole at the next try."""

from __future__ import annotations

import pytest
from support.desk import DESK, HOA, Clock

from desk_app.app.home import Home
from desk_app.domain.errors import LoginUnclear, PassphraseTooShort, StaffExists, StorageFull, WrongPassphrase
from desk_app.domain.staff import Staff
from desk_app.machine import key_slots
from desk_app.services.presence import add_staff

PASSPHRASE, THEIRS = "một câu thật dài", "mật khẩu của Minh"
CHEAP = key_slots.Cost(memory_kib=64, passes=1)
MINH = Staff(login="minh", name="Trần Văn Minh")


@pytest.fixture
def home(tmp_path):
    made = Home(folder=tmp_path, clock=Clock(), cost=CHEAP)
    made.create(DESK, HOA, PASSPHRASE)[0].close()
    return made


def logins(home, login="minh", passphrase=THEIRS):
    store = home.open(login, passphrase)
    try:
        with store.reading() as reading:
            return [member.login for member in reading.staff()]
    finally:
        store.close()


def test_whoever_is_in_the_log_only_gets_a_key(home):
    store = home.open("hoa", PASSPHRASE)
    add_staff(MINH, by="hoa", store=store, clock=home.clock)
    store.close()
    home.add_member("hoa", PASSPHRASE, MINH, THEIRS)

    assert logins(home) == ["hoa", "minh"]
    with pytest.raises(StaffExists):
        home.add_member("hoa", PASSPHRASE, MINH, THEIRS)


def test_a_name_in_the_log_is_nobody_elses(home):
    store = home.open("hoa", PASSPHRASE)
    add_staff(MINH, by="hoa", store=store, clock=home.clock)
    store.close()
    with pytest.raises(StaffExists):
        home.add_member("hoa", PASSPHRASE, Staff(login="minh", name="Ai khác"), THEIRS)


def test_whoever_has_a_key_only_gets_into_the_log(home):
    key = key_slots.open_slot(home.folder, "hoa", PASSPHRASE)
    key_slots.add(home.folder, key, MINH, THEIRS, CHEAP)
    with pytest.raises(WrongPassphrase):
        home.add_member("hoa", PASSPHRASE, MINH, "một câu khác hẳn")
    home.add_member("hoa", PASSPHRASE, MINH, THEIRS)

    assert logins(home) == ["hoa", "minh"]


def test_a_full_disk_between_the_two_is_made_good(home):
    (home.folder / "keys.json.new").symlink_to("/dev/full")
    with pytest.raises(StorageFull):
        home.add_member("hoa", PASSPHRASE, MINH, THEIRS)
    home.add_member("hoa", PASSPHRASE, MINH, THEIRS)

    assert logins(home) == ["hoa", "minh"]


@pytest.mark.parametrize("login", ["#recovery", "", "trần", "a b"])
def test_a_login_of_other_signs_writes_nothing(home, login):
    with pytest.raises(LoginUnclear):
        home.add_member("hoa", PASSPHRASE, Staff(login=login, name="Ai"), THEIRS)

    assert logins(home, "hoa", PASSPHRASE) == ["hoa"]


def test_a_passphrase_too_short_writes_nothing(home):
    with pytest.raises(PassphraseTooShort):
        home.add_member("hoa", PASSPHRASE, MINH, "ngắn")

    assert logins(home, "hoa", PASSPHRASE) == ["hoa"]
