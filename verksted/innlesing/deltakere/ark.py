"""The people of one sheet: lines between them, tables side by side, headings that come again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verksted.innlesing.deltakere.hode import (
    Blokk,
    Hode,
    er_listekolonner,
    er_samme_hode,
    finn_hode,
    gjett_hode,
    les_hode,
)
from verksted.innlesing.deltakere.listenavn import kjent_parti, nettnavn
from verksted.innlesing.deltakere.navnerekke import har_flere, navnene
from verksted.innlesing.deltakere.personnavn import les_navn, ryddet
from verksted.innlesing.deltakere.rad import (
    Fletting,
    Kontekst,
    LestDeltaker,
    Radleser,
    alderens_aar,
    er_store,
    radtekst,
)
from verksted.innlesing.deltakere.seksjon import Seksjon, er_ledig_plass, er_opptelling, kan_vaere_navn, les_seksjon
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.tabell.tabellfil import celletekst, kolonnebokstav

if TYPE_CHECKING:
    from verksted.innlesing.deltakere.seksjon import Deltakerart
    from verksted.innlesing.tabell.tabellfil import Ark, Celle, Rad

_TALLFELT = frozenset({"foedselsaar", "alder", "perioder", "varanummer"})


@dataclass(slots=True)
class _Tilstand:
    """What the lines above have said, in one table."""

    art: Deltakerart
    ytre: Deltakerart
    liste: str | None = None
    vara_for: str | None = None


def hodet(ark: Ark) -> Hode | None:
    """Return the sheet's heading: known column names, or the names of parties side by side."""
    if hode := finn_hode(ark.rader):
        return hode
    for indeks, rad in enumerate(ark.rader[:40]):
        tekster = [ryddet(celletekst(c)) for c in rad.celler]
        if kolonner := er_listekolonner(tekster):
            blokker = tuple(Blokk({"navn": k}, k, k + 1, tekster[k]) for k in kolonner)
            return Hode(indeks, blokker, tuple(t for t in tekster if t), (), len(kolonner))
    return gjett_hode(ark.rader)


class Arkleser:
    """Reads one sheet and adds to the list of problems."""

    def __init__(self, fil: str, ark: Ark, hode: Hode, *, liste: str | None, aar: int | None) -> None:
        self.problemer: list[Problem] = []
        self.merker: set[str] = set()
        self._ark = ark
        self._hode = hode
        self._fletting = _dekkede(ark)
        self._flere: dict[int, bool] = {-1: False}
        self._hode = replace(hode, blokker=tuple(map(self._med_rekkefoelge, hode.blokker)))
        self._listetekst: dict[tuple[int, tuple[int, ...]], Counter[str]] = {}
        self._rader = {rad.nummer: rad for rad in ark.rader}
        vara = "vara" in (ark.navn or "").casefold()
        self._fra_ark: Deltakerart = "vara" if vara else "medlem"
        self._grunn = Kontekst(
            fil, ark.navn, self._fra_ark, liste, aar=aar, alder_per=alderens_aar((*hode.tekster, *self._over(hode)))
        )

    def _over(self, hode: Hode) -> tuple[str, ...]:
        return tuple(radtekst(rad) for rad in self._ark.rader[: hode.siste])

    def les(self) -> list[LestDeltaker]:
        """Return the people in the order of the rows, members before their deputies."""
        lest: list[LestDeltaker] = []
        hode, rester = self._hode, list(enumerate(self._ark.rader))[self._hode.siste + 1 :]
        tilstander = self._nye_tilstander(hode, None)
        i = 0
        while i < len(rester):
            indeks, rad = rester[i]
            i += 1
            if rad.tom:
                continue
            nytt = les_hode(self._ark.rader, indeks)
            igjen = er_samme_hode(rad, hode)
            if igjen and (nytt is None or [b.felt for b in nytt.blokker] == [b.felt for b in hode.blokker]):
                continue
            if nytt and nytt.bredde > 1 and (igjen or not nytt.ukjente):
                hode, i = nytt, i + nytt.siste - indeks
                tilstander = self._nye_tilstander(hode, tilstander)
                continue
            lest.extend(self._les_rad(rad, indeks, hode, tilstander))
        return self._fylt_nedover(lest)

    def uten_overskrift(self) -> list[str]:
        """Return the letters of columns that hold something and have no heading: nobody has read them."""
        kjente = {k for blokk in self._hode.blokker for k in blokk.felt.values()}
        rader = [rad for rad in self._ark.rader[self._hode.siste + 1 :] if self._har_navn(rad, self._hode.blokker[0])]
        fylte = {k for rad in rader for k, c in enumerate(rad.celler) if celletekst(c).strip()}
        return [kolonnebokstav(k) for k in sorted(fylte - kjente) if not self._hode.har_tekst(k)]

    def _nye_tilstander(self, hode: Hode, foer: list[_Tilstand] | None) -> list[_Tilstand]:
        nye = []
        for nummer, blokk in enumerate(hode.blokker):
            arvet = foer[min(nummer, len(foer) - 1)] if foer else None
            art = arvet.art if arvet else self._fra_ark
            tilstand = _Tilstand(art, art, arvet.liste if arvet else self._grunn.liste)
            over = les_seksjon(blokk.over) if blokk.over else None
            if over:
                tilstand.art = tilstand.ytre = over.art or art
                tilstand.liste = over.liste or tilstand.liste
            elif kjent_parti(blokk.over) or ("navn" in blokk.felt and len(blokk.felt) == 1 and blokk.over):
                tilstand.liste = blokk.over
            nye.append(tilstand)
        return nye

    def _les_rad(self, rad: Rad, indeks: int, hode: Hode, tilstander: list[_Tilstand]) -> list[LestDeltaker]:
        fylte = [k for k, c in enumerate(rad.celler) if celletekst(c).strip()]
        svar: list[LestDeltaker] = []
        for blokk, tilstand in zip(hode.blokker, tilstander, strict=True):
            egne = [k for k in fylte if blokk.fra <= k < blokk.til]
            if not egne and not (len(fylte) == 1 and blokk is hode.blokker[0]):
                continue
            alene = self._alene(rad, egne or fylte, blokk)
            if alene is not None and self._seksjon(alene, indeks, blokk, tilstand):
                seksjon = les_seksjon(alene)
                if len(fylte) == 1 and seksjon and seksjon.art and not seksjon.liste:
                    for andre in tilstander:
                        andre.art = seksjon.art
                continue
            if not egne or (len(hode.blokker) > 1 and not self._har_navn(rad, blokk) and len(egne) < 2):
                continue  # the number column of a table beside that goes on further
            svar.extend(self._personene(rad, blokk, tilstand, alene))
        if not svar and not hode.blokker[0].felt:
            return []
        return svar

    def _alene(self, rad: Rad, egne: list[int], blokk: Blokk) -> str | None:
        """Return the row's only text, where numbers beside it are counts and nothing of a person."""
        tekster = {ryddet(celletekst(rad.celler[k])) for k in egne if not _er_tall(rad.celler[k])}
        tall = [k for k in egne if _er_tall(rad.celler[k])]
        personfelt = {blokk.felt[f] for f in _TALLFELT if f in blokk.felt}
        if len(tekster) != 1 or personfelt.intersection(tall):
            return None
        return tekster.pop()

    def _seksjon(self, tekst: str, indeks: int, blokk: Blokk, tilstand: _Tilstand) -> bool:
        """Take in a line between the people; return whether it was one."""
        rad = self._ark.rader[indeks]
        bokstav = len(tekst) == 1 and (self._har_lister(blokk) or self._alfabetisk(blokk))
        if er_opptelling(tekst) or er_ledig_plass(tekst) or bokstav:
            self._meld("rad_er_ingen_person", Alvor.MERKNAD, rad, innhold=radtekst(rad))
            return True
        kolonne = next(k for k, c in enumerate(rad.celler) if ryddet(celletekst(c)) == tekst)
        i_listekolonnen = kolonne in {blokk.felt.get("liste"), blokk.felt.get("listekode")}
        seksjon = les_seksjon(tekst, lister=self._lister(blokk))
        if i_listekolonnen and (self._har_lister(blokk) or seksjon is None or seksjon.art):
            return False
        if seksjon is None:
            return self._ukjent_linje(tekst, indeks, kolonne, blokk, tilstand)
        self._bruk(seksjon, indeks, blokk, tilstand)
        return True

    def _bruk(self, seksjon: Seksjon, indeks: int, blokk: Blokk, tilstand: _Tilstand) -> None:
        tilstand.vara_for = seksjon.gjelder
        if seksjon.liste:
            tilstand.liste = seksjon.liste
            tilstand.art = seksjon.art or tilstand.ytre
        elif seksjon.art:
            tilstand.art = seksjon.art
            # «Varamedlemmer» with the name of a list on the next line holds for all the lists to come.
            neste = self._neste_linje(indeks, blokk)
            if tilstand.liste is None or (neste and neste.liste and not neste.art):
                tilstand.ytre = seksjon.art

    def _neste_linje(self, indeks: int, blokk: Blokk) -> Seksjon | None:
        for rad in self._ark.rader[indeks + 1 :]:
            egne = [k for k, c in enumerate(rad.celler) if celletekst(c).strip() and blokk.fra <= k < blokk.til]
            if egne:
                alene = self._alene(rad, egne, blokk)
                return les_seksjon(alene, lister=self._lister(blokk)) if alene else None
        return None

    def _ukjent_linje(self, tekst: str, indeks: int, kolonne: int, blokk: Blokk, tilstand: _Tilstand) -> bool:
        """Take in a lone line that is no known section: a person, a list that nobody knows, or a remark."""
        rad = self._ark.rader[indeks]
        i_navnet = kolonne in {blokk.felt.get(f) for f in ("navn", "etternavn", "fornavn")}
        har_lister = self._har_lister(blokk)
        alene_i_raden = sum(1 for c in rad.celler if celletekst(c).strip()) == 1
        foerste = indeks == self._hode.siste + 1 or self._ark.rader[indeks - 1].tom
        flere_felt = len(blokk.felt) > 1
        if not har_lister and alene_i_raden and foerste and flere_felt and tekst[:1].isupper() and self._fulgt(indeks):
            self._meld("lest_som_liste", Alvor.ADVARSEL, rad, tekst=tekst)
            tilstand.liste, tilstand.art = tekst, tilstand.ytre
            return True
        navn = les_navn(tekst).navn
        if i_navnet and (kan_vaere_navn(navn) or ("," in navn and not navn.endswith("."))):
            return False
        if i_navnet and len(blokk.felt) == 1 and len(tekst.split()) == 1:
            return False
        if not i_navnet and any(k in blokk.felt.values() for k in (kolonne,)):
            return False
        self._meld("rad_er_ingen_person", Alvor.MERKNAD, rad, innhold=radtekst(rad)[:200])
        return True

    def _fulgt(self, indeks: int) -> bool:
        """Say whether the next row tells more of a person than a name."""
        neste = self._ark.rader[indeks + 1] if indeks + 1 < len(self._ark.rader) else None
        return neste is not None and sum(1 for c in neste.celler if celletekst(c).strip()) > 1

    def _personene(self, rad: Rad, blokk: Blokk, tilstand: _Tilstand, alene: str | None) -> list[LestDeltaker]:
        flere_vara = self._har_flere(blokk, "vara_navn")
        leser = Radleser(blokk, self._fletting, self._hent, self.problemer, self.merker, flere_vara)
        her = replace(self._grunn, art=tilstand.art, liste=tilstand.liste, vara_for=tilstand.vara_for)
        navn = leser.navnetekst(rad)
        if not navn:
            leser.meld("rad_uten_navn", Alvor.FEIL, rad, her, "navn", innhold=radtekst(rad)[:200])
            return []
        uten_liste = not (leser.tekst(rad, "liste") or leser.tekst(rad, "listekode"))
        if er_ledig_plass(navn) or (alene is None and er_opptelling(navn) and uten_liste):
            self._meld("rad_er_ingen_person", Alvor.MERKNAD, rad, innhold=radtekst(rad)[:200])
            return []
        if len(flere := self._hver_for_seg(rad, blokk)) > 1:
            leser.meld("flere_navn_i_cella", Alvor.MERKNAD, rad, her, "navn", antall=len(flere))
            folk = [m for en in flere if (m := leser.person(en, her))]
            # Who is deputy for whom does not show where several stand together.
            varaer = leser.personlig_vara(rad, folk[0]) if folk else []
            return [*folk, *(replace(v, vara_for=None) for v in varaer)]
        medlem = leser.person(rad, her)
        return [medlem, *leser.personlig_vara(rad, medlem)] if medlem else []

    def _hver_for_seg(self, rad: Rad, blokk: Blokk) -> list[Rad]:
        """Return one row for each of the folk in the cell of names."""
        kolonne = blokk.felt.get("navn", -1)
        celle = rad.celle(kolonne)
        if not isinstance(celle, str):
            return [rad]
        navn = navnene(celle, flere=self._har_flere(blokk, "navn"))
        return [replace(rad, celler=(*rad.celler[:kolonne], ett, *rad.celler[kolonne + 1 :])) for ett in navn]

    def _har_flere(self, blokk: Blokk, felt: str) -> bool:
        """Say whether the column surely has several folk in a cell somewhere."""
        kolonne = blokk.felt.get(felt, -1)
        if kolonne not in self._flere:
            self._flere[kolonne] = har_flere(r.celle(kolonne) for r in self._ark.rader[self._hode.siste + 1 :])
        return self._flere[kolonne]

    def _med_rekkefoelge(self, blokk: Blokk) -> Blokk:
        """Return the table where surnames in capitals in nearly all rows say that they stand first."""
        if "navn" not in blokk.felt or blokk.snudd:
            return blokk
        navn = [les_navn(t).navn.split() for r in self._ark.rader if (t := celletekst(r.celle(blokk.felt["navn"])))]
        hele = [n for n in navn if len(n) > 1]
        store = sum(1 for n in hele if er_store(n[0]) and not er_store(n[-1]))
        return replace(blokk, snudd=True) if store >= 3 and store >= 0.8 * (len(hele) - 1) else blokk

    def _fylt_nedover(self, lest: list[LestDeltaker]) -> list[LestDeltaker]:
        """Give the list to the rows below where it stands once for each group, as merged cells are saved in csv."""
        verdier = [d.liste or d.listekode or "" for d in lest]
        fylte = [v for v in verdier if v]
        tomme = len(verdier) - len(fylte)
        if not (len(fylte) > 1 and tomme > len(fylte) and verdier[0] and len(set(map(nettnavn, fylte))) == len(fylte)):
            return lest
        svar: list[LestDeltaker] = []
        for person in lest:
            egen = person.liste or person.listekode or not svar
            svar.append(person if egen else replace(person, liste=svar[-1].liste, listekode=svar[-1].listekode))
        sted = Sted(self._grunn.fil, self._ark.navn)
        self.problemer.append(Problem("liste_fylt_nedover", Alvor.ADVARSEL, sted, {"antall": tomme}))
        return svar

    def _har_navn(self, rad: Rad, blokk: Blokk) -> bool:
        return any(
            celletekst(rad.celle(blokk.felt[f])).strip() for f in ("navn", "fornavn", "etternavn") if f in blokk.felt
        )

    def _listetekster(self, blokk: Blokk) -> Counter[str]:
        """Return what stands in the list column of the rows that have a name."""
        kolonner = tuple(blokk.felt[f] for f in ("liste", "listekode") if f in blokk.felt)
        if (blokk.fra, kolonner) not in self._listetekst:
            self._listetekst[blokk.fra, kolonner] = Counter(
                next((t for k in kolonner if (t := ryddet(celletekst(rad.celle(k))))), "")
                for rad in self._ark.rader[self._hode.siste + 1 :]
                if self._har_navn(rad, blokk)
            )
        return self._listetekst[blokk.fra, kolonner]

    def _har_lister(self, blokk: Blokk) -> bool:
        talt = self._listetekster(blokk)
        fylte = sum(antall for tekst, antall in talt.items() if tekst)
        return fylte > 0 and 2 * fylte >= sum(talt.values()) - fylte

    def _alfabetisk(self, blokk: Blokk) -> bool:
        """Say whether single letters between the people are those of the alphabet, and not parties."""
        bokstaver = {
            tekst
            for rad in self._ark.rader
            if sum(1 for c in rad.celler if celletekst(c).strip()) == 1
            and len(tekst := radtekst(rad)) == 1
            and rad.celle(blokk.felt.get("navn", 0)) is not None
        }
        return any(kjent_parti(b) is None for b in bokstaver)

    def _lister(self, blokk: Blokk) -> frozenset[str]:
        return frozenset(nettnavn(t) for t in self._listetekster(blokk) if t)

    def _hent(self, rad: int, kolonne: int) -> Celle:
        return self._rader[rad].celle(kolonne) if rad in self._rader else None

    def _meld(self, noekkel: str, alvor: Alvor, rad: Rad, **data: object) -> None:
        self.problemer.append(Problem(noekkel, alvor, Sted(self._grunn.fil, self._ark.navn, rad.nummer), data))


def _dekkede(ark: Ark) -> Fletting:
    """Return the cells that a merge downwards continues; one to the side is a title."""
    return {
        (rad, f.foerste_kolonne): f.foerste_rad
        for f in ark.flettet
        for rad in range(f.foerste_rad + 1, min(f.siste_rad, f.foerste_rad + 500) + 1)
    }


def _er_tall(celle: Celle) -> bool:
    return not isinstance(celle, str) or celle.strip(" ().").isdecimal()
