"""Writes one table: headings, cells with links, row of sums, closed lists; and never a formula out of a text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from verksted.kjerne.formater import heltall, oppramsing
from verksted.kjerne.tekstrens import rens
from verksted.visning.sporbarhet_celler import Lenke, Ord, i_en_celle
from verksted.visning.sporbarhet_kolonner import Kolonneart

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from verksted.dokumenter.excel.oppsett import Felt, Tabell
    from verksted.dokumenter.excel.stiler import Stiler
    from verksted.kjerne.tekster import Tekster
    from verksted.visning.sporbarhet_celler import Ark, Celle

LINJEHOEYDE: Final = 15.0
OVERSKRIFTSHOEYDE: Final = 39.0
MAKS_HOEYDE: Final = 409.0
# Excel takes 65 530 links on a sheet; codes after that are plain text.
MAKS_LENKER: Final = 65_000
# The longest text a formula may hold.
MAKS_TEGN_I_FORMEL: Final = 255
_LIGNER_FORMEL: Final = ("=", "+", "-", "@", "\t", "\n")


class Tabellskriver:
    """Writes the tables of one workbook on their sheets."""

    def __init__(self, tabeller: dict[Ark, Tabell], stiler: Stiler, tekster: Tekster) -> None:
        self._tabeller = tabeller
        self._stiler = stiler
        self._tekster = tekster
        self._lenker: dict[str, int] = {}

    def ord(self, ord_: Ord | str) -> str:
        """Return the words of the catalogue, with numbers and lists as Norwegians write them."""
        if isinstance(ord_, str):
            return ord_
        data = {navn: self._verdi(verdi) for navn, verdi in ord_.data.items()}
        return self._tekster(f"excel.{ord_.noekkel}", **data)

    def _verdi(self, verdi: str | int | tuple[str, ...]) -> str:
        if isinstance(verdi, int):
            return heltall(verdi)
        return oppramsing(verdi, self._tekster.maalform) if isinstance(verdi, tuple) else verdi

    def skriv(self, blad: Worksheet, tabell: Tabell, *, filter_: bool = True) -> None:
        """Write the whole table as a table object."""
        for felt in tabell.felter:
            blad.set_column(felt.plass, felt.plass, felt.kolonne.bredde)
        self._tabellobjekt(blad, tabell, filter_=filter_)
        for nummer, rad in enumerate(tabell.rader, start=tabell.foerste_rad):
            linjer = 1
            for felt in tabell.felter:
                verdi: Celle | tuple[int | None, ...] = getattr(rad, felt.kolonne.noekkel)
                if felt.aar is not None:
                    verdi = verdi[felt.aar] if isinstance(verdi, tuple) and verdi else None
                linjer = max(linjer, self.celle(blad, nummer, felt, verdi))  # type: ignore[arg-type]
            blad.set_row(nummer, min(MAKS_HOEYDE, LINJEHOEYDE * linjer + 3))
        if tabell.har_sum:
            self._sumrad(blad, tabell)
        for felt in tabell.felter:
            self._lukket_liste(blad, tabell, felt)

    def celle(self, blad: Worksheet, rad: int, felt: Felt, verdi: Celle | float, *, sumrad: bool = False) -> int:
        """Write one cell and return how many lines it takes."""
        kolonne, plass = felt.kolonne, felt.plass
        if verdi is None or verdi == "":
            blad.write_blank(rad, plass, None, self._stiler.celle(kolonne, foerste=felt.foerste, sumrad=sumrad))
            return 1
        if isinstance(verdi, int | float):
            hel = kolonne.art is Kolonneart.ANDEL and abs(verdi * 100 - round(verdi * 100)) < 1e-9
            stil = self._stiler.celle(kolonne, hel_andel=hel, foerste=felt.foerste, sumrad=sumrad)
            blad.write_number(rad, plass, verdi, stil)
            return 1
        if isinstance(verdi, date):
            blad.write_datetime(rad, plass, verdi, self._stiler.celle(kolonne, foerste=felt.foerste))
            return 1
        return self._tekst(blad, rad, felt, verdi, sumrad=sumrad)

    def _tekst(self, blad: Worksheet, rad: int, felt: Felt, verdi: str | Ord | Lenke, *, sumrad: bool) -> int:
        innhold = verdi.tekst if isinstance(verdi, Lenke) else verdi
        tekst = i_en_celle(rens(self.ord(innhold)))
        uthevet = isinstance(innhold, Ord) and innhold.uthevet
        lenke = isinstance(verdi, Lenke) and self._lenker.setdefault(blad.name, 0) < MAKS_LENKER
        stil = self._stiler.celle(
            felt.kolonne,
            lenke=lenke,
            uthevet=uthevet,
            vernet=tekst.startswith(_LIGNER_FORMEL),
            foerste=felt.foerste,
            sumrad=sumrad,
        )
        linjer = antall_linjer(tekst, felt.kolonne.bredde - (3 if uthevet else 1))
        if isinstance(verdi, Lenke) and lenke:
            self._lenker[blad.name] += 1
            maal = self._tabeller[verdi.ark].celle(verdi.rad, verdi.kolonne)
            _lenk(
                blad,
                (rad, felt.plass),
                tekst,
                maal=maal,
                stil=stil,
                i_formel=linjer > 1 and not felt.kolonne.kan_endres,
            )
        else:
            blad.write_string(rad, felt.plass, tekst, stil)
        return linjer

    def _tabellobjekt(self, blad: Worksheet, tabell: Tabell, *, filter_: bool) -> None:
        kolonner: list[dict[str, object]] = []
        for felt in tabell.felter:
            stil = self._stiler.overskrift(felt.kolonne, foerste=felt.foerste)
            egenskaper: dict[str, object] = {"header": felt.overskrift, "header_format": stil}
            if felt.kolonne.summeres:
                egenskaper["total_function"] = "sum"
            elif felt.kolonne.sumtekst:
                egenskaper["total_string"] = self._tekster(f"excel.sum.{felt.kolonne.sumtekst}")
            kolonner.append(egenskaper)
        blad.add_table(
            tabell.overskriftsrad,
            0,
            tabell.siste_rad + tabell.har_sum,
            len(tabell.felter) - 1,
            {
                "name": tabell.navn,
                "columns": kolonner,
                "style": None,
                "autofilter": filter_,
                "total_row": tabell.har_sum,
            },
        )
        blad.set_row(tabell.overskriftsrad, OVERSKRIFTSHOEYDE)

    def _sumrad(self, blad: Worksheet, tabell: Tabell) -> None:
        rad = tabell.siste_rad + 1
        for felt in tabell.felter:
            stil = self._stiler.celle(felt.kolonne, foerste=felt.foerste, sumrad=True)
            if felt.kolonne.summeres:
                formel = f"=SUBTOTAL(109,{tabell.navn}[{felt.overskrift}])"
                blad.write_formula(rad, felt.plass, formel, stil, _sum(tabell, felt))
            else:
                tekst = felt.kolonne.sumtekst
                verdi = self._tekster(f"excel.sum.{tekst}") if tekst else None
                self.celle(blad, rad, felt, verdi, sumrad=True)
        blad.set_row(rad, LINJEHOEYDE + 6)

    def _lukket_liste(self, blad: Worksheet, tabell: Tabell, felt: Felt) -> None:
        valg: dict[str, object] | None = None
        if felt.kolonne.valg:
            valg = {"validate": "list", "source": [self._tekster(f"excel.{n}") for n in felt.kolonne.valg]}
        elif felt.kolonne.kan_endres and felt.kolonne.art is Kolonneart.DATO:
            valg = {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1)}
        elif felt.kolonne.kan_endres and felt.kolonne.art is Kolonneart.ANDEL:
            valg = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
        elif felt.kolonne.kan_endres and felt.kolonne.art is Kolonneart.BELOEP:
            valg = {"validate": "integer", "criteria": "between", "minimum": -(10**12), "maximum": 10**12}
        if valg is None:
            return
        art = "liste" if felt.kolonne.valg else str(felt.kolonne.art)
        valg |= {
            "error_title": self._tekster("excel.ugyldig.tittel"),
            "error_message": self._tekster(f"excel.ugyldig.{art}"),
        }
        blad.data_validation(tabell.foerste_rad, felt.plass, tabell.siste_rad, felt.plass, valg)


def _lenk(blad: Worksheet, sted: tuple[int, int], tekst: str, *, maal: str, stil: Format, i_formel: bool) -> None:
    """Write a link to a cell.

    LibreOffice does not wrap linked cells, so a list of codes over several lines is a HYPERLINK formula instead. It is
    made of our own codes, never of a note, and only in columns that nobody edits.
    """
    if i_formel and len(tekst) <= MAKS_TEGN_I_FORMEL:
        sitert = tekst.replace('"', '""')
        blad.write_formula(*sted, f'=HYPERLINK("#{maal}","{sitert}")', stil, tekst)
    else:
        blad.write_url(*sted, f"internal:{maal}", stil, tekst)


def _sum(tabell: Tabell, felt: Felt) -> float:
    total: float = 0
    for rad in tabell.rader:
        verdi = getattr(rad, felt.kolonne.noekkel)
        if felt.aar is not None:
            verdi = verdi[felt.aar] if verdi else None
        total += verdi or 0
    return total


def antall_linjer(tekst: str, bredde: int) -> int:
    """Return how many lines a wrapped text takes in a column of so many characters.

    Widths count the figure 0; running text in Calibri is narrower, and in a wide column less is lost at line ends.
    """
    bredde = int(bredde * (1.12 if bredde > 30 else 1.03))
    if len(tekst) <= bredde and "\n" not in tekst:
        return 1
    linjer = 0
    for avsnitt in tekst.split("\n"):
        linjer += 1
        igjen = bredde
        for ord_ in avsnitt.split(" "):
            if len(ord_) > igjen:
                hele = max(0, len(ord_) - 1) // bredde
                linjer += hele + (igjen < bredde)
                igjen = bredde - (len(ord_) - hele * bredde)
            else:
                igjen -= len(ord_)
            igjen -= 1
    return linjer
