"""One row of a council list to one person; what cannot be understood is told, with its place.

`Kontekst` is what the lines, the sheet and the headings above say of the row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from verksted.innlesing.deltakere.andre import annen_art
from verksted.innlesing.deltakere.foedsel import aar_i_tittel, alder, er_foedselsnummer, foedselsaar
from verksted.innlesing.deltakere.navnerekke import navnene
from verksted.innlesing.deltakere.personnavn import Lestnavn, les_navn, ryddet, snu_navn
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell.kolonner import ord_for
from verksted.innlesing.tabell.tabellfil import celletekst

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.innlesing.deltakere.hode import Blokk
    from verksted.innlesing.deltakere.seksjon import Deltakerart
    from verksted.innlesing.tabell.tabellfil import Celle, Rad

# (row, column) of a cell under a merge -> row of the cell that holds the value
Fletting = dict[tuple[int, int], int]

NAVN_MAKS: Final = 120
_GRENSER: Final = {"verv": 80, "bosted": 80, "kjoenn": 20}
_PERIODER_MAKS: Final = 30
_NEDOVER: Final = frozenset({"liste", "listekode", "rolle", "vara_for"})
_VARA: Final = re.compile(
    r"\b(?:vara(?:medlem\w*|representant\w*|repr|mann|listen?)?|stedfortreder|varemedlem)\b", re.IGNORECASE
)
_VARA_FOR: Final = re.compile(r"\b(?:for|til)\s+(?P<hvem>.+)$", re.IGNORECASE)
_VARAORD: Final = re.compile(r"(?:nr\.?\s*)?[0-9]{1,2}\s*\.?\s*(?:vara\w*)?|vara\w*", re.IGNORECASE)
_HELTALL: Final = re.compile(r"(?:nr\.?\s*)?([0-9]{1,3})\b\.?\s*(?:period\w*|vara\w*|\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LestDeltaker:
    """One person of the list, `navn` as «Fornavn Etternavn»; what the file does not say is None.

    `vara_for` is a member's name or a list's; `vara_for_nr` is the member's index in the whole list when it is sure.
    `foedselsaar_omtrent`: reckoned from an age, so it may be one year off.
    """

    navn: str
    liste: str
    listekode: str | None
    verv: str | None
    art: Deltakerart
    vara_for: str | None
    varanummer: int | None
    kjoenn: str | None
    foedselsaar: int | None
    bosted: str | None
    perioder: int | None
    rad: int
    ark: str | None = None
    vara_for_nr: int | None = None
    foedselsaar_omtrent: bool = False


@dataclass(frozen=True, slots=True)
class Kontekst:
    """What holds for a row without standing in it; `aar` is the year the list was made."""

    fil: str
    ark: str | None
    art: Deltakerart = "medlem"
    liste: str | None = None
    vara_for: str | None = None
    alder_per: int | None = None
    aar: int | None = None
    foer: LestDeltaker | None = None


@dataclass(slots=True)
class Radleser:
    """Reads the rows of one table; `hent` gives the text of a merged cell's upper row."""

    blokk: Blokk
    fletting: Fletting
    hent: Callable[[int, int], Celle]
    problemer: list[Problem]
    merker: set[str] = field(default_factory=set)
    flere_vara: bool = False

    def celle(self, rad: Rad, felt: str) -> Celle:
        """Return the row's cell for a field, or the one it is merged with where that means the same."""
        kolonne = self.blokk.felt.get(felt, -1)
        celle = rad.celle(kolonne)
        if celle is None and felt in _NEDOVER and (oeverst := self.fletting.get((rad.nummer, kolonne))):
            return self.hent(oeverst, kolonne)
        return celle

    def tekst(self, rad: Rad, felt: str) -> str | None:
        """Return the row's text for a field, None where it is blank."""
        return ryddet(celletekst(self.celle(rad, felt))) or None

    def navnetekst(self, rad: Rad) -> str:
        """Return the name as it stands, from one column or from several."""
        if "navn" in self.blokk.felt:
            return self.tekst(rad, "navn") or ""
        fornavn = [t for felt in ("fornavn", "mellomnavn") if (t := self.tekst(rad, felt))]
        etternavn = self.tekst(rad, "etternavn")
        return f"{etternavn}, {' '.join(fornavn)}" if etternavn and fornavn else etternavn or " ".join(fornavn)

    def person(self, rad: Rad, her: Kontekst) -> LestDeltaker | None:
        """Return the row's person, or None when the name cannot be one."""
        lest = self._navnet(rad, her)
        if not any(tegn.isalpha() for tegn in lest.navn) or len(lest.navn) > NAVN_MAKS:
            self.meld("rad_uten_navn", Alvor.FEIL, rad, her, "navn", innhold=radtekst(rad)[:200])
            return None
        liste, kode = self._liste(rad, her, lest)
        aar, omtrent = self._foedselsaar(rad, her)
        deltaker = LestDeltaker(
            navn=lest.navn,
            liste=liste,
            listekode=kode,
            verv=None,
            art=her.art,
            vara_for=None,
            varanummer=None,
            kjoenn=self._kjoenn(rad, her),
            foedselsaar=aar or lest.foedselsaar,
            bosted=self._kort(rad, her, "bosted", self.tekst(rad, "bosted")),
            perioder=self._heltall(rad, her, "perioder"),
            rad=rad.nummer,
            ark=her.ark,
            foedselsaar_omtrent=omtrent,
        )
        return self._med_rolle(deltaker, rad, her, lest)

    def personlig_vara(self, rad: Rad, medlem: LestDeltaker) -> list[LestDeltaker]:
        """Return the deputies named beside a member in a column of their own."""
        celle = self.celle(rad, "vara_navn")
        deler = navnene(celle, flere=self.flere_vara) if isinstance(celle, str) else []
        biter = [b for del_ in deler for b in re.split(r"[\n;]|\s/\s", del_)]
        navn = [les_navn(b) for b in biter if _er_navn(ryddet(b))]
        return [
            replace(
                medlem, navn=n.navn, verv=None, art="vara", vara_for=medlem.navn, kjoenn=None, bosted=None,
                perioder=None, varanummer=nummer if len(navn) > 1 else n.nummer, foedselsaar=n.foedselsaar,
                foedselsaar_omtrent=False,
            )
            for nummer, n in enumerate(navn, start=1)
        ]  # fmt: skip

    def meld(self, noekkel: str, alvor: Alvor, rad: Rad, her: Kontekst, felt: str, **data: object) -> None:
        """Add a problem with its place."""
        sted = Sted(her.fil, her.ark, rad.nummer, self.blokk.bokstav(felt))
        self.problemer.append(Problem(noekkel, alvor, sted, data))

    def _navnet(self, rad: Rad, her: Kontekst) -> Lestnavn:
        delt = "etternavn" in self.blokk.felt and "navn" not in self.blokk.felt
        har_liste = delt or bool(self.tekst(rad, "liste") or self.tekst(rad, "listekode") or her.liste)
        lest = les_navn(self.navnetekst(rad), har_liste=har_liste)
        if lest.permisjon:
            self.meld("har_permisjon", Alvor.MERKNAD, rad, her, "navn", navn=lest.navn, tekst=lest.permisjon)
        # A name with a comma is turned round already.
        if not delt and self.blokk.snudd and lest.navn in ryddet(self.navnetekst(rad)):
            return self._snudd(rad, her, lest)
        return lest

    def _snudd(self, rad: Rad, her: Kontekst, lest: Lestnavn) -> Lestnavn:
        """Return the name with its surname last; of three words or more it is not sure how many are the surname."""
        ord_ = lest.navn.split()
        store = next((i for i, o in enumerate(ord_) if not er_store(o)), len(ord_))
        antall = store if 0 < store < len(ord_) else 1
        ny = " ".join((*ord_[antall:], *ord_[:antall]))
        if len(ord_) > 2 and antall != store:
            self.meld("navn_snudd_usikkert", Alvor.ADVARSEL, rad, her, "navn", skrevet=lest.navn, navn=ny)
        return replace(lest, navn=ny)

    def _liste(self, rad: Rad, her: Kontekst, lest: Lestnavn) -> tuple[str, str | None]:
        """Return the list as it stands; the forms of one list become one when the whole file is read."""
        liste, kode = self.tekst(rad, "liste"), self.tekst(rad, "listekode")
        if liste and liste in {"-", "\u2013"}:
            liste = None
        if not liste and not kode:
            liste = lest.liste or her.liste
        if (liste and len(liste) > NAVN_MAKS) or (kode and not liste and len(kode) > NAVN_MAKS):
            self.meld("for_lang_tekst", Alvor.ADVARSEL, rad, her, "liste", verdi=(liste or kode or "")[:60])
            return "", None
        return liste or "", kode

    def _med_rolle(self, person: LestDeltaker, rad: Rad, her: Kontekst, lest: Lestnavn) -> LestDeltaker:
        """Return the person as member or deputy: by what the row says before what stands over it."""
        art, verv = her.art, lest.verv
        vara_for, nummer = self._vara_for(rad)
        nummer = nummer or self._heltall(rad, her, "varanummer")
        if lest.er_vara:
            art, vara_for = "vara", vara_for or lest.vara_for
        sagt_medlem = False
        for felt in ("rolle", "verv", "vara_navn"):
            tekst = self.tekst(rad, felt)
            if not tekst or (felt == "vara_navn" and _er_navn(tekst)):
                continue
            lav = tekst.casefold().strip(" .")
            if lav in _ord("ukjent") and not (felt == "vara_navn" and lav == "x"):
                continue
            siffer = re.search("[0-9]{1,2}", tekst)
            if _VARA.search(tekst) or (felt != "verv" and lav in _ord("vara")) or felt == "vara_navn":
                art = "vara"
                nummer = nummer or (int(siffer[0]) if siffer else None)
                hvem = _VARA_FOR.search(tekst)
                vara_for = vara_for or (hvem["hvem"].strip(" ()") if hvem else None)
            elif lav in _ord("medlem"):
                sagt_medlem = sagt_medlem or felt == "rolle"
                art = "medlem" if felt == "rolle" else art
            else:
                verv = tekst if not verv else f"{verv}, {tekst}" if tekst.casefold() != verv.casefold() else verv
        if vara_for and not sagt_medlem:
            art = "vara"
        art, liste = _ikke_valgt(art, person.liste, self.tekst(rad, "rolle"), verv, sagt_medlem=sagt_medlem)
        if art == "vara":
            nummer, vara_for = nummer or lest.nummer, vara_for or her.vara_for
        return replace(
            person,
            art=art,
            liste=liste,
            listekode=person.listekode if liste else None,
            verv=self._kort(rad, her, "verv", verv),
            vara_for=snu_navn(vara_for)[:NAVN_MAKS] if vara_for and art == "vara" else None,
            varanummer=nummer if art == "vara" or "varanummer" in self.blokk.felt else None,
        )

    def _vara_for(self, rad: Rad) -> tuple[str | None, int | None]:
        """Return whom the column says, and the number where it only says «1. vara»."""
        tekst = self.tekst(rad, "vara_for")
        if not tekst or tekst.casefold() in _ord("ukjent"):
            return None, None
        if _VARAORD.fullmatch(tekst):
            siffer = re.search("[0-9]{1,2}", tekst)
            return None, int(siffer[0]) if siffer else None
        hvem = _VARA_FOR.search(tekst) if _VARA.search(tekst) else None
        return hvem["hvem"] if hvem else tekst, None

    def _kjoenn(self, rad: Rad, her: Kontekst) -> str | None:
        tekst = self.tekst(rad, "kjoenn")
        if not tekst:
            return None
        lav = tekst.casefold().strip(" .")
        for kjoenn in ("kvinne", "mann"):
            if lav in _ord(kjoenn):
                return kjoenn
        return None if lav in _ord("ukjent") else self._kort(rad, her, "kjoenn", tekst)

    def _foedselsaar(self, rad: Rad, her: Kontekst) -> tuple[int | None, bool]:
        """Return the year of birth, and whether it is reckoned from an age today."""
        celle = self.celle(rad, "foedselsaar")
        tekst = ryddet(celletekst(celle))
        if tekst and tekst.casefold() not in _ord("ukjent"):
            if er_foedselsnummer(celle):
                self.merker.add("foedselsnumre")
            aar = foedselsaar(celle, aar=her.aar)
            if aar is None:
                verdi = tekst if not er_foedselsnummer(celle) else "\u2026"
                self.meld("uklart_foedselsaar", Alvor.ADVARSEL, rad, her, "foedselsaar", verdi=verdi[:60])
            return aar, False
        return self._av_alder(rad, her)

    def _av_alder(self, rad: Rad, her: Kontekst) -> tuple[int | None, bool]:
        celle = self.celle(rad, "alder")
        tekst = ryddet(celletekst(celle))
        if not tekst or tekst.casefold() in _ord("ukjent"):
            return None, False
        if (aar := foedselsaar(celle, aar=her.aar)) and len(tekst) >= 4:
            return aar, False
        antall, i_aar = alder(celle), her.alder_per or her.aar
        if antall is None or i_aar is None:
            noekkel = "uklar_alder" if antall is None else "alder_uten_aar"
            self.meld(noekkel, Alvor.ADVARSEL, rad, her, "alder", verdi=tekst[:60])
            return None, False
        if her.alder_per is None:
            self.merker.add("alder")
        return i_aar - antall, her.alder_per is None

    def _heltall(self, rad: Rad, her: Kontekst, felt: str) -> int | None:
        tekst = self.tekst(rad, felt)
        if not tekst or tekst in {"-", "\u2013"}:
            return None
        treff = _HELTALL.fullmatch(tekst)
        tall = int(treff[1]) if treff else None
        if tall is None or (felt == "perioder" and tall > _PERIODER_MAKS):
            self.meld("ikke_heltall", Alvor.ADVARSEL, rad, her, felt, verdi=tekst[:60])
            return None
        return tall

    def _kort(self, rad: Rad, her: Kontekst, felt: str, tekst: str | None) -> str | None:
        """Return a text the file has room for; a longer one is told and left out, never cut."""
        if tekst is None or len(tekst) <= _GRENSER[felt]:
            return tekst
        self.meld("for_lang_tekst", Alvor.ADVARSEL, rad, her, felt, verdi=tekst)
        return None


def radtekst(rad: Rad) -> str:
    """Return what stands in a row, for a problem's sentence."""
    return " · ".join(t for c in rad.celler if (t := ryddet(celletekst(c))))


def alderens_aar(tekster: tuple[str, ...]) -> int | None:
    """Return the year that the heading of the ages names, if it does."""
    return next((aar for t in tekster if "alder" in t.casefold() and (aar := aar_i_tittel(t))), None)


def er_store(ord_: str) -> bool:
    """Say whether a word is written in capitals, as surnames are in some lists; an initial is not."""
    return ord_.isupper() and sum(map(str.isalpha, ord_)) > 1


def _er_navn(tekst: str) -> bool:
    return len(tekst.split()) > 1 and not re.search("[0-9]", tekst) and not _VARA.search(tekst)


def _ord(slag: str) -> tuple[str, ...]:
    return ord_for("deltakerord")[slag]


def _ikke_valgt(
    art: Deltakerart, liste: str, rolle: str | None, verv: str | None, *, sagt_medlem: bool
) -> tuple[Deltakerart, str]:
    """Return what somebody is and their list: the administration has none, even where the column says «Administrasjon».

    A verv alone says it only of somebody without a list: a councillor may well be an adviser by trade.
    """
    sagt = annen_art(liste) or annen_art(rolle) or (annen_art(verv) if not liste else None)
    if sagt is None or sagt_medlem or art == "vara":
        return art, liste
    return sagt, "" if annen_art(liste) else liste
