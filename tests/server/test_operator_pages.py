"""The operators' pages over HTTP: who may do what, and that nothing strange gets in or out."""

from __future__ import annotations

import html
import json
import tempfile
import tracemalloc

import pytest
import sqlalchemy as sa
from support.desk import Clock as DeskClock
from support.desk import new_store, receive
from support.ledger import CODE, FIRST, NOW, RECEIVED, SECOND, open_ledger, rows_of, take
from support.operators import ALL, PASSPHRASE, Browser, Clock, add, app_of, serving_app
from support.usb import back, export, pair, state, superior

from district_server import exchange, ledger
from district_server.operators import uploads
from district_server.operators.data_pages import CATALOGUE as CATALOGUE_FILE
from district_server.operators.data_pages import STICK
from district_server.operators.joined import Joined
from wire.limits import PARCEL_BYTES

pytestmark = pytest.mark.usefixtures("engine")

CATALOGUE = {
    "version": 2,
    "procedures": [
        {"code": "1.001193", "name": "Đăng ký khai sinh (mới)", "field_code": "G15-TP07", "field": "Hộ tịch"},
        {"code": "2.000635", "name": "Cấp bản sao"},
    ],
}
NASTY = '"><script>alert(1)</script>'


@pytest.fixture(scope="module")
def shared(engine, tmp_path_factory):
    made, clock = open_ledger(tmp_path_factory.mktemp("superior")), Clock()
    for role in ALL:
        add(made, clock, f"only-{role}", role)
    take(made, ("received", CODE, RECEIVED), ("received", f"{CODE[:-1]}2", RECEIVED | {"procedure": "9.9"}))
    with serving_app(app_of(made, clock)) as url:
        browsers = {role: Browser(url) for role in ALL}
        for role, browser in browsers.items():
            assert browser.sign_in(f"only-{role}").status_code == 303
        yield made, url, browsers
    made.close()


@pytest.fixture
def made(shared):
    return shared[0]


@pytest.fixture
def url(shared):
    return shared[1]


@pytest.fixture
def browsers(shared):
    return shared[2]


PAGES = {
    "/quan-ly": "view", f"/quan-ly/quay?quay={FIRST}": "view", "/quan-ly/ngoai-le": "view",
    f"/quan-ly/ngoai-le/mot?quay={FIRST}&so=2": "view", "/quan-ly/danh-muc": "view", "/quan-ly/tai-khoan": "view",
    "/quan-ly/nhat-ky": "view", "/quan-ly/usb": "import", "/quan-ly/dang-ky": "enrol",
    f"/quan-ly/thu-hoi?quay={FIRST}": "enrol",
}  # fmt: skip
ACTS = {
    "/quan-ly/ngoai-le/mot": "import", "/quan-ly/usb": "import", "/quan-ly/danh-muc": "publish",
    "/quan-ly/danh-muc/cong-bo": "publish", "/quan-ly/dang-ky": "enrol", "/quan-ly/thu-hoi": "enrol",
    "/quan-ly/tai-khoan/khoa": "enrol",
}  # fmt: skip


@pytest.mark.parametrize("role", ALL)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_shown_to_whom_it_concerns(browsers, page, role):
    allowed = PAGES[page] in {"view", role}

    assert browsers[role].get(page).status_code == (200 if allowed else 403)


@pytest.mark.parametrize("role", ALL)
@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_done_by_whom_it_is_given_to(browsers, act, role):
    """Asked with nothing in it: who may is told what is missing, who may not is told only that."""
    answer = browsers[role].post(act)
    told = "không có quyền" in answer.text

    assert told == (ACTS[act] != role)
    assert answer.status_code in ({404, 422, 403} if ACTS[act] == role else {403})


@pytest.mark.parametrize("act", [*ACTS, "/quan-ly/tai-khoan/mat-khau", "/quan-ly/dang-xuat"])
def test_a_form_of_somebody_else_does_nothing(made, browsers, act):
    browser = browsers[ACTS.get(act, "view")]
    before = rows_of(made, ledger.operator_act.c.id)
    files = {"file": ("x", b"QMC")} if act in {"/quan-ly/usb", "/quan-ly/danh-muc"} else None
    for csrf in ("", "0" * 64, browsers["view" if act in ACTS else "import"].token()):
        answer = browser.post(act, csrf=csrf, files=files, desk=FIRST, passphrase=PASSPHRASE)

        assert answer.status_code == 403
        assert "đến từ trang khác" in answer.text
    assert rows_of(made, ledger.operator_act.c.id) == before


def test_a_form_sent_from_another_site_does_nothing_even_with_the_right_token(browsers):
    browser = browsers["enrol"]
    fields = {
        "csrf": browser.token(),
        "agency": "H1",
        "number": "1",
        "desk_name": "x",
        "passphrase": PASSPHRASE,
    }
    address = f"{browser.url}/quan-ly/dang-ky"
    for origin in ("https://elsewhere.example", "null", "http://["):
        answer = browser.http.post(address, data=fields, headers={"Origin": origin}, timeout=20)

        assert answer.status_code == 403


def test_without_a_session_every_page_leads_to_the_door(url):
    stranger = Browser(url)
    for page in PAGES:
        assert stranger.get(page).headers["location"] == "/quan-ly/dang-nhap"
    for act in ACTS:
        answer = stranger.post(act, csrf="0" * 64)

        assert (answer.status_code, answer.headers["location"]) == (303, "/quan-ly/dang-nhap")


def test_nothing_in_an_address_leads_elsewhere(url):
    """No page takes a place to go on to from what it is asked with."""
    browser = Browser(url)
    csrf = browser.token("/quan-ly/dang-nhap")
    for aim in ("next", "return", "url", "redirect"):
        answer = browser.post(
            f"/quan-ly/dang-nhap?{aim}=https://elsewhere.example", csrf=csrf, name="only-view",
            passphrase=PASSPHRASE, **{aim: "https://elsewhere.example"},
        )  # fmt: skip
        assert answer.headers.get("location") == "/quan-ly"
        csrf = browser.token("/quan-ly/dang-nhap")


def test_every_page_says_that_nothing_foreign_runs_in_it(browsers):
    for browser, page in ((browsers["enrol"], "/quan-ly/dang-ky"), (browsers["view"], "/quan-ly")):
        answer = browser.get(page)

        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe-inline" not in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
        assert "<script" not in answer.text
        assert " style=" not in answer.text


def test_names_and_sentences_of_desks_are_text(tmp_path):
    made, clock = open_ledger(tmp_path / "superior"), Clock()
    add(made, clock, "anh", *ALL)
    take(made, ("received", NASTY, RECEIVED))
    with made.act() as connection:
        connection.execute(sa.update(ledger.desk).values(name=NASTY))
        connection.execute(sa.update(ledger.item).values(sentence=f"Sai {NASTY}"))
    with serving_app(app_of(made, clock)) as url:
        browser = Browser(url)
        browser.sign_in("anh")
        for page in [*PAGES, f"/quan-ly?tim={NASTY}", f"/quan-ly/ngoai-le?quay={NASTY}&ma={NASTY}", f"/quan-ly/danh-muc?xong={NASTY}"]:  # fmt: skip
            text = browser.get(page).text

            assert "<script" not in text
        assert html.escape(f"Sai {NASTY}", quote=True).replace("&quot;", "&#34;") in browser.get("/quan-ly/ngoai-le").text  # fmt: skip
    made.close()


def test_odd_questions_are_answered(browsers):
    browser = browsers["view"]
    for query in ("?trang=-1", "?trang=9999999999", "?trang=%00", "?tim=%25_\\", "?tim=%ED%A0%80", "?tim=%00a", f"?tim={'x' * 5000}"):  # fmt: skip
        assert browser.get(f"/quan-ly{query}").status_code == 200
    for query in (
        "",
        "?quay=%00",
        "?quay=H1/1&so=x",
        f"?quay={FIRST}&so=99999999999999",
        f"?quay={FIRST}&so=-1",
    ):
        assert browser.get(f"/quan-ly/ngoai-le/mot{query}").status_code == 404
    for name in ("khong", "%00", "%ED%A0%80"):
        assert browser.get(f"/quan-ly/quay?quay={name}").status_code == 404
    assert browsers["enrol"].post("/quan-ly/thu-hoi", desk="a\0b", passphrase=PASSPHRASE).status_code == 404
    assert Browser(browser.url).sign_in("a\0b", "x\0").status_code == 403


def test_a_search_finds_letters_not_patterns(browsers):
    browser = browsers["view"]

    assert FIRST in browser.get("/quan-ly?tim=22.17/1").text
    assert "Không có quầy nào" in browser.get("/quan-ly?tim=%25").text


def test_the_list_tells_contact_silence_and_what_is_open(tmp_path):
    made, clock = open_ledger(tmp_path / "superior"), Clock()
    add(made, clock, "anh", "view")
    exchange.answer(made, FIRST, 0, NOW)
    take(made, ("received", f"{CODE[:-1]}2", RECEIVED | {"procedure": "9.9"}))
    clock.step(hours=5)
    exchange.answer(made, FIRST, 0, clock.now())
    with serving_app(app_of(made, clock)) as url:
        browser = Browser(url)
        browser.sign_in("anh")
        text = browser.get("/quan-ly").text
        assert text.index(SECOND) < text.index(FIRST), "who never asked stands first"
        assert "chưa lần nào" in text
        assert "23/11/2026 13:00" in text
        assert f'class="wrong" href="/quan-ly/ngoai-le?quay={FIRST}">1</a>' in text
    made.close()


def test_an_exception_ends_with_a_later_act_that_is_used(tmp_path):
    made, clock = open_ledger(tmp_path / "superior"), Clock()
    add(made, clock, "anh", "view")
    take(made, ("received", CODE, RECEIVED), ("paid", CODE, {}))
    with serving_app(app_of(made, clock)) as url:
        browser = Browser(url)
        browser.sign_in("anh")
        assert "sai trạng thái</td>" in browser.get("/quan-ly/ngoai-le").text
        take(made, ("paid", CODE, {}))
        assert browser.get("/quan-ly/ngoai-le").text.count("sai trạng thái</td>") == 2, (
            "a later act that cannot be used ends nothing"
        )
        take(made, ("completed", CODE, {}))

        assert "sai trạng thái</td>" not in browser.get("/quan-ly/ngoai-le").text
    made.close()


def test_what_the_superior_must_settle_is_settled_once_with_a_note(made, browsers):
    browser = browsers["import"]
    fields = {"desk": FIRST, "seq": "1"}
    with made.act() as connection:
        row = {"desk": FIRST, "seq": 1, "code": "bad_body", "sentence": "Cần xem.", "who_acts": "superior"}
        connection.execute(sa.insert(ledger.item), row)

    assert browser.post("/quan-ly/ngoai-le/mot", **fields, note="  ").status_code == 422
    assert browser.post("/quan-ly/ngoai-le/mot", **fields, note="x" * 501).status_code == 422
    assert browser.post("/quan-ly/ngoai-le/mot", desk=FIRST, seq="2", note="không").status_code == 404
    assert browser.post("/quan-ly/ngoai-le/mot", **fields, note="đã nạp danh mục").status_code == 303
    assert browser.post("/quan-ly/ngoai-le/mot", **fields, note="lần nữa").status_code == 422
    assert "đã nạp danh mục" in browser.get("/quan-ly/ngoai-le?xong=1").text
    assert "Cần xem." not in browser.get("/quan-ly/ngoai-le").text


def upload(browser, path, content, name="tệp.json"):
    return browser.post(path, files={"file": (name, content)})


def test_a_catalogue_is_compared_first_and_published_by_passphrase(tmp_path):
    made, clock, told = open_ledger(tmp_path / "superior"), Clock(), []
    add(made, clock, "anh", "publish")
    joined = Joined(tell_desks=lambda _connection, document: told.append(document["version"]))
    with serving_app(app_of(made, clock, joined)) as url:
        browser = Browser(url)
        browser.sign_in("anh")
        page = upload(browser, "/quan-ly/danh-muc", json.dumps(CATALOGUE).encode())
        assert page.status_code == 200
        for words in ("2.000635", "Đăng ký khai sinh (mới)", "Mới 1 · đổi tên 1 · không còn 0"):
            assert words in page.text
        kept = page.text.split('name="kept" value="')[1].split('"')[0]
        assert rows_of(made, ledger.procedure.c.version) == [(1,)], "looking publishes nothing"

        wrong = browser.post("/quan-ly/danh-muc/cong-bo", kept=kept, passphrase="không phải mật khẩu")
        assert (wrong.status_code, told) == (403, [])
        assert "Mật khẩu không đúng" in wrong.text
        gone = browser.post("/quan-ly/danh-muc/cong-bo", kept="nothing", passphrase=PASSPHRASE)
        assert gone.status_code == 404
        right = browser.post("/quan-ly/danh-muc/cong-bo", kept=kept, passphrase=PASSPHRASE)

        assert (right.status_code, told) == (303, [2])
        fields = rows_of(made, ledger.procedure_field.c.code, ledger.procedure_field.c.field)
        assert fields == [("1.001193", "Hộ tịch"), ("2.000635", "")]
        clock.step(minutes=20)
        browser.get("/quan-ly")
        clock.step(minutes=20)
        browser.get("/quan-ly")
        clock.step(minutes=21)
        late = browser.post("/quan-ly/danh-muc/cong-bo", kept=kept, passphrase=PASSPHRASE)
        assert late.status_code == 404, "what was brought is kept for an hour"
    made.close()


def test_what_one_operator_brought_is_no_others(made, browsers, url):
    add(made, Clock(), "other-publisher", "publish")
    other = Browser(url)
    other.sign_in("other-publisher")
    page = upload(browsers["publish"], "/quan-ly/danh-muc", json.dumps(CATALOGUE).encode())
    kept = page.text.split('name="kept" value="')[1].split('"')[0]

    answer = other.post("/quan-ly/danh-muc/cong-bo", kept=kept, passphrase=PASSPHRASE)
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x",
        b"[" * 100_000,
        b"{}",
        b'{"version":1,"procedures":[1]}',
        b'{"version":1,"procedures":[{"code":"1","name":"\\u0000"}]}',
        b'{"version":1,"procedures":[{"code":"1","name":"\\ud800"}]}',
        b"\xff",
    ],
)
def test_what_is_no_catalogue_is_named(browsers, content):
    answer = upload(browsers["publish"], "/quan-ly/danh-muc", content)

    assert answer.status_code == 422
    assert "không phải tệp danh mục" in answer.text or "Chưa chọn tệp" in answer.text


def test_a_stick_of_a_real_desk_is_taken_and_its_answer_given_back(tmp_path):
    ledger_, store, desk_clock = superior(tmp_path / "superior"), new_store(tmp_path), DeskClock()
    pair(store, ledger_)
    receive(store, desk_clock)
    file = export(tmp_path, store, desk_clock)
    add(ledger_, Clock(), "anh", "import")
    with serving_app(app_of(ledger_, Clock())) as url:
        browser = Browser(url)
        browser.sign_in("anh")
        page = upload(browser, "/quan-ly/usb", file.read_bytes(), file.name)
        assert "Đã nhận" in page.text
        path = html.unescape(page.text.split('class="button go" href="')[1].split('"')[0])
        answer = browser.get(path)
        again = upload(browser, "/quan-ly/usb", file.read_bytes(), file.name)
        cut = upload(browser, "/quan-ly/usb", file.read_bytes()[:-9], file.name)
        whose = Browser(url)
        add(ledger_, Clock(), "binh", "import")
        whose.sign_in("binh")
        assert whose.get(path).status_code == 404, "another operator's"
    assert "đã nhập trước đây" in again.text
    assert (cut.status_code, "bị cắt giữa chừng" in cut.text) == (422, True)
    ack = tmp_path / "answer.qmc"
    ack.write_bytes(answer.content)
    back(ack, store, desk_clock)

    assert state(store).pending_events == 0, "the desk reads the answer that the page gave"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert [act for (act,) in rows_of(ledger_, ledger.operator_act.c.act)].count("imported") == 2
    store.close()
    ledger_.close()


def test_a_file_is_read_up_to_its_limit(browsers):
    browser = browsers["publish"]
    largest = upload(browser, "/quan-ly/danh-muc", b"{".ljust(CATALOGUE_FILE.bytes, b"."))
    larger = upload(browser, "/quan-ly/danh-muc", b"{".ljust(CATALOGUE_FILE.bytes + 1, b"."))
    largest_by_far = upload(browser, "/quan-ly/danh-muc", b"{".ljust(CATALOGUE_FILE.bytes + 20_000, b"."))

    assert "không phải tệp danh mục" in largest.text, "read, and looked at"
    for answer in (larger, largest_by_far):
        assert "lớn hơn 20 MB" in answer.text
        assert "district-server publish-catalogue" in answer.text


def test_a_stick_may_bring_as_much_as_a_desk_may_write(browsers):
    """A desk writes up to 128 MB of scans beside its cases; of more than any parcel has, the limit and the way are named."""
    browser = browsers["import"]
    as_before = upload(browser, "/quan-ly/usb", b"QMC".ljust(CATALOGUE_FILE.bytes + 20_000, b"."))
    assert "không phải tệp mà quầy" in as_before.text, "read, and looked at"
    assert PARCEL_BYTES < STICK.bytes < PARCEL_BYTES * 1.01
    block = bytes(1024 * 1024)
    body = (block for _ in range(STICK.bytes // len(block) + 2))
    kind = {"Content-Type": "multipart/form-data; boundary=b"}
    larger = browser.http.post(f"{browser.url}/quan-ly/usb", data=body, headers=kind, timeout=60)

    assert "lớn hơn 256 MB" in larger.text
    assert "district-server import-usb" in larger.text


def test_of_a_large_file_little_is_in_memory():
    size, most = 64 * 1024 * 1024, 4 * 1024 * 1024
    with tempfile.TemporaryFile() as body:
        body.write(b'--b\r\nContent-Disposition: form-data; name="file"; filename="x.qmc"\r\n\r\nQMC')
        body.seek(size - 3, 1)
        body.write(b"end\r\n--b--")
        body.seek(0)
        tracemalloc.start()
        with uploads.read("multipart/form-data; boundary=b", body, size * 2) as upload_:
            held = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            upload_.file.seek(-3, 2)
            end = upload_.file.read()

    assert (upload_.size, end, held < most) == (size + 3, b"end", True)


@pytest.mark.parametrize(
    "body",
    [
        b"", b"--b", b"--b\r\n\r\n--b--", b"--b--", b"--b\r\nx\r\n\r\ny\r\n--b--", b"--c\r\n\r\n\r\n--c--",
        b'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n' + b"x" * 5000 + b"\r\n--b--",
        b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n' * 20 + b"--b--",
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n' + b"x: y\r\n" * 900 + b"\r\nz\r\n--b--",
        b'--b\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name="g"; filename="b"\r\n\r\n2\r\n--b--',
    ],
)  # fmt: skip
def test_a_strange_form_is_refused(browsers, body):
    browser = browsers["import"]
    for kind in ("multipart/form-data; boundary=b", "multipart/form-data", "text/plain", "multipart/form-data; boundary=" + "b" * 99):  # fmt: skip
        answer = browser.http.post(
            f"{browser.url}/quan-ly/usb", data=body, headers={"Content-Type": kind}, timeout=20
        )

        assert answer.status_code in {403, 422}


def test_a_slip_is_shown_once_and_logged(made, browsers):
    browser = browsers["enrol"]
    fields = {"agency": "h56.22.19", "number": "2", "desk_name": "UBND xã Mới"}
    assert browser.post("/quan-ly/dang-ky", **fields, passphrase="sai rồi").status_code == 403
    assert rows_of(made, ledger.enrolment_code.c.desk) == []
    for bad in ({"agency": "xã"}, {"number": "6"}, {"desk_name": " "}):
        answer = browser.post("/quan-ly/dang-ky", **(fields | bad), passphrase=PASSPHRASE)
        assert answer.status_code == 422
        assert PASSPHRASE not in answer.text
    slip = browser.post("/quan-ly/dang-ky", **fields, passphrase=PASSPHRASE)

    assert "H56.22.19/2" in slip.text
    assert "6001-6899" in slip.text
    assert rows_of(made, ledger.enrolment_code.c.desk) == [("H56.22.19/2",)]
    code = slip.text.split('class="code">')[1].split("<")[0]
    assert len(code) == 19
    gone = browser.post("/quan-ly/dang-ky", **fields, recovers="1", passphrase=PASSPHRASE)
    assert (gone.status_code, "Chưa giữ nhật ký nào" in gone.text) == (422, True)
    assert code not in str(rows_of(made, ledger.operator_act.c.about))


def test_a_slip_for_a_burnt_pc_wants_the_desks_sheet(made, browsers):
    browser = browsers["enrol"]
    agency, _, number = FIRST.partition("/")
    fields = {"agency": agency, "number": number, "desk_name": "UBND xã Tân Lập", "recovers": "1"}
    bare = browser.post("/quan-ly/dang-ky", **fields, passphrase=PASSPHRASE)
    assert (bare.status_code, "chưa từng gửi khóa" in bare.text) == (422, True)
    with made.act() as connection:
        row = {"desk": FIRST, "key": bytes(32)}
        connection.execute(sa.insert(ledger.recovery_key), row)
    slip = browser.post("/quan-ly/dang-ky", **fields, passphrase=PASSPHRASE)

    assert "PHIẾU KHÔI PHỤC QUẦY" in slip.text
    assert rows_of(made, ledger.recovery_grant.c.needs_sheet) == [(True,)]


def test_a_revoked_desk_is_refused_and_its_data_stay(made, browsers):
    browser = browsers["enrol"]
    assert browser.post("/quan-ly/thu-hoi", desk=SECOND, passphrase="sai rồi").status_code == 403
    assert browser.post("/quan-ly/thu-hoi", desk="H9/1", passphrase=PASSPHRASE).status_code == 404
    assert browser.post("/quan-ly/thu-hoi", desk=SECOND, passphrase=PASSPHRASE).status_code == 303
    with made.act() as connection:
        revoked = sa.select(ledger.desk.c.revoked_at).where(ledger.desk.c.desk == SECOND)
        assert connection.execute(revoked).scalar_one()
    assert browser.post("/quan-ly/thu-hoi", desk=SECOND, passphrase=PASSPHRASE).status_code == 404
