"""Gjeldende as paper: what the plan says today, with what the proposal takes out struck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from verksted.regler.endringsmerking import Strekning
    from verksted.vindu.utseende.tema import Tema

HOEYEST: Final = 620


class Papir(QTextEdit):
    """Can be read, copied and walked in with the keyboard, but not written on."""

    def __init__(self, navn: str, tema: Tema) -> None:
        super().__init__()
        self._tema = tema
        self._vist: tuple[str, str, tuple[Strekning, ...], tuple[Strekning, ...]] | None = None
        self.setObjectName("papir")
        self.setReadOnly(True)
        self.setAccessibleName(navn)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(tema.px(8))
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._voks())
        tema.endret.connect(self._mal_om)

    def vis(
        self, tittel: str, tekst: str, borte_tittel: Sequence[Strekning] = (), borte_tekst: Sequence[Strekning] = ()
    ) -> None:
        """Show title and text, with runs of each struck."""
        vist = (tittel, tekst, tuple(borte_tittel), tuple(borte_tekst))
        if vist != self._vist:
            self._vist = vist
            self._mal_om()

    def _mal_om(self) -> None:
        if self._vist is None:
            return
        tittel, tekst, borte_tittel, borte_tekst = self._vist
        self.clear()
        peker = QTextCursor(self.document())
        form = QTextBlockFormat()
        form.setBottomMargin(self._tema.px(8))
        peker.setBlockFormat(form)
        self._skriv(peker, tittel, borte_tittel, Trinn.KROPP_HALVFET)
        if tekst:
            peker.insertBlock(form)
            self._skriv(peker, tekst, borte_tekst, Trinn.KROPP)
        self._voks()

    def _skriv(self, peker: QTextCursor, tekst: str, borte: Sequence[Strekning], trinn: Trinn) -> None:
        vanlig = QTextCharFormat()
        vanlig.setFont(self._tema.skrift(trinn))
        vanlig.setForeground(self._tema.farge("text"))
        strukket = QTextCharFormat(vanlig)
        strukket.setFontStrikeOut(True)
        strukket.setForeground(self._tema.farge("text_2"))
        fra = 0
        for strekning in borte:
            peker.insertText(tekst[fra : strekning.fra], vanlig)
            peker.insertText(tekst[strekning.fra : strekning.til], strukket)
            fra = strekning.til
        peker.insertText(tekst[fra:], vanlig)

    def keyPressEvent(self, hendelse: QKeyEvent) -> None:
        """Leave Ctrl and the arrows to the page."""
        if hendelse.modifiers() & Qt.KeyboardModifier.ControlModifier and hendelse.key() in {
            Qt.Key.Key_Down,
            Qt.Key.Key_Up,
        }:
            hendelse.ignore()
        else:
            super().keyPressEvent(hendelse)

    def resizeEvent(self, hendelse: QResizeEvent) -> None:
        """Take the height the words need at the new width."""
        super().resizeEvent(hendelse)
        self._voks()

    def minimumSizeHint(self) -> QSize:
        """Be no narrower than a few words."""
        return QSize(self._tema.px(120), self._tema.px(60))

    def _voks(self) -> None:
        hoeyde = min(round(self.document().size().height()) + self._tema.px(20), self._tema.px(HOEYEST))
        if hoeyde != self.height():
            self.setFixedHeight(max(hoeyde, self._tema.px(60)))
