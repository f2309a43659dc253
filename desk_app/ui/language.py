"""The language of the window: Vietnamese is what the source says, resources/i18n/ has the others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

OWN_NAMES = {"vi": "Tiếng Việt", "en": "English"}  # each in itself: who reads only it must find it


def speak(language: str, folder: Path) -> None:
    """Say every text that is asked for from now on in `language`; `folder` has <language>.qm.

    What is already on the screen gets a LanguageChange and says itself anew if it can.
    """
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("no application to translate for")
    for before in application.findChildren(QTranslator):
        application.removeTranslator(before)
        before.setParent(None)
    translator = QTranslator(application)
    if translator.load(str(folder / f"{language}.qm")):
        application.installTranslator(translator)


def spoken() -> str:
    """Return the language of the window: vi or en."""
    application = QCoreApplication.instance()
    translators = application.findChildren(QTranslator) if application is not None else []
    return next((language for one in translators if (language := one.language()) in OWN_NAMES), "vi")
