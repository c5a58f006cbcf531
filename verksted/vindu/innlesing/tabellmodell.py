"""The rows of one sheet as they stand in the file, with what is wrong in which cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.innlesing import Funn, Innlesingsvisning, Vistark, Vistrad

Indeks = QModelIndex | QPersistentModelIndex
ALVOR: Final = Qt.ItemDataRole.UserRole + 1
BLEK: Final = Qt.ItemDataRole.UserRole + 2
UTELATT: Final = Qt.ItemDataRole.UserRole + 3
_ORDEN: Final = ("merknad", "advarsel", "feil")
_HOVEDFELT: Final = ("navn", "etternavn", "fornavn", "tekst", "tittel")


class Tabellmodell(QAbstractTableModel):
    """Column 0 is the row's number in the file; `utelat` are the rows the user leaves out."""

    def __init__(
        self, visning: Innlesingsvisning, ark: Vistark, utelat: set[tuple[str | None, int]], t: Tekster
    ) -> None:
        super().__init__()
        self.ark = ark
        self._t = t
        self._rader = visning.rader
        self._utelat = utelat
        self._hovedkolonne = next((k.indeks for felt in _HOVEDFELT for k in ark.kolonner if k.felt == felt), 0)
        self._funn: dict[tuple[int, int], list[Funn]] = {}
        for ett in visning.funn:
            if ett.ark == ark.navn and ett.rad is not None:
                self._funn.setdefault((ett.rad, self.kolonne_for(ett)), []).append(ett)
        self._med_funn = {rad for (rad, _), liste in self._funn.items() if any(f.alvor != "merknad" for f in liste)}
        # What stands over the heading, and the heading itself, is said by the head of the table.
        self._fylte = [rad for rad in ark.rader if any(rad.celler) and rad.nummer > (ark.hode or 0)]
        self._utvalg = "alle"
        self._vist: Sequence[Vistrad] = self._fylte

    # -- which rows ---------------------------------------------------------------------------------------------

    def velg(self, utvalg: str) -> None:
        """Show all rows (`alle`), those to look at (`se`), or those that are not taken in (`hoppes`)."""
        self.beginResetModel()
        self._utvalg = utvalg
        self._vist = [rad for rad in self._fylte if self._hoerer_til(rad, utvalg)]
        self.endResetModel()

    def antall(self, utvalg: str) -> int:
        """Return how many rows a choice shows."""
        return sum(1 for rad in self._fylte if self._hoerer_til(rad, utvalg))

    def _hoerer_til(self, rad: Vistrad, utvalg: str) -> bool:
        if utvalg == "alle":
            return True
        if utvalg == "se":
            return rad.nummer in self._med_funn
        return not self._er_lest(rad) or self.er_utelatt(rad.nummer)

    def _er_lest(self, rad: Vistrad) -> bool:
        return (self.ark.navn, rad.nummer) in self._rader

    def er_utelatt(self, rad: int) -> bool:
        """Say whether the user leaves a row out."""
        return (self.ark.navn, rad) in self._utelat

    def utelatelse_endret(self) -> None:
        """Show that rows were left out or taken back."""
        if self._utvalg == "hoppes":
            self.velg("hoppes")
        elif self._vist:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._vist) - 1, self.columnCount() - 1))

    # -- problems -----------------------------------------------------------------------------------------------

    def kolonne_for(self, funn: Funn) -> int:
        """Return the column (from 0, as in the file) where a problem of a row is shown."""
        if funn.kolonne is not None and funn.kolonne < len(self.ark.kolonner):
            return funn.kolonne
        return self._hovedkolonne

    def funn_i(self, indeks: Indeks) -> list[Funn]:
        """Return the problems of a cell; of the row's number, those of the whole row."""
        nummer = self._vist[indeks.row()].nummer
        if indeks.column() == 0:
            return [f for (rad, _), liste in self._funn.items() if rad == nummer for f in liste]
        return self._funn.get((nummer, indeks.column() - 1), [])

    def cella(self, funn: Funn) -> QModelIndex:
        """Return the cell of a problem, an invalid index where it is not shown."""
        for plass, rad in enumerate(self._vist):
            if rad.nummer == funn.rad and funn.ark == self.ark.navn:
                return self.index(plass, self.kolonne_for(funn) + 1)
        return QModelIndex()

    def radnummer(self, indeks: Indeks) -> int:
        """Return the row's number in the file."""
        return self._vist[indeks.row()].nummer

    # -- what Qt asks -------------------------------------------------------------------------------------------

    def rowCount(self, forelder: Indeks = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows are shown."""
        return 0 if forelder.isValid() else len(self._vist)

    def columnCount(self, forelder: Indeks = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the file's columns and the row number."""
        return 0 if forelder.isValid() else len(self.ark.kolonner) + 1

    def headerData(self, seksjon: int, retning: Qt.Orientation, rolle: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's letter as the spreadsheet program shows it."""
        if retning != Qt.Orientation.Horizontal or rolle != Qt.ItemDataRole.DisplayRole:
            return None
        if seksjon == 0:
            return self._t("forhaandsvisning.rad")
        return self._t("forhaandsvisning.kolonne", bokstav=bokstav(seksjon - 1))

    def data(self, indeks: Indeks, rolle: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, what is wrong with it, and whether its row is taken in."""
        rad, kolonne = self._vist[indeks.row()], indeks.column()
        svar: object = None
        match rolle:
            case Qt.ItemDataRole.DisplayRole if kolonne == 0:
                svar = str(rad.nummer)
            case Qt.ItemDataRole.DisplayRole:
                svar = rad.celler[kolonne - 1] if kolonne <= len(rad.celler) else ""
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                svar = "\n".join(f.setning for f in self.funn_i(indeks)) or None
            case _ if rolle == ALVOR and kolonne > 0:
                svar = max((f.alvor for f in self.funn_i(indeks)), key=_ORDEN.index, default="")
            case _ if rolle == BLEK:
                svar = not self._er_lest(rad)
            case _ if rolle == UTELATT:
                svar = self.er_utelatt(rad.nummer)
        return svar


def bokstav(kolonne: int) -> str:
    """Return A for 0, Z for 25, AA for 26."""
    bokstaver, rest = "", kolonne + 1
    while rest:
        rest, siffer = divmod(rest - 1, 26)
        bokstaver = chr(ord("A") + siffer) + bokstaver
    return bokstaver
