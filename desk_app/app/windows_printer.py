"""Windows printers (ports.Printer): the pages of the PDF painted by Qt, on the lane for printing."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desk_app.domain.errors import NoPrinter, PrintFailed
from desk_app.domain.slip import Paper, PrinterState
from desk_app.domain.words import Words
from desk_app.printing.papers import page_bitmaps

DPI = 300
A5_LONG_IN = 8.5


class WindowsPrinter:
    """Paints each page as an image: old drivers print pictures right and fonts wrong."""

    def names(self) -> list[str]:
        """Return the printers' names."""
        return list(QPrinterInfo.availablePrinterNames())

    def state(self, name: str) -> PrinterState:
        """Return whether a printer is there; Windows says little more."""
        found = QPrinterInfo.printerInfo(name)
        if found.isNull():
            return PrinterState(name=name, ready=False, detail=Words("không thấy máy in"))
        ready = found.state() is not QPrinter.PrinterState.Error
        return PrinterState(name=name, ready=ready, detail=Words("sẵn sàng") if ready else Words("báo lỗi"))

    def send(self, paper: Paper, name: str) -> None:
        """Paint a paper and return once the spooler has it; see ports.Printer."""
        info = QPrinterInfo.printerInfo(name)
        if info.isNull():
            raise NoPrinter()
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        if not paint(paper, printer):
            raise PrintFailed(printer=name)


def paint(paper: Paper, printer: QPrinter) -> bool:
    """Paint every page of a PDF on a printer; False when it took no job."""
    pages = page_bitmaps(paper.pdf, DPI)
    longest_in = max(pages[0].width, pages[0].height) / DPI
    landscape = pages[0].width > pages[0].height
    printer.setResolution(DPI)
    printer.setDocName(paper.title)
    printer.setPageSize(
        QPageSize(QPageSize.PageSizeId.A4 if longest_in > A5_LONG_IN else QPageSize.PageSizeId.A5)
    )
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    )
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
        painter.drawImage(QRectF(painter.viewport()), image)
    return bool(painter.end())
