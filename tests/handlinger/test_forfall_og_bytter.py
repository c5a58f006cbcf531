"""The day itself: moved by hand, deputies, late arrivals. Each table has one who writes; each step can be undone."""

from __future__ import annotations

from collections import Counter
from datetime import time
from typing import TYPE_CHECKING

import pytest

from tests.handlinger.proeveprosess import KORT, LEDER, hent, ny_prosess, person
from verksted.handlinger.bordplasser import (
    bytt_plasser,
    flytt_plass,
    laas_plass,
    merk_runden_holdt,
    sett_opp_bord,
    sett_sekretaer,
)
from verksted.handlinger.feil import SitterIkkeHer, SkalIkkeSitte, VaraenErMedlem
from verksted.handlinger.forfall import meld_forfall, opphev_forfall, sett_inn_vara, ta_imot_sent
from verksted.handlinger.gruppebestilling import Bestilling
from verksted.handlinger.grupper import sett_sammen_grupper
from verksted.kjerne.feil import FinnesIkke, UgyldigVerdi
from verksted.lager.spoerringer.grunnlag import hent_grunnlag
from verksted.regler.grupper.maal import beregn_maal
from verksted.visning.grupper import bygg_grupper
from verksted.visning.gruppevirkning import rommet_i, virkning_av_aa_bytte, virkning_av_aa_flytte
from verksted.visning.holdte import holdte_ider

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from verksted.lager.prosessfil import Prosessfil
    from verksted.regler.grupper.rommet import Rommet
    from verksted.visning.grupper import Gruppevisning

AASE, TORVALD, JOSTEIN, RAGNA = "Åse Lyngstrand", "Torvald Brimvåg", "Jostein Lindvik", "Ragna Ytterlind"


@pytest.fixture
def fil(tmp_path: Path) -> Iterator[Prosessfil]:
    with ny_prosess(tmp_path) as fil:
        sett_sammen_grupper(
            fil, "oppsett", verksted=1, bestilling=Bestilling(antall_bord=2, runder=2, balanser=("parti",)), valg=KORT
        )
        yield fil


def _visning(fil: Prosessfil) -> Gruppevisning:
    with fil.les() as sesjon:
        return bygg_grupper(hent_grunnlag(sesjon), 1)


def _rommet(fil: Prosessfil) -> Rommet:
    with fil.les() as sesjon:
        return rommet_i(hent_grunnlag(sesjon), 1)


def _bordet(fil: Prosessfil, navn: str, runde: int = 1) -> int | None:
    bordene = _visning(fil).runder[runde - 1].bord
    return next((bord.nummer for bord in bordene if navn in {p.navn for p in bord.plasser}), None)


def _en_ved(fil: Prosessfil, bord: int, runde: int = 1, *, skriver: bool = False) -> str:
    plasser = _visning(fil).runder[runde - 1].bord[bord - 1].plasser
    return next(p.navn for p in plasser if p.sekretaer is skriver)


def _alle_skriver_en_gang(fil: Prosessfil) -> bool:
    runder = _visning(fil).runder
    return all(sum(p.sekretaer for p in bord.plasser) == 1 for runde in runder for bord in runde.bord)


def _rader(fil: Prosessfil) -> list[object]:
    tabeller = ("plass", "gruppe", "forfall", "tilstedevaerelse")
    return [sorted(map(str, hent(fil, f"SELECT * FROM {tabell}"))) for tabell in tabeller]


def test_at_virkningen_av_en_flytting_er_sagt_foer_den_gjoeres(fil: Prosessfil) -> None:
    rommet = _rommet(fil)
    aase, bord = person(fil, AASE), _bordet(fil, AASE) or 0
    virkning = virkning_av_aa_flytte(rommet, runde=1, person_id=aase, bord=3 - bord)
    assert virkning.foer == beregn_maal(rommet.oppdrag_naa, rommet.runder)
    fil.utfoer(flytt_plass, LEDER, verksted=1, runde=1, person_id=aase, bord=3 - bord)
    naa = _rommet(fil)
    assert virkning.etter == beregn_maal(naa.oppdrag_naa, naa.runder)


def test_at_to_bytter_plass_slik_det_ble_sagt_og_bare_i_den_runden(fil: Prosessfil) -> None:
    en, annen = _en_ved(fil, 1), _en_ved(fil, 2)
    runde_2 = (_bordet(fil, en, 2), _bordet(fil, annen, 2))
    foer = _rader(fil)
    virkning = virkning_av_aa_bytte(_rommet(fil), runde=1, en=person(fil, en), annen=person(fil, annen))
    fil.utfoer(bytt_plasser, LEDER, verksted=1, runde=1, en=person(fil, en), annen=person(fil, annen))
    assert (_bordet(fil, en), _bordet(fil, annen)) == (2, 1)
    assert (_bordet(fil, en, 2), _bordet(fil, annen, 2)) == runde_2
    naa = _rommet(fil)
    assert virkning.etter == beregn_maal(naa.oppdrag_naa, naa.runder)
    fil.angre(LEDER)
    assert _rader(fil) == foer


def test_at_en_sekretaer_som_flyttes_avloeses_ved_det_gamle_bordet(fil: Prosessfil) -> None:
    skriver = _en_ved(fil, 1, skriver=True)
    fil.utfoer(flytt_plass, LEDER, verksted=1, runde=1, person_id=person(fil, skriver), bord=2)
    assert _visning(fil).runder[0].bord[0].sekretaer not in {"", skriver}
    assert _alle_skriver_en_gang(fil)


def test_at_sekretaeren_i_en_runde_kan_velges_uten_at_de_andre_rundene_endres(fil: Prosessfil) -> None:
    andre = [bord.sekretaer for bord in _visning(fil).runder[1].bord]
    ny = _en_ved(fil, 2)
    fil.utfoer(sett_sekretaer, LEDER, verksted=1, bord=2, person_id=person(fil, ny), runde=1)
    assert _visning(fil).runder[0].bord[1].sekretaer == ny
    assert [bord.sekretaer for bord in _visning(fil).runder[1].bord] == andre
    with pytest.raises(SitterIkkeHer):
        fil.utfoer(sett_sekretaer, LEDER, verksted=1, bord=1, person_id=person(fil, ny), runde=1)
    for bord, hvem in ((9, None), (1, "ingen")):
        with pytest.raises(FinnesIkke) as feil:
            fil.utfoer(sett_sekretaer, LEDER, verksted=1, bord=bord, person_id=hvem)
        assert feil.value.data["kode"]


def test_at_den_faste_sekretaeren_skriver_ved_bordet_sitt_og_en_annen_der_hun_ikke_sitter(fil: Prosessfil) -> None:
    fil.utfoer(sett_sekretaer, LEDER, verksted=1, bord=1, person_id=person(fil, AASE))
    for runde in (1, 2):
        ventet = _bordet(fil, AASE, runde) == 1
        assert (_visning(fil).runder[runde - 1].bord[0].sekretaer == AASE) is ventet
    assert _alle_skriver_en_gang(fil)
    fil.utfoer(sett_sekretaer, LEDER, verksted=1, bord=1, person_id=None)
    assert hent(fil, "SELECT sekretaer_id FROM gruppe WHERE nummer = 1") == [None]


@pytest.mark.parametrize(("runde", "bord", "feilen"), [(3, 1, FinnesIkke), (1, 9, FinnesIkke)])
def test_at_ukjente_bord_og_runder_blir_nevnt(fil: Prosessfil, runde: int, bord: int, feilen: type[Exception]) -> None:
    with pytest.raises(feilen):
        fil.utfoer(flytt_plass, LEDER, verksted=1, runde=runde, person_id=person(fil, AASE), bord=bord)


def test_at_den_som_ikke_sitter_der_ikke_kan_flyttes_byttes_eller_laases(fil: Prosessfil) -> None:
    vara = person(fil, JOSTEIN)
    for gjoer in (
        lambda: fil.utfoer(flytt_plass, LEDER, verksted=1, runde=1, person_id=vara, bord=1),
        lambda: fil.utfoer(bytt_plasser, LEDER, verksted=1, runde=1, en=vara, annen=person(fil, AASE)),
        lambda: fil.utfoer(laas_plass, LEDER, verksted=1, runde=1, person_id=vara),
    ):
        with pytest.raises(SitterIkkeHer):
            gjoer()


def test_at_flere_bord_settes_opp_uten_at_de_gamle_roeres(fil: Prosessfil) -> None:
    foer = hent(fil, "SELECT id FROM gruppe ORDER BY nummer")
    assert fil.utfoer(sett_opp_bord, LEDER, verksted=1, antall=3).resultat == [1, 2, 3]
    assert hent(fil, "SELECT id FROM gruppe ORDER BY nummer")[:2] == foer
    with pytest.raises(UgyldigVerdi):
        fil.utfoer(sett_opp_bord, LEDER, verksted=1, antall=100)
    assert hent(fil, "SELECT count(*) FROM gruppe") == [3]


def test_at_forfall_lar_stolen_staa_tom_og_kan_oppheves(fil: Prosessfil) -> None:
    bord = _bordet(fil, AASE)
    fil.utfoer(meld_forfall, LEDER, verksted=1, person_id=person(fil, AASE))
    assert _bordet(fil, AASE) is None
    assert [p.navn for p in _visning(fil).forfall] == [AASE]
    assert _alle_skriver_en_gang(fil)
    fil.utfoer(opphev_forfall, LEDER, verksted=1, person_id=person(fil, AASE))
    assert _bordet(fil, AASE) == bord
    with pytest.raises(FinnesIkke):
        fil.utfoer(opphev_forfall, LEDER, verksted=1, person_id=person(fil, AASE))


@pytest.mark.parametrize(("vara", "samme"), [(JOSTEIN, True), (RAGNA, False)])
def test_at_en_vara_tar_over_plassene_og_det_er_sagt_om_lista_er_den_samme(
    fil: Prosessfil, vara: str, *, samme: bool
) -> None:
    bord = [_bordet(fil, TORVALD, runde) for runde in (1, 2)]
    foer = _rader(fil)
    svar = fil.utfoer(
        sett_inn_vara, LEDER, verksted=1, person_id=person(fil, vara), for_person_id=person(fil, TORVALD)
    ).resultat
    assert (svar.samme_liste, svar.plasser) == (samme, 2)
    assert [_bordet(fil, vara, runde) for runde in (1, 2)] == bord
    assert _bordet(fil, TORVALD) is None
    assert _alle_skriver_en_gang(fil)
    with fil.les() as sesjon:
        assert holdte_ider(hent_grunnlag(sesjon)) == frozenset()  # put in before the day: nothing is held
    fil.angre(LEDER)
    assert _rader(fil) == foer


def test_at_en_vara_ikke_overtar_i_en_runde_som_er_holdt(fil: Prosessfil) -> None:
    fil.utfoer(merk_runden_holdt, LEDER, verksted=1, runde=1)
    svar = fil.utfoer(
        sett_inn_vara, LEDER, verksted=1, person_id=person(fil, JOSTEIN), for_person_id=person(fil, TORVALD)
    ).resultat
    assert svar.plasser == 1
    assert (_bordet(fil, TORVALD, 1) is not None, _bordet(fil, TORVALD, 2)) == (True, None)


def test_at_et_medlem_ikke_kan_vaere_vara_og_bare_medlemmer_har_vara(fil: Prosessfil) -> None:
    with pytest.raises(VaraenErMedlem):
        fil.utfoer(sett_inn_vara, LEDER, verksted=1, person_id=person(fil, AASE), for_person_id=person(fil, TORVALD))
    with pytest.raises(FinnesIkke):
        fil.utfoer(sett_inn_vara, LEDER, verksted=1, person_id=person(fil, RAGNA), for_person_id=person(fil, JOSTEIN))


def test_at_den_som_kommer_sent_faar_en_plass_uten_at_noen_flyttes(fil: Prosessfil) -> None:
    fil.utfoer(meld_forfall, "oppsett", verksted=1, person_id=person(fil, AASE))
    sett_sammen_grupper(fil, "oppsett", verksted=1, valg=KORT)
    foer, rader = {n: _bordet(fil, n) for n in (TORVALD, "Kåre Øyjord")}, _rader(fil)
    svar = fil.utfoer(ta_imot_sent, LEDER, verksted=1, person_id=person(fil, AASE)).resultat
    assert svar is not None
    assert [(f.person, f.fra) for f in svar.flyttinger] == [(person(fil, AASE), None)] * 2
    assert {n: _bordet(fil, n) for n in foer} == foer
    plasser = Counter(len(bord.plasser) for runde in _visning(fil).runder for bord in runde.bord)
    assert plasser == {3: 4}
    assert _visning(fil).uten_plass == ()
    fil.angre(LEDER)
    assert _rader(fil) == rader


def test_at_den_som_kommer_sent_noteres_som_til_stede_fra_da(fil: Prosessfil) -> None:
    fil.utfoer(ta_imot_sent, LEDER, verksted=1, person_id=person(fil, AASE), fra=time(17, 40))
    assert hent(fil, "SELECT fra FROM tilstedevaerelse") == ["17:40:00.000000"]


def test_at_en_vara_som_ikke_er_satt_inn_ikke_faar_plass(fil: Prosessfil) -> None:
    foer = _rader(fil)
    with pytest.raises(SkalIkkeSitte):
        fil.utfoer(ta_imot_sent, LEDER, verksted=1, person_id=person(fil, JOSTEIN))
    assert _rader(fil) == foer
