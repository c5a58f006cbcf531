"""Operations on notes: the same for phone, file, paper and window."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from verksted.handlinger.feil import (
    ForMangeLoeftet,
    IdErBruktTilNoeAnnet,
    InnspilletErForLangt,
    InnspilletErTomt,
    TypenPasserIkke,
)
from verksted.handlinger.handling import handling
from verksted.handlinger.prosess import spoersmaalet, verkstedet
from verksted.kjerne.feil import FinnesIkke
from verksted.kjerne.ider import innspillskode, ny_id
from verksted.kjerne.tekstrens import raa, rens
from verksted.modell.deltaker import Gruppe
from verksted.modell.innspill import MAKS_TEGN, Innspill, InnspillRevisjon, fingeravtrykk
from verksted.modell.ordene import Innspillstype, Vei
from verksted.modell.plan import Planelement
from verksted.modell.verksted import Spoersmaal

if TYPE_CHECKING:
    from verksted.lager.oekt import Oekt

T = TypeVar("T")


@handling
def skriv_innspill(
    oekt: Oekt,
    *,
    verksted: int,
    gruppe: int,
    spoersmaal: int,
    tekst: str,
    innspillstype: Innspillstype | None = None,
    hvorfor: str = "",
    vei: Vei = Vei.VINDU,
    spraak: str | None = None,
    element: str | None = None,
    etter_frist: bool = False,
    innspill_id: str | None = None,
) -> str:
    """Write one note from one table; return its code.

    `innspill_id` is made by the writer: the same note sent twice is one note, and nothing is changed the second time.
    Raises FinnesIkke, InnspilletErTomt, InnspilletErForLangt, TypenPasserIkke, IdErBruktTilNoeAnnet.
    """
    _krev_ord(tekst, hvorfor)
    verkstedrad = verkstedet(oekt, verksted)
    bord = _hent(oekt.finn(Gruppe, verksted_id=verkstedrad.id, nummer=gruppe), "gruppe", str(gruppe))
    sporsmaalet = spoersmaalet(oekt, verkstedrad, spoersmaal)
    typen = _typen(sporsmaalet, innspillstype)
    plansted = _hent(oekt.finn(Planelement, kode=element), "planelement", element) if element else None
    if innspill_id is not None and (finnes := oekt.finn(Innspill, id=innspill_id)) is not None:
        sted = (bord.id, sporsmaalet.id)
        return _samme_som_foer(oekt, finnes, sted, tekst=tekst, hvorfor=hvorfor, innspillstype=typen)
    rad = oekt.opprett(
        Innspill,
        id=innspill_id or ny_id(),
        verksted_id=verkstedrad.id,
        gruppe_id=bord.id,
        spoersmaal_id=sporsmaalet.id,
        planelement_id=plansted.id if plansted else None,
        kode=innspillskode(verksted, gruppe, oekt.neste(f"V{verksted}-G{gruppe}")),
        vei=vei,
        mottatt_nr=oekt.neste("mottatt"),
        etter_frist=etter_frist,
    )
    _skriv_revisjon(oekt, rad, 1, tekst=tekst, hvorfor=hvorfor, innspillstype=typen, spraak=spraak)
    oekt.gjelder(rad.kode)
    return rad.kode


@handling
def revider_innspill(
    oekt: Oekt, *, kode: str, tekst: str, hvorfor: str | None = None, innspillstype: Innspillstype | None = None
) -> int:
    """Give a note new words; the old ones are kept. Return the revision number (raises as `skriv_innspill`)."""
    rad = innspillet(oekt, kode)
    siste = siste_revisjon(oekt, rad)
    nytt_hvorfor = siste.hvorfor if hvorfor is None else hvorfor
    _krev_ord(tekst, nytt_hvorfor)
    typen = siste.type if innspillstype is None else _typen(oekt.hent(Spoersmaal, rad.spoersmaal_id), innspillstype)
    if (rens(tekst), rens(nytt_hvorfor), typen) == (siste.tekst, siste.hvorfor, siste.type):
        return rad.revisjon
    _skriv_revisjon(
        oekt, rad, rad.revisjon + 1, tekst=tekst, hvorfor=nytt_hvorfor, innspillstype=typen, spraak=siste.spraak
    )
    oekt.oppdater(rad, revisjon=rad.revisjon + 1)
    oekt.gjelder(kode)
    return rad.revisjon + 1


@handling
def fjern_innspill(oekt: Oekt, *, kode: str) -> None:
    """Put a note in the bin; its words stay (raises FinnesIkke)."""
    oekt.gjelder(kode)
    oekt.oppdater(innspillet(oekt, kode), fjernet=True)


@handling
def hent_tilbake_innspill(oekt: Oekt, *, kode: str) -> None:
    """Take a note out of the bin; it is no longer lifted if others took its place (raises FinnesIkke)."""
    oekt.gjelder(kode)
    rad = innspillet(oekt, kode)
    loeftet = rad.loeftet and (not rad.fjernet or _ledig_loeft(oekt, rad) > 0)
    oekt.oppdater(rad, fjernet=False, loeftet=loeftet)


@handling
def trekk_innspill(oekt: Oekt, *, kode: str, grunn: str) -> None:
    """Mark a note as withdrawn by its table, with the reason (raises FinnesIkke)."""
    oekt.gjelder(kode)
    oekt.oppdater(innspillet(oekt, kode), trukket=True, trukket_grunn=grunn, sluppet=False)


@handling
def slipp_innspill(oekt: Oekt, *, kode: str, sluppet: bool) -> None:
    """Allow a note on the projector, or take it away again (raises FinnesIkke)."""
    oekt.gjelder(kode)
    oekt.oppdater(innspillet(oekt, kode), sluppet=sluppet)


@handling
def loeft_innspill(oekt: Oekt, *, kode: str, loeftet: bool) -> None:
    """Lift a table's note to plenary, or take it down (raises FinnesIkke, ForMangeLoeftet)."""
    rad = innspillet(oekt, kode)
    if loeftet and not rad.loeftet and _ledig_loeft(oekt, rad) <= 0:
        raise ForMangeLoeftet(maks=oekt.hent(Spoersmaal, rad.spoersmaal_id).maks_loeft)
    oekt.gjelder(kode)
    oekt.oppdater(rad, loeftet=loeftet)


def _ledig_loeft(oekt: Oekt, rad: Innspill) -> int:
    """Return how many more notes the table may lift on the question."""
    alt_loeftet = oekt.alle(
        Innspill, gruppe_id=rad.gruppe_id, spoersmaal_id=rad.spoersmaal_id, loeftet=True, fjernet=False
    )
    return oekt.hent(Spoersmaal, rad.spoersmaal_id).maks_loeft - len(alt_loeftet)


def innspillet(oekt: Oekt, kode: str) -> Innspill:
    """Return a note by its code (raises FinnesIkke)."""
    return _hent(oekt.finn(Innspill, kode=kode), "innspill", kode)


def siste_revisjon(oekt: Oekt, rad: Innspill) -> InnspillRevisjon:
    """Return a note's words as they now are."""
    funnet = oekt.finn(InnspillRevisjon, innspill_id=rad.id, nummer=rad.revisjon)
    return _hent(funnet, "innspill_revisjon", rad.kode)


def _skriv_revisjon(
    oekt: Oekt,
    rad: Innspill,
    nummer: int,
    *,
    tekst: str,
    hvorfor: str,
    innspillstype: Innspillstype,
    spraak: str | None,
) -> None:
    renset, renset_hvorfor = rens(tekst), rens(hvorfor)
    oekt.opprett(
        InnspillRevisjon,
        innspill_id=rad.id,
        nummer=nummer,
        type=innspillstype,
        tekst=renset,
        hvorfor=renset_hvorfor,
        spraak=spraak,
        raatekst=raa(tekst) if renset != tekst else None,
        sha256=fingeravtrykk(
            tekst=renset,
            hvorfor=renset_hvorfor,
            innspillstype=innspillstype,
            spoersmaal_id=rad.spoersmaal_id,
            gruppe_id=rad.gruppe_id,
            nummer=nummer,
        ),
    )


def _samme_som_foer(
    oekt: Oekt, rad: Innspill, sted: tuple[str, str], *, tekst: str, hvorfor: str, innspillstype: Innspillstype
) -> str:
    """Return the code of the note that has the id, if it was written with these words at this place (table, question).

    Raises IdErBruktTilNoeAnnet.
    """
    foerste = _hent(oekt.finn(InnspillRevisjon, innspill_id=rad.id, nummer=1), "innspill_revisjon", rad.kode)
    skrevet = (foerste.tekst, foerste.hvorfor, foerste.type, rad.gruppe_id, rad.spoersmaal_id)
    if skrevet != (rens(tekst), rens(hvorfor), innspillstype, *sted):
        raise IdErBruktTilNoeAnnet(kode=rad.kode)
    oekt.gjelder(rad.kode)
    return rad.kode


def _krev_ord(tekst: str, hvorfor: str) -> None:
    if not tekst.strip():
        raise InnspilletErTomt
    lengst = max(len(tekst), len(hvorfor))
    if lengst > MAKS_TEGN:
        raise InnspilletErForLangt(tegn=lengst, maks=MAKS_TEGN)


def _typen(spoersmaal: Spoersmaal, valgt: Innspillstype | None) -> Innspillstype:
    lov = [Innspillstype(t) for t in spoersmaal.svartyper]
    if valgt is None:
        return lov[0] if len(lov) == 1 else Innspillstype.FRITT
    if valgt not in lov and valgt is not Innspillstype.FRITT:
        raise TypenPasserIkke(type=str(valgt), lov=", ".join(lov))
    return valgt


def _hent(rad: T | None, hva: str, kode: str) -> T:
    if rad is None:
        raise FinnesIkke(hva=hva, kode=kode)
    return rad
