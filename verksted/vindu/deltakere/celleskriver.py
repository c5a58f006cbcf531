"""The editors of the table: a choice where there are few answers, a field where anything may be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from verksted.vindu.deltakere.modell import ARTER, KOLONNER, TALLFELT, Deltakermodell

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Tekster
    from verksted.vindu.utseende.tema import Tema

Indeks = QModelIndex | QPersistentModelIndex
_GRENSER: Final = {"foedselsaar": (1900, 2200), "perioder": (0, 30)}


class Celleskriver(QStyledItemDelegate):
    """Enter and Tab take what was written, Esc leaves it as it was."""

    def __init__(self, modell: Deltakermodell, tekster: Tekster, tema: Tema) -> None:
        super().__init__(modell)
        self._modell = modell
        self._t = tekster
        self._tema = tema

    def createEditor(self, forelder: QWidget, _valg: QStyleOptionViewItem, indeks: Indeks) -> QWidget:
        """Return the editor of a field."""
        kolonne = KOLONNER[indeks.column()]
        navn = self._t(f"deltakere.felt.{kolonne.felt}")
        skriver: QWidget
        match kolonne.felt:
            case "art":
                valg = [(self._t(f"deltakere.art.{art}"), art) for art in ARTER]
                skriver = self._boks(forelder, valg)
            case "vara_for":
                medlemmer = [(tekst, person_id) for person_id, tekst in self._modell.visning.medlemmer]
                skriver = self._boks(forelder, [(self._t("deltakere.ingen"), ""), *medlemmer])
            case "liste":
                lister = self._modell.visning.lister
                skriver = self._boks(
                    forelder, [("", ""), *((n, n) for n in lister)], skrives=True, lengst=kolonne.lengst
                )
            case _:
                felt = QLineEdit(forelder)
                felt.setMaxLength(kolonne.lengst)
                if kolonne.felt in TALLFELT:
                    felt.setValidator(_Helltall(*_GRENSER[kolonne.felt], felt))
                skriver = felt
        skriver.setProperty("celle", True)  # noqa: FBT003 - Qt's own
        skriver.setAccessibleName(navn)
        skriver.setFont(forelder.font())
        return skriver

    def _boks(
        self, forelder: QWidget, valg: list[tuple[str, str]], *, skrives: bool = False, lengst: int = 0
    ) -> QComboBox:
        boks = QComboBox(forelder)
        for tekst, verdi in valg:
            boks.addItem(tekst, verdi)
        boks.setEditable(skrives)
        if skrives and (felt := boks.lineEdit()) is not None:
            felt.setMaxLength(lengst)
        return boks

    def setEditorData(self, skriver: QWidget, indeks: Indeks) -> None:
        """Show what stands there."""
        verdi = str(indeks.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(skriver, QComboBox):
            if skriver.isEditable():
                skriver.setCurrentText(verdi)
                return
            nummer = skriver.findData(verdi)
            if nummer < 0:
                nummer = next((n for n in range(skriver.count()) if verdi and skriver.itemText(n).startswith(verdi)), 0)
            skriver.setCurrentIndex(nummer)
        elif isinstance(skriver, QLineEdit):
            skriver.setText(verdi)

    def setModelData(self, skriver: QWidget, modell: QAbstractItemModel, indeks: Indeks) -> None:
        """Write what was chosen or written."""
        if isinstance(skriver, QComboBox):
            modell.setData(indeks, skriver.currentText() if skriver.isEditable() else skriver.currentData())
        elif isinstance(skriver, QLineEdit):
            modell.setData(indeks, skriver.text())

    def updateEditorGeometry(self, skriver: QWidget, valg: QStyleOptionViewItem, _indeks: Indeks) -> None:
        """Fill the cell."""
        skriver.setGeometry(valg.rect.adjusted(0, 1, -self._tema.px(2), -1))


class _Helltall(QIntValidator):
    """A whole number within bounds, or nothing."""

    def validate(self, tekst: str, plass: int) -> object:
        """Take an empty field too."""
        return (QIntValidator.State.Acceptable, tekst, plass) if not tekst.strip() else super().validate(tekst, plass)
