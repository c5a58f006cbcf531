"""A field for running text that grows with its words and never waits for the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit

from verksted.kjerne.tekstrens import rens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from verksted.regler.endringsmerking import Strekning
    from verksted.vindu.plan.skrivevakt import Skrivevakt
    from verksted.vindu.ramme.svar import Svar
    from verksted.vindu.utseende.skrift import Trinn
    from verksted.vindu.utseende.tema import Tema

PAUSE: Final = 900  # ms without a key before what stands there is sent as one change
HOEYEST: Final = 520
Lagre = "Callable[[str], Svar[object]]"


class Skrivefelt(QPlainTextEdit):
    """Sends its words at a pause and when it is left; undo is the file's own, one step per pause.

    Signals: `skrevet` when a person changed something, `neste_endring` with 1 or -1 at Ctrl+↓ and Ctrl+↑.
    """

    skrevet = Signal()
    neste_endring = Signal(int)

    def __init__(self, navn: str, vakt: Skrivevakt, tema: Tema, trinn: Trinn, *, linjer: int = 1) -> None:
        super().__init__()
        self._vakt = vakt
        self._tema = tema
        self._linjer = linjer
        self._noekkel = ""
        self._sist = ""
        self._lagre: Callable[[str], Svar[object]] | None = None
        self._setter = False
        self._nye: tuple[Strekning, ...] = ()
        self.setAccessibleName(navn)
        self.setFont(tema.skrift(trinn))
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.skriv_ned)
        self.textChanged.connect(self._endret)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._voks())
        tema.endret.connect(self._mal_merker)

    # -- what it holds ------------------------------------------------------------------------------------------

    def sett(self, noekkel: str, tekst: str, lagre: Callable[[str], Svar[object]], *, fersk: bool) -> bool:
        """Show what the file has; return False where words on their way, or being typed, were left standing."""
        if noekkel != self._noekkel:
            self.skriv_ned()
            self._noekkel, self._lagre = noekkel, lagre
        elif not fersk or self.uskrevet:
            return False
        self._sist = tekst
        if rens(self.toPlainText()) != tekst:
            self._bytt(tekst)
        return True

    @property
    def uskrevet(self) -> bool:
        """Say whether there are words that have not been sent."""
        return self._lagre is not None and rens(self.toPlainText()) != self._sist

    def skriv_ned(self) -> None:
        """Send what has not been sent."""
        self._pause.stop()
        if self._lagre is None or not self.uskrevet or self.isReadOnly():
            return
        tekst, foer, noekkel, lagre = rens(self.toPlainText()), self._sist, self._noekkel, self._lagre

        def gikk_ikke() -> None:
            if self._noekkel == noekkel:
                self._sist = foer

        self._sist = tekst
        self._vakt.send(lambda: lagre(tekst), gikk_ikke)

    def _bytt(self, tekst: str) -> None:
        sted = self.textCursor().position()
        self._setter = True
        self.setPlainText(tekst)
        self._setter = False
        peker = self.textCursor()
        peker.setPosition(min(sted, len(tekst)))
        self.setTextCursor(peker)
        self._voks()

    def _endret(self) -> None:
        if self._setter:
            return
        if self.uskrevet:
            self._vakt.begynt()
            self._pause.start()
        else:
            self._pause.stop()
            self._vakt.slik_som_foer()
        self.skrevet.emit()

    # -- marks --------------------------------------------------------------------------------------------------

    def merk(self, nye: Sequence[Strekning]) -> None:
        """Underline what is new."""
        self._nye = tuple(nye)
        self._mal_merker()

    def velg(self, strekning: Strekning) -> None:
        """Put the cursor on a run, chosen, and show it."""
        peker = self.textCursor()
        peker.setPosition(strekning.fra)
        peker.setPosition(strekning.til, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(peker)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureCursorVisible()

    def _mal_merker(self) -> None:
        form = QTextCharFormat()
        form.setBackground(self._tema.farge("accent_tint_2"))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(self._tema.farge("accent"))
        merker = []
        slutt = self.document().characterCount() - 1
        for strekning in self._nye:
            if strekning.til <= slutt:
                merke = QTextEdit.ExtraSelection()
                merke.cursor = QTextCursor(self.document())
                merke.cursor.setPosition(strekning.fra)
                merke.cursor.setPosition(strekning.til, QTextCursor.MoveMode.KeepAnchor)
                merke.format = form
                merker.append(merke)
        self.setExtraSelections(merker)

    # -- keys and focus -----------------------------------------------------------------------------------------

    def event(self, hendelse: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if hendelse.type() == QEvent.Type.ShortcutOverride and _er_angring(hendelse):
            hendelse.ignore()
            return False
        return super().event(hendelse)

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Ctrl+↓ and Ctrl+↑ go between changes; Enter leaves a field of one line."""
        ctrl = hendelse.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and hendelse.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.neste_endring.emit(1 if hendelse.key() == Qt.Key.Key_Down else -1)
        elif self._linjer == 1 and hendelse.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.skriv_ned()
            self.focusNextChild()
        else:
            super().keyPressEvent(hendelse)

    def focusOutEvent(self, hendelse: QFocusEvent) -> None:
        """Send what stands there when it is left."""
        super().focusOutEvent(hendelse)
        self.skriv_ned()

    # -- size ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, hendelse: QResizeEvent) -> None:
        """Take the height the words need at the new width."""
        super().resizeEvent(hendelse)
        self._voks()

    def sizeHint(self) -> QSize:
        """Return the height of the words, between the lines asked for and the highest a field may be."""
        linje = self.fontMetrics().lineSpacing()
        linjer = 0
        blokk = self.document().begin()
        while blokk.isValid() and linjer * linje < self._tema.px(HOEYEST):
            linjer += max(1, blokk.layout().lineCount())
            blokk = blokk.next()
        hoeyde = max(linjer, self._linjer) * linje + self._tema.px(28)
        return QSize(self._tema.px(240), min(hoeyde, self._tema.px(HOEYEST)))

    def minimumSizeHint(self) -> QSize:
        """Be no narrower than a few words."""
        return QSize(self._tema.px(120), self.sizeHint().height())

    def _voks(self) -> None:
        hoeyde = self.sizeHint().height()
        if hoeyde != self.height() or self.minimumHeight() != hoeyde:
            self.setFixedHeight(hoeyde)


def _er_angring(hendelse: QEvent) -> bool:
    return any(
        hendelse.matches(tast)  # type: ignore[attr-defined]
        for tast in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    )
