from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from verksted.kjerne.ider import kodeorden
from verksted.modell.oekonomi import Oekonomipost, Postbeloep, Tiltak
from verksted.modell.ordene import Behandlingsresultat, Planrolle, Postart, Sporting, Tiltaksart
from verksted.modell.plan import Planelement
from verksted.modell.prosess import Plannivaa
from verksted.modell.punkt import Behandling, Punkt
from verksted.modell.spor import Sporlenke
from verksted.regler.spor import Kjede, Kjedeslutt, finn_sporet
from verksted.regler.sporindeks import Sporindeks, Sporrader
from verksted.regler.summer import HEL

NIVAA = (
    Plannivaa(id="s", rolle=Planrolle.SATSINGSOMRAADE, entall="Satsing", flertall="Satsinger"),
    Plannivaa(id="d", rolle=Planrolle.DELMAAL, entall="Delmål", flertall="Delmål"),
)


def element(kode: str) -> Planelement:
    forelder = kode.rpartition(".")[0] or None
    return Planelement(id=kode, kode=kode, forelder_id=forelder, nivaa_id="d" if forelder else "s", rekkefoelge=0)


def punkt(kode: str, resultat: str | None = "tatt_inn", **felt: Any) -> tuple[Punkt, Behandling | None]:
    rad = Punkt(id=kode, verksted_id="v", kode=kode, tittel=kode, **felt)
    return rad, (resultat and Behandling(id=f"b{kode}", punkt_id=kode, resultat=Behandlingsresultat(resultat))) or None


def tiltak(kode: str, art: Tiltaksart = Tiltaksart.DRIFT) -> Tiltak:
    return Tiltak(id=kode, kode=kode, tittel=kode, art=art)


def lenke(fra: str, til: str, andel: int | None = None) -> Sporlenke:
    slag = {"P": Sporting.PUNKT, "S": Sporting.PLANELEMENT, "T": Sporting.TILTAK, "D": Sporting.OEKONOMIPOST}
    return Sporlenke(
        id=f"{fra}{til}", fra_type=slag[fra[0]], fra_id=fra, til_type=slag[til[0]], til_id=til, andel_bp=andel
    )


def indeks(
    *,
    plan: str = "S1 S1.1 S1.2",
    punkter: tuple[tuple[Punkt, Behandling | None], ...] = (),
    tiltakene: tuple[Tiltak, ...] = (),
    poster: dict[str, int] | None = None,
    lenker: tuple[Sporlenke, ...] = (),
) -> Sporindeks:
    poster = poster or {}
    return Sporindeks(
        Sporrader(
            plannivaa=NIVAA,
            planelement=tuple(element(kode) for kode in plan.split()),
            punkt=tuple(p for p, _ in punkter),
            behandling=tuple(b for _, b in punkter if b),
            tiltak=tiltakene,
            oekonomipost=tuple(
                Oekonomipost(id=kode, innlesing_id="x", kode=kode, naturlig_noekkel=kode, tekst=kode, art=Postart.DRIFT)
                for kode in poster
            ),
            postbeloep=tuple(Postbeloep(id=kode, post_id=kode, aar=2028, beloep=b) for kode, b in poster.items()),
            sporlenke=lenker,
        )
    )


def kjeder(**rader: Any) -> tuple[Kjede, ...]:
    return finn_sporet(indeks(**rader)).kjeder


def test_at_en_hel_kjede_gaar_fra_punktet_til_posten_med_hele_beloepet() -> None:
    (kjede,) = kjeder(
        punkter=(punkt("P-1"),),
        tiltakene=(tiltak("T-1"),),
        poster={"D-1": 101},
        lenker=(lenke("P-1", "S1.1"), lenke("S1.1", "T-1"), lenke("T-1", "D-1", HEL)),
    )
    assert (kjede.punkt_id, kjede.sted_id, kjede.tiltak_id, kjede.post_id) == ("P-1", "S1.1", "T-1", "D-1")
    assert (kjede.andel_bp, kjede.beloep, kjede.slutt) == (HEL, (101,), Kjedeslutt.POST)


def test_at_andelen_deles_foerst_mellom_maalene_og_saa_mellom_punktene() -> None:
    funnet = kjeder(
        punkter=(punkt("P-1"), punkt("P-2")),
        tiltakene=(tiltak("T-1"),),
        poster={"D-1": 1001},
        lenker=(
            lenke("P-1", "S1.1"),
            lenke("P-2", "S1.1"),
            lenke("S1.1", "T-1"),
            lenke("S1.2", "T-1"),
            lenke("T-1", "D-1", HEL),
        ),
    )
    assert [(k.punkt_id, k.sted_id, k.andel_bp, k.beloep) for k in funnet] == [
        ("P-1", "S1.1", 2_500, (251,)),
        ("P-2", "S1.1", 2_500, (250,)),
        (None, "S1.2", 5_000, (500,)),
    ]


def test_at_bare_det_som_er_tatt_inn_baerer_penger() -> None:
    funnet = kjeder(
        punkter=(punkt("P-1", "ikke_tatt_inn"), punkt("P-2", "avklares"), punkt("P-3", None), punkt("P-4")),
        tiltakene=(tiltak("T-1"),),
        poster={"D-1": 100},
        lenker=(
            *(lenke(f"P-{nr}", "S1.1") for nr in (1, 2, 3, 4)),
            lenke("S1.1", "T-1"),
            lenke("T-1", "D-1", HEL),
        ),
    )
    assert [(k.punkt_id, k.slutt, sum(k.beloep)) for k in funnet] == [
        ("P-1", Kjedeslutt.IKKE_TATT_INN, 0),
        ("P-2", Kjedeslutt.AVKLARES, 0),
        ("P-3", Kjedeslutt.UTEN_BEHANDLING, 0),
        ("P-4", Kjedeslutt.POST, 100),
    ]


def test_at_et_punkt_ved_en_strategi_uten_tiltak_foelger_tiltakene_til_maalet_over() -> None:
    (kjede,) = kjeder(
        plan="S1 S1.1 S1.1.1",
        punkter=(punkt("P-1"),),
        tiltakene=(tiltak("T-1"),),
        lenker=(lenke("P-1", "S1.1.1"), lenke("S1.1", "T-1")),
    )
    assert (kjede.sted_id, kjede.tiltak_id, kjede.slutt) == ("S1.1.1", "T-1", Kjedeslutt.INGEN_POST)


def test_at_tiltak_rett_paa_satsingsomraadet_ikke_dekker_maalene_under() -> None:
    slutt = {
        k.punkt_id: k.slutt
        for k in kjeder(
            punkter=(punkt("P-1"),),
            tiltakene=(tiltak("T-1", Tiltaksart.OPPDRAG),),
            lenker=(lenke("P-1", "S1.1"), lenke("S1", "T-1")),
        )
    }
    assert slutt == {"P-1": Kjedeslutt.MANGLER_TILTAK, None: Kjedeslutt.OPPDRAG}


def test_at_en_kjede_som_stopper_sier_hvor() -> None:
    funnet = kjeder(
        punkter=(punkt("P-1"), punkt("P-2"), punkt("P-3")),
        tiltakene=(tiltak("T-1"),),
        lenker=(lenke("P-2", "S1"), lenke("S1.1", "T-1"), lenke("P-3", "S1.2")),
    )
    assert [(k.punkt_id, k.slutt) for k in funnet] == [
        ("P-1", Kjedeslutt.UTEN_STED),
        ("P-2", Kjedeslutt.TILTAK_UNDER),
        ("P-3", Kjedeslutt.MANGLER_TILTAK),
        (None, Kjedeslutt.INGEN_POST),
    ]


def test_at_det_punktet_handler_om_vises_til_noen_har_bestemt_hvor_det_hoerer_hjemme() -> None:
    (kjede,) = kjeder(punkter=(punkt("P-1", None, planelement_id="S1.2"),))
    assert (kjede.sted_id, kjede.slutt) == ("S1.2", Kjedeslutt.UTEN_BEHANDLING)


def test_at_fjernede_ting_ikke_gir_kjeder() -> None:
    borte = tiltak("T-1")
    borte.fjernet = True
    assert kjeder(punkter=(punkt("P-1", fjernet=True),), tiltakene=(borte,), lenker=(lenke("S1.1", "T-1"),)) == ()


def test_at_andeler_over_hundre_prosent_regnes_ned_saa_ingen_krone_telles_to_ganger() -> None:
    rader = indeks(
        tiltakene=(tiltak("T-1"), tiltak("T-2")),
        poster={"D-1": 900},
        lenker=(
            lenke("S1.1", "T-1"),
            lenke("S1.2", "T-2"),
            lenke("T-1", "D-1", 8_000),
            lenke("T-2", "D-1", 4_000),
        ),
    )
    sporet = finn_sporet(rader)
    assert [k.beloep for k in sporet.kjeder] == [(600,), (300,)]
    assert sporet.poster["D-1"].oppgitt_bp == 12_000
    assert sporet.poster["D-1"].rest == (0,)


@given(
    st.lists(st.integers(min_value=-(10**9), max_value=10**9), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.one_of(st.none(), st.integers(0, HEL))), max_size=12),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), max_size=12),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4)), max_size=12),
)
def test_at_kjedene_og_resten_alltid_blir_posten_paa_krona(
    beloep: list[int],
    til_post: list[tuple[int, int, int | None]],
    til_tiltak: list[tuple[int, int]],
    til_sted: list[tuple[int, int]],
) -> None:
    steder = ("S1", "S1.1", "S1.1.1", "S1.2", "S2")
    lenker = {
        **{(f"T-{t}", f"D-{p}"): lenke(f"T-{t}", f"D-{p}", andel) for t, p, andel in til_post if p < len(beloep)},
        **{(steder[s], f"T-{t}"): lenke(steder[s], f"T-{t}") for s, t in til_tiltak},
        **{(f"P-{p}", steder[s]): lenke(f"P-{p}", steder[s]) for p, s in til_sted},
    }
    sporet = finn_sporet(
        indeks(
            plan=" ".join(steder),
            punkter=tuple(punkt(f"P-{nr}") for nr in range(4)),
            tiltakene=tuple(tiltak(f"T-{nr}") for nr in range(4)),
            poster={f"D-{nr}": b for nr, b in enumerate(beloep)},
            lenker=tuple(lenker.values()),
        )
    )
    for nummer, sum_ in enumerate(beloep):
        fordelt = sporet.poster[f"D-{nummer}"]
        egne = [k for k in sporet.kjeder if k.post_id == f"D-{nummer}"]
        assert sum(k.beloep[0] for k in egne) == fordelt.beloep[0]
        assert fordelt.beloep[0] + fordelt.rest[0] == sum_
        assert sum(k.andel_bp or 0 for k in egne) == fordelt.andel_bp <= HEL


def test_at_koder_ordnes_som_folk_leser_dem() -> None:
    assert sorted(["P-10", "S2.1", "P-9", "S10", "S2"], key=kodeorden) == ["P-9", "P-10", "S2", "S2.1", "S10"]
