from __future__ import annotations

from dataclasses import replace

import pytest

from tests.regler.grupper.raad import uten_egenskaper
from verksted.kjerne.tekster import Tekster
from verksted.regler.grupper import motstrid as rommet
from verksted.regler.grupper import spor
from verksted.regler.grupper.feil import FantIngenInndeling, RegelenPasserIkke, ReglerMotsierHverandre
from verksted.regler.grupper.maal import brutte_regler
from verksted.regler.grupper.motstrid import kontroller
from verksted.regler.grupper.oppdrag import EnPerBord, FastPlass, FastSekretaer, Grupperegel, HverForSeg, Sammen
from verksted.regler.grupper.sett_sammen import sett_sammen

UVEDKOMMENDE: tuple[Grupperegel, ...] = (Sammen(("p7", "p8")), HverForSeg(("p6", "p9")), FastSekretaer("p11", 3))


@pytest.mark.parametrize(
    "motstrid",
    [
        (Sammen(("p0", "p1")), HverForSeg(("p1", "p0"))),
        (Sammen(("p0", "p1")), Sammen(("p1", "p2")), EnPerBord(("p0", "p2"))),
        (Sammen(("p0", "p1", "p2", "p3", "p4")),),
        (EnPerBord(("p0", "p1", "p2", "p3")),),
        (HverForSeg(("p0", "p1", "p2", "p3")),),
        tuple(FastPlass(f"p{i}", 2) for i in range(5)),
        tuple(FastPlass(f"p{i}", 2, 1) for i in range(5)),
        (FastSekretaer("p0", 1), FastSekretaer("p1", 1)),
        (FastPlass("p0", 1), FastPlass("p0", 2)),
        (FastPlass("p0", 1, 2), FastSekretaer("p0", 2)),
        (Sammen(("p0", "p1")), FastPlass("p0", 1), FastPlass("p1", 2)),
        (HverForSeg(("p0", "p1")), FastPlass("p0", 1), FastPlass("p1", 1)),
        (Sammen(("p0", "p1", "p2")), Sammen(("p3", "p4", "p5")), FastPlass("p0", 1), FastPlass("p3", 1)),
    ],
)
def test_at_regler_som_motsier_hverandre_blir_nevnt_og_ingen_andre(motstrid: tuple[Grupperegel, ...]) -> None:
    regler = tuple(replace(regel, navn=f"regel {nr}") for nr, regel in enumerate(motstrid, start=1))
    gitt = replace(uten_egenskaper(12, 3, 2), regler=(*UVEDKOMMENDE, *regler))
    with pytest.raises(ReglerMotsierHverandre) as feil:
        kontroller(gitt)
    assert feil.value.motstrid == regler
    for regel in regler:
        assert regel.navn in Tekster("nb").feil(feil.value)


def test_at_for_mange_ved_for_store_bord_blir_sett() -> None:
    # 7 people at 3 tables: one of three and two of two.
    regler = tuple(FastPlass(f"p{i}", i // 3 + 1) for i in range(6))
    with pytest.raises(ReglerMotsierHverandre) as feil:
        kontroller(replace(uten_egenskaper(7, 3, 1), regler=regler))
    assert len(feil.value.motstrid) == 6


def test_at_regler_om_dem_som_ikke_er_der_tier() -> None:
    regler = (Sammen(("p0", "borte")), HverForSeg(("p0", "borte", "p1")), FastPlass("borte", 1), Sammen(()))
    kontroller(replace(uten_egenskaper(4, 2, 1), regler=regler))


@pytest.mark.parametrize(
    "regel", [FastPlass("p0", 3), FastPlass("p0", 0), FastPlass("p0", 1, 2), FastSekretaer("p0", 9)]
)
def test_at_bord_og_runder_som_ikke_finnes_blir_sagt(regel: Grupperegel) -> None:
    with pytest.raises(RegelenPasserIkke):
        kontroller(replace(uten_egenskaper(4, 2, 1), regler=(regel,)))


def test_at_mange_regler_som_gaar_sammen_blir_loest() -> None:
    par = tuple(Sammen((f"p{2 * i}", f"p{2 * i + 1}")) for i in range(10))
    hver = tuple(HverForSeg((f"p{2 * i}", f"p{2 * i + 3}")) for i in range(9))
    kontroller(replace(uten_egenskaper(24, 4, 1), regler=(*par, *hver, EnPerBord(("p0", "p5", "p10", "p20")))))


def test_at_en_ved_hvert_av_mange_bord_gaar_sammen_med_mange_par() -> None:
    en_hver = EnPerBord(tuple(f"p{i}" for i in range(70)))
    par = tuple(Sammen((f"p{2 * i}", f"p{2 * i + 1}")) for i in range(60, 110))
    kontroller(replace(uten_egenskaper(500, 70, 1), regler=(*par, en_hver)))


def test_at_parene_ikke_gaar_opp_ved_odde_bord() -> None:
    # 21 people at 4 tables: one of six takes three pairs, three of five take two each; the tenth pair is one too many.
    par = tuple(Sammen((f"p{2 * i}", f"p{2 * i + 1}")) for i in range(10))
    kontroller(replace(uten_egenskaper(21, 4, 1), regler=par[:9]))
    with pytest.raises(ReglerMotsierHverandre):
        kontroller(replace(uten_egenskaper(21, 4, 1), regler=par))


def test_at_for_trange_regler_ikke_blir_kalt_umulige_og_ikke_henger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rommet, "GRUNDIG", 1)
    with pytest.raises(FantIngenInndeling):
        kontroller(replace(uten_egenskaper(12, 3, 1), regler=(Sammen(("p0", "p1")), HverForSeg(("p1", "p2")))))


def test_at_trange_regler_som_gikk_opp_en_gang_gaar_opp_igjen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spor, "RASKT", 1)
    gitt = replace(uten_egenskaper(12, 3, 2), regler=(Sammen(("p0", "p1")), EnPerBord(("p1", "p2", "p3"))))
    assert brutte_regler(gitt, sett_sammen(gitt, innsats=300, prosesser=1).runder) == ()
