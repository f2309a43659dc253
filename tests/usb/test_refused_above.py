"""What the superior does not take from a stick changes nothing there, and is told in one sentence."""

from __future__ import annotations

import os
import random
from io import BytesIO, FileIO

import pytest
import sqlalchemy as sa
import zstandard
from support.desk import new_store, receive
from support.usb import (
    NOW,
    export,
    head,
    held,
    pair,
    superior,
    take,
)

from desk_app.domain.superior import Frame
from desk_app.domain.usb import Exported
from desk_app.sync.parcels import SealedParcels
from district_server import usb, usb_errors
from district_server.__main__ import main as serve
from district_server.ledger import desk as desk_table
from district_server.usb import import_file
from wire.parcel import read_label


def refused(ledger, data):
    before = held(ledger), head(ledger)
    with pytest.raises(usb_errors.CannotImport) as error:
        import_file(ledger, data, NOW)
    assert (held(ledger), head(ledger)) == before
    assert str(error.value)[0].isupper()
    assert str(error.value).endswith(".")
    return type(error.value)


def test_a_revoked_desk_is_refused(ledger, file):
    with ledger.act() as connection:
        connection.execute(sa.update(desk_table).values(revoked_at="2026-11-23"))

    assert refused(ledger, file) is usb_errors.RevokedDesk


def test_files_of_and_for_others_are_told_apart(tmp_path, store, ledger, file, paired):
    other = superior(tmp_path / "other")
    assert refused(other, file) is usb_errors.ForAnother
    other.close()
    assert refused(ledger, take(ledger, file)[1].read_bytes()) is usb_errors.IsAnAnswer
    assert refused(ledger, b"PK\x03\x04 something else") is usb_errors.NotAParcel
    assert refused(ledger, tmp_path / "none.qmc") is usb_errors.NoSuchFile
    pair(store, ledger)
    assert refused(ledger, file) is usb_errors.OldKey
    with ledger.act() as connection:
        connection.execute(sa.text("delete from desk"))
    before = held(ledger)
    with pytest.raises(usb_errors.UnknownDesk):
        import_file(ledger, file, NOW)
    assert held(ledger) == before


@pytest.mark.parametrize("part", [1, 3, 20, 99])
def test_a_cut_file_is_told_and_nothing_of_it_is_taken(ledger, file, part):
    data = file.read_bytes()

    assert refused(ledger, data[: len(data) * part // 100]) is usb_errors.CutShort


class Failing(FileIO):
    """A stick that gives less from its `nth` reading on: `keeps` of the file's bytes."""

    def __init__(self, path, nth, keeps):
        super().__init__(path)
        self.path, self.left, self.keeps = path, nth, keeps

    def seek(self, offset, whence=os.SEEK_SET):
        self.left -= 1
        if self.left == 0:
            os.truncate(self.path, self.keeps)
        return super().seek(offset, whence)


def test_a_stick_that_gives_less_the_next_time_leaves_whole_frames_and_says_so(ledger, store, clock, file):
    """A parcel is read to its end and then once more: what was whole may be cut the second time."""
    for _ in range(40):
        receive(store, clock)
    file = export(file.parent, store, clock)
    data, told, held_to = file.read_bytes(), set(), set()
    for nth in range(2, 7):
        for part in (0, 1, 30, 60, 99, 99.99):
            file.write_bytes(data)
            with Failing(file, nth, int(len(data) * part / 100)) as stick:
                if nth == 6:  # it is read no more
                    import_file(ledger, stick, NOW)
                    break
                with pytest.raises(usb_errors.CannotImport) as error:
                    import_file(ledger, stick, NOW)
            told.add(type(error.value))
            held_to.add(head(ledger)[0])
    file.write_bytes(data)
    done, _ = take(ledger, file)

    assert usb_errors.ReadOtherwise in told
    assert told <= {usb_errors.ReadOtherwise, usb_errors.CutShort, usb_errors.NotAParcel}
    assert held_to <= {0, *(frame.last for frame in store.frames_after(0))}
    assert max(held_to) > 0, "cut behind the last frame: it was taken, and the sentence does not deny it"
    assert (done.again, done.events, head(ledger)[0]) == (True, 0, done.last)


def test_the_command_says_it_in_one_line(tmp_path, ledger, file, monkeypatch, capsys):
    known = usb._is_known

    def pulled(*asked):
        os.truncate(file, 100)
        return known(*asked)

    monkeypatch.setattr(usb, "_is_known", pulled)
    code, told = serve(["import-usb", "--data", str(tmp_path / "superior"), str(file)]), capsys.readouterr()

    assert (code, told.out, told.err.count("\n")) == (2, "", 1)
    assert "USB đọc lần sau không giống lần trước" in told.err
    assert "H56.22.17/1" in told.err
    assert head(ledger)[0] == 0


def test_changed_bytes_change_nothing(ledger, file):
    data, chance = file.read_bytes(), random.Random(5)
    for _ in range(150):
        changed = bytearray(data)
        for _ in range(chance.choice([1, 1, 1, 5])):
            changed[chance.randrange(len(data))] = chance.randrange(256)
        if bytes(changed) != data:
            refused(ledger, bytes(changed))


def sealed_by_the_desk(paired, frames, last, counter=99):
    """Return a parcel that the desk itself signed, whatever is in it."""
    made = Exported(counter=counter, name="", at=NOW, first=1, last=last, cases=1, size=0)
    whole = [Frame(first=1, last=last, head=b"", data=data, cases=1) for data in frames]
    return b"".join(SealedParcels().seal(paired, made, whole, after=0, cursor=0).chunks)


def test_a_frame_that_would_swell_is_refused_though_its_desk_signed_it(ledger, paired, file):
    bomb = zstandard.ZstdCompressor(level=19).compress(bytes(200_000_000))
    start = b"QF2\n" + (1).to_bytes(8, "big") + (1).to_bytes(4, "big") + bytes(64)
    lying = start + zstandard.ZstdCompressor(write_content_size=False).compress(bytes(2_000_000))

    for frame in (start + bomb[:60_000], lying, b"QF2\n", b""):
        assert refused(ledger, sealed_by_the_desk(paired, [frame], 1)) is usb_errors.BadContent


def test_two_desks_with_one_name_are_told(tmp_path, store, ledger, file, paired, clock):
    """A copied disk: each goes its own way, and both bring a stick."""
    take(ledger, file)
    (tmp_path / "copy").mkdir()
    copy = new_store(tmp_path / "copy")
    _same_identity(store, copy)
    with copy.transaction() as books:
        books.keep_enrolment(paired)
    clock.step(minutes=5)
    receive(copy, clock, name="Trần Văn Bảo", number="038079007919")
    (tmp_path / "B").mkdir()
    theirs = export(tmp_path / "B", copy, clock)
    copy.close()

    assert refused(ledger, theirs) is usb_errors.CopiedDesk


def _same_identity(store, copy):
    with store.reading() as reading:
        key = reading.log_key()
    with copy.transaction() as books:
        books._db.execute("drop trigger if exists identity_is_kept")
        books._db.execute("update identity set value = ? where name = 'log_key'", [key])


def test_another_file_under_a_known_number_is_told(ledger, store, paired, file, clock):
    label = read_label(BytesIO(file.read_bytes()))
    take(ledger, file)
    with_other = sealed_by_the_desk(
        paired, [store.frames_after(0)[0].data], label.last, counter=label.counter
    )

    assert refused(ledger, with_other) is usb_errors.CopiedDesk
