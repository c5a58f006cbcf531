from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.regler import kontrollregner
from tests.regler.grupper.raad import med_kjent_balanse, oppdrag, som_lister, terning_med, uten_egenskaper
from verksted.regler.grupper.gloed import Gloed
from verksted.regler.grupper.maal import (
    beregn_maal,
    brutte_regler,
    med_plasser,
    plasser_i,
    virkning_av_bytte,
    virkning_av_flytting,
)
from verksted.regler.grupper.oppdrag import Bord, FastPlass, HverForSeg, Oppdrag, Runde, Sammen, Sittende
from verksted.regler.grupper.sett_sammen import sett_sammen
from verksted.regler.grupper.tett import lag_tett
from verksted.regler.grupper.tilstand import Tilstand

if TYPE_CHECKING:
    from random import Random


@given(oppdrag(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_at_virkningen_er_forskjellen_mellom_foer_og_etter(gitt: Oppdrag, terning: Random) -> None:
    runder = sett_sammen(gitt, innsats=1, prosesser=1).runder
    nr = terning.randint(1, gitt.runder)
    en, annen = (terning.choice(gitt.personer).id for _ in range(2))
    plass = plasser_i(runder[nr - 1])

    virkning = virkning_av_bytte(gitt, runder, runde=nr, en=en, annen=annen)
    byttet = [med_plasser(r, {en: plass[annen], annen: plass[en]}) if r.nummer == nr else r for r in runder]
    assert virkning.gjentak == kontrollregner.gjentak(som_lister(tuple(byttet)), gitt.tidligere) - (
        kontrollregner.gjentak(som_lister(runder), gitt.tidligere)
    )
    for navn, endring in virkning.avvik:
        verdi_av = {p.id: p.egenskaper.get(navn) for p in gitt.personer}
        foer, etter = (kontrollregner.avvik(som_lister(tuple(r)), verdi_av) for r in (runder, byttet))
        assert endring == etter - foer
    assert virkning.brutte == brutte_regler(gitt, byttet)

    bord = terning.randint(1, gitt.antall_bord)
    flyttet = [med_plasser(r, {en: bord}) if r.nummer == nr else r for r in runder]
    assert virkning_av_flytting(gitt, runder, runde=nr, person=en, bord=bord).etter == beregn_maal(gitt, flyttet)


def test_at_en_flytting_sier_hvilke_regler_den_bryter() -> None:
    fast, hver, sammen = FastPlass("a", 1), HverForSeg(("a", "c")), Sammen(("a", "b"))
    gitt = Oppdrag(personer=tuple(map(Sittende, "abcd")), antall_bord=2, regler=(fast, hver, sammen))
    runder = (Runde(1, (Bord(1, ("a", "b")), Bord(2, ("c", "d")))),)
    assert virkning_av_flytting(gitt, runder, runde=1, person="a", bord=2).brutte == (fast, hver, sammen)
    assert virkning_av_flytting(gitt, runder, runde=1, person="d", bord=1).brutte == ()


def test_at_en_sekretaer_som_flytter_ikke_lenger_er_bordets() -> None:
    runde = Runde(1, (Bord(1, ("a", "b"), "a"), Bord(2, ("c",), "c")))
    assert med_plasser(runde, {"a": 2}) == Runde(1, (Bord(1, ("b",)), Bord(2, ("c", "a"), "c")))


def test_at_halvt_kjente_egenskaper_blir_balansert_for_dem_som_har_dem() -> None:
    personer = tuple(Sittende(p, {"kjønn": v}) for p, v in zip("abcd", ("K", "K", None, ""), strict=True))
    gitt = Oppdrag(personer=personer, antall_bord=2, balanser=("kjønn",))
    assert beregn_maal(gitt, [Runde(1, (Bord(1, ("a", "b")), Bord(2, ("c", "d"))))]).avvik == (("kjønn", 2),)
    assert beregn_maal(gitt, [Runde(1, (Bord(1, ("a", "c")), Bord(2, ("b", "d"))))]).avvik == (("kjønn", 0),)


def test_at_de_som_moetes_tre_ganger_veier_mer_enn_tre_som_moetes_to() -> None:
    gitt = uten_egenskaper(4, 2, 3)
    samme = Runde(1, (Bord(1, ("p0", "p1")), Bord(2, ("p2", "p3"))))
    annen = Runde(2, (Bord(1, ("p0", "p2")), Bord(2, ("p1", "p3"))))
    assert beregn_maal(gitt, [samme, samme, samme]).rang == (4, 18)
    assert beregn_maal(gitt, [samme, annen, samme]).rang == (2, 10)


@given(oppdrag(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_at_soeket_holder_regnskap_med_hvert_bytte(gitt: Oppdrag, terning: Random) -> None:
    tett = lag_tett(gitt)
    plasser = [[(i * (r + 1)) % tett.bord for i in range(tett.antall)] for r in range(tett.runder)]
    tilstand = Tilstand(tett, plasser, (2,) * tett.egenskaper)
    for _ in range(20):
        tilstand.flytt(terning.randrange(tett.runder), terning.randrange(tett.antall), terning.randrange(tett.bord))
    assert tilstand.rang == Tilstand(tett, tilstand.kopi(), (2,) * tett.egenskaper).rang
    ider = [person.id for person in gitt.personer]
    runder = [
        Runde(
            nr,
            tuple(Bord(b + 1, tuple(p for p, s in zip(ider, sete, strict=True) if s == b)) for b in range(tett.bord)),
        )
        for nr, sete in enumerate(tilstand.sete, start=1)
    ]
    assert tilstand.rang == beregn_maal(gitt, runder).rang


def test_at_gloeden_husker_det_beste_den_har_vaert_innom() -> None:
    gitt = med_kjent_balanse(terning_med(2), antall=20, bord=4, runder=3, egenskaper=3)
    tett = lag_tett(gitt)
    tilstand = Tilstand(tett, [[i % 4 for i in range(20)]] * 3, (2, 2, 2))
    gloed = Gloed(tilstand, terning_med(1))
    foer = gloed.beste_rang
    assert sum(gloed.kjoer(20_000, fra=2.0, til=1.5)) >= 20_000
    assert Tilstand(tett, gloed.beste, (2, 2, 2)).rang == gloed.beste_rang < foer
    assert gloed.beste_rang <= tilstand.rang
