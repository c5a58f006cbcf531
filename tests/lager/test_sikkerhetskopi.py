"""Backups: verified when taken, thinned with age, the newest never thrown away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.lager.proevefil import LEDER, Stillklokke, ny, nytt_organ
from verksted.lager.sikkerhetskopi import ALT_I, DAGER, MAANEDER, UKER, Kopisamling, beholdes

if TYPE_CHECKING:
    from pathlib import Path

NAA = datetime(2028, 6, 1, 12, 0, tzinfo=UTC)
TIDER = st.lists(st.integers(-60, 60 * 24 * 800).map(lambda m: NAA - timedelta(minutes=m)), unique=True, max_size=80)


@given(tider=TIDER)
def test_at_nytt_beholdes_helt_og_gammelt_tynnes_ut(tider: list[datetime]) -> None:
    behold = beholdes(tider, naa=NAA)
    assert set(behold) <= set(tider)
    assert behold == sorted(behold, reverse=True)
    assert behold[:1] == sorted(tider, reverse=True)[:1]
    ferske = {t for t in tider if NAA - t <= ALT_I}
    assert ferske <= set(behold)
    assert len(behold) - len(ferske) <= DAGER + UKER + MAANEDER
    assert beholdes(behold, naa=NAA) == behold


@given(tider=TIDER)
def test_at_den_nyeste_fra_hver_av_de_siste_dagene_ukene_og_maanedene_beholdes(tider: list[datetime]) -> None:
    behold = set(beholdes(tider, naa=NAA))
    eldre = sorted((t for t in tider if NAA - t > ALT_I), reverse=True)
    for noekkel, antall in (("%Y-%j", DAGER), ("%G-%V", UKER), ("%Y-%m", MAANEDER)):
        perioder = sorted({t.strftime(noekkel) for t in eldre}, reverse=True)[:antall]
        for periode in perioder:
            assert max(t for t in eldre if t.strftime(noekkel) == periode) in behold


def test_at_et_aar_med_daglig_bruk_gir_noen_titalls_kopier() -> None:
    tider: list[datetime] = []
    for timer in range(0, 24 * 365, 8):
        naa = NAA + timedelta(hours=timer)
        tider = beholdes([*tider, naa], naa=naa)
    assert 20 <= len(tider) <= 3 + 1 + DAGER + UKER + MAANEDER
    assert tider[0] - tider[-1] > timedelta(days=200)


def test_at_en_kopi_tas_hvert_tiende_minutt_naar_noe_er_endret(tmp_path: Path) -> None:
    klokke = Stillklokke()
    with ny(tmp_path, klokke=klokke) as fil:
        samling = fil._lagring.kopier
        for minutt in range(30):
            fil.utfoer(nytt_organ, LEDER, navn=f"Organ {minutt}")
            fil.lagre()
            klokke.gaa(minutes=1)
        assert len(samling.kopiene()) == 3
        klokke.gaa(minutes=30)
        fil.lagre()
        assert len(samling.kopiene()) == 3


def test_at_gamle_kopier_blir_borte_fra_disken(tmp_path: Path) -> None:
    klokke = Stillklokke()
    with ny(tmp_path, klokke=klokke) as fil:
        for dag in range(40):
            fil.utfoer(nytt_organ, LEDER, navn=f"Organ {dag}")
            fil.lagre()
            klokke.gaa(days=1)
        kopier = fil._lagring.kopier.kopiene()
        assert DAGER < len(kopier) < 25
        assert sorted(p.name for p in fil._lagring.kopier.mappe.iterdir()) == sorted(k.sti.name for k in kopier)


def test_at_en_kopi_som_ikke_er_hel_ikke_blir_liggende(tmp_path: Path) -> None:
    samling = Kopisamling(tmp_path / "arbeid", "fil")
    fil = ny(tmp_path)
    fil.lukk()
    (tmp_path / "halv").write_bytes(fil.sti.read_bytes()[:9000])
    assert samling.ta(tmp_path / "halv", naa=NAA) is None
    assert samling.kopiene() == []
    hel = samling.ta(fil.sti, naa=NAA)
    assert hel is not None
    assert samling.nyeste_hele() == hel
    (samling.mappe / "notater.verksted").write_text("ikke vårt")
    assert samling.kopiene() == [hel]
    samling.tynn_ut(naa=NAA + timedelta(days=4000))
    assert (samling.mappe / "notater.verksted").exists()


def test_at_en_sikkerhetskopi_kan_tas_foer_noe_risikabelt(tmp_path: Path) -> None:
    klokke = Stillklokke()
    with ny(tmp_path, klokke=klokke) as fil:
        fil.utfoer(nytt_organ, LEDER, navn="Før innlesing")
        klokke.gaa(minutes=1)
        fil.ta_sikkerhetskopi()
        assert len(fil._lagring.kopier.kopiene()) == 2
