"""Fields that save themselves: when one leaves them, on Enter, and a moment after the last key. Esc takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from verksted.vindu.utseende.tema import Tema

# Nobody loses more than two seconds of writing; what is written in one go is one thing to undo.
_VENT_MS: Final = 1500


class _Lagrer(QObject):
    """Knows what was saved last, and says so once when something else stands in the field."""

    def __init__(self, les: Callable[[], str], si: Callable[[str], object]) -> None:
        super().__init__()
        self._les, self._si = les, si
        self.lagret = ""
        self.klokke = QTimer(self)
        self.klokke.setSingleShot(True)
        self.klokke.setInterval(_VENT_MS)
        self.klokke.timeout.connect(self.lagre)

    @property
    def urort(self) -> bool:
        """Say whether the field shows what was saved."""
        return self._les() == self.lagret

    def lagre(self) -> None:
        """Say what is new, if anything is."""
        self.klokke.stop()
        if not self.urort:
            self.lagret = self._les()
            self._si(self.lagret)


class Linjefelt(QLineEdit):
    """One line. Signals: `lagres` with the text; an obligatory field that is empty goes back to what it was."""

    lagres = Signal(str)

    def __init__(self, navn: str, tema: Tema, *, paakrevd: bool = False) -> None:
        super().__init__()
        self._paakrevd = paakrevd
        self.setAccessibleName(navn)
        self.setFont(tema.skrift(Trinn.LISTE))
        self._lagrer = _Lagrer(self._tekst, self.lagres.emit)
        self.textEdited.connect(self._lagrer.klokke.start)
        self.editingFinished.connect(self._ferdig)

    def _tekst(self) -> str:
        tekst = self.text().strip()
        return tekst if tekst or not self._paakrevd else self._lagrer.lagret

    def sett(self, tekst: str) -> None:
        """Show what is saved; what somebody is writing just now is not touched."""
        skriver = self.hasFocus() and not self._lagrer.urort
        self._lagrer.lagret = tekst.strip()
        if not skriver and self.text() != tekst:
            self.setText(tekst)
            self.setCursorPosition(0)

    def lagre(self) -> None:
        """Save what is written, now."""
        self._lagrer.lagre()

    def _ferdig(self) -> None:
        self._lagrer.lagre()
        if self._paakrevd and not self.text().strip():
            self.setText(self._lagrer.lagret)

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Take back with Esc what is not saved yet."""
        if hendelse.key() == Qt.Key.Key_Escape and self.text() != self._lagrer.lagret:
            self._lagrer.klokke.stop()
            self.setText(self._lagrer.lagret)
            return
        super().keyPressEvent(hendelse)


class Tekstfelt(QPlainTextEdit):
    """Several lines; Tab goes on. Signals: `lagres` with the text."""

    lagres = Signal(str)

    def __init__(self, navn: str, tema: Tema, *, linjer: int = 3) -> None:
        super().__init__()
        self.setAccessibleName(navn)
        self.setFont(tema.skrift(Trinn.LISTE))
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * linjer + tema.px(26))
        self._lagrer = _Lagrer(self.toPlainText, self.lagres.emit)
        self.textChanged.connect(self._endret)

    def _endret(self) -> None:
        if not self._lagrer.urort:
            self._lagrer.klokke.start()

    def sett(self, tekst: str) -> None:
        """Show what is saved; what somebody is writing just now is not touched."""
        skriver = self.hasFocus() and not self._lagrer.urort
        self._lagrer.lagret = tekst
        if not skriver and self.toPlainText() != tekst:
            self.setPlainText(tekst)
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def lagre(self) -> None:
        """Save what is written, now."""
        self._lagrer.lagre()

    def focusOutEvent(self, hendelse: QFocusEvent) -> None:
        """Save when one leaves."""
        super().focusOutEvent(hendelse)
        self._lagrer.lagre()
