"""Work the day: take the cases, record results, hand over, send."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from desk_app.app.day.closing import end_the_day
from desk_app.app.day.hands import ALT, CTRL, Hands
from desk_app.app.day.not_received import tell_two
from desk_app.app.day.specimens import Drawn, write_specimens
from desk_app.app.day.turns import Stage, close_what_never_came, play_turns
from desk_app.app.day.visits import TYPED_PAPERS, Fetch, Visit, Way, results, visits
from desk_app.app.demonstration import Commune, enrol, prepare, superior
from desk_app.app.home import Home
from desk_app.app.program import Program
from desk_app.domain.birth_date import show_birth_date
from desk_app.domain.case import Case, Delivery, State
from desk_app.domain.citizen_card import read_card
from desk_app.domain.moment import moment
from desk_app.machine.clock import SteppedClock
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.services.reconcile import reconcile
from desk_app.ui.main_window import SIZE

SAME_DAY_RESULTS = 0.4  # of the day's cases: results that arrive and are fetched before closing
AFTERNOON = moment("2026-11-23T15:30:00")
CLOSING = moment("2026-11-23T16:50:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the day came to, in cases; `printed` counts receipts, `handed_over` those with a return slip."""

    received: int
    at_once: int
    handed_over: int
    printed: int
    acknowledged: int
    pending: int
    refused: int


def work_a_day(cases: int, commune: Commune, home: Home, clock: SteppedClock, out: Path) -> dict[str, int]:
    """Work a day of `cases` citizens through the window against a real superior; return the summary.

    Leaves receipts and return slips in out/papers, pictures of every screen in out/screens.
    """
    prepare(home, commune)
    server = home.folder / "superior"
    with superior(server) as url:
        enrol(home, commune, server, url)
        program = Program(home, PdfFolder(out / "papers"))
        hands = Hands(program, out / "screens")
        program.start()
        program.window.showNormal()  # as large as the smallest screen, without a desktop's bars
        program.window.resize(*SIZE)
        program.window.activateWindow()
        try:
            hands.wait_for(program.window.isActiveWindow, "cửa sổ")
            _sign_in(hands, commune)
            _take_cases(hands, visits(commune, cases), clock)
            given = _give_results(hands, results(round(cases * SAME_DAY_RESULTS)), clock)
            free = iter(code for code in _open_cases(hands) if code not in given)
            stage = Stage(hands, clock, free, given[0] if given else "", set())
            waiting = play_turns(stage)
            tell_two(hands, commune.citizens[-1], commune.citizens[-2])
            if given:
                _hand_over(hands, given[0], Fetch.APPLICANT, picture=False, again=True)
            _send(hands, clock)
            end_the_day(hands, out / "usb")
            if waiting:
                close_what_never_came(stage, waiting)
                _send_again(hands)
            hands.settle()
            _specimens(program, commune, out / "papers")
            return asdict(_count(program))
        finally:
            program.window.close()


def _sign_in(hands: Hands, commune: Commune) -> None:
    screen = hands.program.sign_in
    hands.type_into(screen.passphrase, commune.passphrase)
    hands.picture("1_dang_nhap")
    hands.key(Qt.Key.Key_Return)
    hands.wait_for(lambda: bool(hands.program.screens), "mở quầy")
    hands.settle()
    hands.picture("2_tiep_nhan_trong")


def _take_cases(hands: Hands, day: list[Visit], clock: SteppedClock) -> None:
    pictured: set[str] = set()
    for n, visit in enumerate(day):
        clock.advance_to(visit.at)
        _fill(hands, visit, pictured)
        kind = (
            "at_once" if visit.at_once else "long" if len(visit.citizen.name) > 50 else "plain" if n else ""
        )
        names = {"at_once": "5_giai_quyet_ngay", "long": "6_ten_dai", "plain": "4_tiep_nhan"}
        if kind in names and kind not in pictured:
            pictured.add(kind)
            _wait_for_preview(hands)
            hands.picture(names[kind])
        clock.advance(timedelta(minutes=4))
        hands.key(Qt.Key.Key_F9)
        hands.wait_for(lambda: hands.program.screens["intake"].state().is_empty, f"tiếp nhận lần {n + 1}")
        hands.settle()
        if n == 0:
            hands.picture("7_da_tiep_nhan")


def _fill(hands: Hands, visit: Visit, pictured: set[str]) -> None:
    intake, citizen = hands.program.screens["intake"], visit.citizen
    applicant = intake.applicant
    if visit.way is Way.SCAN:
        hands.type(citizen.card)
        hands.key(Qt.Key.Key_Return)
    else:
        card = read_card(citizen.card)
        for widget, text in (
            (applicant.number, citizen.id),
            (applicant.name, citizen.name),
            (applicant.born, show_birth_date(card.birth_date or "")),
            (applicant.address, citizen.address),
        ):
            hands.type_into(widget, text)
        applicant.sex.setFocus()
        hands.key(Qt.Key.Key_Down)
        if citizen.sex != "Nam":
            hands.key(Qt.Key.Key_Down)
    hands.type_into(applicant.phone, citizen.phone)
    if visit.proxy is not None:
        applicant.role.setFocus()
        hands.key(Qt.Key.Key_Down)
        hands.type_into(applicant.submitter_name, visit.proxy.name)
        hands.type_into(applicant.submitter_id, visit.proxy.id)
    hands.key(Qt.Key.Key_T, CTRL)
    hands.type(visit.words)
    if "list" not in pictured:
        pictured.add("list")
        hands.picture("3_tim_thu_tuc")
    hands.key(Qt.Key.Key_Return)
    _complete_papers(hands)


def _complete_papers(hands: Hands) -> None:
    """Tick what lies on the desk; type papers and term where the catalogue has none."""
    card = hands.program.screens["intake"].procedure
    table = card.table
    if not table.papers.papers:
        for name in TYPED_PAPERS:
            hands.key(Qt.Key.Key_G, CTRL)
            hands.type(name)
            hands.key(Qt.Key.Key_Return)
    if not any(paper.handed_in for paper in table.papers.papers):
        table.setFocus()
        table.selectRow(0)
        hands.key(Qt.Key.Key_Space)
    if not card.chosen_term() and card.procedure is not None and not card.procedure.at_once:
        hands.type_into(card.term, "10wd")


def _wait_for_preview(hands: Hands) -> None:
    preview = hands.program.screens["intake"].due.preview
    hands.wait_for(lambda: not preview.pixmap().isNull(), "bản xem trước")


def _give_results(hands: Hands, fetching: list[Fetch], clock: SteppedClock) -> list[str]:
    """Let results of the day's earlier cases arrive, and hand them over."""
    clock.advance_to(AFTERNOON)
    codes = _open_cases(hands)[: len(fetching)]
    for n, code in enumerate(codes):
        clock.advance(timedelta(minutes=1))
        hands.key(Qt.Key.Key_F3)
        screens = hands.program.screens
        hands.type(code)
        hands.settle()
        if n == 0:
            screens["cases"].search.clear()
            hands.picture("8_ho_so")
            hands.type(code)
            hands.settle()
        hands.key(Qt.Key.Key_Return)
        hands.settle()
        hands.type_into(screens["case"].result_number, f"{n + 1}/2026/TL")
        if n == 0:
            hands.picture("9_mot_ho_so")
        hands.key(Qt.Key.Key_F9)
        hands.settle()
    hands.key(Qt.Key.Key_F4)
    hands.settle()
    for n, (code, who) in enumerate(zip(codes, fetching, strict=False)):
        clock.advance(timedelta(minutes=2))
        _hand_over(hands, code, who, picture=n < 4)
    return codes


def _hand_over(hands: Hands, code: str, who: Fetch, *, picture: bool, again: bool = False) -> None:
    screen = hands.program.screens["hand_over"]
    if again:
        hands.key(Qt.Key.Key_F4)
        hands.settle()
    hands.type_into(screen.search, code)
    hands.settle()
    hands.key({Fetch.APPLICANT: Qt.Key.Key_1, Fetch.PROXY: Qt.Key.Key_2, Fetch.POST: Qt.Key.Key_3}[who], ALT)
    if who is Fetch.PROXY:
        hands.type_into(screen.receiver.name, "Trần Đình Ước")
        hands.type_into(screen.receiver.number, "038080001234")
        hands.type_into(screen.receiver.paper, "Giấy ủy quyền ngày 20/11/2026")
    elif who is Fetch.POST:
        hands.type_into(screen.receiver.parcel, f"EP{code[-4:]}23112VN")
    if picture and who is Fetch.PROXY:
        hands.picture("10_tra_ket_qua")
    hands.key(Qt.Key.Key_F9)
    hands.wait_for(lambda: not screen.search.text(), f"trả kết quả {code}")
    hands.settle()


def _send(hands: Hands, clock: SteppedClock) -> None:
    clock.advance_to(CLOSING)
    hands.key(Qt.Key.Key_F7)
    hands.settle()
    hands.picture("11_dong_bo_truoc")
    hands.key(Qt.Key.Key_F9)
    hands.wait_for(lambda: not hands.program.screens["sync"].running, "gửi về cấp trên")
    hands.settle()
    hands.picture("12_dong_bo_sau")


def _send_again(hands: Hands) -> None:
    hands.key(Qt.Key.Key_F7)
    hands.settle()
    hands.key(Qt.Key.Key_F9)
    hands.wait_for(lambda: not hands.program.screens["sync"].running, "gửi về cấp trên")
    hands.settle()


def _specimens(program: Program, commune: Commune, folder: Path) -> None:
    """Draw one of each paper in both form sets."""
    cases, opened = _cases(program), program.opened
    if opened is None:
        return
    with opened.store.reading() as reading:
        guided = reading.guided_slips(AFTERNOON.date())
    drawn = Drawn(
        cases=cases,
        guided=guided,
        sheet=reconcile(
            AFTERNOON.date(),
            name_of=lambda code: opened.rules.catalogue.get(code).name,
            store=opened.store,
            clock=program.home.clock,
        ),
        procedure=opened.rules.catalogue.get("1.001193"),
        desk=commune.desk,
        staff=commune.staff[0],
        rules=opened.rules,
    )
    write_specimens(folder, drawn)


def _cases(program: Program) -> list[Case]:
    opened = program.opened
    if opened is None:
        return []
    opened.store.never_on = None  # the day is over: the window may wait for the last count
    with opened.store.reading() as reading:
        return [reading.case(row.code) for row in reading.find_cases(limit=10_000)]


def _open_cases(hands: Hands) -> list[str]:
    """Return the codes in the list of open cases, oldest first, as the clerk sees them."""
    screen = hands.program.screens["cases"]
    model = screen.table.cases
    hands.key(Qt.Key.Key_F3)
    screen.search.clear()
    hands.settle()
    rows = [model.row(n) for n in range(model.rowCount())]
    return [row.code for row in reversed(rows) if row.state is State.PROCESSING]


def _count(program: Program) -> Summary:
    cases = _cases(program)
    return Summary(
        received=len(cases),
        at_once=sum(case.intake.at_once for case in cases),
        handed_over=sum(bool(case.return_slips_printed) for case in cases),
        printed=sum(bool(case.receipts_printed) for case in cases),
        acknowledged=sum(case.delivery is Delivery.ACKNOWLEDGED for case in cases),
        pending=sum(case.delivery is Delivery.WAITING for case in cases),
        refused=sum(case.delivery is Delivery.REFUSED for case in cases),
    )
