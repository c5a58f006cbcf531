"""Fields that say what was written when the user leaves them, and never lose words while something else comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from verksted.vindu.utseende.skrift import Trinn
    from verksted.vindu.utseende.tema import Tema


class Linjefelt(QLineEdit):
    """One line; Enter or leaving it says what was written, Esc takes it back.

    Signals: `skrevet` with the new words.
    """

    skrevet = Signal(str)

    def __init__(self, navn: str, tema: Tema, trinn: Trinn, *, flat: bool = False) -> None:
        super().__init__()
        self._vist = ""
        self.setAccessibleName(navn)
        self.setFont(tema.skrift(trinn))
        self.setProperty("flat", flat)
        self.setProperty("liten", not flat)
        self.editingFinished.connect(self.si_fra)

    def sett(self, tekst: str, *, tving: bool = False) -> None:
        """Show words from the file; what is being written stays, unless it must give way."""
        urort = self.text() == self._vist
        self._vist = tekst
        if (urort or tving) and self.text() != tekst:
            self.setText(tekst)
            self.setCursorPosition(0)

    def si_fra(self) -> None:
        """Say what was written, if anything was."""
        if self.text() != self._vist and not self.isReadOnly():
            self._vist = self.text()
            self.skrevet.emit(self._vist)

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Take back with Esc what is not yet said."""
        if hendelse.key() == Qt.Key.Key_Escape and self.text() != self._vist:
            self.setText(self._vist)
        else:
            super().keyPressEvent(hendelse)


class Tekstfelt(QPlainTextEdit):
    """Several lines, as tall as its words within reason; leaving it says what was written, Tab goes on.

    Signals: `skrevet` with the new words.
    """

    skrevet = Signal(str)

    def __init__(self, navn: str, tema: Tema, trinn: Trinn, *, minst: int = 2, mest: int = 10) -> None:
        super().__init__()
        self._vist = ""
        self._tema, self._minst, self._mest = tema, minst, mest
        self.setAccessibleName(navn)
        self.setFont(tema.skrift(trinn))
        self.setTabChangesFocus(True)
        self.setMinimumWidth(1)
        self.document().documentLayout().documentSizeChanged.connect(self._hoeyde)
        self._hoeyde()

    def sett(self, tekst: str, *, tving: bool = False) -> None:
        """Show words from the file; what is being written stays, unless it must give way."""
        urort = self.toPlainText() == self._vist
        self._vist = tekst
        if (urort or tving) and self.toPlainText() != tekst:
            self.setPlainText(tekst)

    def si_fra(self) -> None:
        """Say what was written, if anything was."""
        if self.toPlainText() != self._vist and not self.isReadOnly():
            self._vist = self.toPlainText()
            self.skrevet.emit(self._vist)

    def focusOutEvent(self, hendelse: QFocusEvent) -> None:
        """Say what was written when the keyboard goes elsewhere, but not for a menu or another program."""
        super().focusOutEvent(hendelse)
        if hendelse.reason() != Qt.FocusReason.PopupFocusReason:
            self.si_fra()

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Say with Ctrl+Enter, take back with Esc."""
        ctrl = bool(hendelse.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if hendelse.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and ctrl:
            self.si_fra()
        elif hendelse.key() == Qt.Key.Key_Escape and self.toPlainText() != self._vist:
            self.setPlainText(self._vist)
        else:
            super().keyPressEvent(hendelse)

    def resizeEvent(self, hendelse: QResizeEvent) -> None:
        """Count the lines anew."""
        super().resizeEvent(hendelse)
        self._hoeyde()

    def _hoeyde(self, *_: object) -> None:
        linjer = int(self.document().size().height())  # a QPlainTextEdit counts its height in lines
        politikk = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            politikk.ScrollBarAsNeeded if linjer > self._mest else politikk.ScrollBarAlwaysOff
        )
        linjer = min(max(linjer, self._minst), self._mest)
        hoeyde = linjer * self.fontMetrics().lineSpacing() + self._tema.px(26)
        if hoeyde != self.height() or self.minimumHeight() != hoeyde:
            self.setFixedHeight(hoeyde)


class Forlater(QObject):
    """Lets fields say what was written when the page they stand on is hidden."""

    def __init__(self, felt: Linjefelt | Tekstfelt) -> None:
        super().__init__(felt)
        self._felt = felt
        felt.installEventFilter(self)

    def eventFilter(self, _ting: QObject, hendelse: QEvent) -> bool:
        """Speak at Hide, never stop anything."""
        if hendelse.type() == QEvent.Type.Hide:
            self._felt.si_fra()
        return False
