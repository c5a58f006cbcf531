"""Whom the room is made ready for, and what the sheets say of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.visning.trykkgrunnlag import lag_rom
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.deltaker import Forfall, Mandat, Person
from verksted.modell.ordene import Mandatart
from verksted.visning.trykk import paa_en_linje
from verksted.visning.trykk_bord import bygg_bordliste, bygg_navneliste
from verksted.visning.trykk_oppmoete import bygg_frammoeteliste
from verksted.visning.trykk_program import bygg_programark
from verksted.visning.trykk_spoersmaal import bygg_spoersmaalsark

if TYPE_CHECKING:
    from verksted.visning.grunnlag import Grunnlag


def _med(grunnlag: Grunnlag, navn: str, art: Mandatart, *, vara_for: str | None = None) -> Grunnlag:
    person = Person(id=f"x{navn}", navn=navn)
    mandat = Mandat(id=f"y{navn}", person_id=person.id, organ_id="o", art=art, vara_for_id=vara_for, rekkefoelge=99)
    return replace(grunnlag, person=(*grunnlag.person, person), mandat=(*grunnlag.mandat, mandat))


def _uten_bord(grunnlag: Grunnlag) -> Grunnlag:
    return replace(grunnlag, gruppe=(), gruppeinndeling=(), plass=())


def _ventet(grunnlag: Grunnlag) -> list[str]:
    return [rad.deltaker.navn for rad in bygg_navneliste(grunnlag, 1).rader]


def test_at_den_som_har_meldt_forfall_faar_vara_i_stedet() -> None:
    rom = _uten_bord(lag_rom(2, bord=1, navn=["Anne", "Bjørn"]))
    rom = _med(_med(rom, "Cato", Mandatart.VARA, vara_for="tm000"), "Dina", Mandatart.VARA, vara_for="tm001")
    assert _ventet(rom) == ["Anne", "Bjørn"]
    med_forfall = replace(rom, forfall=(Forfall(id="f", verksted_id="v1", person_id="tp000"),))
    assert _ventet(med_forfall) == ["Bjørn", "Cato"]
    liste = bygg_frammoeteliste(med_forfall, 1)
    assert [(rad.navn, rad.forfall) for rad in liste.medlemmer] == [("Anne", True), ("Bjørn", False)]
    assert [(rad.navn, rad.vara_for) for rad in liste.vara] == [("Cato", "Anne")]


def test_at_administrasjonen_staar_for_seg_selv_paa_frammoetelista() -> None:
    liste = bygg_frammoeteliste(_med(lag_rom(5, bord=2), "Kari", Mandatart.ADMINISTRASJON), 1)
    assert [rad.navn for rad in liste.andre] == ["Kari"]
    assert (len(liste.medlemmer), liste.halvparten) == (5, 3)


def test_at_den_som_ikke_har_bord_staar_paa_navnelista_uten() -> None:
    rom = _med(lag_rom(4, bord=2, runder=2), "Åås", Mandatart.ADMINISTRASJON)
    rader = bygg_navneliste(rom, 1).rader
    assert rader[-1].bord == (None, None)
    assert all(None not in rad.bord for rad in rader[:-1])


def test_at_bord_uten_folk_ikke_blir_med() -> None:
    visning = bygg_bordliste(lag_rom(3, bord=3, runder=2), 1)
    assert [[bord.nummer for bord in runde.bord] for runde in visning.runder] == [[1, 2, 3], [1, 2, 3]]
    assert bygg_bordliste(_uten_bord(lag_rom(3)), 1).runder == ()
    assert bygg_bordliste(_uten_bord(lag_rom(3)), 1).innhold == {}


def test_at_stegene_i_programmet_ligger_i_hvert_sitt_loep() -> None:
    linje = next(linje for linje in bygg_programark(lag_rom(), 1).linjer if linje.loep)
    assert all(minutter > 0 for loep in linje.loep for _, minutter in loep)


def test_at_spoersmaalet_vet_om_det_vil_ha_en_grunn() -> None:
    med = {ark.nummer: ark.med_hvorfor for ark in bygg_spoersmaalsark(lag_rom(), 1).spoersmaal}
    assert med == {1: False, 2: True}


@pytest.mark.parametrize("bygg", [bygg_bordliste, bygg_navneliste, bygg_frammoeteliste, bygg_programark])
def test_at_et_verksted_som_ikke_finnes_gir_en_feil(bygg) -> None:
    with pytest.raises(FinnesIkke):
        bygg(lag_rom(), 9)


def test_at_et_navn_staar_paa_en_linje_uten_tegn_som_snur_teksten() -> None:
    assert paa_en_linje(" Siv\tAnne\n \u202eVik\u2069 ") == "Siv Anne Vik"
