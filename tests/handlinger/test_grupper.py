"""Tables across the parties in the file: composed beside the writer, stored in one undo, mended on the day."""

from __future__ import annotations

from collections import Counter
from datetime import time
from typing import TYPE_CHECKING

import pytest

from tests.handlinger.proeveprosess import DELTAKERE, KORT, LEDER, hent, note, ny_prosess, person
from verksted.handlinger.bordplasser import flytt_plass, laas_plass, merk_runden_holdt, sett_sekretaer
from verksted.handlinger.feil import (
    AlleRundeneErHoldt,
    BordEllerStoerrelse,
    IngenSomSkalSitte,
    ListaErEndretImens,
    RegelenErIkkeHel,
)
from verksted.handlinger.forfall import meld_forfall, sett_inn_vara
from verksted.handlinger.gruppebestilling import (
    Bestilling,
    NyRegel,
    fjern_grupperegel,
    legg_til_grupperegel,
    sett_gruppeoppsett,
)
from verksted.handlinger.grupper import reparer_gruppene, sett_sammen_grupper
from verksted.handlinger.moete import registrer_oppmoete
from verksted.kjerne.feil import FinnesIkke, UgyldigVerdi
from verksted.kjerne.tekster import Tekster
from verksted.lager.spoerringer.grunnlag import hent_grunnlag
from verksted.modell.ordene import Grupperegelart
from verksted.regler.grupper.feil import FaerreFolkEnnBord, RegelenPasserIkke, ReglerMotsierHverandre, UkjentEgenskap
from verksted.visning.grupper import bygg_grupper
from verksted.visning.gruppetekst import maallinjer
from verksted.visning.regelord import regelord

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from verksted.handlinger.grupper import Sammensatt
    from verksted.lager.prosessfil import Prosessfil
    from verksted.visning.grupper import Gruppevisning

MEDLEMMER = [navn for navn, _, rolle in DELTAKERE if rolle == "Medlem"]
SITTER = (
    "SELECT p.navn, i.runde, g.nummer FROM plass AS s JOIN person AS p ON p.id = s.person_id "
    "JOIN gruppe AS g ON g.id = s.gruppe_id JOIN gruppeinndeling AS i ON i.id = s.inndeling_id"
)
ALT = ("plass", "gruppe", "gruppeinndeling", "gruppeoppsett", "grupperegel", "grupperegel_person", "forfall")


@pytest.fixture
def fil(tmp_path: Path) -> Iterator[Prosessfil]:
    with ny_prosess(tmp_path) as fil:
        yield fil


def _sett_sammen(fil: Prosessfil, **oensker: object) -> Sammensatt:
    return sett_sammen_grupper(
        fil,
        LEDER,
        verksted=1,
        bestilling=Bestilling(**oensker),  # type: ignore[arg-type]
        navngi=regelord(Tekster("nb")),
        valg=KORT,
    )


def _bordet(fil: Prosessfil, navn: str, runde: int = 1) -> int | None:
    return {n: bord for n, r, bord in hent(fil, SITTER) if r == runde}.get(navn)


def _stoerrelser(fil: Prosessfil, runde: int = 1) -> list[int]:
    return sorted(Counter(bord for _, r, bord in hent(fil, SITTER) if r == runde).values())


def _visning(fil: Prosessfil) -> Gruppevisning:
    with fil.les() as sesjon:
        return bygg_grupper(hent_grunnlag(sesjon), 1)


def _alt(fil: Prosessfil) -> list[object]:
    return [sorted(map(str, hent(fil, f"SELECT * FROM {tabell}"))) for tabell in ALT]


def test_at_medlemmene_faar_plass_i_hver_runde_og_listene_deles_paa_bordene(fil: Prosessfil) -> None:
    svar = _sett_sammen(fil, antall_bord=2, runder=3, balanser=("parti",))
    assert sorted(hent(fil, "SELECT runde FROM gruppeinndeling")) == [1, 2, 3]
    for runde in (1, 2, 3):
        assert sorted(n for n, r, _ in hent(fil, SITTER) if r == runde) == sorted(MEDLEMMER)
        assert _stoerrelser(fil, runde) == [3, 3]
    assert svar.inndeling.maal.avvik == (("parti", 0),)
    assert {bord.sekretaer == "" for runde in _visning(fil).runder for bord in runde.bord} == {False}


def test_at_alt_angres_i_ett_steg(fil: Prosessfil) -> None:
    foer = _alt(fil)
    aase = person(fil, "Åse Lyngstrand")
    regel = NyRegel(art=Grupperegelart.BORD, personer=(aase,), bord=3)
    _sett_sammen(fil, antall_bord=3, runder=2, regler=(regel,), forfall=(person(fil, "Kåre Øyjord"),))
    assert (_bordet(fil, "Åse Lyngstrand", 2), _bordet(fil, "Kåre Øyjord")) == (3, None)
    etter = _alt(fil)
    fil.angre(LEDER)
    assert _alt(fil) == foer
    fil.gjoer_om(LEDER)
    assert _alt(fil) == etter


def test_at_samme_froe_gir_samme_bord_og_et_nytt_antall_rydder_bort_de_gamle(fil: Prosessfil) -> None:
    _sett_sammen(fil, antall_bord=3, runder=2)
    foerste = sorted(hent(fil, SITTER))
    _sett_sammen(fil)
    assert sorted(hent(fil, SITTER)) == foerste
    _sett_sammen(fil, antall_bord=2, runder=1)
    assert hent(fil, "SELECT nummer FROM gruppe ORDER BY nummer") == [1, 2]
    assert hent(fil, "SELECT runde FROM gruppeinndeling") == [1]


def test_at_et_bord_med_innspill_ikke_blir_borte(fil: Prosessfil) -> None:
    _sett_sammen(fil, antall_bord=3)
    note(fil, gruppe=3)
    _sett_sammen(fil, antall_bord=2)
    assert hent(fil, "SELECT nummer FROM gruppe ORDER BY nummer") == [1, 2, 3]
    assert [bord.nummer for bord in _visning(fil).runder[0].bord] == [1, 2]


def test_at_stoerrelsen_bestemmer_antall_bord_og_begge_deler_ikke_gaar(fil: Prosessfil) -> None:
    _sett_sammen(fil, stoerrelse=2)
    assert _stoerrelser(fil) == [2, 2, 2]
    with pytest.raises(BordEllerStoerrelse):
        fil.utfoer(sett_gruppeoppsett, LEDER, verksted=1, antall_bord=2, stoerrelse=3)
    with pytest.raises(UkjentEgenskap) as feil:
        fil.utfoer(sett_gruppeoppsett, LEDER, verksted=1, balanser=["hårfarge"])
    assert feil.value.data["ord"] == "hårfarge"
    with pytest.raises(UgyldigVerdi):
        fil.utfoer(sett_gruppeoppsett, LEDER, verksted=1, runder=21)


def test_at_oppsettet_huskes_felt_for_felt(fil: Prosessfil) -> None:
    fil.utfoer(sett_gruppeoppsett, LEDER, verksted=1, antall_bord=3, balanser=["Kjønn", "liste"])
    fil.utfoer(sett_gruppeoppsett, LEDER, verksted=1, runder=2)
    kolonner = "antall_bord, stoerrelse, runder, balanser, alle_i_rommet"
    assert hent(fil, f"SELECT {kolonner} FROM gruppeoppsett") == [(3, None, 2, '["kjoenn","parti"]', 0)]
    fil.utfoer(sett_gruppeoppsett, LEDER, verksted=1, stoerrelse=4)
    assert hent(fil, "SELECT antall_bord, stoerrelse FROM gruppeoppsett") == [(None, 4)]


def test_at_bare_de_som_er_til_stede_faar_plass_og_en_vara_sitter_for_den_som_mangler(fil: Prosessfil) -> None:
    for navn in ("Åse Lyngstrand", "Silje Marie Vik", "Kåre Øyjord"):
        fil.utfoer(registrer_oppmoete, LEDER, verksted=1, person_id=person(fil, navn), fra=time(17))
    jostein, torvald = person(fil, "Jostein Lindvik"), person(fil, "Torvald Brimvåg")
    fil.utfoer(registrer_oppmoete, LEDER, verksted=1, person_id=jostein, fra=time(17), vara_for=torvald)
    _sett_sammen(fil, antall_bord=2)
    sittende = {"Åse Lyngstrand", "Silje Marie Vik", "Kåre Øyjord", "Jostein Lindvik"}
    assert {n for n, *_ in hent(fil, SITTER)} == sittende
    (vara,) = (p for b in _visning(fil).runder[0].bord for p in b.plasser if p.navn == "Jostein Lindvik")
    assert vara.vara_for == "Torvald Brimvåg"


def test_at_laaste_plasser_staar_og_de_andre_fyller_opp(fil: Prosessfil) -> None:
    _sett_sammen(fil, antall_bord=2)
    aase = person(fil, "Åse Lyngstrand")
    bord = 3 - (_bordet(fil, "Åse Lyngstrand") or 0)
    fil.utfoer(flytt_plass, LEDER, verksted=1, runde=1, person_id=aase, bord=bord, laas=True)
    assert _stoerrelser(fil) == [2, 4]
    _sett_sammen(fil)
    assert (_stoerrelser(fil), _bordet(fil, "Åse Lyngstrand")) == ([3, 3], bord)


def test_at_regler_som_motsier_hverandre_blir_nevnt_med_ord_og_navn(fil: Prosessfil) -> None:
    par = (person(fil, "Åse Lyngstrand"), person(fil, "Kåre Øyjord"))
    regler = tuple(NyRegel(art=art, personer=par) for art in (Grupperegelart.SAMMEN, Grupperegelart.HVER_FOR_SEG))
    foer = _alt(fil)
    with pytest.raises(ReglerMotsierHverandre) as feil:
        _sett_sammen(fil, antall_bord=2, regler=regler)
    setning = str(feil.value.data["regler"])
    assert "Kåre Øyjord og Åse Lyngstrand skal sitte sammen" in setning
    assert "Kåre Øyjord og Åse Lyngstrand skal ikke sitte sammen" in setning
    assert _alt(fil) == foer


def test_at_en_laas_som_ikke_lenger_har_noe_bord_blir_nevnt(fil: Prosessfil) -> None:
    _sett_sammen(fil, antall_bord=3)
    sist = min(n for n, _, nummer in hent(fil, SITTER) if nummer == 3)
    fil.utfoer(laas_plass, LEDER, verksted=1, runde=1, person_id=person(fil, sist))
    with pytest.raises(RegelenPasserIkke) as feil:
        _sett_sammen(fil, antall_bord=2)
    assert feil.value.data["regel"] == f"{sist} er låst til bord 3 i runde 1"


@pytest.mark.parametrize(
    ("art", "antall", "bord", "verv"),
    [
        (Grupperegelart.SAMMEN, 1, None, None),
        (Grupperegelart.HVER_FOR_SEG, 0, None, None),
        (Grupperegelart.BORD, 1, None, None),
        (Grupperegelart.SEKRETAER, 2, 1, None),
        (Grupperegelart.EN_PER_BORD, 1, None, None),
    ],
)
def test_at_en_regel_maa_ha_det_den_trenger(
    fil: Prosessfil, art: Grupperegelart, antall: int, bord: int | None, verv: str | None
) -> None:
    personer = [person(fil, navn) for navn in MEDLEMMER[:antall]]
    with pytest.raises(RegelenErIkkeHel):
        fil.utfoer(legg_til_grupperegel, LEDER, verksted=1, art=art, personer=personer, bord=bord, verv=verv)


def test_at_samme_regel_skrives_en_gang_og_kan_tas_bort(fil: Prosessfil) -> None:
    par = [person(fil, navn) for navn in MEDLEMMER[:2]]
    en = fil.utfoer(legg_til_grupperegel, LEDER, verksted=1, art=Grupperegelart.SAMMEN, personer=par).resultat
    to = fil.utfoer(legg_til_grupperegel, LEDER, verksted=1, art=Grupperegelart.SAMMEN, personer=par[::-1]).resultat
    assert en == to
    fil.utfoer(fjern_grupperegel, LEDER, regel_id=en)
    assert hent(fil, "SELECT count(*) FROM grupperegel_person") == [0]
    with pytest.raises(FinnesIkke):
        fil.utfoer(fjern_grupperegel, LEDER, regel_id=en)


def test_at_lista_ikke_maa_endres_mens_det_letes(fil: Prosessfil) -> None:
    valg = type(KORT)(
        sekunder=0.05,
        prosesser=1,
        meld=lambda _: fil.utfoer(meld_forfall, "annen", verksted=1, person_id=person(fil, MEDLEMMER[0])),
    )
    with pytest.raises(ListaErEndretImens):
        sett_sammen_grupper(fil, LEDER, verksted=1, bestilling=Bestilling(antall_bord=2), valg=valg)
    assert hent(fil, "SELECT count(*) FROM plass") == [0]


@pytest.mark.parametrize(
    ("verksted", "bord", "feilen"), [(1, 7, FaerreFolkEnnBord), (1, None, None), (9, 2, FinnesIkke)]
)
def test_at_flere_bord_enn_folk_eller_et_ukjent_verksted_ikke_gaar(
    fil: Prosessfil, verksted: int, bord: int | None, feilen: type[Exception] | None
) -> None:
    def gjoer() -> None:
        sett_sammen_grupper(fil, LEDER, verksted=verksted, bestilling=Bestilling(antall_bord=bord), valg=KORT)

    if feilen is None:
        gjoer()  # the two tables that are put up
        assert _stoerrelser(fil) == [3, 3]
        return
    with pytest.raises(feilen):
        gjoer()


def test_at_et_verksted_uten_noen_aa_fordele_sier_det(fil: Prosessfil) -> None:
    borte = tuple(person(fil, navn) for navn in MEDLEMMER)
    with pytest.raises(IngenSomSkalSitte):
        _sett_sammen(fil, antall_bord=2, forfall=borte)


def test_at_runder_som_er_holdt_staar_og_teller_som_moeter(fil: Prosessfil) -> None:
    _sett_sammen(fil, antall_bord=3, runder=2, balanser=("parti",))
    fil.utfoer(merk_runden_holdt, LEDER, verksted=1, runde=1)
    foer = sorted(rad for rad in hent(fil, SITTER) if rad[1] == 1)
    svar = _sett_sammen(fil, runder=3, froe=7)
    assert sorted(rad for rad in hent(fil, SITTER) if rad[1] == 1) == foer
    assert [runde.nummer for runde in svar.runder] == [2, 3]
    assert sum(svar.oppdrag.tidligere.values()) == 3
    for runde in (2, 3):
        fil.utfoer(merk_runden_holdt, LEDER, verksted=1, runde=runde)
    with pytest.raises(AlleRundeneErHoldt):
        _sett_sammen(fil)
    with pytest.raises(AlleRundeneErHoldt):
        reparer_gruppene(fil, LEDER, verksted=1)


def test_at_de_som_ikke_kom_ikke_moette_noen(fil: Prosessfil) -> None:
    _sett_sammen(fil, antall_bord=2)
    fil.utfoer(meld_forfall, LEDER, verksted=1, person_id=person(fil, MEDLEMMER[0]))
    assert fil.utfoer(merk_runden_holdt, LEDER, verksted=1, runde=1).resultat == 3 + 1
    moettes = {p for par in hent(fil, "SELECT person_id, annen_person_id FROM parmoete") for p in par}
    assert person(fil, MEDLEMMER[0]) not in moettes


def test_at_moetene_i_foerste_verksted_huskes_i_det_andre(fil: Prosessfil) -> None:
    _sett_sammen(fil, antall_bord=3)
    svar = sett_sammen_grupper(fil, LEDER, verksted=2, bestilling=Bestilling(antall_bord=3), valg=KORT)
    assert len(svar.oppdrag.tidligere) == 3  # as planned, since nothing is noted
    fil.utfoer(merk_runden_holdt, LEDER, verksted=1, runde=1)
    svar = sett_sammen_grupper(fil, LEDER, verksted=2, valg=KORT)
    assert len(svar.oppdrag.tidligere) == 3
    assert svar.inndeling.maal.gjentak == 0


def test_at_gruppene_mendes_med_faerrest_flyttinger_og_kan_angres(fil: Prosessfil) -> None:
    _sett_sammen(fil, antall_bord=2, balanser=("parti",))
    bordet = _bordet(fil, "Åse Lyngstrand")
    borte = [n for n, _, bord in hent(fil, SITTER) if bord == bordet][:2]
    for navn in borte:
        fil.utfoer(meld_forfall, LEDER, verksted=1, person_id=person(fil, navn))
    foer = _alt(fil)
    svar = reparer_gruppene(fil, LEDER, verksted=1)
    assert (svar.antall_flyttet, svar.faerrest) == (1, True)
    assert _stoerrelser(fil) == [2, 2]
    assert not {*borte} & {n for n, *_ in hent(fil, SITTER)}
    assert all(bord.sekretaer for bord in _visning(fil).runder[0].bord)
    fil.angre(LEDER)
    assert _alt(fil) == foer


def test_at_mendingen_holder_laasene(fil: Prosessfil) -> None:
    _sett_sammen(fil, antall_bord=2)
    ved = {bord: sorted(n for n, _, b in hent(fil, SITTER) if b == bord) for bord in (1, 2)}
    for navn in ved[1][:2]:
        fil.utfoer(laas_plass, LEDER, verksted=1, runde=1, person_id=person(fil, navn))
    for navn in ved[2][:2]:
        fil.utfoer(meld_forfall, LEDER, verksted=1, person_id=person(fil, navn))
    svar = reparer_gruppene(fil, LEDER, verksted=1)
    assert [(f.person, f.til) for f in svar.flyttinger] == [(person(fil, ved[1][2]), 2)]


def test_at_ingenting_kan_mendes_foer_det_er_satt_sammen(fil: Prosessfil) -> None:
    with pytest.raises(FinnesIkke):
        reparer_gruppene(fil, LEDER, verksted=1)


def test_at_den_faste_sekretaeren_sitter_ved_bordet_sitt_i_hver_runde(fil: Prosessfil) -> None:
    _sett_sammen(fil, antall_bord=2)
    aase = person(fil, "Åse Lyngstrand")
    fil.utfoer(sett_sekretaer, LEDER, verksted=1, bord=2, person_id=aase)
    _sett_sammen(fil, runder=3)
    assert {_bordet(fil, "Åse Lyngstrand", runde) for runde in (1, 2, 3)} == {2}
    assert {runde.bord[1].sekretaer for runde in _visning(fil).runder} == {"Åse Lyngstrand"}


def test_at_ingen_skriver_to_ganger_naar_det_kan_unngaas(fil: Prosessfil) -> None:
    _sett_sammen(fil, antall_bord=2, runder=3)
    skrivere = [bord.sekretaer for runde in _visning(fil).runder for bord in runde.bord]
    assert len(set(skrivere)) == 6


def test_at_alle_i_rommet_bare_faar_plass_naar_det_er_oensket(fil: Prosessfil) -> None:
    jostein, torvald = person(fil, "Jostein Lindvik"), person(fil, "Torvald Brimvåg")
    svar = _sett_sammen(fil, antall_bord=2)
    assert all(d.folkevalgt for d in svar.rommet.deltakere)
    fil.utfoer(sett_inn_vara, LEDER, verksted=1, person_id=jostein, for_person_id=torvald)
    svar = _sett_sammen(fil, alle_i_rommet=True)
    assert {d.person.navn for d in svar.rommet.deltakere} == {*MEDLEMMER, "Jostein Lindvik"} - {"Torvald Brimvåg"}


def test_at_en_regel_som_brytes_for_haand_blir_sagt_med_ord(fil: Prosessfil) -> None:
    par = tuple(person(fil, navn) for navn in ("Åse Lyngstrand", "Kåre Øyjord"))
    _sett_sammen(fil, antall_bord=2, regler=(NyRegel(art=Grupperegelart.SAMMEN, personer=par),))
    assert [regel.brutt for regel in _visning(fil).regler] == [False]
    bord = 3 - (_bordet(fil, "Åse Lyngstrand") or 0)
    fil.utfoer(flytt_plass, LEDER, verksted=1, runde=1, person_id=par[0], bord=bord)
    visning = _visning(fil)
    assert ([regel.brutt for regel in visning.regler], visning.best_mulig) == ([True], False)
    linjer = list(maallinjer(visning, Tekster("nb")))
    assert linjer[-1] == "Holdes ikke: Kåre Øyjord og Åse Lyngstrand skal sitte sammen."
