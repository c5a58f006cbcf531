"""*Utkast til samfunnsdel*: part 1 for the reader, part 2 for those who work on it, in one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.dokumenter.word.arbeidsdel import skriv_arbeidsdel
from verksted.dokumenter.word.avsnitt import Skriver, avsnitt
from verksted.dokumenter.word.leserdel import skriv_leserdel
from verksted.dokumenter.word.loep import loep
from verksted.dokumenter.word.pakke import Omslag, pakk, seksjon
from verksted.dokumenter.word.tabell import Kolonne, Radmal, celle, tabell
from verksted.kjerne.formater import dato_kort, dato_lang, heltall
from verksted.kjerne.klokke import lokal

if TYPE_CHECKING:
    from datetime import datetime

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.samfunnsdel import SamfunnsdelVisning


def skriv_samfunnsdel(visning: SamfunnsdelVisning, tekster: Tekster, *, skrevet: datetime) -> bytes:
    """Return the docx; the same view, texts and moment give the same bytes."""
    s = Skriver()
    dato = dato_lang(lokal(skrevet).date(), tekster.maalform).partition(" ")[2]
    _tittelside(s, visning, tekster, dato)
    plass, sett = len(s.kropp), len(s.overskrifter)
    skriv_leserdel(s, visning, tekster)
    bunner = [tekster("word.plan.bunn_utkast", dato=dato)]
    if visning.har_arbeidsdel:
        # The section ends in the last words of part 1, so that no empty page can come of it.
        slutt = loep(tekster("word.plan.slutt")) if visning.kapitler else ""
        s.legg_til(avsnitt(slutt, "Liten", seksjon(0, forside=True)))
        skriv_arbeidsdel(s, visning, tekster)
        bunner.append(tekster("word.plan.bunn_arbeid", dato=dato))
    s.overskrifter = s.overskrifter[sett:]
    s.innholdsliste(tekster("word.felles.innhold"), plass, ny_side=True)
    s.legg_til(seksjon(len(bunner) - 1, forside=len(bunner) == 1))
    tittel = _navn(visning, tekster)
    omslag = Omslag(
        tittel=f"{tekster('word.plan.utkast')}: {tittel}",
        emne=visning.prosess,
        kommune=visning.kommune,
        maalform=visning.maalform,
        skrevet=skrevet,
        topp=tittel,
        bunner=tuple(bunner),
    )
    return pakk(s.kropp, s.bilder, omslag, tekster)


def _navn(visning: SamfunnsdelVisning, tekster: Tekster) -> str:
    navn = tekster("word.plan.navn")
    return f"{navn} {visning.planperiode[0]}–{visning.planperiode[1]}" if visning.planperiode else navn


def _tittelside(s: Skriver, visning: SamfunnsdelVisning, tekster: Tekster, dato: str) -> None:
    s.avsnitt(loep(tekster("word.plan.utkast")), "Nivaalinje", '<w:spacing w:before="1200"/>')
    # The years go on a line of their own, or the title breaks between them.
    navn = _navn(visning, tekster)
    s.avsnitt(loep("\n".join(navn.rsplit(" ", 1)) if visning.planperiode else navn), "Title")
    s.avsnitt(loep(f"{visning.kommune}, {dato}"), "Subtitle")
    innhold = tekster("word.plan.to_deler" if visning.kapitler else "word.plan.tom")
    s.avsnitt(loep(tekster("word.plan.ikke_vedtatt") + " ", "Strong") + loep(innhold), "Raadboks")
    if visning.er_eksempel:
        s.tekst(tekster("word.felles.eksempel"), "Liten")
    if not visning.verksteder:
        return
    s.overskrift(1, tekster("word.plan.slik_ble_den"))
    s.tekst(
        tekster.antall(
            "word.plan.laget_av",
            len(visning.verksteder),
            innspill=heltall(sum(v.innspill for v in visning.verksteder)),
            punkter=heltall(sum(v.punkter for v in visning.verksteder)),
        )
    )
    if visning.kapitler:
        s.tekst(tekster("word.plan.fag_og_politikk"))
    kolonner = (
        Kolonne(tekster("word.kolonne.verksted"), 5_070),
        Kolonne(tekster("word.kolonne.dato"), 1_300),
        *(Kolonne(tekster(f"word.kolonne.{navn}"), 900, tall=True) for navn in ("antall_bord", "innspill", "punkter")),
    )
    mal = Radmal(kolonner)
    rader = [
        mal.fyll(
            (
                celle(loep(f"{v.nummer} {v.tittel}")),
                celle(loep(dato_kort(v.dato) if v.dato else "–")),
                *(celle(loep(heltall(tall)), "Tabelltall") for tall in (v.bord, v.innspill, v.punkter)),
            )
        )
        for v in visning.verksteder
    ]
    s.legg_til(
        tabell(
            kolonner,
            rader,
            tittel=tekster("word.plan.slik_ble_den"),
            beskrivelse=tekster("word.plan.verkstedene"),
            fortsetter=tekster("word.felles.fortsetter"),
        )
    )
