"""The demonstration replaces what a demonstration made, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.desk import DESK, HOA, Clock

from desk_app.app.cli import main
from desk_app.app.demonstration import prepare, read_commune
from desk_app.app.home import Home
from desk_app.domain.errors import NotADemonstration
from desk_app.machine.demonstration_mark import claim, give_up
from desk_app.machine.key_slots import Cost

PASSPHRASE = "một câu thật dài"


@pytest.fixture
def home(tmp_path):
    return Home(folder=tmp_path / "desk", clock=Clock(), cost=Cost(memory_kib=64, passes=1))


@pytest.fixture
def real(home):
    home.create(DESK, HOA, PASSPHRASE)[0].close()
    papers = home.folder / "papers"
    papers.mkdir()
    (papers / "H56.22.17-261123-5001-receipt.pdf").write_bytes(b"%PDF")
    return home


def content(folder):
    return {
        path: path.read_bytes()
        for path in Path(folder).rglob("*")
        if path.is_file() and path.name != "desk.lock"
    }


def test_a_real_desk_is_not_made_anew(real):
    before = content(real.folder)
    with pytest.raises(NotADemonstration, match="desk"):
        prepare(real, read_commune())

    assert content(real.folder) == before


@pytest.mark.parametrize(
    "options",
    [
        lambda real, other: ["--data", str(real), "--out", str(other)],
        lambda real, other: ["--data", str(other), "--out", str(real)],
        lambda real, other: ["--out", str(real)],
    ],
    ids=["as data", "as out", "as both"],
)
def test_a_day_over_a_real_desk_is_one_sentence(real, tmp_path, capsys, options):
    before = content(real.folder)

    assert main(["day", "--cases", "1", *options(real.folder, tmp_path / "other")]) == 2
    assert "không xóa gì" in capsys.readouterr().err
    assert content(real.folder) == before


def test_the_demonstration_over_a_real_desk_is_one_sentence(real, capsys):
    before = content(real.folder)

    assert main(["--data", str(real.folder), "--demonstration"]) == 2
    assert "không xóa gì" in capsys.readouterr().err
    assert content(real.folder) == before


def test_a_folder_of_somebodys_papers_is_no_demonstration(tmp_path, capsys):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "thu.pdf").write_bytes(b"%PDF")

    assert main(["day", "--cases", "1", "--data", str(tmp_path / "data"), "--out", str(tmp_path)]) == 2
    assert (tmp_path / "papers" / "thu.pdf").exists()
    assert "không xóa gì" in capsys.readouterr().err


def test_a_demonstration_is_made_anew_until_a_real_desk_takes_its_place(home):
    commune = read_commune()
    first = prepare(home, commune)
    assert prepare(home, commune) != first
    give_up(home.folder)
    with pytest.raises(NotADemonstration):
        claim(home.folder)
