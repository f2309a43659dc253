"""Forms of the commune's own, laid over the bundled ones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QListWidget, QPushButton

from desk_app.ui.parts import Card, beside, label


class FormsCard(Card):
    """Lists own forms by file name; a new one is chosen as a file."""

    chosen = Signal(Path)
    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Mẫu giấy của xã"))
        self.list = QListWidget()
        self.list.setSpacing(4)
        self.list.setAccessibleName(self.tr("Mẫu của xã"))
        self.none = label(
            self.tr("Chưa có mẫu riêng: các giấy in theo mẫu kèm phần mềm."), "muted", wrap=True
        )
        self.add = QPushButton(self.tr("Nạp mẫu từ tệp   Ctrl+O"))
        self.drop = QPushButton(self.tr("Bỏ mẫu đã chọn"))
        self.dialog: QFileDialog | None = None
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.none)
        self.body.addLayout(beside((self.add, 1), (self.drop, 1)))
        self.add.clicked.connect(self.ask)
        self.drop.clicked.connect(self._on_drop)
        self.list.currentRowChanged.connect(self._on_row)

    def show_forms(self, names: list[str]) -> None:
        """Show what is laid over."""
        self.list.clear()
        self.list.addItems(names)
        self.none.setVisible(not names)
        self._on_row(self.list.currentRow())

    @Slot()
    def ask(self) -> None:
        """Let a file be chosen."""
        dialog = QFileDialog(self, self.tr("Nạp mẫu giấy"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("JSON (*.json)")
        dialog.fileSelected.connect(lambda file: self.chosen.emit(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self.drop.setEnabled(row >= 0)

    @Slot()
    def _on_drop(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.dropped.emit(item.text())
