"""Who writes: one at each table, the same person not twice while it can be avoided, the lists in turn."""

from __future__ import annotations

from collections import Counter
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from verksted.modell.deltaker import Gruppe, Plass
from verksted.regler.grupper.oppdrag import Bord, Runde
from verksted.regler.grupper.sekretaerer import finn_sekretaer, velg_sekretaerer


@st.composite
def _runder(trekk: st.DrawFn) -> tuple[Runde, ...]:
    folk = [f"p{nr}" for nr in range(trekk(st.integers(2, 6)))]
    runder = []
    for nummer in range(1, trekk(st.integers(1, 3)) + 1):
        sete = [trekk(st.integers(1, 2)) for _ in folk]
        bordene = []
        for nr in (1, 2):
            her = tuple(p for p, b in zip(folk, sete, strict=True) if b == nr)
            fast = trekk(st.sampled_from([None, None, *her]))
            bordene.append(Bord(nr, her, fast))
        runder.append(Runde(nummer, tuple(bordene)))
    return tuple(runder)


@given(_runder(), st.dictionaries(st.sampled_from(["p0", "p1", "p2"]), st.integers(0, 2)))
def test_at_ingen_skriver_oftere_enn_noedvendig(runder: tuple[Runde, ...], skrevet: dict[str, int]) -> None:
    svar = velg_sekretaerer(runder, lister={}, kan_skrive=[f"p{nr}" for nr in range(6)], har_skrevet=skrevet)
    bordene = {(r.nummer, b.nummer): b for r in runder for b in r.bord if b.personer}
    assert svar.keys() == bordene.keys()
    assert all(svar[sted] == (bord.sekretaer or svar[sted]) for sted, bord in bordene.items())
    assert all(svar[sted] in bord.personer for sted, bord in bordene.items())
    muligheter = [bord.personer if bord.sekretaer is None else (bord.sekretaer,) for bord in bordene.values()]
    minst = min(_ulikhet(valg, skrevet) for valg in product(*muligheter))
    assert _ulikhet(tuple(svar[sted] for sted in bordene), skrevet) == minst


def _ulikhet(valg: tuple[str, ...], skrevet: dict[str, int]) -> int:
    """How unevenly the turns fall, earlier ones included: least when nobody writes more than they must."""
    foer, naa = Counter(skrevet), Counter(skrevet)
    naa.update(valg)
    return sum(naa[person] ** 2 - foer[person] ** 2 for person in naa)


def test_at_listene_skriver_paa_omgang() -> None:
    runde = Runde(1, tuple(Bord(nr, (f"a{nr}", f"b{nr}")) for nr in (1, 2)))
    lister = {p: p[0] for b in runde.bord for p in b.personer}
    svar = velg_sekretaerer([runde], lister=lister, kan_skrive=lister)
    assert {lister[p] for p in svar.values()} == {"a", "b"}


def test_at_bare_folkevalgte_skriver_saa_lenge_det_sitter_en_der() -> None:
    runde = Runde(1, (Bord(1, ("gjest", "valgt")), Bord(2, ("gjest2",))))
    assert velg_sekretaerer([runde], lister={}, kan_skrive=["valgt"]) == {(1, 1): "valgt", (1, 2): "gjest2"}


def test_at_den_som_er_valgt_for_runden_gaar_foran_den_faste() -> None:
    bord = Gruppe(id="g", verksted_id="v", nummer=1, sekretaer_id="fast")
    fast, valgt = (Plass(inndeling_id="i", gruppe_id="g", person_id=p) for p in ("fast", "valgt"))
    annet = Plass(inndeling_id="i", gruppe_id="h", person_id="fast")
    assert finn_sekretaer(bord, [fast, valgt]) == "fast"
    assert finn_sekretaer(bord, [annet, valgt]) is None
    valgt.sekretaer = True
    assert finn_sekretaer(bord, [fast, valgt]) == "valgt"


def test_at_en_som_er_valgt_avloeses_naar_det_sparer_en_annen_for_aa_skrive_to_ganger() -> None:
    runder = (
        Runde(1, (Bord(1, ("a", "b")), Bord(2, ("d",), "d"))),
        Runde(2, (Bord(1, ("a", "d")), Bord(2, ("c",)))),
    )
    svar = velg_sekretaerer(runder, lister={}, kan_skrive=["a", "b", "c", "d"])
    assert (svar[1, 1], svar[2, 1]) == ("b", "a")
