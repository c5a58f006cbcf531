"""Attendance: seats counted once, deputies for somebody, half of the members from intervals."""

from __future__ import annotations

from datetime import time

from verksted.modell.deltaker import Mandat, Tilstedevaerelse
from verksted.modell.ordene import Mandatart
from verksted.regler.oppmoete import Oppmoete, beregn_oppmoete


def _mandat(nr: int, art: Mandatart = Mandatart.MEDLEM, organ: str = "o", vara_for: str | None = None) -> Mandat:
    return Mandat(id=f"m{nr}", person_id=f"p{nr}", organ_id=organ, art=art, vara_for_id=vara_for)


def _var(nr: int, fra: time = time(17), til: time | None = None, for_mandat: str | None = None) -> Tilstedevaerelse:
    return Tilstedevaerelse(
        id=f"t{nr}-{fra}", verksted_id="v", person_id=f"p{nr}", fra=fra, til=til, for_mandat_id=for_mandat
    )


def _beregn(mandater: list[Mandat], *intervaller: Tilstedevaerelse) -> Oppmoete:
    return beregn_oppmoete(
        mandater=mandater, tilstedevaerelser=intervaller, organ_id="o", start=time(17), slutt=time(20)
    )


def test_at_en_vara_fyller_plassen_til_medlemmet_og_medlemmet_har_forfall() -> None:
    oppmoete = _beregn([_mandat(1), _mandat(2), _mandat(3, Mandatart.VARA)], _var(1), _var(3, for_mandat="m2"))
    assert (oppmoete.medlemmer, oppmoete.fylte_plasser, oppmoete.vara) == (2, 2, 1)
    assert oppmoete.forfall == ("m2",)


def test_at_en_fast_vara_sitter_for_sitt_medlem_ogsaa_naar_ingen_skrev_det() -> None:
    oppmoete = _beregn([_mandat(1), _mandat(2, Mandatart.VARA, vara_for="m1")], _var(2))
    assert [f.for_mandat_id for f in oppmoete.frammoette] == ["m1"]


def test_at_plassen_telles_en_gang_naar_medlem_og_vara_deler_kvelden() -> None:
    mandater = [_mandat(1), _mandat(2, Mandatart.VARA)]
    oppmoete = _beregn(mandater, _var(1, til=time(18)), _var(2, fra=time(18), for_mandat="m1"))
    assert (oppmoete.fylte_plasser, oppmoete.faerrest_samtidig, oppmoete.flest_samtidig) == (1, 1, 1)
    assert oppmoete.forfall == ()


def test_at_noeyaktig_halvparten_er_nok() -> None:
    oppmoete = _beregn([_mandat(n) for n in range(4)], _var(0), _var(1))
    assert oppmoete.halvparten_hele_tiden


def test_at_en_som_gaar_tidlig_gjoer_at_halvparten_bare_var_der_en_tid() -> None:
    oppmoete = _beregn([_mandat(n) for n in range(4)], _var(0), _var(1, til=time(19)))
    assert (oppmoete.halvparten_en_tid, oppmoete.halvparten_hele_tiden) == (True, False)


def test_at_gjester_og_andre_organer_ikke_fyller_plasser() -> None:
    mandater = [_mandat(1), _mandat(2, Mandatart.ADMINISTRASJON), _mandat(3, organ="annet")]
    oppmoete = _beregn(mandater, _var(2), _var(3))
    assert (oppmoete.medlemmer, oppmoete.fylte_plasser, oppmoete.halvparten_en_tid) == (1, 0, False)
    assert len(oppmoete.frammoette) == 2


def test_at_et_organ_uten_medlemmer_aldri_har_halvparten() -> None:
    assert not _beregn([]).halvparten_en_tid
