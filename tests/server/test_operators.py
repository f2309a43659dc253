"""Accounts, the lock, sessions and the operators' log."""

from __future__ import annotations

import contextlib
import json
import re
from concurrent.futures import ThreadPoolExecutor

import argon2
import pytest
import sqlalchemy as sa
from support.engines import options_of
from support.ledger import CODE, FIRST, open_ledger, rows_of, take
from support.operators import ALL, PASSPHRASE, Browser, Clock, add, app_of, serving_app

from district_server import ledger
from district_server.__main__ import main
from district_server.operators import accounts, sessions
from district_server.operators.errors import CannotDo, Locked, TooManyHere, WrongLogin


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def made(engine, tmp_path, clock):
    opened = open_ledger(tmp_path / "superior")
    add(opened, clock, "anh", *ALL)
    yield opened
    opened.close()


@pytest.fixture
def browser(made, clock):
    with serving_app(app_of(made, clock)) as url:
        yield Browser(url)


def wrong(browser, times=1, name="anh"):
    return [browser.sign_in(name, f"không phải mật khẩu {n}") for n in range(times)][-1]


def test_the_fifth_wrong_try_locks_for_a_quarter_of_an_hour(browser, clock):
    assert "không đúng" in wrong(browser, 4).text
    fifth = wrong(browser)
    assert (fifth.status_code, "bị khóa đến 08:15 ngày 23/11/2026" in fifth.text) == (429, True)
    assert browser.sign_in("anh").status_code == 429, "the right passphrase does not open a locked account"
    clock.step(minutes=14)
    assert "08:15" in browser.sign_in("anh").text, "trying on does not lengthen it"
    clock.step(minutes=2)

    assert browser.sign_in("anh").status_code == 303


def test_being_right_forgets_the_wrong_tries(browser):
    for _ in range(3):
        wrong(browser, 4)
        assert browser.sign_in("anh").status_code == 303


def test_whether_a_name_exists_is_told_by_nothing(made, browser):
    """The same words, the same lock, and the passphrase of nobody costs what everybody's costs."""

    def said(answer, name):
        return answer.status_code, re.sub(f'{name}|csrf" value="[^"]+', "", answer.text)

    for n in range(7):
        assert said(wrong(browser, name="anh"), "anh") == said(wrong(browser, name="ai.do"), "ai.do"), n
    kept = rows_of(made, ledger.operator.c.passphrase)[0][0]
    assert argon2.extract_parameters(kept) == argon2.extract_parameters(accounts._NOBODY)
    assert argon2.extract_parameters(kept).type is argon2.Type.ID


def test_one_address_tries_thirty_names_an_hour(made, clock):
    for n in range(30):
        with pytest.raises((WrongLogin, TooManyHere)):
            accounts.check(made, f"ten{n}", "x", "10.0.0.9", clock.now())
    with pytest.raises(TooManyHere):
        accounts.check(made, "anh", PASSPHRASE, "10.0.0.9", clock.now())
    accounts.check(made, "anh", PASSPHRASE, "10.0.0.8", clock.now())
    clock.step(minutes=61)
    accounts.check(made, "anh", PASSPHRASE, "10.0.0.9", clock.now())


def test_wrong_passphrases_at_a_deed_count_as_at_the_door(browser):
    browser.sign_in("anh")
    fields = {"agency": "H1", "number": "1", "desk_name": "x", "csrf": browser.token()}
    for _ in range(5):
        last = browser.post("/quan-ly/dang-ky", **fields, passphrase="không phải")
    assert (last.status_code, "bị khóa đến" in last.text) == (429, True)
    assert browser.post("/quan-ly/dang-ky", **fields, passphrase=PASSPHRASE).status_code == 429


def test_a_token_from_before_does_not_become_a_session(browser):
    browser.http.cookies.set("qmc", "f" * 43)
    given = browser.sign_in("anh").headers["set-cookie"]
    assert re.search(r"qmc=[\w-]{43};", given)
    assert "f" * 43 not in given
    browser.http.cookies.clear()
    browser.http.cookies.set("qmc", "f" * 43)

    assert browser.get("/quan-ly").status_code == 303


def test_each_sign_in_is_another_session_and_only_its_digest_is_kept(made, clock):
    tokens = [sessions.sign_in(made, "anh", PASSPHRASE, "", clock.now()) for _ in range(2)]

    assert tokens[0] != tokens[1]
    kept = [digest for (digest,) in rows_of(made, ledger.operator_session.c.digest)]
    assert sorted(kept) == sorted(sessions.digest(token) for token in tokens)
    assert not {token.encode() for token in tokens} & set(kept)


@pytest.mark.parametrize("cookie", ["", "x" * 42, "x" * 43, "é" * 43, "x" * 5000])
def test_a_made_up_cookie_opens_nothing(browser, cookie):
    answer = browser.http.get(
        f"{browser.url}/quan-ly",
        headers={"Cookie": f"qmc={cookie}".encode()},
        allow_redirects=False,
        timeout=20,
    )

    assert answer.status_code == 303


def test_a_session_ends_when_idle_or_old(browser, clock):
    browser.sign_in("anh")
    clock.step(minutes=29)
    assert browser.get("/quan-ly").status_code == 200
    clock.step(minutes=29)
    assert browser.get("/quan-ly").status_code == 200, "using it keeps it"
    clock.step(minutes=30)
    assert browser.get("/quan-ly").headers["location"] == "/quan-ly/dang-nhap?het-phien=1"
    browser.sign_in("anh")
    for _ in range(12 * 60 // 20 - 1):
        clock.step(minutes=20)
        assert browser.get("/quan-ly").status_code == 200
    clock.step(minutes=20)

    assert browser.get("/quan-ly").status_code == 303, "twelve hours, however busy"


def test_signing_out_ends_the_session_here(browser):
    browser.sign_in("anh")
    token = browser.http.cookies["qmc"]
    assert browser.post("/quan-ly/dang-xuat").headers["location"] == "/quan-ly/dang-nhap"
    browser.http.cookies.set("qmc", token)

    assert browser.get("/quan-ly").status_code == 303


def test_the_cookie_is_for_http_and_this_site_alone_and_for_tls_beyond_this_pc(browser):
    inside = browser.sign_in("anh").headers["set-cookie"]
    assert "qmc=" in inside
    assert "HttpOnly" in inside
    assert "samesite=strict" in inside.lower()
    browser.http.headers["Host"] = "mot-cua.example.vn"  # as a proxy on this PC passes it on
    csrf = browser.token("/quan-ly/dang-nhap")
    cookies = f"qmc_cua={browser.http.cookies['qmc_cua']}"
    outside = browser.http.post(
        f"{browser.url}/quan-ly/dang-nhap", data={"name": "anh", "passphrase": PASSPHRASE, "csrf": csrf},
        headers={"Cookie": cookies}, allow_redirects=False, timeout=20,
    ).headers["set-cookie"]  # fmt: skip

    assert "__Host-qmc=" in outside
    assert "Secure" in outside


def test_the_door_takes_no_form_without_its_own_cookie(browser):
    csrf = browser.token("/quan-ly/dang-nhap")
    browser.http.cookies.clear()
    answer = browser.post("/quan-ly/dang-nhap", csrf=csrf, name="anh", passphrase=PASSPHRASE)

    assert answer.status_code == 403


def test_an_ended_account_loses_its_sessions_and_its_passphrase(made, browser, clock):
    add(made, clock, "minh", "view")
    other = Browser(browser.url)
    other.sign_in("minh")
    browser.sign_in("anh")
    assert browser.post("/quan-ly/tai-khoan/khoa", name="minh", passphrase="sai rồi").status_code == 403
    assert other.get("/quan-ly").status_code == 200
    assert browser.post("/quan-ly/tai-khoan/khoa", name="anh", passphrase=PASSPHRASE).status_code == 422
    assert browser.post("/quan-ly/tai-khoan/khoa", name="minh", passphrase=PASSPHRASE).status_code == 303

    assert other.get("/quan-ly").status_code == 303
    assert other.sign_in("minh").status_code == 403


def test_a_new_passphrase_ends_the_other_sessions_alone(browser):
    other = Browser(browser.url)
    for one in (browser, other):
        one.sign_in("anh")
    new = "mật khẩu hoàn toàn khác"
    path = "/quan-ly/tai-khoan/mat-khau"
    assert browser.post(path, passphrase=PASSPHRASE, new=new, again=f"{new}.").status_code == 422
    assert browser.post(path, passphrase="sai", new=new, again=new).status_code == 403
    assert browser.post(path, passphrase=PASSPHRASE, new="ngắn", again="ngắn").status_code == 422
    assert browser.post(path, passphrase=PASSPHRASE, new=new, again=new).status_code == 303

    assert browser.get("/quan-ly").status_code == 200
    assert other.get("/quan-ly").status_code == 303
    assert other.sign_in("anh").status_code == 403
    assert other.sign_in("anh", new).status_code == 303


def test_composed_and_decomposed_letters_are_the_same_passphrase(made, clock):
    decomposed = "mo\u0323\u0302t cu\u031b\u0309a ta\u0302n la\u0323\u0302p 2026"

    accounts.check(made, "anh", decomposed, "", clock.now())


@pytest.mark.parametrize(
    ("name", "passphrase"),
    [("Anh", PASSPHRASE), ("a", PASSPHRASE), ("anh minh", PASSPHRASE), ("minh", "ngắn"), ("minh", "a" * 20),
     ("minh", "xin chào minh nhé"), ("minh", "x1y2z3" * 40), ("anh", PASSPHRASE)],
)  # fmt: skip
def test_a_name_or_passphrase_that_cannot_be_is_named(made, clock, name, passphrase):
    with pytest.raises(CannotDo), made.act() as connection:
        accounts.add(connection, name, passphrase, ["view"], "test", clock.now())


def test_what_operators_did_stands_for_ever(made, browser):
    browser.sign_in("anh")
    wrong(browser, name="ai.do")
    table = ledger.operator_act
    told = rows_of(made, table.c.operator, table.c.act, table.c.address)
    assert ("anh", "signed_in", "127.0.0.1") in told
    assert ("", "sign_in_failed", "127.0.0.1") in told, "a name that nobody has may be a passphrase"
    for change in (sa.update(table).values(operator="khác"), sa.delete(table)):
        with pytest.raises(sa.exc.DBAPIError), made.act() as connection:
            connection.execute(change)

    assert rows_of(made, table.c.operator, table.c.act, table.c.address) == told
    assert "Đăng nhập không được" in browser.get("/quan-ly/nhat-ky").text


def test_the_first_account_is_made_at_the_terminal(tmp_path, capsys):
    (tmp_path / "words").write_text(f"{PASSPHRASE}\nanother line\n", encoding="utf-8")
    data = tmp_path / "superior"
    words = ("--passphrase-file", str(tmp_path / "words"))

    def run(*arguments):
        assert main(["operator", *arguments, "--data", str(data), "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    told = run("add", "anh", "--role", "view", "--role", "enrol", *words)
    assert told == {"name": "anh", "roles": ["enrol", "view"]}
    assert run("list")["operators"][0]["roles"] == ["enrol", "view"]
    run("passphrase", "anh", *words)
    for arguments, sentence in (
        (("add", "anh", "--role", "view", *words), "Đã có tài khoản anh"),
        (("add", "minh", "--role", "view"), "--passphrase-file"),
        (
            ("add", "minh", "--role", "view", "--passphrase-file", str(tmp_path / "gone")),
            "Không đọc được tệp",
        ),
        (("end", "minh"), "Không có tài khoản minh"),
        (("passphrase", "minh", *words), "Không có tài khoản minh"),
    ):
        assert main(["operator", *arguments, "--data", str(data)]) == 2
        assert sentence in capsys.readouterr().err
    run("end", "anh")
    assert run("list")["operators"][0]["ended_at"]
    assert PASSPHRASE not in json.dumps(told)


def test_a_locked_account_says_until_when(made, clock):
    with pytest.raises(WrongLogin):
        accounts.check(made, "anh", "x", "", clock.now())
    for _ in range(3):
        with pytest.raises(WrongLogin):
            accounts.check(made, "anh", "x", "", clock.now())
    with pytest.raises(Locked) as told:
        accounts.check(made, "anh", "x", "", clock.now())

    assert told.value.until == clock.now() + accounts.LOCK


def test_what_the_terminal_settles_is_settled_on_the_pages_too(made, browser, tmp_path, capsys):
    take(made, ("completed", CODE, {}))
    browser.sign_in("anh")
    assert CODE in browser.get("/quan-ly/ngoai-le").text
    for _ in range(2):  # twice is told twice and changes nothing more
        assert main(["settle", *options_of(tmp_path / "superior"), "--desk", FIRST, "--seq", "1"]) == 0
    capsys.readouterr()

    assert CODE not in browser.get("/quan-ly/ngoai-le").text
    assert "(máy chủ)" in browser.get("/quan-ly/ngoai-le?xong=1").text
    acts = rows_of(made, ledger.operator_act.c.id, ledger.operator_act.c.operator, ledger.operator_act.c.act)
    assert [row[1:] for row in acts][-1] == ("(máy chủ)", "settled")


def test_first_tries_that_come_at_once_are_each_counted(made, clock):
    """No row stands for a name or an address before its first try: two at once would both write one."""

    def wrongly(_n):
        try:
            accounts.check(made, "nobody", "không phải mật khẩu", "192.0.2.7", clock.now())
        except (WrongLogin, Locked) as error:
            return type(error)

    with ThreadPoolExecutor(8) as pool:
        told = sorted(one.__name__ for one in pool.map(wrongly, range(8)))
    assert told == ["Locked"] * 4 + ["WrongLogin"] * 4


def test_one_name_from_one_address_right_and_wrong_at_once_never_waits_for_itself(made, clock):
    def one(n):
        with contextlib.suppress(WrongLogin, Locked):
            given = PASSPHRASE if n % 2 else "không phải mật khẩu"
            accounts.check(made, "anh", given, "192.0.2.8", clock.now())

    for _ in range(2):
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(one, range(8)))
