"""One table of a budget sheet -> posts, total rows and problems: which rows are lines, and what became of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from verksted.innlesing.oekonomiplan.beloep import Beloepsleser
from verksted.innlesing.oekonomiplan.hode import er_samme_hode
from verksted.innlesing.oekonomiplan.linje import Linje, har_sumord
from verksted.innlesing.oekonomiplan.noekkeltall import er_noekkeltall
from verksted.innlesing.oekonomiplan.omtabell import noen, om_tabellen
from verksted.innlesing.oekonomiplan.plankolonner import er_investering
from verksted.innlesing.oekonomiplan.poster import LestSumrad
from verksted.innlesing.oekonomiplan.postlager import Postlager
from verksted.innlesing.oekonomiplan.radord import Radord
from verksted.innlesing.oekonomiplan.summer import Slag, doem
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell.kolonner import enkel
from verksted.innlesing.tabell.tabellfil import celletekst, kolonnebokstav
from verksted.innlesing.tabell.tall import KRONER, finn_enhet, les_tall, tall_i_celle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.oekonomiplan.plankolonner import Plankolonner
    from verksted.innlesing.oekonomiplan.poster import LestPost, Postart
    from verksted.innlesing.oekonomiplan.radord import Ordrad
    from verksted.innlesing.oekonomiplan.summer import Dom
    from verksted.innlesing.tabell.tabellfil import Ark, Celle, Rad

_DRIFT: Final = frozenset({"drift", "driftsbudsjett", "investering", "investeringer", "investeringsbudsjett"})
_KODEFELT: Final = ("funksjon", "id", "tjenestekode", "artskode", "ansvar", "konto", "prosjektkode")
_SUMGRUPPER: Final = ("sektor", "funksjon", "inntekt_utgift", "tjenestekode")
_SEKTOR_LENGST: Final = 60
# What a page begins and ends with; no part of the municipality.
_SIDETOPP: Final = re.compile(r"\bside\s*:?\s*[0-9]|\b[0-9]+ av [0-9]+\b|\butskrift|^[*†¹²³]|\bkommune$", re.IGNORECASE)


class Budsjettark:
    """Reads the rows of one table; afterwards `poster`, `sumrader` and `problemer` hold what came of them."""

    def __init__(self, fil: str, ark: Ark, kolonner: Plankolonner, slutt: int) -> None:
        self.poster: list[LestPost] = []
        self.sumrader: list[LestSumrad] = []
        self.problemer: list[Problem] = []
        self._fil = fil
        self._ark = ark
        self._kolonner = kolonner
        self._aarene = tuple(kolonner.aar)
        felt = kolonner.overskrift.felt
        self._rader = ark.rader[kolonner.overskrift.indeks + 1 : slutt]
        self._beloep = Beloepsleser(fil, ark.navn, kolonner, self._rader)
        self._stoerste_enhet = max(k.enhet for k in kolonner.aar.values())
        self._beloepskolonner = tuple(dict.fromkeys(kolonner.beloepskolonner))
        self._tallkolonner = frozenset(self._beloepskolonner)
        self._ord = Radord(ark, felt, self._beloepskolonner, self._rader)
        self._kodekolonner = self._ord.kolonner(_KODEFELT)
        self._sumgrupper = tuple((f, felt[f]) for f in _SUMGRUPPER if f in felt)
        self._hodeord = {h[k] for h in kolonner.hodetekster if (k := self._beloepskolonner[0]) < len(h) and h[k]}
        self._over = {celletekst(c) for r in ark.rader[: kolonner.overskrift.indeks] for c in r.celler}
        titler = [ark.navn or "", fil, *self._over]
        self._art: Postart = (
            "investering" if any(er_investering(t) and "drift" not in enkel(t) for t in titler) else "drift"
        )
        self._seksjon: str | None = None
        self._lest: list[tuple[Ordrad, tuple[int, ...], Postart, str | None]] = []
        self._titler: list[Problem] = []

    def les(self) -> None:
        """Fill `poster`, `sumrader` and `problemer`."""
        for raa in self._rader:
            if not raa.tom:
                self._les_rad(raa)
        fylte = self._ord.fyll_nedover([(rad, seksjon) for rad, _, _, seksjon in self._lest])
        if self._kolonner.aarskolonne is not None:
            self._samle_aarene(self._kolonner.aarskolonne)
        linjer = [self._linje(*lest[:3]) for lest in self._lest]
        dommer = doem(linjer)
        poster = [lest for lest, dom in zip(self._lest, dommer, strict=True) if dom.er_post]
        # Among the posts alone a group may be seen to stand once, where its sum row named it again.
        fylte |= self._ord.fyll_nedover([(rad, seksjon) for rad, _, _, seksjon in poster])
        lager = Postlager(self._ord, self._kolonner, self._ark.navn, self._meld)
        for dom, linje, (rad, beloep, art, seksjon) in zip(dommer, linjer, self._lest, strict=True):
            if not dom.er_post:
                self._sumrad(dom, linje, rad)
                continue
            if dom.slag is Slag.KANSKJE_SUM:
                self._meld("kan_vaere_sumrad", Alvor.ADVARSEL, rad, tekst=linje.tekst)
            self.poster.append(lager.post(rad, art, seksjon, tuple(zip(self._aarene, beloep, strict=True))))
        ark = Sted(self._fil, self._ark.navn)
        if resultat := next((en.tekst for dom, en in zip(dommer, linjer, strict=True) if dom.differanse), None):
            self.problemer.append(Problem("resultat_er_differanse", Alvor.ADVARSEL, ark, {"tekst": resultat}))
        if fylte:
            antall = sum(1 for rad, *_ in poster if any(k >= len(rad.ord) or not rad.ord[k] for k in fylte))
            grunn = {"antall": antall, "kolonner": ", ".join(map(kolonnebokstav, sorted(fylte)))}
            self.problemer.append(Problem("grupper_fylt_nedover", Alvor.ADVARSEL, ark, grunn))
        self.problemer.extend(noen(self._titler))
        self.problemer.extend(self._beloep.problemer())
        self.problemer.extend(om_tabellen(self._kolonner, self.poster, ark))

    # -- rows -----------------------------------------------------------------------------------------------------

    def _les_rad(self, rad: Rad) -> None:
        ordrad = self._ord.rad(rad)
        hele = None if self._likner_hodet(ordrad) else self._beloep.hele(rad)
        celler = [] if hele else [rad.celle(k) for k in self._beloepskolonner]
        if hele is None and not self._er_linje(ordrad, celler):
            return
        if len(self._aarene) > 1 and hele == self._aarene:  # a heading that nobody knows
            self._tittelrad(ordrad)
            return
        if er_noekkeltall(self._ord_uten_beloep(ordrad), celler, self._radens_enhet(ordrad)):
            self._meld("rad_ikke_kroner", Alvor.ADVARSEL, ordrad, innhold=_vist(ordrad))
            return
        enhet = None
        if (tekst := self._radens_enhet(ordrad)) and (enhet := finn_enhet(tekst)) is None:
            self._meld("ukjent_enhet", Alvor.FEIL, ordrad, enhet=tekst, innhold=_vist(ordrad))
            return
        if self._kolonner.aarskolonne is not None:
            aar = tall_i_celle(rad.celle(self._kolonner.aarskolonne))
            if aar not in self._kolonner.aar:
                self._meld("rad_uten_aar", Alvor.FEIL, ordrad, innhold=_vist(ordrad))
                return
            beloep = self._beloep.les_ett(rad, int(aar or 0), enhet)
        else:
            beloep = self._beloep.les(rad, enhet) if hele is None else self._beloep.i_kroner(hele, enhet)
        self._lest.append((ordrad, beloep, self._postart(ordrad), self._seksjon))

    def _likner_hodet(self, rad: Ordrad) -> bool:
        """Say whether the first amount is what stands over it, as where the heading comes again: «2028»."""
        foerste = self._beloepskolonner[0]
        return foerste < len(rad.ord) and rad.ord[foerste] in self._hodeord

    def _er_linje(self, rad: Ordrad, celler: Sequence[Celle]) -> bool:
        """Say whether a row is a line of the table, and no title or heading."""
        if all(c is None or (isinstance(c, str) and not c.strip()) for c in celler):
            alene = sum(map(bool, rad.ord)) == 1
            if alene or not any(self._ord.tekst(rad, felt) for felt in ("funksjon", "id", "tjenestekode")):
                self._tittelrad(rad)
                return False
            return True
        return self._er_tallrad(rad, celler)

    def _linje(self, rad: Ordrad, beloep: tuple[int, ...], art: Postart) -> Linje:
        ordene = self._ord_uten_beloep(rad)
        foerste = ordene[0] if ordene else ""
        merke = next((t for t in ordene if har_sumord(t)), None) or self._ord.tekst(rad, "tekst") or foerste
        fylt = rad.fylt
        grupper = [f"{f}:{t}" for f, k in self._sumgrupper if (t := fylt[k])]
        kodet = bool(ordene) and any(fylt[k] for k in self._kodekolonner)
        slingring = self._stoerste_enhet if self._stoerste_enhet > KRONER else int(self._beloep.avrundet > 0)
        return Linje(merke, foerste, beloep, kodet, (f"art:{art}", *grupper), slingring, tuple(ordene), rad.innrykk)

    def _ord_uten_beloep(self, rad: Ordrad) -> list[str]:
        return [t for i, t in enumerate(rad.ord) if t and i not in self._tallkolonner]

    def _er_tallrad(self, rad: Ordrad, celler: Sequence[Celle]) -> bool:
        """Say whether a row with text in its amount columns is a line; a heading comes again, with units under it."""
        if not self._likner_hodet(rad) and not any(isinstance(c, str) for c in celler):
            return True
        igjen = er_samme_hode(rad.ord, self._kolonner.hodetekster)
        fylte = [c for c in celler if c is not None and not (isinstance(c, str) and not c.strip())]
        if (
            all(isinstance(c, str) and (les_tall(c) is None or not re.search("[0-9–-]", c)) for c in fylte)
            and len(fylte) > 1
            and not er_noekkeltall(self._ord_uten_beloep(rad), celler, "")
        ):
            if not igjen:
                self._tittelrad(rad)
            return False
        return not igjen

    def _tittelrad(self, rad: Ordrad) -> None:
        tekster = [t for t in rad.ord if t]
        if enkel(tekster[0]) in _DRIFT:
            self._art = "investering" if er_investering(tekster[0]) else "drift"
        sidetopp = _SIDETOPP.search(tekster[0]) or tekster[0] in self._over
        if (
            len(tekster) == 1
            and len(tekster[0]) <= _SEKTOR_LENGST
            and not tekster[0].endswith((".", ":"))
            and not sidetopp
        ):
            self._seksjon = tekster[0]
        sted = Sted(self._fil, self._ark.navn, rad.nummer)
        self._titler.append(Problem("rad_uten_beloep", Alvor.MERKNAD, sted, {"innhold": " · ".join(tekster)}))

    def _radens_enhet(self, rad: Ordrad) -> str:
        kolonne = self._kolonner.enhetskolonne
        return rad.fylt[kolonne] if kolonne is not None else ""

    def _samle_aarene(self, aarskolonne: int) -> None:
        """Make one line of the rows that say the same of one year each."""
        unntatt = {*self._beloepskolonner, aarskolonne}
        samlet: list[tuple[Ordrad, tuple[int, ...], Postart, str | None]] = []
        aapne: dict[tuple[str, ...], list[tuple[int, set[int]]]] = {}
        for lest in self._lest:
            rad = lest[0]
            noekkel = tuple(t for i, t in enumerate(rad.fylt) if i not in unntatt)
            aar = int(les_tall(rad.ord[aarskolonne]) or 0)
            ledig = next((en for en in aapne.setdefault(noekkel, []) if aar not in en[1]), None)
            if ledig is None:
                aapne[noekkel].append((len(samlet), {aar}))
                samlet.append(lest)
                continue
            ledig[1].add(aar)
            gammel = samlet[ledig[0]]
            sum_ = tuple(a + b for a, b in zip(gammel[1], lest[1], strict=True))
            samlet[ledig[0]] = (gammel[0], sum_, gammel[2], gammel[3])
        self._lest = samlet

    def _sumrad(self, dom: Dom, linje: Linje, rad: Ordrad) -> None:
        if dom.slag is Slag.SUM_UTEN_ORD:
            self._meld("sumrad_uten_sumord", Alvor.MERKNAD, rad, tekst=linje.tekst)
        if dom.avvik is not None:
            nummer, sum_ = dom.avvik
            noekkel = "sumrad_avrundet" if dom.avrundet else "sumrad_stemmer_ikke"
            grunn = {"tekst": linje.tekst, "aar": self._aarene[nummer], "sum": sum_, "i_fila": linje.beloep[nummer]}
            self._meld(noekkel, Alvor.MERKNAD if dom.avrundet else Alvor.ADVARSEL, rad, **grunn)
        tekst = linje.tekst if linje.foerste else ""
        beloep = tuple(zip(self._aarene, linje.beloep, strict=True))
        stemmer = dom.stemmer or dom.avrundet
        self.sumrader.append(LestSumrad(tekst, beloep, stemmer, rad.nummer, self._ark.navn, dom.alt))

    def _postart(self, rad: Ordrad) -> Postart:
        tekst = self._ord.tekst(rad, "art")
        if not tekst:
            return self._art
        return "investering" if er_investering(tekst) else "drift"

    def _meld(self, noekkel: str, alvor: Alvor, rad: Ordrad, **data: object) -> None:
        self.problemer.append(Problem(noekkel, alvor, Sted(self._fil, self._ark.navn, rad.nummer), data))


def _vist(rad: Ordrad) -> str:
    return " · ".join(t for t in rad.ord if t)
