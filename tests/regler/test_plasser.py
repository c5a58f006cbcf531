"""The plain division into tables: everybody once, sizes within one of each other, locks kept."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from verksted.regler.plasser import fordel, par_ved_bordene

FOLK = st.integers(1, 40).map(lambda antall: [f"p{nummer:02d}" for nummer in range(antall)])


@given(FOLK, st.integers(1, 9))
def test_at_alle_faar_en_plass_og_bordene_er_like_store_paa_en_naer(folk: list[str], bord: int) -> None:
    fordelt = fordel(folk, antall_bord=bord)
    assert sorted(person for bordet in fordelt for person in bordet) == folk
    stoerrelser = [len(bordet) for bordet in fordelt]
    assert max(stoerrelser) - min(stoerrelser) <= 1
    assert fordel(folk, antall_bord=bord) == fordelt


@given(FOLK, st.integers(1, 9), st.data())
def test_at_laaste_sitter_der_de_er_laast_og_resten_jevner_ut(folk: list[str], bord: int, data: st.DataObject) -> None:
    laaste = data.draw(st.dictionaries(st.sampled_from(folk), st.integers(0, bord - 1)))
    fordelt = fordel(folk, antall_bord=bord, laaste=laaste)
    assert sorted(person for bordet in fordelt for person in bordet) == folk
    assert all(person in fordelt[bordet] for person, bordet in laaste.items())
    stoerrelser = [len(bordet) for bordet in fordelt]
    for bordet, sitter in enumerate(fordelt):
        frie = [person for person in sitter if person not in laaste]
        assert not frie or len(sitter) <= min(stoerrelser) + 1, f"table {bordet} was filled past the smallest"


@given(FOLK, st.integers(2, 9))
def test_at_naboer_paa_lista_ikke_sitter_sammen(folk: list[str], bord: int) -> None:
    bordet_til = {person: nummer for nummer, sitter in enumerate(fordel(folk, antall_bord=bord)) for person in sitter}
    assert all(bordet_til[en] != bordet_til[neste] for en, neste in pairwise(folk))


@given(st.lists(st.sets(st.text(max_size=3), max_size=6), max_size=4))
def test_at_hvert_par_ved_et_bord_moetes_en_gang(bordene: list[set[str]]) -> None:
    par = par_ved_bordene(bordene)
    assert len(par) == sum(len(bord) * (len(bord) - 1) // 2 for bord in bordene)
    assert all(a < b for a, b in par)
    assert par_ved_bordene([["b", "a", "c"]]) == [("a", "b"), ("a", "c"), ("b", "c")]
