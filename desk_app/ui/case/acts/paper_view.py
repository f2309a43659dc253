"""A page of a paper on the screen, as large as there is room."""

from __future__ import annotations

from desk_app.ui.intake.preview import Preview


class PaperView(Preview):
    """Empty until there is a paper to give."""

    def clear_page(self) -> None:
        """Say that the form is not complete yet."""
        super().clear_page()
        self.setText(self.tr("Giấy hiện ở đây\nkhi đã đủ nội dung."))
