"""The language of the window: the texts in use, one signal when it changes, and Qt's own words in Norwegian."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTranslator, Signal

from verksted.kjerne.tekster import Tekster

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from verksted.kjerne.tekster import Maalform


class Spraak(QObject):
    """Holds the texts, and switches them without a restart.

    Signals: `byttet` after a switch; what is on screen is then made anew by its owner.
    """

    byttet = Signal()

    def __init__(self, app: QCoreApplication, maalform: Maalform) -> None:
        super().__init__()
        self._app = app
        self._oversetter = Qtoversetter()
        self._bruk(maalform)
        app.installTranslator(self._oversetter)

    @property
    def tekster(self) -> Tekster:
        """The texts in use."""
        return self._tekster

    @property
    def maalform(self) -> Maalform:
        """The målform of the window."""
        return self._tekster.maalform

    def bytt(self, maalform: Maalform) -> None:
        """Speak the other målform from now on."""
        if maalform != self.maalform:
            self._bruk(maalform)
            self.byttet.emit()

    def slipp(self) -> None:
        """Leave Qt's own words as they were."""
        self._app.removeTranslator(self._oversetter)

    def _bruk(self, maalform: Maalform) -> None:
        self._tekster = Tekster(maalform)
        self._oversetter.tekster = self._tekster
        norsk = QLocale.Language.NorwegianNynorsk if maalform == "nn" else QLocale.Language.NorwegianBokmal
        QLocale.setDefault(QLocale(norsk, QLocale.Country.Norway))


class Qtoversetter(QTranslator):
    """Puts what Qt itself says into Norwegian, from the catalogue `qt`: Qt ships no qtbase_nb.

    It reaches every text Qt looks up: buttons of message boxes, file dialogs, the menus of text fields, key names.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tekster: Tekster | None = None

    def isEmpty(self) -> bool:
        """Say no: otherwise Qt never asks."""
        return False

    def translate(self, _kontekst: str, kilde: str, _forskjell: str | None = None, _antall: int = -1) -> str | None:
        """Return the Norwegian words, or None when the catalogue has none."""
        noekkel = f"qt.{kilde}"
        return self.tekster(noekkel) if self.tekster is not None and self.tekster.har(noekkel) else None
