"""Every paper in every set: the bytes that we looked at, its own fonts only, no word cut and none over another."""

from __future__ import annotations

import os
import re
import subprocess
from itertools import pairwise

import pytest
from support.drawn import GOLDEN, SAMPLES

from desk_app.domain.slip import SlipKind
from desk_app.printing.known import KNOWN


@pytest.fixture(params=SAMPLES)
def sample(request, tmp_path):
    path = tmp_path / f"{request.param}.pdf"
    path.write_bytes(SAMPLES[request.param]())
    return path


def test_papers_are_those_we_looked_at(sample):
    """Look at the page first, then bless it: BLESS=1 make test."""
    golden = GOLDEN / sample.name
    if os.environ.get("BLESS"):
        golden.write_bytes(sample.read_bytes())

    assert sample.read_bytes() == golden.read_bytes()


def test_no_golden_paper_is_left_behind():
    assert {path.stem for path in GOLDEN.glob("*.pdf")} == set(SAMPLES)


def test_fonts_are_embedded_subset_truetype_only(sample):
    ran = subprocess.run(["pdffonts", sample], check=True, capture_output=True, text=True)
    rows = ran.stdout.splitlines()[2:]

    assert rows
    for row in rows:
        assert re.search(r"\+Tinos\S*\s+TrueType\s+\S+\s+yes\s+yes\s+yes", row), row


def test_no_word_is_cut_and_none_stands_on_another(sample):
    ran = subprocess.run(["pdftotext", "-bbox", sample, "-"], check=True, capture_output=True, text=True)
    found = ran.stdout.split("<page ")[1:]

    assert found
    for page in found:
        width, height = (float(n) for n in re.search(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
        boxes = sorted(
            tuple(map(float, box))
            for box in re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', page)
        )
        assert len(boxes) > 20
        for n, (left, top, right, bottom) in enumerate(boxes):
            assert 0 < left < right < width
            assert 0 < top < bottom < height
            for other in boxes[n + 1 :]:
                if other[0] > right:  # sorted by the left edge: all that follow stand further right
                    break
                over = min(right, other[2]) - other[0], min(bottom, other[3]) - max(top, other[1])
                assert over[0] <= 0.5 or over[1] <= 0.45 * min(bottom - top, other[3] - other[1]), (
                    boxes[n],
                    other,
                )


def test_a_paper_of_several_pages_says_on_each_what_it_is(sample):
    if sample.stem == "recovery_sheet":
        return  # one page, no form
    ran = subprocess.run(["pdftotext", sample, "-"], check=True, capture_output=True, text=True)
    pages = [" ".join(page.split()) for page in ran.stdout.split("\f") if page.strip()]

    if len(pages) > 1:
        for n, page in enumerate(pages, 1):
            assert f"Trang {n}/{len(pages)}" in page
        for page, following in pairwise(pages):
            assert "UBND XÃ TÂN LẬP" in page
            assert "UBND XÃ TÂN LẬP" in following


def test_every_slip_is_among_the_samples():
    """A kind of slip that nobody drew here has not been looked at."""
    drawn = {name.split("_2018")[0] for name in SAMPLES}

    assert {kind.value for kind in SlipKind} <= drawn
    assert set(KNOWN) <= drawn
    assert {
        "receipt_2018",
        "completion_2018",
        "refusal_2018",
        "extension_2018",
        "control_2018",
        "register_2018",
    } <= set(SAMPLES)
