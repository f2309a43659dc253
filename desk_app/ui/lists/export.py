"""Ask where a list goes as a spreadsheet, and let it be written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desk_app.domain.errors import DeskError
from desk_app.domain.table import Table
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.file_dialog import open_dialog
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.wording import sentence, worded


class Export(QObject):
    """One for the window; `write` records the export and writes the file."""

    def __init__(
        self, window: QWidget, jobs: Jobs, bulletin: Bulletin, write: Callable[[Table, Path], Path]
    ) -> None:
        super().__init__(window)
        self._window, self._jobs, self._bulletin, self._write = window, jobs, bulletin, write
        places = QStandardPaths.StandardLocation
        documents = QStandardPaths.writableLocation(places.DocumentsLocation)
        home = QStandardPaths.writableLocation(places.HomeLocation)
        self._folder = documents if Path(documents).is_dir() else home
        self._table: Table | None = None
        self.dialog: QFileDialog | None = None

    def ask(self, table: Table, stamp: str) -> None:
        """Ask for a place; `stamp` stands in the proposed file name: no name of a person does."""
        self._table = table
        dialog = QFileDialog(self._window, self.tr("Xuất Excel: {title}").format(title=worded(table.title)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Excel (*.xlsx)")
        dialog.setDefaultSuffix("xlsx")
        dialog.setDirectory(self._folder)
        dialog.selectFile(f"{table.key}-{stamp}.xlsx")
        dialog.fileSelected.connect(self._on_chosen)
        self.dialog = open_dialog(dialog, self.tr("Lưu"))

    @Slot(str)
    def _on_chosen(self, file: str) -> None:
        table, path = self._table, Path(file)
        if table is None:
            return
        self._folder = str(path.parent)
        self._jobs.run(
            Lane.WRITE,
            lambda: self._write(table, path),
            owner=self,
            done=self._on_written,
            failed=self._on_failed,
        )

    def _on_written(self, path: Path) -> None:
        self._bulletin.told.emit(
            self.tr("Đã xuất ra {path}. Tệp có dữ liệu người dân: giữ cẩn thận.").format(path=path)
        )

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
