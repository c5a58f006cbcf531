"""One table of a budget sheet -> posts, total rows and problems."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from verksted.innlesing.oekonomiplan.beloep import Beloepsleser
from verksted.innlesing.oekonomiplan.hode import er_samme_hode
from verksted.innlesing.oekonomiplan.kostra import funksjoner, funksjonskode
from verksted.innlesing.oekonomiplan.plankolonner import er_investering
from verksted.innlesing.oekonomiplan.poster import LestPost, LestSumrad
from verksted.innlesing.oekonomiplan.summer import Linje, Slag, doem, har_sumord
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell.kolonner import enkel
from verksted.innlesing.tabell.tabellfil import celletekst
from verksted.innlesing.tabell.tall import KRONER, les_tall, tall_i_celle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verksted.innlesing.oekonomiplan.plankolonner import Plankolonner
    from verksted.innlesing.oekonomiplan.poster import Postart
    from verksted.innlesing.oekonomiplan.summer import Dom
    from verksted.innlesing.tabell.tabellfil import Ark, Rad

_DRIFT: Final = frozenset({"drift", "driftsbudsjett", "investering", "investeringer", "investeringsbudsjett"})
_KODEFELT: Final = ("funksjon", "id", "tjenestekode", "artskode", "ansvar", "konto", "prosjektkode")
_TEKSTFELT: Final = (
    "tekst", "prosjekt", "tjeneste", "artsnavn", "prosjektkode", "funksjonsnavn", "ansvarsnavn", "sektor", "konto",
)  # fmt: skip
_AARSTALL: Final = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_INNTEKTSART: Final = re.compile(r"[6-9][0-9]{2,4}\b")
_SEKTOR_LENGST: Final = 60
# What identifies a line from one year's file to the next; names of codes are left out, they get reworded.
_NOEKKELFELT: Final = (
    "sektorkode", "sektor", "inntekt_utgift", "funksjon", "tjenestekode", "tjeneste", "artskode", "ansvar",
    "endringskode", "prosjektkode", "prosjekt", "konto", "tekst",
)  # fmt: skip
_KODE_FOR: Final = {"sektor": "sektorkode", "tjeneste": "tjenestekode", "prosjekt": "prosjektkode"}
_GRUPPEFELT: Final = ("sektor", "funksjon", "inntekt_utgift", "tjenestekode")
_NAVNGITTE: Final = 20


class _Ordrad:
    """A row with every cell as text, read once."""

    __slots__ = ("nummer", "ord")

    def __init__(self, rad: Rad) -> None:
        self.nummer = rad.nummer
        self.ord = tuple([celletekst(c) for c in rad.celler])


@lru_cache(maxsize=4096)
def _noekkeldel(tekst: str) -> str:
    return enkel(_AARSTALL.sub("", tekst))


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
        self._overskrift = kolonner.overskrift
        self._felt = kolonner.overskrift.felt
        self._rader = ark.rader[self._overskrift.indeks + 1 : slutt]
        self._beloep = Beloepsleser(fil, ark.navn, kolonner, self._rader)
        self._stoerste_enhet = max(k.enhet for k in kolonner.aar.values())
        self._beloepskolonner = tuple(dict.fromkeys(kolonner.beloepskolonner))
        self._tallkolonner = frozenset(self._beloepskolonner)
        self._hodeord = {h[k] for h in kolonner.hodetekster if (k := self._beloepskolonner[0]) < len(h) and h[k]}
        self._flettede = self._flettede_ord()
        over = (celletekst(c) for r in ark.rader[: self._overskrift.indeks] for c in r.celler)
        titler = [ark.navn or "", fil, *over]
        self._art: Postart = (
            "investering" if any(er_investering(t) and "drift" not in enkel(t) for t in titler) else "drift"
        )
        self._seksjon: str | None = None
        self._med: list[tuple[_Ordrad, Postart, str | None]] = []
        self._linjer: list[Linje] = []
        self._titler: list[Problem] = []

    def les(self) -> None:
        """Fill `poster`, `sumrader` and `problemer`."""
        for rad in self._rader:
            if not rad.tom:
                self._les_rad(rad)
        if self._kolonner.aarskolonne is not None:
            self._samle_aarene()
        for dom, linje, (ordrad, art, seksjon) in zip(doem(self._linjer), self._linjer, self._med, strict=True):
            self._fell(dom, linje, ordrad, art, seksjon)
        self.problemer.extend(_noen(self._titler))
        self._om_tabellen()

    # -- rows -----------------------------------------------------------------------------------------------------

    def _les_rad(self, rad: Rad) -> None:
        celler = [rad.celle(k) for k in self._beloepskolonner]
        ordrad = _Ordrad(rad)
        if all(c is None or (isinstance(c, str) and not c.strip()) for c in celler):
            alene = sum(map(bool, ordrad.ord)) == 1
            if alene or not any(self._tekst(ordrad, felt) for felt in ("funksjon", "id", "tjenestekode")):
                self._tittelrad(rad)
                return
        elif self._kan_vaere_hode(ordrad, celler) and not self._er_tallrad(rad, celler):
            return
        if self._kolonner.aarskolonne is not None:
            aar = tall_i_celle(rad.celle(self._kolonner.aarskolonne))
            if aar not in self._kolonner.aar:
                self._meld("rad_uten_aar", Alvor.FEIL, rad, innhold=" · ".join(t for t in ordrad.ord if t))
                return
            beloep = tuple(self._beloep.les(rad, [a])[0] if a == aar else 0 for a in self._aarene)
        else:
            beloep = self._beloep.les(rad, self._aarene)
        self._linjer.append(self._linje(ordrad, beloep))
        self._med.append((ordrad, self._postart(ordrad), self._seksjon))

    def _linje(self, rad: _Ordrad, beloep: tuple[int, ...]) -> Linje:
        ordene = [t for i, t in enumerate(rad.ord) if t and i not in self._tallkolonner]
        foerste = ordene[0] if ordene else ""
        merke = next((t for t in ordene if har_sumord(t)), None) or self._tekst(rad, "tekst") or foerste
        grupper = [f"{f}:{t}" for f in _GRUPPEFELT if (t := self._tekst(rad, f))]
        kodet = any(self._tekst(rad, f) for f in _KODEFELT)
        enhet = self._stoerste_enhet if self._stoerste_enhet > KRONER else int(self._beloep.avrundet > 0)
        return Linje(merke, foerste, beloep, kodet, (f"art:{self._postart(rad)}", *grupper), enhet)

    def _kan_vaere_hode(self, rad: _Ordrad, celler: Sequence[object]) -> bool:
        foerste = self._beloepskolonner[0]
        likt_hodet = foerste < len(rad.ord) and rad.ord[foerste] in self._hodeord
        return likt_hodet or any(isinstance(c, str) for c in celler)

    def _er_tallrad(self, rad: Rad, celler: Sequence[object]) -> bool:
        """Say whether a row with text in its amount columns is a line; a heading comes again, with units under it."""
        fylte = [c for c in celler if c is not None and not (isinstance(c, str) and not c.strip())]
        if (
            all(isinstance(c, str) and (les_tall(c) is None or not re.search("[0-9–-]", c)) for c in fylte)
            and len(fylte) > 1
        ):
            if not er_samme_hode([celletekst(c) for c in rad.celler], self._kolonner.hodetekster):
                self._tittelrad(rad)
            return False
        return not er_samme_hode([celletekst(c) for c in rad.celler], self._kolonner.hodetekster)

    def _tittelrad(self, rad: Rad) -> None:
        tekster = [t for c in rad.celler if (t := celletekst(c))]
        if enkel(tekster[0]) in _DRIFT:
            self._art = "investering" if er_investering(tekster[0]) else "drift"
        if len(tekster) == 1 and len(tekster[0]) <= _SEKTOR_LENGST and not tekster[0].endswith((".", ":")):
            self._seksjon = tekster[0]
        self._titler.append(
            Problem(
                "rad_uten_beloep",
                Alvor.MERKNAD,
                Sted(self._fil, self._ark.navn, rad.nummer),
                {"innhold": " · ".join(tekster)},
            )
        )

    def _samle_aarene(self) -> None:
        """Make one line of the rows that say the same of one year each."""
        unntatt = {*self._beloepskolonner, self._kolonner.aarskolonne}
        linjer: list[Linje] = []
        med: list[tuple[_Ordrad, Postart, str | None]] = []
        aapne: dict[tuple[str, ...], list[tuple[int, set[int]]]] = {}
        for linje, (rad, art, seksjon) in zip(self._linjer, self._med, strict=True):
            noekkel = tuple(t for i, t in enumerate(rad.ord) if i not in unntatt)
            aar = int(les_tall(rad.ord[self._kolonner.aarskolonne or 0]) or 0)
            ledig = next((en for en in aapne.setdefault(noekkel, []) if aar not in en[1]), None)
            if ledig is None:
                aapne[noekkel].append((len(linjer), {aar}))
                linjer.append(linje)
                med.append((rad, art, seksjon))
                continue
            ledig[1].add(aar)
            gammel = linjer[ledig[0]]
            sum_ = tuple(a + b for a, b in zip(gammel.beloep, linje.beloep, strict=True))
            linjer[ledig[0]] = Linje(
                gammel.tekst, gammel.foerste, sum_, gammel.kodet, gammel.grupper, gammel.slingring
            )  # fmt: skip
        self._linjer, self._med = linjer, med

    # -- what became of them --------------------------------------------------------------------------------------

    def _fell(self, dom: Dom, linje: Linje, rad: _Ordrad, art: Postart, seksjon: str | None) -> None:
        beloep = tuple(zip(self._aarene, linje.beloep, strict=True))
        if dom.slag in {Slag.POST, Slag.KANSKJE_SUM}:
            if dom.slag is Slag.KANSKJE_SUM:
                self._meld("kan_vaere_sumrad", Alvor.ADVARSEL, rad, tekst=linje.tekst)
            self._post(rad, art, seksjon, beloep)
            return
        if dom.slag is Slag.SUM_UTEN_ORD:
            self._meld("sumrad_uten_sumord", Alvor.MERKNAD, rad, tekst=linje.tekst)
        if dom.avvik is not None:
            nummer, sum_ = dom.avvik
            noekkel = "sumrad_avrundet" if dom.avrundet else "sumrad_stemmer_ikke"
            grunn = {"tekst": linje.tekst, "aar": self._aarene[nummer], "sum": sum_, "i_fila": linje.beloep[nummer]}
            self._meld(noekkel, Alvor.MERKNAD if dom.avrundet else Alvor.ADVARSEL, rad, **grunn)
        tekst = linje.tekst if linje.foerste else ""
        stemmer = dom.stemmer or dom.avrundet
        self.sumrader.append(LestSumrad(tekst, beloep, stemmer, rad.nummer, self._ark.navn, dom.alt))

    def _post(self, rad: _Ordrad, art: Postart, seksjon: str | None, beloep: tuple[tuple[int, int], ...]) -> None:
        funksjon = self._funksjon(rad)
        tekst = next((t for felt in _TEKSTFELT if (t := self._tekst(rad, felt))), None)
        if not tekst:
            self._meld("post_uten_tekst", Alvor.ADVARSEL, rad)
        felter = self._felt
        sektor = self._tekst(rad, "sektor") or self._tekst(rad, "sektorkode")
        if "sektor" not in felter and "sektorkode" not in felter:
            sektor = seksjon
        self.poster.append(
            LestPost(
                naturlig_noekkel=self._noekkel(rad, art, seksjon),
                tekst=tekst or "",
                sektor=sektor,
                funksjon=funksjon,
                funksjonsnavn=self._tekst(rad, "funksjonsnavn") or (funksjoner().get(funksjon) if funksjon else None),
                tjeneste=self._tekst(rad, "tjeneste") or self._tekst(rad, "tjenestekode"),
                art=art,
                inntekt_utgift=self._tekst(rad, "inntekt_utgift"),
                endringsart=self._tekst(rad, "endringsart") or self._tekst(rad, "endringskode"),
                ansvarlig=self._tekst(rad, "ansvarlig")
                or self._tekst(rad, "ansvarsnavn")
                or self._tekst(rad, "ansvar"),
                beloep=beloep,
                raatt=rad.ord,
                rad=rad.nummer,
                ark=self._ark.navn,
            )
        )

    def _funksjon(self, rad: _Ordrad) -> str | None:
        if not (raa := self._tekst(rad, "funksjon")):
            return None
        plass = self._kolonner.funksjonsplass
        funksjon = plass.kode(raa) if plass else funksjonskode(raa)
        if not funksjon:
            self._meld("uklar_funksjon", Alvor.ADVARSEL, rad, verdi=raa)
        return funksjon

    def _postart(self, rad: _Ordrad) -> Postart:
        tekst = self._tekst(rad, "art")
        if not tekst:
            return self._art
        return "investering" if er_investering(tekst) else "drift"

    def _noekkel(self, rad: _Ordrad, art: Postart, seksjon: str | None) -> str:
        if fast := self._tekst(rad, "id"):
            return f"{art}|{enkel(fast)}"
        deler: list[str] = [art]
        felter = self._felt
        for felt in _NOEKKELFELT:
            # A code says the same as its name and is changed less often; one column may hold two fields.
            if _KODE_FOR.get(felt) in felter or (
                felt in {"tjenestekode", "konto"} and felter.get(felt) == felter.get("funksjon")
            ):
                continue
            if felt not in felter and felt in {"prosjektkode", "prosjekt", "konto"}:
                continue
            tekst = self._tekst(rad, felt) or ""
            if felt == "sektor" and "sektor" not in felter and "sektorkode" not in felter:
                tekst = seksjon or ""
            deler.append(_noekkeldel(tekst))
        return "|".join(deler)

    def _om_tabellen(self) -> None:
        """Say what is worth knowing about the table as a whole."""
        ark = Sted(self._fil, self._ark.navn)
        self.problemer.extend(self._beloep.problemer())
        if not self._kolonner.enhet_sagt:
            self._meld("enhet_ikke_oppgitt", Alvor.MERKNAD, None)
        if self._kolonner.flere_enheter:
            self._meld("flere_enheter", Alvor.ADVARSEL, None, enheter=", ".join(map(str, self._kolonner.flere_enheter)))
        for aar, brukt, andre in self._kolonner.ubrukte:
            grunn = {"aar": aar, "brukt": brukt, "andre": andre}
            self.problemer.append(Problem("aaret_i_flere_kolonner", Alvor.MERKNAD, ark, grunn))
        nevnt = " ".join(andre for _, _, andre in self._kolonner.ubrukte)
        if resten := [navn for navn in self._kolonner.historie if navn not in nevnt]:
            self._meld("kolonner_ikke_brukt", Alvor.MERKNAD, None, kolonner=", ".join(resten))
        inntekter = [p for p in self.poster if (p.inntekt_utgift or "").casefold().startswith(("inn", "i"))]
        artskode = self._felt.get("artskode")
        if artskode is not None and not inntekter:
            inntekter = [p for p in self.poster if artskode < len(p.raatt) and _INNTEKTSART.match(p.raatt[artskode])]
        uten_minus = sum(1 for p in inntekter if sum(verdi for _, verdi in p.beloep) > 0)
        if uten_minus * 2 > len(inntekter):
            self._meld("inntekter_uten_minus", Alvor.ADVARSEL, None, antall=uten_minus)

    # -- cells ----------------------------------------------------------------------------------------------------

    def _tekst(self, rad: _Ordrad, felt: str) -> str | None:
        kolonne = self._felt.get(felt)
        if kolonne is None:
            return None
        if kolonne < len(rad.ord) and (tekst := rad.ord[kolonne]):
            return tekst
        return self._flettede.get((rad.nummer, kolonne)) if self._flettede else None

    def _flettede_ord(self) -> dict[tuple[int, int], str]:
        """Return the words of cells merged downwards in the columns of words, for the rows they cover."""
        felt = set(self._felt.values()) - set(self._beloepskolonner)
        nedover = [f for f in self._ark.flettet if f.siste_rad > f.foerste_rad and f.foerste_kolonne in felt]
        if not nedover:
            return {}
        radene = {rad.nummer: rad for rad in self._rader}
        return {
            (nummer, f.foerste_kolonne): tekst
            for f in nedover
            if f.foerste_rad in radene and (tekst := celletekst(radene[f.foerste_rad].celle(f.foerste_kolonne)))
            for nummer in range(f.foerste_rad + 1, f.siste_rad + 1)
            if nummer in radene
        }

    def _meld(self, noekkel: str, alvor: Alvor, rad: Rad | _Ordrad | None, **data: object) -> None:
        sted = Sted(self._fil, self._ark.navn, rad.nummer if rad else None)
        self.problemer.append(Problem(noekkel, alvor, sted, data))


def _noen(titler: Sequence[Problem]) -> Iterator[Problem]:
    """Name the first titles each in its place, and the rest in one sentence."""
    yield from titler[:_NAVNGITTE]
    if rest := titler[_NAVNGITTE:]:
        ulike = Counter(str(p.data["innhold"]) for p in rest)
        grunn = {"antall": len(rest), "innhold": " · ".join(ulike)}
        yield Problem("flere_rader_uten_beloep", Alvor.MERKNAD, rest[0].sted, grunn)
