"""Operations that take in what was read from files. Each import is one operation, and one undo."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verksted.handlinger.deltakerliste import foer_inn_deltakere
from verksted.handlinger.feil import FilenErLestInnFoer, PosteneErKnyttet
from verksted.handlinger.handling import handling
from verksted.handlinger.oekonomiplan import ny_planlesning, opprett_poster, poster_som_erstattes, slett_poster
from verksted.handlinger.plan import ny_elementkode
from verksted.handlinger.prosess import nivaaet, prosessen
from verksted.kjerne.ider import kunnskapskode
from verksted.modell.ordene import Innlesingsart, Planrolle, Sporting
from verksted.modell.plan import Kunnskapspunkt, Planelement
from verksted.modell.prosess import Innlesing
from verksted.modell.spor import Sporlenke
from verksted.regler.deltakerendringer import Deltakerendringer

if TYPE_CHECKING:
    from verksted.innlesing.deltakere.deltakere import LestDeltakerliste
    from verksted.innlesing.kunnskap.kunnskap import LestKunnskap
    from verksted.innlesing.oekonomiplan.oekonomiplan import LestOekonomiplan
    from verksted.innlesing.samfunnsdel.samfunnsdel import LestSamfunnsdel
    from verksted.lager.oekt import Oekt


@handling
def ta_inn_deltakere(oekt: Oekt, *, lest: LestDeltakerliste, filnavn: str, sha256: str) -> Deltakerendringer:
    """Take in a council list; return how many people it held, and what it changed.

    People and lists already known are kept and brought up to date; nobody is taken away.
    """
    prosessen(oekt)
    if not lest.deltakere:
        return Deltakerendringer((), (), (), ())
    endringer = foer_inn_deltakere(oekt, lest)
    _ny_innlesing(oekt, Innlesingsart.DELTAKERE, filnavn, sha256, len(lest.deltakere))
    return endringer


@handling
def ta_inn_samfunnsdel(oekt: Oekt, *, lest: LestSamfunnsdel, filnavn: str, sha256: str) -> int:
    """Take in gjeldende samfunnsdel as the plan tree, each node with its certainty and place; return how many.

    Level names come from the document; codes are given here and never again. Raises FilenErLestInnFoer.
    """
    prosessen(oekt)
    if not lest.noder:
        return 0
    _krev_ny_fil(oekt, Innlesingsart.SAMFUNNSDEL, filnavn, sha256)
    innlesing = _ny_innlesing(oekt, Innlesingsart.SAMFUNNSDEL, filnavn, sha256, len(lest.noder))
    rader: dict[int, Planelement] = {}
    for rekkefoelge, node in enumerate(lest.noder, start=1):
        forelder = rader[node.forelder] if node.forelder is not None else None
        nivaa = nivaaet(oekt, Planrolle(node.rolle), node.nivaanavn)
        rader[node.indeks] = oekt.opprett(
            Planelement,
            forelder_id=forelder.id if forelder else None,
            nivaa_id=nivaa.id,
            rekkefoelge=rekkefoelge,
            kode=ny_elementkode(oekt, forelder, nivaa),
            gjeldende_tittel=node.tittel,
            gjeldende_tekst=node.tekst,
            baerekraftsmaal=list(node.baerekraftsmaal),
            sikkerhet_bp=node.sikkerhet_bp,
            kilde_sted=" › ".join(node.sti),
            innlesing_id=innlesing.id,
        )
    return len(rader)


@handling
def ta_inn_oekonomiplan(oekt: Oekt, *, lest: LestOekonomiplan, filnavn: str, sha256: str) -> int:
    """Take in the økonomiplan; return how many posts. Earlier posts of the kinds in the file are replaced.

    Drift and investering may so come in a file each. Raises FilenErLestInnFoer, and PosteneErKnyttet when the trail
    uses posts that would go.
    """
    prosessen(oekt)
    if not lest.poster:  # a file that gave nothing replaces nothing
        return 0
    _krev_ny_fil(oekt, Innlesingsart.OEKONOMIPLAN, filnavn, sha256)
    gamle = poster_som_erstattes(oekt, lest)
    borte = {post.id for post in gamle}
    knyttet = {lenke.til_id for lenke in oekt.alle(Sporlenke, til_type=Sporting.OEKONOMIPOST)} & borte
    if knyttet:
        raise PosteneErKnyttet(antall=len(knyttet))
    slett_poster(oekt, gamle)
    opprett_poster(oekt, lest, ny_planlesning(oekt, lest, filnavn, sha256), {})
    return len(lest.poster)


@handling
def ta_inn_kunnskap(oekt: Oekt, *, lest: LestKunnskap, filnavn: str, sha256: str) -> int:
    """Take in the knowledge base; return how many facts. Facts already there stay (raises FilenErLestInnFoer)."""
    prosessen(oekt)
    if not lest.punkter:
        return 0
    _krev_ny_fil(oekt, Innlesingsart.KUNNSKAP, filnavn, sha256)
    innlesing = _ny_innlesing(oekt, Innlesingsart.KUNNSKAP, filnavn, sha256, len(lest.punkter))
    foer = oekt.stoerst(Kunnskapspunkt, "rekkefoelge")
    for nummer, punkt in enumerate(lest.punkter, start=foer + 1):
        oekt.opprett(
            Kunnskapspunkt,
            kode=kunnskapskode(oekt.neste("K")),
            tema=punkt.tema,
            temanavn=punkt.temanavn or "",
            tittel=punkt.tittel,
            tekst=punkt.tekst,
            tall=punkt.tall or "",
            enhet=punkt.enhet or "",
            kilde=punkt.kilde or "",
            aar=_aarstall(punkt.aar),
            kvalitetssikret_av=punkt.kvalitetssikret_av or "",
            kvalitetssikret_dato=punkt.kvalitetssikret_dato,
            rekkefoelge=nummer,
            innlesing_id=innlesing.id,
        )
    return len(lest.punkter)


def _krev_ny_fil(oekt: Oekt, art: Innlesingsart, filnavn: str, sha256: str) -> None:
    """Refuse bytes that are already taken in: the same file twice must not give everything twice."""
    if oekt.alle(Innlesing, art=art, sha256=sha256):
        raise FilenErLestInnFoer(fil=filnavn)


def _ny_innlesing(
    oekt: Oekt,
    art: Innlesingsart,
    filnavn: str,
    sha256: str,
    antall: int,
) -> Innlesing:
    return oekt.opprett(
        Innlesing,
        art=art,
        filnavn=filnavn,
        sha256=sha256,
        antall=antall,
        tid=oekt.klokke.naa(),
    )


def _aarstall(aar: str | None) -> int | None:
    """Return the last four-digit year of a text like «2019–2023» or «2024K1», or None."""
    funnet = re.findall(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])", aar or "")
    return int(funnet[-1]) if funnet else None
