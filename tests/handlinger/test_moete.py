"""Who is in the room, and when."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest

from tests.handlinger.proeveprosess import LEDER, hent, ny_prosess, person
from verksted.handlinger.forfall import meld_forfall
from verksted.handlinger.moete import oppdater_oppmoete, registrer_oppmoete, slett_oppmoete
from verksted.kjerne.feil import FinnesIkke, UgyldigVerdi

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from verksted.lager.prosessfil import Prosessfil

KL17, KL21 = time(17), time(21)


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


def test_at_den_som_likevel_kommer_ikke_lenger_har_forfall(fil: Prosessfil) -> None:
    fil.utfoer(meld_forfall, LEDER, verksted=1, person_id=person(fil, "Åse Lyngstrand"))
    _kom(fil, "Åse Lyngstrand")
    assert hent(fil, "SELECT count(*) FROM forfall") == [0]
