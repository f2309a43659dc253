"""What the services need from the outer ring, as protocols that it fills."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from desk_app.domain.case import Case, CaseRow, State, TimelineEntry
from desk_app.domain.catalogue_version import CatalogueVersion
from desk_app.domain.desk import Desk
from desk_app.domain.guidance import Guided
from desk_app.domain.happening import Happening, Told
from desk_app.domain.intake_ports import IntakeBooks, IntakeReading
from desk_app.domain.paper_number import PaperNumber
from desk_app.domain.procedure import Procedure
from desk_app.domain.reconciliation import Reconciliation
from desk_app.domain.recovery import Logged
from desk_app.domain.register import HandOverLine, RegisterLine
from desk_app.domain.scan_ports import ScanBooks, ScanReading
from desk_app.domain.slip import Paper, PrinterState, SlipKind
from desk_app.domain.staff import Staff
from desk_app.domain.superior import Acknowledgement, DeskKeys, Enrolment, Frame, SyncState
from desk_app.domain.usb import UsbBooks, UsbReading


class Clock(Protocol):
    """Viet Nam time, whole seconds."""

    def now(self) -> datetime: ...


class Reading(IntakeReading, UsbReading, Protocol):
    """What can be read of the store; also inside a transaction."""

    @property
    def scans(self) -> ScanReading: ...

    def case(self, code: str) -> Case:
        """Return the case, or raise UnknownCase."""

    def find_cases(
        self,
        words: str = "",
        *,
        state: State | None = None,
        due_until: date | None = None,
        received_on: date | None = None,
        limit: int = 200,
    ) -> list[CaseRow]:
        """Return cases, newest first.

        `words`: part of a name with or without diacritics (đ too), a personal id, a code or its tail.
        """

    def guided(self, seq: int) -> Guided:
        """Return the slip that event `seq` gave without a case, or raise NoSuchSlip."""

    def timeline(self, code: str) -> list[TimelineEntry]: ...

    def life(self, code: str) -> list[Told]:
        """Return the events of a case, oldest first, as domain/life.py folds them."""

    def next_slip_number(self, kind: SlipKind, year: int) -> int:
        """Return the number that the next slip of a kind gets in `year`."""

    def count_by_state(self) -> dict[State, int]: ...

    def results_waiting(self) -> int: ...

    def receipts_not_printed(self) -> list[str]:
        """Return the codes of cases whose receipt is wanted and never reached a printer."""

    def draft(self, staff: str) -> str:
        """Return the saved draft of one member of staff, empty when there is none."""

    def staff(self) -> list[Staff]: ...

    def desk(self) -> Desk: ...

    def setting(self, name: str) -> str:
        """Return a window setting (chosen printer, language), empty when never set."""

    def sync_state(self) -> SyncState: ...

    def enrolment(self) -> Enrolment | None: ...

    def hash_at(self, seq: int) -> bytes:
        """Return the hash of event `seq` of our own log; 32 zero bytes for 0, empty when there is none."""

    def log_key(self) -> bytes: ...

    def recovery_key(self) -> bytes:
        """Return the public key of the recovery sheet, empty in a store that was made before there was one."""

    def log_head(self) -> tuple[int, bytes]:
        """Return seq and hash of the last event; (0, 32 zero bytes) of an empty log."""

    def log_after(self, seq: int) -> Iterator[Logged]:
        """Return the events after seq in order."""

    def carried(self) -> list[Logged]:
        """Return what was carried over into this log from another disk, in order."""

    def described(self) -> Mapping[str, Any]:
        """Return what the log says the desk is; empty when it does not say so."""

    def is_taken(self, kind: SlipKind, year: int, number: int) -> bool:
        """Return whether a slip number was given."""

    def is_registered(self, book: str, number: int) -> bool:
        """Return whether a line of a register is used."""

    def state_of(self, case_code: str) -> State | None:
        """Return the state of a case, None when there is no such case."""

    def cursor(self) -> int:
        """Return up to which item the superior's news were taken."""

    def last_event_at(self) -> datetime | None: ...


class Books(IntakeBooks, UsbBooks, Reading, Protocol):
    """One write transaction: what is appended is in the log and in every projection, or in neither."""

    @property
    def scans(self) -> ScanBooks: ...

    def next_serial(self, day: date) -> int:
        """Return the next serial of this desk's block on `day`, or raise NumbersUsedUp."""

    def next_register_number(self, book: str) -> int: ...

    def append(self, happening: Happening) -> int:
        """Append to the log, update the projections, return the seq."""

    def append_again(self, happening: Happening) -> int:
        """Append what happened before in another log; its time stays."""

    def take_frame(self, frame: bytes) -> int:
        """Append a part of this log as it came from the superior, checked; return the seq of the head."""

    def carry_counter(self, last: int) -> None:
        """Go on counting requests after `last`."""

    def describe_desk(self, desk: Desk) -> None:
        """Keep what the desk is."""

    def save_draft(self, staff: str, text: str) -> None: ...

    def drop_draft(self, staff: str) -> None: ...

    def set_setting(self, name: str, value: str) -> None: ...

    def next_counter(self) -> int:
        """Return the next request counter towards the superior; it only grows."""

    def keys_for(self, code: bytes) -> DeskKeys:
        """Return the keys that the code of this digest was tried with, or fresh ones, kept for the next try."""

    def keep_enrolment(self, enrolment: Enrolment) -> None: ...

    def keep_acknowledgement(self, acknowledgement: Acknowledgement, at: datetime) -> None: ...

    def read_news(self, at: datetime, earlier: Sequence[bytes] = ()) -> None:
        """Read the news of every answer that was kept and not read yet, each by itself; what fails is kept as such.

        `earlier` = bodies of answers that came before the newest in the same file, checked like it.
        """

    def keep_failure(self, layer: str, sentence: str, at: datetime, *, stops: bool = False) -> None: ...


class Store(Protocol):
    """The encrypted store. One connection a thread, kept until close."""

    def reading(self) -> AbstractContextManager[Reading]: ...

    def transaction(self) -> AbstractContextManager[Books]:
        """Begin immediately; commit with one fsync at the end, roll back on any error."""

    def frames_after(self, seq: int, *, most_bytes: int = 6144) -> list[Frame]:
        """Return the log after `seq` as self-contained frames."""

    def tidy(self) -> None:
        """Checkpoint the write-ahead log (upkeep lane)."""


class Catalogue(Protocol):
    """The procedures in force, with the commune's own fees and at-once settings applied."""

    @property
    def version(self) -> int: ...

    def get(self, code: str) -> Procedure:
        """Return the procedure, or raise UnknownProcedure."""

    def search(self, words: str, limit: int = 20) -> list[Procedure]: ...


class CatalogueShelf(Protocol):
    """The versions of the catalogue on this PC."""

    def all(self) -> list[CatalogueVersion]:
        """Return every version, in the order in which they come into force."""

    def next_own(self) -> int:
        """Return the number of the next version that this desk makes itself."""

    def write(self, number: int, document: Mapping[str, Any]) -> Path:
        """Write a new version whole or not at all."""


class Papers(Protocol):
    """Draws papers; every method returns the bytes of one PDF unless it says otherwise.

    `nth` = how often it goes to a printer now: from the second on it says BẢN IN LẠI. A case is drawn with the forms of
    its intake.
    """

    def form_set_on(self, day: date) -> str:
        """Return the statutory form set in force on `day`."""

    def slip(
        self,
        kind: SlipKind,
        case: Case,
        desk: Desk,
        staff: Staff,
        *,
        nth: int = 1,
        pay_qr: str = "",
        local_due_at: datetime | None = None,
    ) -> bytes:
        """Return the newest slip of a kind that the case gave; `staff` is printed as who gave it.

        RETURN_SLIP of a withdrawn case lists the papers that go back. `pay_qr` is the text of a VietQR, drawn where the
        form has a place for it; `local_due_at` is when the commune's own part of a two-stage term ends.

        Raises:
            ValueError: nothing happened to the case that gives this slip.
            MissingGlyph: a letter that the fonts do not have.
        """

    def guidance(self, guided: Guided, desk: Desk, staff: Staff, *, nth: int = 1) -> bytes:
        """Return Mẫu 02 or 03, given instead of receiving."""

    def register(self, lines: Sequence[RegisterLine], desk: Desk, period_words: str) -> bytes:
        """Return the register of a period, in the order of `lines`, with the sums of each page."""

    def hand_over_list(
        self, lines: Sequence[HandOverLine], desk: Desk, giver: Staff, *, to: str, at: datetime
    ) -> bytes:
        """Return the list that goes with dossiers to the unit that settles them."""

    def paper_numbers(
        self, numbers: Sequence[PaperNumber], desk: Desk, staff: Staff, *, day: date, at: datetime
    ) -> bytes:
        """Return the sheet of the numbers that are handed out on paper on `day`."""

    def reconciliation(self, sheet: Reconciliation, desk: Desk, giver: Staff, *, at: datetime) -> bytes:
        """Return the reconciliation sheet of a day, drawn `at`, with the places to sign."""

    def guidance_sheet(self, procedure: Procedure, desk: Desk, at: datetime | None = None) -> bytes:
        """Return what a citizen must bring for a procedure, how long it takes and what it costs."""

    def posting(self, procedures: Sequence[Procedure], desk: Desk, at: datetime | None = None) -> bytes:
        """Return the public posting of procedures."""

    def receipt(self, case: Case, desk: Desk, staff: Staff, *, nth: int = 1) -> bytes: ...

    def receipt_preview(self, case: Case, desk: Desk, staff: Staff, *, width_px: int) -> bytes:
        """Return a PNG of the first A5 page of what would be printed."""

    def return_slip(self, case: Case, desk: Desk, staff: Staff, *, nth: int = 1) -> bytes: ...

    def recovery_sheet(self, desk: Desk, words: str, at: datetime) -> bytes: ...

    def image(self, pdf: bytes, *, width_px: int, page: int = 0) -> bytes:
        """Return a page of a paper, the first is 0, as PNG."""

    def together(self, pdfs: Sequence[bytes]) -> bytes:
        """Return many papers as one: one job for the printer."""


class Printer(Protocol):
    """The system's printer."""

    def names(self) -> list[str]: ...

    def state(self, name: str) -> PrinterState: ...

    def send(self, paper: Paper, name: str) -> None:
        """Return once the spooler has the job.

        Raises:
            NoPrinter: `name` is empty or no longer there.
            PrintFailed: the spooler refused.
        """


class LineMeter(Protocol):
    """How many bytes a day the line may take, and has taken; days are local dates."""

    def left(self, day: date) -> int | None:
        """Return what is left of the day's budget; None = there is none."""

    def used(self, day: date) -> int: ...

    def add(self, day: date, count: int) -> None: ...


class Superior(Protocol):
    """The line to the server above. Every method may raise a LineError."""

    def head(self, enrolment: Enrolment, counter: int) -> Acknowledgement:
        """Ask up to where the superior has this desk's log."""

    def exchange(
        self,
        enrolment: Enrolment,
        counter: int,
        frames: Sequence[Frame],
        cursor: int,
        sent: Callable[[int], None],
    ) -> Acknowledgement:
        """Send frames, return the signed and checked acknowledgement; `sent` gets bytes sent so far."""

    def code_digest(self, code: str) -> bytes:
        """Return by what a code is known again, however it was typed, or raise WrongEnrolmentCode."""

    def enrol(
        self,
        url: str,
        code: str,
        agency_code: str,
        desk: int,
        log_key: bytes,
        *,
        keys: DeskKeys,
        recovery_key: bytes = b"",
    ) -> Enrolment:
        """Make this desk known; with the same keys again, because the answer was lost, it gives the same."""

    def pause(self, seconds: float) -> None:
        """Wait before the next try; a LineCut when the line is cut by the desk itself, before or meanwhile."""
