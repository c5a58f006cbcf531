"""The questions through their operations: made, moved, taken out, and every step of it taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlinger.proeveprosess import LEDER, hent, note, ny_prosess
from verksted.handlinger.feil import SpoersmaaletErIBruk
from verksted.handlinger.spoersmaal import flytt_spoersmaal, opprett_spoersmaal, slett_spoersmaal
from verksted.kjerne.feil import FinnesIkke, UgyldigVerdi

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from verksted.lager.prosessfil import Prosessfil


@pytest.fixture
def fil(tmp_path: Path) -> Iterator[Prosessfil]:
    with ny_prosess(tmp_path, med_innhold=False) as fil:
        yield fil


_EGNE = "verksted_id = (SELECT id FROM verksted WHERE nummer = 1)"


def _spoersmaal(fil: Prosessfil) -> list[tuple[int, str]]:
    return hent(fil, f"SELECT nummer, tekst FROM spoersmaal WHERE {_EGNE} ORDER BY nummer")


def _tekster(fil: Prosessfil) -> list[str]:
    return [tekst for _, tekst in _spoersmaal(fil)]


def _blokk(fil: Prosessfil, tittel: str) -> str:
    return str(hent(fil, f"SELECT id FROM programpost WHERE {_EGNE} AND tittel LIKE ?", f"{tittel}%")[0])


def test_at_et_nytt_spoersmaal_faar_nummer_etter_blokken_det_stilles_i(fil: Prosessfil) -> None:
    foer = _spoersmaal(fil)
    fil.utfoer(opprett_spoersmaal, LEDER, verksted=1, tekst="Hva mangler?", post_id=_blokk(fil, "Gruppearbeid 1"))
    assert _tekster(fil)[1] == "Hva mangler?"
    assert [nummer for nummer, _ in _spoersmaal(fil)] == [1, 2, 3, 4, 5]
    fil.angre(LEDER)
    assert _spoersmaal(fil) == foer


def test_at_numrene_staar_naar_noen_har_begynt_aa_svare(tmp_path: Path) -> None:
    with ny_prosess(tmp_path, med_innhold=True) as fil:
        note(fil, "Ferja må gå oftere")
        foer = _spoersmaal(fil)
        fil.utfoer(opprett_spoersmaal, LEDER, verksted=1, tekst="Hva mangler?", post_id=_blokk(fil, "Gruppearbeid 1"))
        assert _spoersmaal(fil) == [*foer, (5, "Hva mangler?")]


def test_at_et_spoersmaal_kan_flyttes_fram_og_tilbake(fil: Prosessfil) -> None:
    foer = _tekster(fil)
    fil.utfoer(flytt_spoersmaal, LEDER, verksted=1, spoersmaal=4, foer=3)
    assert _tekster(fil) == [foer[0], foer[1], foer[3], foer[2]]
    fil.angre(LEDER)
    assert _tekster(fil) == foer
    fil.gjoer_om(LEDER)
    assert _tekster(fil) == [foer[0], foer[1], foer[3], foer[2]]


def test_at_et_spoersmaal_kan_flyttes_til_en_annen_blokk(fil: Prosessfil) -> None:
    foer = _tekster(fil)
    maal = _blokk(fil, "Gruppearbeid 3")
    fil.utfoer(flytt_spoersmaal, LEDER, verksted=1, spoersmaal=1, foer=3, post_id=maal)
    assert _tekster(fil) == [foer[1], foer[0], foer[2], foer[3]]
    assert hent(fil, "SELECT programpost_id FROM spoersmaal WHERE tekst = ?", foer[0]) == [maal]


def test_at_et_spoersmaal_uten_svar_kan_slettes_og_hentes_igjen(fil: Prosessfil) -> None:
    foer = _spoersmaal(fil)
    fil.utfoer(slett_spoersmaal, LEDER, verksted=1, spoersmaal=2)
    assert [nummer for nummer, _ in _spoersmaal(fil)] == [1, 2, 3]
    fil.angre(LEDER)
    assert _spoersmaal(fil) == foer


def test_at_et_spoersmaal_noen_har_svart_paa_blir_staaende(tmp_path: Path) -> None:
    with ny_prosess(tmp_path, med_innhold=True) as fil:
        note(fil, "Ferja må gå oftere")
        brukt = hent(fil, "SELECT DISTINCT s.nummer FROM innspill i JOIN spoersmaal s ON s.id = i.spoersmaal_id")[0]
        foer = _spoersmaal(fil)
        with pytest.raises(SpoersmaaletErIBruk):
            fil.utfoer(slett_spoersmaal, LEDER, verksted=1, spoersmaal=brukt)
        assert _spoersmaal(fil) == foer


def test_at_blokken_maa_finnes_og_teksten_ha_ord(fil: Prosessfil) -> None:
    with pytest.raises(FinnesIkke):
        fil.utfoer(opprett_spoersmaal, LEDER, verksted=1, tekst="Hva?", post_id="finnes-ikke")
    with pytest.raises(UgyldigVerdi):
        fil.utfoer(opprett_spoersmaal, LEDER, verksted=1, tekst="")
    assert len(_spoersmaal(fil)) == 4
