"""Who is in the room and where they sit: nobody twice, nobody forgotten, tables of the same size."""

from __future__ import annotations

from collections import Counter
from datetime import time
from typing import TYPE_CHECKING

import pytest

from tests.handlinger.proeveprosess import DELTAKERE, LEDER, hent, ny_prosess, person
from verksted.handlinger.feil import IngenPlasserAaFordele
from verksted.handlinger.moete import (
    flytt_plass,
    fordel_plasser,
    merk_runden_holdt,
    oppdater_oppmoete,
    registrer_oppmoete,
    sett_opp_bord,
    sett_sekretaer,
    slett_oppmoete,
)
from verksted.kjerne.feil import FinnesIkke, UgyldigVerdi

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from verksted.lager.prosessfil import Prosessfil

KL17, KL21 = time(17), time(21)
SITTER = (
    "SELECT p.navn, g.nummer FROM plass AS s JOIN person AS p ON p.id = s.person_id "
    "JOIN gruppe AS g ON g.id = s.gruppe_id"
)


@pytest.fixture
def fil(tmp_path: Path) -> Iterator[Prosessfil]:
    with ny_prosess(tmp_path) as fil:
        yield fil


def _kom(fil: Prosessfil, navn: str, vara_for: str | None = None) -> str:
    return fil.utfoer(
        registrer_oppmoete,
        LEDER,
        verksted=1,
        person_id=person(fil, navn),
        fra=KL17,
        til=KL21,
        vara_for=person(fil, vara_for) if vara_for else None,
    ).resultat


def _stoerrelser(fil: Prosessfil) -> list[int]:
    return sorted(Counter(bord for _, bord in hent(fil, SITTER)).values())


def test_at_medlemmene_fordeles_naar_ingen_er_registrert(fil: Prosessfil) -> None:
    assert fil.utfoer(fordel_plasser, LEDER, verksted=1).resultat == 6
    assert _stoerrelser(fil) == [3, 3]
    assert {navn for navn, _ in hent(fil, SITTER)} == {navn for navn, _, rolle in DELTAKERE if rolle == "Medlem"}


def test_at_bare_de_som_er_til_stede_faar_plass_og_en_vara_sitter_for_den_som_mangler(fil: Prosessfil) -> None:
    for navn in ("Åse Lyngstrand", "Silje Marie Vik", "Kåre Øyjord"):
        _kom(fil, navn)
    _kom(fil, "Jostein Lindvik", vara_for="Torvald Brimvåg")
    _kom(fil, "Kåre Øyjord")  # went out and came back: still one person
    assert fil.utfoer(fordel_plasser, LEDER, verksted=1).resultat == 4
    assert _stoerrelser(fil) == [2, 2]
    assert "Torvald Brimvåg" not in dict(hent(fil, SITTER))
    assert hent(
        fil,
        "SELECT p.navn FROM tilstedevaerelse AS t JOIN mandat AS m ON m.id = t.for_mandat_id "
        "JOIN person AS p ON p.id = m.person_id WHERE t.person_id = ?",
        person(fil, "Jostein Lindvik"),
    ) == ["Torvald Brimvåg"]


@pytest.mark.parametrize("vara_for", ["finnes-ikke", ""])
def test_at_en_vara_ikke_kan_moete_for_en_som_ikke_har_plass(fil: Prosessfil, vara_for: str) -> None:
    vara = person(fil, "Jostein Lindvik")
    with pytest.raises(FinnesIkke):
        fil.utfoer(registrer_oppmoete, LEDER, verksted=1, person_id=vara, fra=KL17, vara_for=vara_for)
    assert hent(fil, "SELECT count(*) FROM tilstedevaerelse") == [0]


def test_at_oppmoete_kan_rettes_og_slettes_men_ikke_gaa_baklengs(fil: Prosessfil) -> None:
    rad = _kom(fil, "Åse Lyngstrand")
    fil.utfoer(oppdater_oppmoete, LEDER, oppmoete_id=rad, fra=time(17, 30), til=None)
    assert hent(fil, "SELECT fra, til FROM tilstedevaerelse") == [("17:30:00.000000", None)]
    with pytest.raises(UgyldigVerdi) as feil:
        fil.utfoer(oppdater_oppmoete, LEDER, oppmoete_id=rad, fra=KL21, til=KL17)
    assert feil.value.data["felt"] == "til"
    fil.utfoer(slett_oppmoete, LEDER, oppmoete_id=rad)
    assert hent(fil, "SELECT count(*) FROM tilstedevaerelse") == [0]
    for gjoer in (
        lambda: fil.utfoer(slett_oppmoete, LEDER, oppmoete_id=rad),
        lambda: fil.utfoer(registrer_oppmoete, LEDER, verksted=1, person_id="ingen", fra=KL17),
    ):
        with pytest.raises(FinnesIkke):
            gjoer()


def test_at_flere_bord_settes_opp_uten_at_de_gamle_roeres(fil: Prosessfil) -> None:
    foer = hent(fil, "SELECT id FROM gruppe ORDER BY nummer")
    assert fil.utfoer(sett_opp_bord, LEDER, verksted=1, antall=3).resultat == [1, 2, 3]
    assert hent(fil, "SELECT id FROM gruppe ORDER BY nummer")[:2] == foer
    with pytest.raises(UgyldigVerdi):
        fil.utfoer(sett_opp_bord, LEDER, verksted=1, antall=100)
    assert hent(fil, "SELECT count(*) FROM gruppe") == [3]


@pytest.mark.parametrize(("bord", "verksted"), [(7, 1), (0, 2)])
def test_at_flere_bord_enn_folk_eller_ingen_bord_ikke_gaar_opp(fil: Prosessfil, bord: int, verksted: int) -> None:
    fil.utfoer(sett_opp_bord, LEDER, verksted=verksted, antall=bord)
    with pytest.raises(IngenPlasserAaFordele) as feil:
        fil.utfoer(fordel_plasser, LEDER, verksted=verksted)
    assert feil.value.data == {"personer": 6, "bord": bord}


def test_at_laaste_plasser_staar_og_de_andre_fyller_opp(fil: Prosessfil) -> None:
    fil.utfoer(fordel_plasser, LEDER, verksted=1)
    laast = "Åse Lyngstrand"
    bordet = 3 - dict(hent(fil, SITTER))[laast]
    fil.utfoer(flytt_plass, LEDER, verksted=1, runde=1, person_id=person(fil, laast), bord=bordet, laas=True)
    assert _stoerrelser(fil) == [2, 4]
    fil.utfoer(fordel_plasser, LEDER, verksted=1)
    assert (_stoerrelser(fil), dict(hent(fil, SITTER))[laast]) == ([3, 3], bordet)


def test_at_et_bord_som_laasene_toemmer_staar_uten_sekretaer(fil: Prosessfil) -> None:
    for navn in ("Åse Lyngstrand", "Kåre Øyjord"):
        _kom(fil, navn)
    fil.utfoer(fordel_plasser, LEDER, verksted=1)
    for navn in ("Åse Lyngstrand", "Kåre Øyjord"):
        fil.utfoer(flytt_plass, LEDER, verksted=1, runde=1, person_id=person(fil, navn), bord=1, laas=True)
    assert fil.utfoer(fordel_plasser, LEDER, verksted=1).resultat == 2
    assert hent(fil, "SELECT sekretaer_id IS NULL FROM gruppe ORDER BY nummer") == [0, 1]


def test_at_hvert_bord_faar_en_sekretaer_som_sitter_der_og_den_valgte_blir(fil: Prosessfil) -> None:
    fil.utfoer(fordel_plasser, LEDER, verksted=1)
    sitter = (
        "SELECT g.nummer FROM gruppe AS g JOIN plass AS s ON s.gruppe_id = g.id AND s.person_id = g.sekretaer_id "
        "ORDER BY g.nummer"
    )
    assert hent(fil, sitter) == [1, 2]
    ny = next(navn for navn, bord in reversed(hent(fil, SITTER + " ORDER BY p.navn")) if bord == 2)
    fil.utfoer(sett_sekretaer, LEDER, verksted=1, bord=2, person_id=person(fil, ny))
    fil.utfoer(fordel_plasser, LEDER, verksted=1)
    assert hent(fil, "SELECT sekretaer_id FROM gruppe WHERE nummer = 2") == [person(fil, ny)]
    fil.utfoer(sett_sekretaer, LEDER, verksted=1, bord=2, person_id=None)
    assert hent(fil, "SELECT sekretaer_id FROM gruppe WHERE nummer = 2") == [None]
    for bord, hvem in ((9, None), (1, "ingen")):
        with pytest.raises(FinnesIkke) as feil:
            fil.utfoer(sett_sekretaer, LEDER, verksted=1, bord=bord, person_id=hvem)
        assert feil.value.data["kode"]


def test_at_parene_som_moettes_staar_selv_om_plassene_byttes(fil: Prosessfil) -> None:
    fil.utfoer(fordel_plasser, LEDER, verksted=1)
    assert fil.utfoer(merk_runden_holdt, LEDER, verksted=1, runde=1).resultat == 6
    par = sorted(hent(fil, "SELECT person_id, annen_person_id FROM parmoete"))
    flyttes, fra = hent(fil, SITTER)[0]
    fil.utfoer(flytt_plass, LEDER, verksted=1, runde=1, person_id=person(fil, flyttes), bord=3 - fra)
    assert sorted(hent(fil, "SELECT person_id, annen_person_id FROM parmoete")) == par
    assert all(a < b for a, b in par)
    for runde, bord in ((2, 1), (1, 9)):
        with pytest.raises(FinnesIkke):
            fil.utfoer(flytt_plass, LEDER, verksted=1, runde=runde, person_id=person(fil, flyttes), bord=bord)
    with pytest.raises(FinnesIkke):
        fil.utfoer(merk_runden_holdt, LEDER, verksted=1, runde=2)
