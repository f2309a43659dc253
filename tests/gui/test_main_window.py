from __future__ import annotations

from desk_app.ui.main_window import MainWindow


def test_the_window_fits_the_smallest_screen_a_commune_has(qtbot):
    """1366x768 is the screen of the one shared PC."""
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()

    assert (window.width(), window.height()) == (1366, 768)
    assert window.windowTitle() == "Quầy Một Cửa"
