"""The receipt as it will be printed, as large as there is room."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QLabel, QSizePolicy

PAPER = 250  # grey values from here on are paper
MARGIN_PX = 10
LAST_GAP = 0.1  # of the page: what stands below such a gap at its foot is a bar code


class Preview(QLabel):
    """A picture of what is written on a page, without its margins."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(56)
        self._page = QPixmap()
        self.clear_page()

    def show_page(self, png: bytes) -> None:
        """Show a PNG."""
        image = QImage.fromData(png)
        self._page = QPixmap.fromImage(image.copy(written_part(image)))
        self._fit()

    def clear_page(self) -> None:
        """Show that there is nothing to print yet."""
        self._page = QPixmap()
        self.setPixmap(self._page)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setText(self.tr("Giấy tiếp nhận hiện ở đây\nkhi đã có họ tên và thủ tục."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page into the new room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Say it anew in a language chosen just now."""
        if event.type() is QEvent.Type.LanguageChange and self._page.isNull():
            self.clear_page()
        super().changeEvent(event)

    def _fit(self) -> None:
        if self._page.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = (self.size() - QSize(4, 4)) * ratio
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = self._page.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        shown.setDevicePixelRatio(ratio)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setPixmap(shown)


def written_part(page: QImage) -> QRect:
    """Return where a page is written on, from its first line to its last signature."""
    grey = page.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = _inked(grey)
    turned = grey.transformed(QTransform().rotate(90))  # its rows are the columns from the left
    columns = _inked(turned)
    if not rows or not columns:
        return page.rect()
    last = rows[-1]
    for above, below in pairwise(rows):
        if below - above > LAST_GAP * page.height() and above > page.height() / 3:
            last = above
    box = QRect(columns[0], rows[0], columns[-1] - columns[0] + 1, last - rows[0] + 1)
    return box.adjusted(-MARGIN_PX, -MARGIN_PX, MARGIN_PX, MARGIN_PX).intersected(page.rect())


def _inked(grey: QImage) -> list[int]:
    """Return the numbers of the rows on which something stands."""
    pixels, stride, width = bytes(grey.constBits()), grey.bytesPerLine(), grey.width()
    paper = bytes(range(PAPER, 256))
    rows = (pixels[n * stride : n * stride + width] for n in range(grey.height()))
    return [n for n, row in enumerate(rows) if row.translate(None, paper)]
