"""Økonomiplan and budget (xlsx, csv) -> posts with exact amounts in whole kroner per year.

Sums per year are those of the posts; total rows in the file are recognised, compared and not counted.
Sign as in the file. Raises KanIkkeLesesSomRegneark.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from verksted.innlesing.kolonner import enkel
from verksted.innlesing.kostra import LISTEAAR, funksjoner, funksjonskode
from verksted.innlesing.plankolonner import Plankolonner, er_investering, finn_plankolonner
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell import Ark, Rad, celletekst, kolonnebokstav, les_arbeidsbok
from verksted.innlesing.tall import KRONER, avrund, tall_i_celle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Postart = Literal["drift", "investering"]
Beloep = tuple[tuple[int, int], ...]

# «Sum …» is a total whatever it comes to; «Netto …» may as well be a post, and is a total only when it adds up.
_SUMORD: Final = re.compile(r"^(?:del|hoved|hovud)?(?:sum|totalsum|totalt?|i alt)\b", re.IGNORECASE)
_KANSKJE_SUM: Final = re.compile(r"^(?:samlet|samla|netto|resultat|balanse)\b", re.IGNORECASE)
_SAMMENDRAG: Final = re.compile(
    r"^(?:sum|totalt?|oversikt|hovedoversikt|hovudoversikt|samandrag|sammendrag)", re.IGNORECASE
)
_AARSTALL: Final = re.compile(r"\b(?:19|20)[0-9]{2}\b")
# What identifies a line from one year's file to the next; names of codes are left out, they get reworded.
_NOEKKELFELT: Final = (
    "sektorkode", "sektor", "inntekt_utgift", "funksjon", "tjenestekode", "tjeneste", "artskode", "ansvar",
    "endringskode", "tekst",
)  # fmt: skip
_KODE_FOR: Final = {"sektor": "sektorkode", "tjeneste": "tjenestekode"}


@dataclass(frozen=True, slots=True)
class LestPost:
    """One line; `beloep` is (year, whole kroner) for every year of the file, `raatt` the row's cells as text."""

    naturlig_noekkel: str
    tekst: str
    sektor: str | None
    funksjon: str | None
    funksjonsnavn: str | None
    tjeneste: str | None
    art: Postart
    inntekt_utgift: str | None
    endringsart: str | None
    ansvarlig: str | None
    beloep: Beloep
    raatt: tuple[str, ...]
    rad: int
    ark: str | None


@dataclass(frozen=True, slots=True)
class LestSumrad:
    """A total row of the file, its own amounts, and whether they are the sum of posts above it."""

    tekst: str
    beloep: Beloep
    stemmer: bool
    rad: int
    ark: str | None


@dataclass(frozen=True, slots=True)
class LestOekonomiplan:
    """What was read; `enhet` is what the file's amounts are in (1, 1 000, 1 000 000), all amounts here are kroner."""

    poster: tuple[LestPost, ...]
    aar: tuple[int, ...]
    enhet: int
    sum_per_aar: Beloep
    funksjoner: int
    sumrader: tuple[LestSumrad, ...]
    problemer: tuple[Problem, ...]


def les_oekonomiplan(data: bytes, filnavn: str) -> LestOekonomiplan:
    """Read every visible sheet that has a heading row with years; overview sheets are named, not counted."""
    bok = les_arbeidsbok(data, filnavn)
    problemer = list(bok.problemer)
    funnet = [(a, k) for a in bok.ark if not a.skjult and (k := finn_plankolonner(a, filnavn))]
    if len(funnet) > 1:
        for ark, _ in (oversikter := [f for f in funnet if _SAMMENDRAG.match(f[0].navn or "")]):
            problemer.append(Problem("ark_ikke_lest", Alvor.MERKNAD, Sted(filnavn, ark.navn)))
        funnet = [f for f in funnet if f not in oversikter]
    if not funnet:
        problemer.append(Problem("fant_ikke_aarskolonner", Alvor.FEIL, Sted(filnavn)))
    poster: list[LestPost] = []
    sumrader: list[LestSumrad] = []
    for ark, kolonner in funnet:
        leser = _Arkleser(filnavn, ark, kolonner)
        leser.les()
        poster.extend(leser.poster)
        sumrader.extend(leser.sumrader)
        problemer.extend(leser.problemer)
    aar = tuple(sorted({ett for _, k in funnet for ett in k.aar}))
    enheter = Counter(e for _, k in funnet for e in k.enheter.values())
    if funnet and not poster:
        problemer.append(Problem("ingen_poster", Alvor.FEIL, Sted(filnavn)))
    problemer.extend(_ukjente_funksjoner(poster, filnavn))
    return LestOekonomiplan(
        poster=_med_nummer_paa_like(poster),
        aar=aar,
        enhet=enheter.most_common(1)[0][0] if enheter else KRONER,
        sum_per_aar=_summer(poster, aar),
        funksjoner=len({p.funksjon for p in poster if p.funksjon}),
        sumrader=tuple(sumrader),
        problemer=tuple(problemer),
    )


class _Arkleser:
    """Reads the rows of one sheet."""

    def __init__(self, fil: str, ark: Ark, kolonner: Plankolonner) -> None:
        self.poster: list[LestPost] = []
        self.sumrader: list[LestSumrad] = []
        self.problemer: list[Problem] = []
        self._fil = fil
        self._ark = ark
        self._kolonner = kolonner
        self._overskrift = kolonner.overskrift
        self._siden_sum = 0
        self._avrundet = 0
        over = (celletekst(c) for r in ark.rader[: self._overskrift.indeks] for c in r.celler)
        titler = [ark.navn or "", fil, *over]
        self._art: Postart = (
            "investering" if any(er_investering(t) and "drift" not in enkel(t) for t in titler) else "drift"
        )

    def les(self) -> None:
        """Fill `poster`, `sumrader` and `problemer`."""
        for rad in self._ark.rader[self._overskrift.indeks + 1 :]:
            if not rad.tom:
                self._les_rad(rad)
        if not self._kolonner.enhet_sagt:
            self._meld("enhet_ikke_oppgitt", Alvor.MERKNAD, None)
        inntekter = [p for p in self.poster if (p.inntekt_utgift or "").casefold().startswith("inntekt")]
        uten_minus = sum(1 for p in inntekter if sum(verdi for _, verdi in p.beloep) > 0)
        if uten_minus * 2 > len(inntekter):
            self._meld("inntekter_uten_minus", Alvor.ADVARSEL, None, antall=uten_minus)
        if self._avrundet:
            self._meld("avrundet_til_kroner", Alvor.MERKNAD, None, antall=self._avrundet)

    def _les_rad(self, rad: Rad) -> None:
        identitet = self._tekst(rad, "funksjon") or self._tekst(rad, "id") or self._tekst(rad, "tjenestekode")
        blank = all(not celletekst(rad.celle(k)) for k in self._kolonner.aar.values())
        if blank and not identitet:
            self._tittelrad(rad)
            return
        beloep = self._beloep(rad)
        if beloep is None:
            return
        ledetekst = next((t for c in rad.celler if (t := celletekst(c))), "")
        ledetekst = self._tekst(rad, "tekst") or ledetekst
        if not identitet and self._er_sumrad(rad, beloep, ledetekst):
            self._sumrad(rad, beloep, ledetekst if self._har_ord(rad) else "")
        else:
            self._post(rad, beloep)

    def _er_sumrad(self, rad: Rad, beloep: Beloep, ledetekst: str) -> bool:
        foerste = next((t for c in rad.celler if (t := celletekst(c))), "")
        if _SUMORD.match(ledetekst) or _SUMORD.match(foerste):
            return True
        return (not self._har_ord(rad) or bool(_KANSKJE_SUM.match(ledetekst))) and self._sum_av(beloep)

    def _har_ord(self, rad: Rad) -> bool:
        aarskolonner = set(self._kolonner.aar.values())
        return any(celletekst(c) for i, c in enumerate(rad.celler) if i not in aarskolonner)

    def _tittelrad(self, rad: Rad) -> None:
        tekster = [t for c in rad.celler if (t := celletekst(c))]
        if enkel(tekster[0]) in {"drift", "driftsbudsjett", "investering", "investeringer", "investeringsbudsjett"}:
            self._art = "investering" if er_investering(tekster[0]) else "drift"
        self._meld("rad_uten_beloep", Alvor.MERKNAD, rad, innhold=" · ".join(tekster))

    def _beloep(self, rad: Rad) -> Beloep | None:
        lest: list[tuple[int, int]] = []
        for aar, kolonne in self._kolonner.aar.items():
            celle = rad.celle(kolonne)
            tall = tall_i_celle(celle)
            if tall is None:
                sted = Sted(self._fil, self._ark.navn, rad.nummer, kolonnebokstav(kolonne))
                self.problemer.append(
                    Problem("ikke_et_beloep", Alvor.FEIL, sted, {"verdi": celletekst(celle), "aar": aar})
                )
                tall = Decimal(0)
            noeyaktig = tall * self._kolonner.enheter[aar]
            lest.append((aar, avrund(noeyaktig)))
            self._avrundet += lest[-1][1] != noeyaktig
        return tuple(lest)

    def _post(self, rad: Rad, beloep: Beloep) -> None:
        funksjon = funksjonskode(raa) if (raa := self._tekst(rad, "funksjon")) else None
        if raa and not funksjon:
            self._meld("uklar_funksjon", Alvor.ADVARSEL, rad, verdi=raa)
        tekst = self._tekst(rad, "tekst") or self._tekst(rad, "tjeneste") or self._tekst(rad, "funksjonsnavn")
        if not tekst:
            self._meld("post_uten_tekst", Alvor.ADVARSEL, rad)
        art = self._postart(rad)
        navn = self._tekst(rad, "funksjonsnavn")
        self.poster.append(
            LestPost(
                naturlig_noekkel=self._noekkel(rad, art),
                tekst=tekst or "",
                sektor=self._tekst(rad, "sektor") or self._tekst(rad, "sektorkode"),
                funksjon=funksjon,
                funksjonsnavn=navn or (funksjoner().get(funksjon) if funksjon else None),
                tjeneste=self._tekst(rad, "tjeneste") or self._tekst(rad, "tjenestekode"),
                art=art,
                inntekt_utgift=self._tekst(rad, "inntekt_utgift"),
                endringsart=self._tekst(rad, "endringsart") or self._tekst(rad, "endringskode"),
                ansvarlig=self._tekst(rad, "ansvarlig") or self._tekst(rad, "ansvar"),
                beloep=beloep,
                raatt=tuple(celletekst(c) for c in rad.celler),
                rad=rad.nummer,
                ark=self._ark.navn,
            )
        )

    def _postart(self, rad: Rad) -> Postart:
        tekst = self._tekst(rad, "art")
        if not tekst:
            return self._art
        return "investering" if er_investering(tekst) else "drift"

    def _noekkel(self, rad: Rad, art: Postart) -> str:
        if fast := self._tekst(rad, "id"):
            return f"{art}|{enkel(fast)}"
        deler: list[str] = [art]
        felter = self._overskrift.felt
        for felt in _NOEKKELFELT:
            # A code says the same as its name and is changed less often; one column may hold two fields.
            if _KODE_FOR.get(felt) not in felter and not (
                felt == "tjenestekode" and felter.get(felt) == felter.get("funksjon")
            ):
                tekst = self._tekst(rad, felt) or ""
                deler.append(enkel(_AARSTALL.sub("", tekst)))
        return "|".join(deler)

    def _sumrad(self, rad: Rad, beloep: Beloep, tekst: str) -> None:
        stemmer = self._sum_av(beloep)
        if not stemmer:
            alle = dict(_summer(self.poster, tuple(self._kolonner.aar)))
            aar, verdi = next(((a, b) for a, b in beloep if b != alle[a]), beloep[0])
            self._meld("sumrad_stemmer_ikke", Alvor.ADVARSEL, rad, tekst=tekst, aar=aar, sum=alle[aar], i_fila=verdi)
        self.sumrader.append(LestSumrad(tekst, beloep, stemmer, rad.nummer, self._ark.navn))
        self._siden_sum = len(self.poster)

    def _sum_av(self, beloep: Beloep) -> bool:
        """Say whether these are the sums of all posts so far, of those since the last total, or of one kind."""
        aar = tuple(self._kolonner.aar)
        utvalg: tuple[Sequence[LestPost], ...] = (
            self.poster,
            self.poster[self._siden_sum :],
            [p for p in self.poster if p.art == "drift"],
            [p for p in self.poster if p.art == "investering"],
        )
        return any(poster and _summer(poster, aar) == beloep for poster in utvalg)

    def _tekst(self, rad: Rad, felt: str) -> str | None:
        return self._overskrift.tekst(rad, felt)

    def _meld(self, noekkel: str, alvor: Alvor, rad: Rad | None, **data: object) -> None:
        sted = Sted(self._fil, self._ark.navn, rad.nummer if rad else None)
        self.problemer.append(Problem(noekkel, alvor, sted, data))


def _summer(poster: Iterable[LestPost], aar: Sequence[int]) -> Beloep:
    sum_: Counter[int] = Counter()
    for post in poster:
        for ett, verdi in post.beloep:
            sum_[ett] += verdi
    return tuple((ett, sum_[ett]) for ett in aar)


def _med_nummer_paa_like(poster: Iterable[LestPost]) -> tuple[LestPost, ...]:
    """Give the second, third … of identical keys an ordinal, in the file's order."""
    sett: Counter[str] = Counter()
    ferdige: list[LestPost] = []
    for post in poster:
        sett[post.naturlig_noekkel] += 1
        nummer = sett[post.naturlig_noekkel]
        ferdige.append(post if nummer == 1 else replace(post, naturlig_noekkel=f"{post.naturlig_noekkel}#{nummer}"))
    return tuple(ferdige)


def _ukjente_funksjoner(poster: Iterable[LestPost], fil: str) -> Iterable[Problem]:
    antall = Counter(p.funksjon for p in poster if p.funksjon and p.funksjon not in funksjoner())
    if antall:
        grunn = {"koder": ", ".join(sorted(antall)), "antall": antall.total(), "aar": LISTEAAR}
        yield Problem("funksjoner_utenfor_lista", Alvor.MERKNAD, Sted(fil), grunn)
