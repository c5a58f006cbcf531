"""Last year's posts find themselves in this year's plan, and what is unsure is called so."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from verksted.regler.postmatch import Matchpost, finn_postmatch


def _post(id_: str, tekst: str, funksjon: str = "202", beloep: dict[int, int] | None = None, **felt: str) -> Matchpost:
    noekkel = felt.pop("noekkel", f"drift|{funksjon}|{tekst.casefold()}")
    return Matchpost(id_, noekkel, tekst, "drift", funksjon, beloep=beloep or {}, **felt)


def test_at_samme_noekkel_er_samme_post_selv_med_andre_beloep() -> None:
    gammel, ny = _post("D-0001", "Skole", beloep={2028: 1}), _post("x", "Skole", beloep={2028: 9})
    (par,) = finn_postmatch([gammel], [ny]).samme
    assert (par.gammel, par.ny, par.likhet) == (gammel, ny, 1.0)


def test_at_en_tekst_som_er_pusset_paa_er_den_samme_posten_med_ny_tekst() -> None:
    gamle = [_post("D-0001", "Oppgradering av skolegården på Storneset"), _post("D-0002", "Leirskole")]
    nye = [_post("a", "Oppgradering av skolegård på Storneset"), _post("b", "Leirskole")]
    match = finn_postmatch(gamle, nye)
    assert [(p.gammel.id_, p.ny.id_) for p in match.endret_tekst] == [("D-0001", "a")]
    assert [(p.gammel.id_, p.ny.id_) for p in match.samme] == [("D-0002", "b")]
    assert (match.usikre, match.nye, match.borte) == ((), (), ())


def test_at_to_like_gode_kandidater_er_usikre_og_ikke_avgjort() -> None:
    gamle = [_post("D-0001", "Ny lærer på Storneset skole")]
    nye = [_post("a", "Ny lærer på Storneset skole 1"), _post("b", "Ny lærer på Storneset skole 2")]
    match = finn_postmatch(gamle, nye)
    assert (match.samme, match.endret_tekst, len(match.usikre), len(match.nye)) == ((), (), 1, 1)


def test_at_poster_med_annen_funksjon_eller_andre_ord_aldri_blir_par() -> None:
    match = finn_postmatch(
        [_post("D-0001", "Skole"), _post("D-0002", "Hurtigbåt")], [_post("a", "Skole", "201"), _post("b", "Turlag")]
    )
    assert [p.id_ for p in match.borte] == ["D-0001", "D-0002"]
    assert [p.id_ for p in match.nye] == ["a", "b"]


def test_at_like_poster_skilles_paa_beloepene_naar_rekkefoelgen_er_en_annen() -> None:
    gamle = [
        _post("D-0001", "Ny vei", beloep={2028: 5, 2029: 5}, noekkel="k"),
        _post("D-0002", "Ny vei", beloep={2028: 8, 2029: 8}, noekkel="k#2"),
    ]
    nye = [
        _post("a", "Ny vei", beloep={2029: 8, 2030: 8}, noekkel="k"),
        _post("b", "Ny vei", beloep={2029: 5, 2030: 5}, noekkel="k#2"),
    ]
    assert {p.gammel.id_: p.ny.id_ for p in finn_postmatch(gamle, nye).samme} == {"D-0001": "b", "D-0002": "a"}


def test_at_to_like_som_blir_en_og_ikke_kan_skilles_er_usikkert() -> None:
    gamle = [_post("D-0001", "Ny vei", noekkel="k"), _post("D-0002", "Ny vei", noekkel="k#2")]
    match = finn_postmatch(gamle, [_post("a", "Ny vei", noekkel="k")])
    assert (match.samme, match.endret_tekst, len(match.usikre), len(match.borte)) == ((), (), 1, 1)


POSTER = st.lists(
    st.builds(
        lambda t, f, b: (t, f, b),
        st.text("abc ", max_size=6),
        st.sampled_from(["202", "201", ""]),
        st.dictionaries(st.integers(2028, 2030), st.integers(-3, 3)),
    ),
    max_size=8,
)


@given(POSTER, POSTER, st.randoms(use_true_random=False))
def test_at_hver_post_er_med_noeyaktig_en_gang_uansett_rekkefoelge(foer: list, naa: list, tilfeldig: object) -> None:  # type: ignore[type-arg]
    gamle = [_post(f"D-{i}", t, f, b, noekkel=f"{f}|{t}#{i + 1}") for i, (t, f, b) in enumerate(foer)]
    nye = [_post(f"n{i}", t, f, b, noekkel=f"{f}|{t}#{i + 1}") for i, (t, f, b) in enumerate(naa)]
    match = finn_postmatch(gamle, nye)
    par = [*match.samme, *match.endret_tekst, *match.usikre]
    assert sorted([*(p.gammel.id_ for p in par), *(p.id_ for p in match.borte)]) == sorted(p.id_ for p in gamle)
    assert sorted([*(p.ny.id_ for p in par), *(p.id_ for p in match.nye)]) == sorted(p.id_ for p in nye)
    assert all(0.0 <= p.likhet <= 1.0 for p in par)


def test_at_en_plan_mot_seg_selv_er_lik_hele_veien() -> None:
    poster = [_post(f"D-{i}", f"Post {i}", beloep={2028: i}) for i in range(200)]
    match = finn_postmatch(poster, [replace(p, id_=f"n{i}") for i, p in enumerate(poster)])
    assert [(p.gammel.id_, p.ny.id_) for p in match.samme] == [(f"D-{i}", f"n{i}") for i in range(200)]
