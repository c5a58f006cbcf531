"""The table *Innspill*: every note word for word, with what became of it."""

from __future__ import annotations

from collections import defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING

from verksted.kjerne.ider import kodeorden
from verksted.visning.sporbarhet_celler import MAKS_TEGN, Lenke, Ord, i_celler
from verksted.visning.sporbarhet_rader import InnspillRad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verksted.modell.innspill import Innspill, InnspillRevisjon
    from verksted.visning.sporbarhet_oppslag import Oppslag


def bygg_innspill(oppslag: Oppslag) -> tuple[InnspillRad, ...]:
    """Return the rows of all notes that are not removed, and note in `oppslag` where each begins."""
    revisjoner: dict[str, list[InnspillRevisjon]] = defaultdict(list)
    for revisjon in oppslag.grunnlag.innspill_revisjon:
        revisjoner[revisjon.innspill_id].append(revisjon)
    rader: list[InnspillRad] = []
    levende = (innspill for innspill in oppslag.grunnlag.innspill if not innspill.fjernet)
    for innspill in sorted(levende, key=lambda i: kodeorden(i.kode)):
        oppslag.innspillrad[innspill.id] = len(rader)
        rader.extend(_rader(oppslag, innspill, sorted(revisjoner[innspill.id], key=lambda r: r.nummer)))
    return tuple(rader)


def _rader(oppslag: Oppslag, innspill: Innspill, revisjoner: list[InnspillRevisjon]) -> Iterator[InnspillRad]:
    indeks = oppslag.indeks
    gjeldende = next((r for r in revisjoner if r.nummer == innspill.revisjon), revisjoner[-1])
    punkter = indeks.punkter_av_innspill.get(innspill.id, ())
    behandlinger = [indeks.behandling_av_innspill.get(innspill.id), *map(indeks.behandling_av_punkt.get, punkter)]
    behandling = next((b for b in behandlinger if b), None)
    steder = list(indeks.steder_av_innspill.get(innspill.id, ()))
    steder += [sted for punkt in punkter for sted in indeks.steder_av_punkt.get(punkt, ())]
    verksted = oppslag.verksteder.get(innspill.verksted_id)
    gruppe = oppslag.grupper.get(innspill.gruppe_id)
    tidligere = "\n".join(f"{r.nummer}: {_ordlyd(r)}" for r in revisjoner if r is not gjeldende)
    lange = (gjeldende.tekst, gjeldende.hvorfor, behandling.begrunnelse if behandling else "", tidligere)
    biter = zip_longest(*(i_celler(tekst, MAKS_TEGN) for tekst in lange), fillvalue="")
    for nummer, (tekst, hvorfor, begrunnelse, foer) in enumerate(biter, start=1):
        yield InnspillRad(
            kode=innspill.kode if nummer == 1 else Ord("forts", {"kode": innspill.kode, "nummer": str(nummer)}),
            verksted=verksted.nummer if verksted else None,
            bord=gruppe.nummer if gruppe else None,
            spoersmaal=_spoersmaal(oppslag, innspill.spoersmaal_id),
            type=Ord(f"type.{gjeldende.type}"),
            tekst=tekst,
            hvorfor=hvorfor,
            loeftet=Ord("ja") if innspill.loeftet else None,
            punkt=oppslag.punkt(*punkter) if punkter else None,
            behandling=Ord(f"behandling.{behandling.resultat}") if behandling else None,
            begrunnelse=begrunnelse,
            sted=_steder(oppslag, steder),
            merknad=_merknad(innspill),
            tidligere=foer,
        )


def _ordlyd(revisjon: InnspillRevisjon) -> str:
    return f"{revisjon.tekst} ({revisjon.hvorfor})" if revisjon.hvorfor else revisjon.tekst


def _spoersmaal(oppslag: Oppslag, spoersmaal_id: str) -> str:
    spoersmaal = oppslag.spoersmaal.get(spoersmaal_id)
    return f"{spoersmaal.nummer} {spoersmaal.tema or spoersmaal.tekst}" if spoersmaal else ""


def _steder(oppslag: Oppslag, steder: list[str]) -> Lenke | None:
    return oppslag.sted(*dict.fromkeys(steder)) if steder else None


def _merknad(innspill: Innspill) -> Ord | None:
    if innspill.trukket:
        return Ord(
            "merknad.trukket_fordi" if innspill.trukket_grunn else "merknad.trukket",
            {"grunn": innspill.trukket_grunn},
            uthevet=True,
        )
    return Ord("merknad.etter_frist") if innspill.etter_frist else None
