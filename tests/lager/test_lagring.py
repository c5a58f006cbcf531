"""The way to the user's file: whole, verified, atomic, and nothing lost when it cannot be written."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lager.proevefil import (
    LEDER,
    Stillklokke,
    aapne,
    dump,
    i_barn,
    krasjet,
    ny,
    ny_med_bord,
    ny_person,
    nytt_organ,
    organene,
    skriv_note,
    slett_person,
)
from verksted.lager import fil as filmodul
from verksted.lager.feil import DiskenErFull, FilenErLukket, FilenFinnesFraFoer, KunneIkkeLagre
from verksted.lager.fil import fingeravtrykk_av, les_innhold
from verksted.lager.lagringsvakt import LENGST, PAUSE, Lagringsvakt, venter_til
from verksted.lager.prosessfil import Prosessfil

if TYPE_CHECKING:
    from verksted.kjerne.feil import KjentFeil
    from verksted.modell.innspill import Innspill


# -- the copy ---------------------------------------------------------------------------------------------------------


def test_at_hver_kopi_er_hel_og_har_en_ny_generasjon(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        for nummer in range(3):
            fil.utfoer(nytt_organ, LEDER, navn=f"Organ {nummer}")
            assert fil.lagre() == fil.sti
            innhold = les_innhold(fil.sti)
            assert innhold.handling == innhold.siste.handling == nummer + 1
            assert len(organene(fil.sti)) == nummer + 1
        kjede = les_innhold(fil.sti).kjede
        assert len({g.id for g in kjede}) == len(kjede) == 5
        assert [g.nr for g in kjede] == [1, 2, 3, 4, 5]


def test_at_det_ikke_skrives_noe_naar_ingenting_er_endret(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        fil.utfoer(nytt_organ, LEDER, navn="Kommunestyret")
        fil.lagre()
        foer = (fil.sti.stat().st_mtime_ns, fil.sti.stat().st_ino, fingeravtrykk_av(fil.sti))
        assert fil.lagre() is None
    with aapne(tmp_path):
        pass
    assert (fil.sti.stat().st_mtime_ns, fil.sti.stat().st_ino, fingeravtrykk_av(fil.sti)) == foer


def test_at_kopien_bytter_ut_fila_i_ett_grep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ny(tmp_path) as fil:
        fil.utfoer(nytt_organ, LEDER, navn="Første")
        fil.lagre()
        fil.utfoer(nytt_organ, LEDER, navn="Andre")
        sett: list[tuple[Path, list[str], list[str]]] = []
        bytt = Path.replace

        def replace(fra: Path, til: Path) -> Path:
            if til == fil.sti:
                sett.append((fra, organene(fra), organene(til)))
            return bytt(fra, til)

        monkeypatch.setattr(Path, "replace", replace)
        fil.lagre()
        assert sett == [(tmp_path / ".prosess.verksted.ny", ["Andre", "Første"], ["Første"])]
        assert sorted(p.name for p in tmp_path.iterdir()) == [".prosess.verksted.laas", "arbeid", "prosess.verksted"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["arbeid", "prosess.verksted"]


def test_at_fila_beholder_rettighetene_sine(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        fil.sti.chmod(0o664)
        fil.utfoer(nytt_organ, LEDER, navn="Kommunestyret")
        fil.lagre()
        assert fil.sti.stat().st_mode & 0o777 == 0o664


def test_at_en_fil_som_finnes_ikke_blir_overskrevet_av_en_ny(tmp_path: Path) -> None:
    (tmp_path / "prosess.verksted").write_text("Noe jeg har skrevet")
    with pytest.raises(FilenFinnesFraFoer):
        ny(tmp_path)
    assert (tmp_path / "prosess.verksted").read_text() == "Noe jeg har skrevet"


def test_at_en_fil_som_andre_har_endret_ikke_blir_overskrevet(tmp_path: Path) -> None:
    klokke = Stillklokke()
    with ny(tmp_path, klokke=klokke) as fil:
        fil.utfoer(nytt_organ, LEDER, navn="Mitt")
        (tmp_path / "prosess.verksted").write_bytes(b"noe andre har skrevet")
        maal = fil.lagre()
        assert maal == tmp_path / "prosess (konflikt 18.00).verksted"
        assert organene(maal) == ["Mitt"]
        assert (tmp_path / "prosess.verksted").read_bytes() == b"noe andre har skrevet"
        fil.utfoer(nytt_organ, LEDER, navn="Mer")
        assert fil.lagre() == maal


def test_at_en_fil_som_er_borte_blir_skrevet_paa_nytt(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        fil.utfoer(nytt_organ, LEDER, navn="Mitt")
        fil.sti.unlink()
        assert fil.lagre() == tmp_path / "prosess.verksted"
        assert organene(fil.sti) == ["Mitt"]


def test_at_arbeidet_gaar_videre_ved_neste_aapning_naar_mappa_er_borte(tmp_path: Path) -> None:
    pinne = tmp_path / "pinne"
    pinne.mkdir()
    arbeid = tmp_path / "arbeid"
    fil = Prosessfil.opprett(pinne / "x.verksted", arbeidsmappe=arbeid, klokke=Stillklokke())
    fil.utfoer(nytt_organ, LEDER, navn="På pinnen")
    fil.lagre()
    pinne.rename(tmp_path / "trukket ut")
    fil.utfoer(nytt_organ, LEDER, navn="Etter at den ble trukket ut")
    with pytest.raises(KunneIkkeLagre):
        fil.lagre()
    with pytest.raises(KunneIkkeLagre):
        fil.lukk()
    (tmp_path / "trukket ut").rename(pinne)
    assert organene(pinne / "x.verksted") == ["På pinnen"]
    # Opened and closed again without a change: what the failed copies held must still reach the file.
    with Prosessfil.aapne(pinne / "x.verksted", arbeidsmappe=arbeid, klokke=Stillklokke()) as igjen:
        assert [m.noekkel for m in igjen.meldinger] == ["gjenopprettet"]
        assert len(dump(igjen)["organ"]) == 2
    assert organene(pinne / "x.verksted") == ["Etter at den ble trukket ut", "På pinnen"]


def test_at_arbeidskopien_gaar_videre_naar_brukerfila_er_borte(tmp_path: Path) -> None:
    fil = krasjet(tmp_path, lagret="Mitt")
    fil.sti.unlink()
    with aapne(tmp_path) as igjen:
        assert [m.noekkel for m in igjen.meldinger] == ["gjenopprettet_uten_fil"]
    assert organene(tmp_path / "prosess.verksted") == ["Mitt"]


def test_at_en_ny_fil_med_samme_navn_ikke_visker_ut_en_arbeidskopi_som_laa_igjen(tmp_path: Path) -> None:
    fil = krasjet(tmp_path, ulagret="Ikke lagret")
    fil.sti.unlink()
    ny(tmp_path).lukk()
    assert organene(next((tmp_path / "arbeid").glob("arbeid/*/berget/prosess.verksted"))) == ["Ikke lagret"]


@pytest.mark.parametrize("ganger", [1, 4])
def test_at_en_fil_som_er_opptatt_en_stund_blir_lagret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ganger: int
) -> None:
    with ny(tmp_path) as fil:
        fil.utfoer(nytt_organ, LEDER, navn="Mitt")
        ventet = _sperr(monkeypatch, fil.sti, ganger)
        assert fil.lagre() == fil.sti
        assert len(ventet) == ganger
        assert ventet == sorted(ventet)
        assert organene(fil.sti) == ["Mitt"]


def test_at_en_fil_som_er_opptatt_for_lenge_gir_en_klar_feil_og_alt_staar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ny(tmp_path) as fil:
        fil.utfoer(nytt_organ, LEDER, navn="Mitt")
        with monkeypatch.context() as sperret:
            _sperr(sperret, fil.sti, 99)
            with pytest.raises(KunneIkkeLagre):
                fil.lagre()
        assert organene(fil.sti) == []
        assert organene(fil) == ["Mitt"]
        fil.lagre()
        assert organene(fil.sti) == ["Mitt"]


def _sperr(monkeypatch: pytest.MonkeyPatch, maal: Path, ganger: int) -> list[float]:
    """Refuse the first replacements of the file, as a virus scanner does; return the waits as they come."""
    igjen = [ganger]
    bytt = Path.replace
    ventet: list[float] = []

    def replace(fra: Path, til: Path) -> Path:
        if til == maal and igjen[0]:
            igjen[0] -= 1
            raise PermissionError(13, "opptatt")
        return bytt(fra, til)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(filmodul, "sleep", ventet.append)
    return ventet


def test_at_full_disk_under_arbeidet_verken_mister_eller_halverer_noe(tmp_path: Path) -> None:
    fil, bord = ny_med_bord(tmp_path)
    with fil:
        sider = fil._skriver.alene(lambda db: db.execute("PRAGMA page_count").fetchone()[0])
        fil._skriver.alene(lambda db: db.execute(f"PRAGMA max_page_count = {sider + 20}"))
        skrevet: list[Innspill] = []

        def skriv_til_det_er_fullt() -> None:
            for nummer in range(1000):
                endring = fil.utfoer(skriv_note, LEDER, bord, tekst=f"Notat {nummer} " + "ord " * 200)
                skrevet.extend([endring.resultat])

        with pytest.raises(DiskenErFull):
            skriv_til_det_er_fullt()
        assert 3 < len(skrevet) < 1000
        assert {rad[0] for rad in dump(fil)["innspill"]} == {note.id for note in skrevet}
        assert fil.kontroller().funn == ()
        fil._skriver.alene(lambda db: db.execute("PRAGMA max_page_count = 100000"))
        fil.utfoer(skriv_note, LEDER, bord, tekst="Plass igjen")
        assert fil.kontroller().funn == ()


def test_at_full_disk_midt_i_ei_gruppe_svarer_alle_i_gruppa(tmp_path: Path) -> None:
    fil, bord = ny_med_bord(tmp_path)
    with fil:
        sider = fil._skriver.alene(lambda db: db.execute("PRAGMA page_count").fetchone()[0])
        fil._skriver.alene(lambda db: db.execute(f"PRAGMA max_page_count = {sider + 20}"))
        svar = [fil.send(skriv_note, LEDER, bord, tekst=f"Notat {n} " + "ord " * 200) for n in range(200)]
        feil = [s.exception(30) for s in svar]
        assert {type(f) for f in feil} == {type(None), DiskenErFull}
        bekreftet = {s.result().resultat.id for s, f in zip(svar, feil, strict=True) if f is None}
        assert {rad[0] for rad in dump(fil)["innspill"]} == bekreftet
        assert fil.kontroller().funn == ()


def test_at_en_kopi_som_ikke_faar_plass_lar_den_gamle_fila_staa(tmp_path: Path) -> None:
    """RLIMIT_FSIZE in a child: the copy stops in the middle, as on a full stick."""
    fil, bord = ny_med_bord(tmp_path)
    with fil:
        for nummer in range(40):
            fil.utfoer(skriv_note, LEDER, bord, tekst=f"Notat {nummer} " + "ord " * 500)
    foer = fingeravtrykk_av(fil.sti)
    svar = i_barn(
        """
        import resource, signal
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        fil = aapne(mappe)
        fil.utfoer(nytt_organ, LEDER, navn="Rett før det ble fullt")
        grense = fil.sti.stat().st_size // 2
        resource.setrlimit(resource.RLIMIT_FSIZE, (grense, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
        try:
            fil.lukk()
        except KjentFeil as feil:
            print(type(feil).__name__)
        """,
        tmp_path,
    )
    assert svar in (["KunneIkkeLagre"], ["DiskenErFull"])
    assert fingeravtrykk_av(fil.sti) == foer
    with aapne(tmp_path) as igjen:
        assert [m.noekkel for m in igjen.meldinger] == ["gjenopprettet"]
        assert igjen.kontroller().funn == ()
    assert "Rett før det ble fullt" in organene(fil.sti)


def test_at_lagre_kopi_lar_den_aapne_fila_staa(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        fil.utfoer(nytt_organ, LEDER, navn="Mitt")
        fil.lagre_kopi(tmp_path / "kopi.verksted")
        assert fil.sti == tmp_path / "prosess.verksted"
        assert organene(tmp_path / "kopi.verksted") == ["Mitt"]


def test_at_en_bekreftet_handling_under_lukking_er_med_i_siste_kopi_eller_blir_avvist(tmp_path: Path) -> None:
    """Acknowledged means in the file, also when somebody sends while it is closing."""
    fil = ny(tmp_path)
    bekreftet: list[str] = []
    i_gang = Event()

    def send() -> None:
        try:
            for nummer in range(100_000):
                fil.utfoer(nytt_organ, LEDER, navn=f"Organ {nummer}")
                bekreftet.append(f"Organ {nummer}")
                i_gang.set()
        except FilenErLukket:
            pass

    traad = Thread(target=send)
    traad.start()
    assert i_gang.wait(10)
    fil.lukk()
    traad.join(30)
    assert organene(fil.sti) == sorted(bekreftet)


# -- autosave ---------------------------------------------------------------------------------------------------------

TID = st.floats(0, 1e6, allow_nan=False)


@given(foerst=TID, pause=st.floats(0, 1000))
def test_at_en_kopi_kommer_ved_hver_pause_og_minst_hvert_minutt(foerst: float, pause: float) -> None:
    sist = foerst + pause
    naar = venter_til(foerst=foerst, sist=sist)
    assert naar <= foerst + LENGST
    assert naar == sist + PAUSE or naar == foerst + LENGST


class _Skrittklokke(Stillklokke):
    """Goes one step each time somebody looks."""

    def __init__(self, skritt: float) -> None:
        super().__init__()
        self.skritt = skritt

    def monoton(self) -> float:
        self.sekunder += self.skritt
        return self.sekunder


def test_at_vakten_lagrer_naar_pausen_er_over() -> None:
    lagret = Event()
    vakt = Lagringsvakt(lagret.set, klokke=_Skrittklokke(PAUSE))
    vakt.roert()
    assert lagret.wait(10)
    vakt.stopp()


def test_at_vakten_ikke_lagrer_foer_noe_er_roert_eller_pausen_er_over() -> None:
    antall: list[int] = []
    klokke = Stillklokke()
    vakt = Lagringsvakt(lambda: antall.append(1), klokke=klokke)
    with vakt._endret:
        assert vakt._ventetid() is None
    vakt.roert()
    klokke.gaa(seconds=1.5)
    vakt.roert()
    with vakt._endret:
        assert vakt._ventetid() == PAUSE
    klokke.sekunder -= 1  # it only asks how long is left
    vakt.stopp()
    assert antall == []


def test_at_vakten_sier_fra_og_proever_igjen() -> None:
    feil: list[KjentFeil] = []
    forsoek: list[int] = []
    igjen = Event()

    def lagre() -> None:
        forsoek.append(1)
        if len(forsoek) == 1:
            raise KunneIkkeLagre(sti="x", aarsak="y")
        igjen.set()

    vakt = Lagringsvakt(lagre, klokke=_Skrittklokke(LENGST + PAUSE))
    vakt.mislyktes.lytt(feil.append)
    vakt.roert()
    assert igjen.wait(10)
    vakt.stopp()
    assert [type(f) for f in feil] == [KunneIkkeLagre]


def test_at_fila_blir_lagret_av_seg_selv(tmp_path: Path) -> None:
    lagret = Event()
    fil = Prosessfil.opprett(
        tmp_path / "x.verksted", arbeidsmappe=tmp_path / "arbeid", klokke=_Skrittklokke(PAUSE), autolagring=True
    )
    with fil:
        fil.lagret.lytt(lambda _: lagret.set())
        fil.utfoer(nytt_organ, LEDER, navn="Mitt")
        assert lagret.wait(10)
        assert organene(fil.sti) == ["Mitt"]


def test_at_en_feil_fra_operativsystemet_ikke_dreper_vakten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The frozen copy is a plain file copy: what goes wrong there must come out as a known error."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with ny(tmp_path) as fil:
        fil.utfoer(nytt_organ, LEDER, navn="Mitt")
        with monkeypatch.context() as sperret:
            sperret.setattr("verksted.lager.prosessfil.shutil.copyfile", full)
            with pytest.raises(DiskenErFull):
                fil.lagre()
        assert fil.lagre() is not None


# -- erasure ----------------------------------------------------------------------------------------------------------

NAVN = "Øyvind Havsund Prøvenavn"


def _bytes_overalt(mappe: Path) -> list[str]:
    return [
        str(sti.relative_to(mappe))
        for sti in mappe.rglob("*")
        if sti.is_file() and any(del_.encode() in sti.read_bytes() for del_ in (NAVN, "Prøvenavn", "Prøve\\u"))
    ]


def test_at_en_person_som_er_slettet_ikke_finnes_i_en_eneste_byte(tmp_path: Path) -> None:
    klokke = Stillklokke()
    fil, bord = ny_med_bord(tmp_path, klokke)
    with fil:
        fil.utfoer(skriv_note, "bord:1", bord, tekst="Bordets notat blir stående")
        organ = fil.utfoer(nytt_organ, LEDER, navn="Utvalget").resultat
        person = fil.utfoer(ny_person, LEDER, navn=NAVN, organ_id=organ.id).resultat
        fil.utfoer(ny_person, LEDER, navn="Nils Havn", organ_id=organ.id)
        for _ in range(3):  # backups with the person, and the person deleted in one of them
            klokke.gaa(minutes=11)
            fil.utfoer(nytt_organ, LEDER, navn="Et organ til")
            fil.lagre()
        skadet = min((tmp_path / "arbeid" / "kopier").rglob("*.verksted"))
        skadet.write_bytes(skadet.read_bytes()[:9000] + NAVN.encode() + bytes(5000))
        assert len(_bytes_overalt(tmp_path)) >= 5
        fil.slett_for_godt(lambda oekt: slett_person(oekt, person.id), LEDER)
        assert _bytes_overalt(tmp_path) == []
        assert not skadet.exists()
        assert len(list((tmp_path / "arbeid" / "kopier").rglob("*.verksted"))) >= 3
        assert fil.kontroller().funn == ()
        assert [rad[1] for rad in dump(fil)["person"]] == ["Nils Havn"]
        assert len(dump(fil)["innspill"]) == 1
    assert _bytes_overalt(tmp_path) == []


def test_at_en_person_som_alt_er_tatt_ut_av_lista_ogsaa_blir_slettet_fra_loggen_i_brukerfila(tmp_path: Path) -> None:
    fil, _ = ny_med_bord(tmp_path)
    with fil:
        organ = fil.utfoer(nytt_organ, LEDER, navn="Utvalget").resultat
        person = fil.utfoer(ny_person, LEDER, navn=NAVN, organ_id=organ.id).resultat
        fil.angre(LEDER)
        fil.lagre()
        assert _bytes_overalt(tmp_path)
        fil.slett_for_godt(lambda oekt: slett_person(oekt, person.id), LEDER)
        assert _bytes_overalt(tmp_path) == []
        assert fil.kontroller().funn == ()


# -- a program that dies ----------------------------------------------------------------------------------------------


def test_at_arbeidet_gaar_videre_etter_et_krasj(tmp_path: Path) -> None:
    fil = krasjet(tmp_path, lagret="Lagret", ulagret="Bekreftet, ikke lagret")
    assert organene(fil.sti) == ["Lagret"]
    with aapne(tmp_path) as igjen:
        assert [m.noekkel for m in igjen.meldinger] == ["gjenopprettet"]
        assert len(dump(igjen)["organ"]) == 2
        igjen.angre(LEDER)
        igjen.gjoer_om(LEDER)
    assert len(organene(fil.sti)) == 2
    with aapne(tmp_path) as tredje:
        assert tredje.meldinger == ()


def test_at_et_krasj_uten_noe_nytt_ikke_gir_en_melding(tmp_path: Path) -> None:
    krasjet(tmp_path, lagret="Lagret")
    with aapne(tmp_path) as igjen:
        assert igjen.meldinger == ()
