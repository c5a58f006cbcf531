"""Where everything stands in the workbook, so that any row can link to any other."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from verksted.modell.ordene import Sporting
from verksted.regler.avvik import Avvikslag, finn_avvik
from verksted.regler.spor import finn_sporet
from verksted.regler.sporindeks import Sporindeks, Sporrader
from verksted.visning.sporbarhet_celler import Ark, Lenke, Ord

if TYPE_CHECKING:
    from verksted.modell.plan import Planelement
    from verksted.regler.avvik import Avvik
    from verksted.visning.grunnlag import Grunnlag

# More notes without a point than this on one question are one row: a list of hundreds hides the rest.
MAKS_ENKELTE: Final = 5
INGEN: Final = Ord("ingen")


class Oppslag:
    """The process, its trail and gaps, and the row number of each thing in the tables of the workbook."""

    def __init__(self, grunnlag: Grunnlag) -> None:
        self.grunnlag = grunnlag
        self.indeks = Sporindeks(
            Sporrader(
                plannivaa=grunnlag.plannivaa,
                planelement=grunnlag.planelement,
                planalternativ=grunnlag.planalternativ,
                innspill=grunnlag.innspill,
                punkt=grunnlag.punkt,
                punktkilde=grunnlag.punktkilde,
                behandling=grunnlag.behandling,
                tiltak=grunnlag.tiltak,
                tiltaksbeloep=grunnlag.tiltaksbeloep,
                oekonomipost=grunnlag.oekonomipost,
                postbeloep=grunnlag.postbeloep,
                sporlenke=grunnlag.sporlenke,
            )
        )
        self.sporet = finn_sporet(self.indeks)
        self.verksteder = {v.id: v for v in grunnlag.verksted}
        self.grupper = {g.id: g for g in grunnlag.gruppe}
        self.spoersmaal = {s.id: s for s in grunnlag.spoersmaal}
        # Filled by the table of notes, whose rows depend on how long the notes are.
        self.innspillrad: dict[str, int] = {}

    @cached_property
    def utgifter(self) -> int:
        """The plan's expenses in its first year, in kroner: the whole that shares are measured against."""
        return sum(max(0, beloep[0]) for beloep in self.indeks.postbeloep.values() if beloep)

    @cached_property
    def maalpar(self) -> tuple[tuple[str | None, str | None], ...]:
        """Plan element and measure of each row in *Mål og tiltak*."""
        indeks = self.indeks
        par: list[tuple[str | None, str | None]] = [
            (element, tiltak)
            for element in indeks.elementer
            for tiltak in indeks.tiltak_av_element.get(element) or (None,)
        ]
        return (*par, *((None, tiltak) for tiltak in indeks.tiltak if tiltak not in indeks.elementer_av_tiltak))

    @cached_property
    def _elementrad(self) -> dict[str, int]:
        return {par[0]: rad for rad, par in reversed(list(enumerate(self.maalpar))) if par[0]}

    @cached_property
    def tiltaksrad(self) -> dict[str, int]:
        """The first row of each measure, where its own amounts stand."""
        return {par[1]: rad for rad, par in reversed(list(enumerate(self.maalpar))) if par[1]}

    @cached_property
    def _punktrad(self) -> dict[str, int]:
        return {k.punkt_id: rad for rad, k in reversed(list(enumerate(self.sporet.kjeder))) if k.punkt_id}

    @cached_property
    def _postrad(self) -> dict[str, int]:
        return {id_: rad for rad, id_ in enumerate(self.indeks.poster)}

    @cached_property
    def avvik(self) -> tuple[tuple[Avvik, ...], ...]:
        """The gaps of each row in *Avvik*: one, or the many notes without a point on one question."""
        rader: list[tuple[Avvik, ...]] = []
        samlet: dict[str, list[Avvik]] = defaultdict(list)
        for avvik in finn_avvik(self.indeks, self.sporet):
            if avvik.slag is Avvikslag.INNSPILL_UTEN_PUNKT and avvik.gjelder_id and not avvik.loeftet:
                samlet[self.indeks.innspill[avvik.gjelder_id].spoersmaal_id].append(avvik)
            else:
                rader.append((avvik,))
        plass = next((nr for nr, rad in enumerate(rader) if rad[0].slag is Avvikslag.RESTEN_UTEN_ANKER), len(rader))
        av_innspill = [
            rad
            for gruppe in samlet.values()
            for rad in ([tuple(gruppe)] if len(gruppe) > MAKS_ENKELTE else [(avvik,) for avvik in gruppe])
        ]
        return (*rader[:plass], *av_innspill, *rader[plass:])

    @cached_property
    def _avvikrad(self) -> dict[tuple[Avvikslag, str | None], int]:
        return {(avvik.slag, avvik.gjelder_id): rad for rad, gruppe in enumerate(self.avvik) for avvik in gruppe}

    def avvikslenke(self, slag: Avvikslag, gjelder_id: str, noekkel: str) -> Lenke | None:
        """Return the words that lead to a gap («Mangler tiltak, se AV-02»), None where there is no such gap."""
        rad = self._avvikrad.get((slag, gjelder_id))
        if rad is None:
            return None
        return Lenke(Ord(noekkel, {"avvik": avvikkode(rad)}, uthevet=True), Ark.AVVIK, rad, "avvik")

    def sted(self, *elementer: str) -> Lenke:
        """Return the codes of plan elements, leading to the first of them."""
        koder = ", ".join(self.indeks.elementer[id_].kode for id_ in elementer)
        return Lenke(koder, Ark.MAAL_OG_TILTAK, self._elementrad[elementer[0]], "sted")

    def tiltak(self, *tiltak: str) -> Lenke:
        """Return the codes of measures, leading to the first of them."""
        koder = ", ".join(self.indeks.tiltak[id_].kode for id_ in tiltak)
        return Lenke(koder, Ark.MAAL_OG_TILTAK, self.tiltaksrad[tiltak[0]], "tiltak")

    def post(self, post_id: str) -> Lenke:
        """Return the code of a budget line, leading to it."""
        return Lenke(self.indeks.poster[post_id].kode, Ark.POSTER, self._postrad[post_id], "post")

    def punkt(self, *punkter: str) -> Lenke:
        """Return the codes of points, leading to the first chain of the first."""
        koder = ", ".join(self.indeks.punkter[id_].kode for id_ in punkter)
        return Lenke(koder, Ark.ROED_TRAAD, self._punktrad[punkter[0]], "punkt")

    def innspill(self, innspill_id: str, kolonne: str = "kode", tekst: str | Ord | None = None) -> Lenke:
        """Return the code of a note (or other words), leading to it."""
        kode = self.indeks.innspill[innspill_id].kode
        return Lenke(kode if tekst is None else tekst, Ark.INNSPILL, self.innspillrad[innspill_id], kolonne)

    def kode(self, slag: Sporting | None, id_: str | None) -> Lenke | None:
        """Return the code of anything a gap can be about."""
        if slag is None or id_ is None:
            return None
        match slag:
            case Sporting.PUNKT:
                return self.punkt(id_)
            case Sporting.PLANELEMENT:
                return self.sted(id_)
            case Sporting.TILTAK:
                return self.tiltak(id_)
            case Sporting.OEKONOMIPOST:
                return self.post(id_)
            case _:
                return self.innspill(id_)


def avvikkode(rad: int) -> str:
    """Return for instance `AV-02`."""
    return f"AV-{rad + 1:02d}"


def tittel(element: Planelement) -> str:
    """Return what a plan element is called: the proposal where there is one."""
    navn = element.forslag_tittel or element.gjeldende_tittel or element.forslag_tekst or element.gjeldende_tekst
    return navn or element.kode
