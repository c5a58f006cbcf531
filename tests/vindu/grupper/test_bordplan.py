"""Tables and seats on the floor: everybody has a place of their own, whatever the room's width and size."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from verksted.vindu.grupper.bordplan import legg_bord
from verksted.vindu.grupper.listefarger import listefarge


@given(
    antall=st.lists(st.integers(0, 12), min_size=1, max_size=16),
    bredde=st.integers(1, 2000),
    skala=st.sampled_from([0.6, 1.0, 1.25, 2.0]),
)
def test_at_ingen_plasser_eller_bord_ligger_over_hverandre(antall: list[int], bredde: int, skala: float) -> None:
    plan, hoeyde = legg_bord(antall, bredde, skala)
    assert [len(bord.plasser) for bord in plan] == antall
    for en, annen in combinations(plan, 2):
        assert not en.grunn.intersects(annen.grunn)
    for bord in plan:
        ruter = [rute for rute, _ in bord.plasser]
        assert all(bord.grunn.contains(rute) for rute in ruter)
        assert not any(en.intersects(annen) for en, annen in combinations(ruter, 2))
        assert bord.grunn.bottom() < hoeyde
        assert bord.grunn.left() >= 0


def test_at_lister_har_hver_sin_farge_og_ingen_er_roed_eller_gul() -> None:
    koder = [f"L{nr}" for nr in range(8)]
    farger = [listefarge(kode, koder) for kode in koder]
    assert len(set(farger)) == len(koder)
    assert not {f.flate for f in farger} & {"bad_tint", "warn_tint"}
