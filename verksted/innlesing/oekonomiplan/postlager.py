"""A line of a budget table -> the post that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from verksted.innlesing.oekonomiplan.kostra import funksjoner, funksjonskode
from verksted.innlesing.oekonomiplan.noekkel import Noekkellager
from verksted.innlesing.oekonomiplan.poster import LestPost
from verksted.innlesing.problem import Alvor

if TYPE_CHECKING:
    from verksted.innlesing.oekonomiplan.plankolonner import Plankolonner
    from verksted.innlesing.oekonomiplan.poster import Beloep, Postart
    from verksted.innlesing.oekonomiplan.radord import Ordrad, Radord

_TEKSTFELT: Final = (
    "tekst", "prosjekt", "tjeneste", "artsnavn", "prosjektkode", "funksjonsnavn", "ansvarsnavn", "sektor", "konto",
)  # fmt: skip


class Melder(Protocol):
    """Takes a problem with its row."""

    def __call__(self, noekkel: str, alvor: Alvor, rad: Ordrad, **data: object) -> None:
        """Add it."""


class Postlager:
    """Makes the posts of one table; columns are looked up once, as a file may have 11 000 lines."""

    def __init__(self, ord_: Radord, kolonner: Plankolonner, ark: str | None, meld: Melder) -> None:
        felt = kolonner.overskrift.felt
        self._ark = ark
        self._beloep = frozenset(kolonner.beloepskolonner)
        self._meld = meld
        self._noekler = Noekkellager(felt)
        self._plass = kolonner.funksjonsplass
        self._koder: dict[str, str | None] = {}
        self._har_sektor = "sektor" in felt or "sektorkode" in felt
        self._tekst = ord_.kolonner(_TEKSTFELT)
        self._sektor = ord_.kolonner(("sektor", "sektorkode"))
        self._funksjonskolonne = felt.get("funksjon", -1)
        self._funksjonsnavn = felt.get("funksjonsnavn", -1)
        self._tjeneste = ord_.kolonner(("tjeneste", "tjenestekode"))
        self._inntekt_utgift = felt.get("inntekt_utgift", -1)
        self._endringsart = ord_.kolonner(("endringsart", "endringskode"))
        self._ansvarlig = ord_.kolonner(("ansvarlig", "ansvarsnavn", "ansvar"))

    def post(self, rad: Ordrad, art: Postart, seksjon: str | None, beloep: Beloep) -> LestPost:
        """Return the post, and tell what it lacks."""
        fylt = rad.fylt
        funksjon = self._funksjon(rad)
        tekst = _foerste(fylt, self._tekst)
        if not tekst:  # the words of a column whose heading nobody knows
            tekst = next((t for k, t in enumerate(rad.ord) if k not in self._beloep and any(map(str.isalpha, t))), None)
        if not tekst:
            self._meld("post_uten_tekst", Alvor.ADVARSEL, rad)
        return LestPost(
            naturlig_noekkel=self._noekler.noekkel(rad, art, seksjon),
            tekst=tekst or "",
            sektor=_foerste(fylt, self._sektor) if self._har_sektor else seksjon,
            funksjon=funksjon,
            funksjonsnavn=fylt[self._funksjonsnavn] or (funksjoner().get(funksjon) if funksjon else None),
            tjeneste=_foerste(fylt, self._tjeneste),
            art=art,
            inntekt_utgift=fylt[self._inntekt_utgift] or None,
            endringsart=_foerste(fylt, self._endringsart),
            ansvarlig=_foerste(fylt, self._ansvarlig),
            beloep=beloep,
            raatt=rad.ord,
            rad=rad.nummer,
            ark=self._ark,
        )

    def _funksjon(self, rad: Ordrad) -> str | None:
        raa = rad.fylt[self._funksjonskolonne]
        if not raa:
            return None
        if raa not in self._koder:
            self._koder[raa] = self._plass.kode(raa) if self._plass else funksjonskode(raa)
        kode = self._koder[raa]
        if not kode:
            self._meld("uklar_funksjon", Alvor.ADVARSEL, rad, verdi=raa)
        return kode


def _foerste(fylt: tuple[str, ...], kolonner: tuple[int, ...]) -> str | None:
    for kolonne in kolonner:
        if tekst := fylt[kolonne]:
            return tekst
    return None
