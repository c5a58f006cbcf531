"""What a new council list changes: told apart by name, year of birth and list; nobody is taken away."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from verksted.regler.deltakerendringer import Deltakerbilde, finn_deltakerendringer, koble

_ALT = frozenset({"art", "liste", "verv", "vara_for", "kjoenn", "foedselsaar", "bosted", "perioder"})
_KARI = Deltakerbilde(navn="Kari Vik", art="medlem", liste="Høyre", verv="Ordfører", foedselsaar=1960)
_PER = Deltakerbilde(navn="Per Lo", art="vara", liste="Bygdelista", vara_for="Kari Vik")

_BILDER = st.lists(
    st.builds(
        Deltakerbilde,
        navn=st.sampled_from(["Kari Vik", "Per Lo", "Ola Nes"]),
        art=st.sampled_from(["medlem", "vara"]),
        liste=st.sampled_from(["Høyre", "Bygdelista", None]),
        foedselsaar=st.sampled_from([1960, 1990, None]),
    ),
    max_size=6,
)


def test_at_nye_endrede_og_borte_vises_hver_for_seg() -> None:
    ny = Deltakerbilde(navn="Ida Å", art="medlem", liste="Høyre")
    endringer = finn_deltakerendringer([_KARI, _PER], [replace(_KARI, verv=None, liste="Venstre"), ny], felt=_ALT)
    assert endringer.nye == ("Ida Å",)
    assert endringer.borte == ("Per Lo",)
    assert [(e.navn, e.felt) for e in endringer.endret] == [
        ("Kari Vik", (("liste", "Høyre", "Venstre"), ("verv", "Ordfører", None)))
    ]
    assert (endringer.antall, endringer.uendret) == (2, 0)


def test_at_det_fila_ikke_sier_noe_om_ikke_er_en_endring() -> None:
    taus = Deltakerbilde(navn="Kari Vik", art="medlem")
    assert not finn_deltakerendringer([_KARI], [taus], felt=frozenset({"art", "navn"})).endret
    (endret,) = finn_deltakerendringer([_KARI], [taus], felt=_ALT).endret
    assert endret.felt == (("verv", "Ordfører", None),)  # a year of birth or a list is never taken away by a blank


def test_at_to_av_samme_navn_holdes_fra_hverandre_med_foedselsaar_og_liste() -> None:
    ung = replace(_KARI, foedselsaar=1990, liste="Venstre")
    assert koble([_KARI, ung], [ung, _KARI]) == (1, 0)
    # party changed, year the same: the same person
    assert koble([_KARI, ung], [replace(ung, liste="Høyre")]) == (1,)
    # a year put right on the same list: the same person
    assert koble([_KARI], [replace(_KARI, foedselsaar=1961)]) == (0,)
    # other year and other list: somebody else
    assert koble([_KARI], [ung]) == (None,)


def test_at_et_foedselsaar_regnet_av_alder_ikke_skriver_over_et_kjent_aar_ved_siden_av() -> None:
    omtrent = replace(_KARI, foedselsaar=1961, liste="Venstre", foedselsaar_omtrent=True)
    (endret,) = finn_deltakerendringer([_KARI], [omtrent], felt=_ALT).endret
    assert endret.felt == (("liste", "Høyre", "Venstre"),)
    (endret,) = finn_deltakerendringer([_KARI], [replace(omtrent, liste="Høyre", foedselsaar=1965)], felt=_ALT).endret
    assert endret.felt == (("foedselsaar", 1960, 1965),)


def test_at_et_navn_med_andre_skilletegn_er_det_samme() -> None:
    kjent = Deltakerbilde(navn="Tor A. Torvik-Nes", art="medlem")
    assert koble([kjent], [replace(kjent, navn="TOR A TORVIK NES")]) == (0,)
    assert not finn_deltakerendringer([kjent], [replace(kjent, navn="TOR A. TORVIK-NES")], felt=_ALT).endret


def test_at_den_som_sitter_et_annet_sted_ikke_meldes_som_borte() -> None:
    assert finn_deltakerendringer([replace(_KARI, art="")], [_PER], felt=_ALT).borte == ()


@given(_BILDER, _BILDER)
def test_at_ingen_kobles_to_ganger_og_alle_gjoeres_rede_for(
    kjente: list[Deltakerbilde], leste: list[Deltakerbilde]
) -> None:
    endringer = finn_deltakerendringer(kjente, leste, felt=_ALT)
    brukt = [nummer for nummer in endringer.par if nummer is not None]
    assert len(brukt) == len(set(brukt))
    assert len(brukt) + len(endringer.nye) == len(leste)
    assert len(brukt) + len(endringer.borte) == len(kjente)
    assert all(kjente[nr].navn == lest.navn for nr, lest in zip(endringer.par, leste, strict=True) if nr is not None)


@given(_BILDER)
def test_at_den_samme_lista_paa_nytt_ikke_endrer_noe(bilder: list[Deltakerbilde]) -> None:
    endringer = finn_deltakerendringer(bilder, bilder, felt=_ALT)
    assert (endringer.nye, endringer.endret, endringer.borte) == ((), (), ())


def test_at_initialer_mot_hele_navnet_foreslaas_og_aldri_slaas_sammen() -> None:
    kjente = [replace(_KARI, navn="Kari Anne Vik"), _PER, replace(_PER, navn="Ola Vik")]
    leste = [Deltakerbilde(navn=n, art="medlem") for n in ("K. Vik", "P. Lo", "L. Vik", "Per Vik")]
    endringer = finn_deltakerendringer(kjente, leste, felt=_ALT)
    assert endringer.par == (None,) * 4
    assert endringer.kanskje_samme == (("K. Vik", "Kari Anne Vik"), ("P. Lo", "Per Lo"))
    # Who is in the file by the whole name is nobody else.
    alle = finn_deltakerendringer(kjente, [*leste, kjente[0]], felt=_ALT)
    assert alle.kanskje_samme == (("P. Lo", "Per Lo"),)
