"""Scans go along on a stick: beside the events that name them, whole, and the acknowledgement says what came."""

from __future__ import annotations

import pytest
from support.desk import Clock, new_store, receive
from support.operators import Browser, add, app_of, serving_app
from support.operators import Clock as OperatorsClock
from support.scanner import Tray, noise
from support.usb import NAME, Disk, back, pair, superior, take

from desk_app.app.wiring_usb import usb_state
from desk_app.domain.errors import CounterFellBack, NothingToCopy
from desk_app.domain.scan import ScanPlace
from desk_app.machine.stick import UsbStick
from desk_app.services import usb_export as exporting
from desk_app.services.scans import scans_of
from desk_app.sync.parcels import SealedParcels
from district_server import scans
from district_server.operators.data_pages import CATALOGUE
from wire.scans import PART_BYTES

SIZE = 3 * PART_BYTES + 1000


class Desk:
    """A desk without a line, its superior, a scanner and a stick."""

    def __init__(self, folder):
        self.folder, self.stick = folder / "desk", folder / "stick"
        self.folder.mkdir()
        self.stick.mkdir()
        self.clock, self.ledger = Clock(), superior(folder / "superior")
        self.store = new_store(self.folder)
        pair(self.store, self.ledger)
        self.code = receive(self.store, self.clock)
        self.tray = Tray(self.folder)

    def attach(self, data):
        return self.tray.attach(self.store, self.clock, self.code, data)

    def export(self, disk=None):
        made = exporting.usb_export(
            self.stick, store=self.store, parcels=SealedParcels(), stick=UsbStick(disk), clock=self.clock,
            told=lambda _copying: None, stopped=lambda: False, files=self.tray.files,
        )  # fmt: skip
        return self.stick / made.name

    def places(self):
        with self.store.reading() as reading:
            return [scan.place for scan in scans_of(reading, reading.case(self.code))]

    def above(self, sha256):
        return scans.read(self.ledger, NAME, sha256)


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path)
    yield made
    made.store.close()
    made.ledger.close()


def test_scans_come_whole_with_their_events_and_the_acknowledgement_tells(desk):
    first, second = desk.attach(noise(SIZE, 1)), desk.attach(noise(200, 2))
    done, ack = take(desk.ledger, desk.export())

    assert done.refused == 0
    assert [desk.above(name) for name in (first, second)] == [noise(SIZE, 1), noise(200, 2)]
    assert desk.places() == [ScanPlace.HERE, ScanPlace.HERE], "nobody has told the desk yet"
    back(ack, desk.store, desk.clock)
    assert desk.places() == [ScanPlace.BOTH, ScanPlace.BOTH]
    assert desk.store.frames_after(done.last) == []


def test_the_same_stick_again_changes_nothing(desk):
    name = desk.attach(noise(SIZE, 1))
    file = desk.export()
    take(desk.ledger, file)
    again, ack = take(desk.ledger, file)

    assert (again.again, again.events, desk.above(name)) == (True, 0, noise(SIZE, 1))
    back(ack, desk.store, desk.clock)
    assert desk.places() == [ScanPlace.BOTH]


def test_the_operators_page_takes_what_no_other_form_may_bring(desk):
    """Else the cases beside the scans are refused with them, and the desk would write the same file again."""
    large = 7 * 1024 * 1024
    named = [desk.attach(noise(large, n)) for n in range(3)]
    file, clock = desk.export(), OperatorsClock()
    assert file.stat().st_size > CATALOGUE.bytes
    add(desk.ledger, clock, "anh", "import")
    with serving_app(app_of(desk.ledger, clock)) as url:
        browser = Browser(url)
        browser.sign_in("anh")
        page = browser.http.post(
            f"{url}/quan-ly/usb", {"csrf": browser.token()}, files={"file": (file.name, file.read_bytes())}, timeout=120
        )  # fmt: skip

    assert "Đã nhận" in page.text
    assert [desk.above(name) for name in named] == [noise(large, n) for n in range(3)]


def test_a_scan_that_lies_spoilt_on_the_disk_stays_and_the_cases_go(desk):
    spoilt, whole = desk.attach(noise(SIZE, 1)), desk.attach(noise(300, 2))
    (path,) = [
        one for one in (desk.folder / "scans").rglob("*") if one.is_file() and one.stat().st_size > SIZE
    ]
    path.write_bytes(path.read_bytes()[:-5])
    done, ack = take(desk.ledger, desk.export())
    back(ack, desk.store, desk.clock)

    assert (desk.above(spoilt), desk.above(whole)) == (b"", noise(300, 2))
    assert desk.places() == [ScanPlace.HERE, ScanPlace.BOTH]
    assert done.events > 0


def test_a_stick_too_small_for_the_scans_takes_the_cases(desk, monkeypatch):
    desk.attach(noise(SIZE, 1))
    put, sizes = UsbStick.put, []

    def small(self, folder, name, sealed, **more):
        sizes.append(sealed.size)
        if sealed.size > SIZE:
            raise exporting.StickFull(needed=sealed.size // 1024)
        put(self, folder, name, sealed, **more)

    monkeypatch.setattr(UsbStick, "put", small)
    done, _ack = take(desk.ledger, desk.export())

    assert (len(sizes), done.events > 0, desk.places()) == (2, True, [ScanPlace.HERE])


def test_scans_that_a_stick_had_no_room_for_go_on_the_next_though_no_event_waits(desk, monkeypatch):
    name = desk.attach(noise(SIZE, 1))
    with monkeypatch.context() as patched:
        patched.setattr(exporting, "MOST_SCAN_BYTES", SIZE - 1)
        done, ack = take(desk.ledger, desk.export())
    back(ack, desk.store, desk.clock)
    assert (desk.places(), desk.store.frames_after(done.last)) == ([ScanPlace.HERE], [])
    assert usb_state(desk.store).waits
    desk.clock.step(minutes=1)
    again, ack = take(desk.ledger, desk.export())
    back(ack, desk.store, desk.clock)

    assert (again.events, again.refused, desk.above(name)) == (0, 0, noise(SIZE, 1))
    assert desk.places() == [ScanPlace.BOTH]
    assert not usb_state(desk.store).waits
    with pytest.raises(NothingToCopy):
        desk.export()


def test_an_acknowledgement_from_before_lets_a_stopped_desk_in_no_more(desk):
    _done, ack = take(desk.ledger, desk.export())
    with desk.store.transaction() as books:
        books.keep_failure("login", str(CounterFellBack()), desk.clock.now(), stops=True)
    back(ack, desk.store, desk.clock)

    with desk.store.reading() as reading:
        state = reading.sync_state()
    assert (state.pending_events, state.stopped) == (0, True)


def test_what_is_said_of_a_parcels_size_is_what_is_written(desk):
    for size in (1, PART_BYTES, PART_BYTES + 1, SIZE):
        desk.attach(noise(size, size))
    file = desk.export(Disk())
    with desk.store.reading() as reading:
        assert reading.usb_waiting().size == file.stat().st_size
