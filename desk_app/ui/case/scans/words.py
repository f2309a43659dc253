"""What scans are called in the clerk's language."""

from __future__ import annotations

from desk_app.domain.scan import Captured, Scan, ScanMode, ScanPlace
from desk_app.domain.words import Words
from desk_app.ui.wording import worded

MODE_NAMES = {
    ScanMode.BY_CONTENT: Words("Tự chọn theo nội dung"),
    ScanMode.MONO: Words("Đen trắng (nhẹ nhất)"),
    ScanMode.COLOUR: Words("Màu"),
}
PLACE_NAMES = {
    ScanPlace.HERE: Words("chờ gửi"),
    ScanPlace.BOTH: Words("cấp trên đã nhận"),
    ScanPlace.SUPERIOR: Words("bản quét đã ở cấp trên"),
    ScanPlace.REFUSED: Words("cấp trên chưa nhận, giữ ở máy này"),
    ScanPlace.LOST: Words("không có trên máy này"),
}


def scan_name(scan: Scan) -> str:
    """Return which paper a scan shows."""
    return scan.component or worded(Words("Giấy tờ khác"))


def scan_state(scan: Scan) -> str:
    """Return pages, size and where its bytes are."""
    place = worded(PLACE_NAMES[scan.place])
    if scan.place is ScanPlace.HERE and scan.sent:
        place = worded(Words("đang gửi, {part} %", part=scan.sent * 100 // scan.size))
    return f"{pages(scan.pages)} · {kilobytes(scan.size)} · {place}"


def captured_words(kept: Captured) -> str:
    """Return what became of a file."""
    if not kept.colour:
        how = Words("đen trắng")
    elif kept.colour == kept.pages:
        how = Words("màu")
    else:
        how = Words("{n} trang màu", n=kept.colour)
    return f"{pages(kept.pages)}, {kilobytes(len(kept.pdf))}, {worded(how)}"


def pages(count: int) -> str:
    """Return a count of pages."""
    return worded(Words("{n} trang", n=count))


def kilobytes(size: int) -> str:
    """Return a size in kilobytes, with a comma in megabytes from one on."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
