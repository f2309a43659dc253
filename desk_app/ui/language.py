"""The language of the window: Vietnamese is what the source says, resources/i18n/ has the others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

OWN_NAMES = {"vi": "Tiếng Việt", "en": "English"}  # each in itself: who reads only it must find it
_HERE = (
    "translator"  # a property of the application: findChildren would wrap, and import, all that hangs on it
)


def speak(language: str, folder: Path) -> None:
    """Say every text that is asked for from now on in `language`; `folder` has <language>.qm.

    What is already on the screen gets a LanguageChange and says itself anew if it can.
    """
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("no application to translate for")
    before, translator = application.property(_HERE), QTranslator(application)
    application.setProperty(_HERE, translator)
    if isinstance(before, QTranslator):
        application.removeTranslator(before)
        before.setParent(None)
    if translator.load(str(folder / f"{language}.qm")):
        application.installTranslator(translator)


def spoken() -> str:
    """Return the language of the window: vi or en."""
    application = QCoreApplication.instance()
    translator = application.property(_HERE) if application is not None else None
    language = translator.language() if isinstance(translator, QTranslator) else ""
    return language if language in OWN_NAMES else "vi"
