"""Every entity through a real file and back, and the validators where data enters."""

from __future__ import annotations

import re
import sqlite3
import types
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from sqlmodel import select

from tests.lager.ddl import ddl
from tests.lager.proevefil import LEDER, aapne, ny
from verksted.kjerne.feil import FinnesAllerede, UgyldigVerdi
from verksted.lager.skjema import stegene
from verksted.lager.utloesere import kolonnene
from verksted.modell.deltaker import Person, Tilstedevaerelse, TilstedevaerelseGrunn
from verksted.modell.grunn import Grunn
from verksted.modell.innspill import Innspill, InnspillRevisjon, InnspillRevisjonGrunn, fingeravtrykk
from verksted.modell.oekonomi import OekonomipostGrunn, PostbeloepGrunn, TiltaksbeloepGrunn
from verksted.modell.ordene import Innspillstype, Sporting
from verksted.modell.plan import KunnskapspunktGrunn, PlanelementGrunn
from verksted.modell.prosess import InnlesingGrunn, Organ, OrganGrunn, ProsessGrunn
from verksted.modell.punkt import AlternativGrunn, BehandlingGrunn, StemmeGrunn, UtsjekkGrunn
from verksted.modell.spor import TILLATTE_PAR, SporlenkeGrunn
from verksted.modell.tabeller import ALLE, PERSONTABELLER
from verksted.modell.verksted import ProgrampostGrunn, SpoersmaalGrunn, VerkstedGrunn

if TYPE_CHECKING:
    from pathlib import Path

    from verksted.lager.endring import Endring
    from verksted.lager.oekt import Oekt

TEKST = "Æøå på øya: «blåbær» – 1 000 kr\n\t🫐 ǎ سلام =1+1 'quote\" \\ %s {x}"
# Where one field decides what another may be.
SAERSKILT: dict[str, dict[str, Any]] = {
    "behandling": {"innspill_id": None},
    "utsjekk": {"planelement_id": None},
    "sporlenke": {"fra_type": Sporting.PUNKT, "til_type": Sporting.PLANELEMENT},
    "verksted": {"aapent": False, "lukket_hjemmel": "koml. § 11-5"},
    "prosess": {"valgperiode_fra": 2027, "valgperiode_til": 2031, "planperiode_fra": 2028, "planperiode_til": 2040},
    "tilstedevaerelse": {"fra": time(17, 5, 30), "til": time(20, 45)},
}
IDER = {entitet.__tablename__: entitet for entitet in ALLE}


def _peker_paa(entitet: type[Grunn], felt: str) -> str | None:
    kolonne = entitet.metadata.tables[str(entitet.__tablename__)].columns[felt]
    return next((nokkel.column.table.name for nokkel in kolonne.foreign_keys), None)


def _verdi(entitet: type[Grunn], felt: str, krav: Any, *, full: bool, laget: dict[str, str]) -> object:
    """Return a value that fills a field: its fullest, or its emptiest."""
    if felt == "id":
        return f"{entitet.__tablename__}-{'full' if full else 'tom'}"
    typen, valgfri = _bar(krav.annotation)
    if not full and valgfri:
        return None
    if (tabell := _peker_paa(entitet, felt)) is not None:
        if tabell == entitet.__tablename__:
            return laget.get(f"{tabell}-tom")
        return laget[f"{tabell}-{'full' if full else 'tom'}"]
    return _av_type(typen, krav, full=full)


def _bar(annotering: Any) -> tuple[Any, bool]:
    """Return the type inside `X | None` and `Annotated`, and whether None was allowed."""
    if get_origin(annotering) in {Union, types.UnionType}:
        deler = [del_ for del_ in get_args(annotering) if del_ is not type(None)]
        return _bar(deler[0])[0], len(deler) < len(get_args(annotering))
    if get_origin(annotering) is Annotated:
        return _bar(get_args(annotering)[0])
    return annotering, False


def _av_type(typen: Any, krav: Any, *, full: bool) -> object:  # noqa: PLR0911 - one return for each kind of type
    grenser = {
        navn: getattr(g, navn)
        for g in krav.metadata
        for navn in ("ge", "le", "min_length", "max_length")
        if hasattr(g, navn)
    }
    if typen is str:
        lengst = min(grenser.get("max_length") or 400, 400)
        tekst = (TEKST * 9)[:lengst] if full else "x" * (grenser.get("min_length") or 0)
        return tekst.ljust(grenser.get("min_length") or 0, "x")
    if typen is bool:
        return full
    if typen is int:
        return grenser.get("le", 2**53) if full else grenser.get("ge", -(2**53))
    if get_origin(typen) is Literal:
        return get_args(typen)[-1 if full else 0]
    if isinstance(typen, type) and issubclass(typen, StrEnum):
        return list(typen)[-1 if full else 0]
    if get_origin(typen) is list:
        if not full and not grenser.get("min_length"):
            return []
        return [_av_listetype(get_args(typen)[0])] * 2
    faste: dict[Any, tuple[object, object]] = {
        date: (date(2200, 12, 31), date(1900, 1, 1)),
        time: (time(23, 59, 59), time(0, 0)),
        datetime: (
            datetime(2028, 2, 29, 23, 59, 59, 123000, tzinfo=UTC),
            datetime(2027, 10, 31, 2, 30, tzinfo=timezone(timedelta(hours=1))),
        ),
    }
    return faste[typen][0 if full else 1]


def _av_listetype(typen: Any) -> object:
    typen = _bar(typen)[0]
    if isinstance(typen, type) and issubclass(typen, StrEnum):
        return next(iter(typen))
    return 17 if typen is int else TEKST


def _felt(entitet: type[Grunn], *, full: bool, laget: dict[str, str]) -> dict[str, object]:
    verdier = {navn: _verdi(entitet, navn, krav, full=full, laget=laget) for navn, krav in entitet.model_fields.items()}
    if full or entitet.__tablename__ == "sporlenke":
        verdier |= SAERSKILT.get(str(entitet.__tablename__), {})
    match entitet.__tablename__:
        case "behandling" if not full:
            verdier["innspill_id"] = laget["innspill-tom"]
        case "utsjekk" if not full:
            verdier["planelement_id"] = laget["planelement-tom"]
        case "stemme" if not full:
            verdier["gruppe_id"] = laget["gruppe-tom"]
        case "alternativ" if not full:
            verdier["tekst"] = "Et eget alternativ"
        case "verksted" if not full:
            verdier["aapent"] = True
        case "sporlenke":
            ende = "full" if full else "tom"
            verdier |= {"fra_id": laget[f"punkt-{ende}"], "til_id": laget[f"planelement-{ende}"]}
        case "innspill" | "innspill_revisjon":
            verdier |= {"revisjon" if entitet is Innspill else "nummer": 1}
            if entitet is InnspillRevisjon:
                navn = "full" if full else "tom"
                verdier["sha256"] = fingeravtrykk(
                    tekst=str(verdier["tekst"]),
                    hvorfor=str(verdier["hvorfor"]),
                    innspillstype=Innspillstype(str(verdier["type"])),
                    spoersmaal_id=f"spoersmaal-{navn}",
                    gruppe_id=f"gruppe-{navn}",
                    nummer=1,
                )
    return verdier


def _feltene(rad: Grunn) -> dict[str, Any]:
    return {navn: getattr(rad, navn) for navn in type(rad).model_fields}


@pytest.fixture(scope="module")
def rundturen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, Any]]]:
    """Write the fullest and the emptiest row of every entity, close, open again; return what went in and came out."""
    mappe = tmp_path_factory.mktemp("rundtur")
    skrevet: dict[str, dict[str, Any]] = {}

    def skriv_alt(oekt: Oekt) -> Endring[None]:
        def gjoer() -> None:
            laget: dict[str, str] = {}
            for full in (False, True):
                for entitet in ALLE:
                    rad = oekt.opprett(entitet, **_felt(entitet, full=full, laget=laget))
                    laget[rad.id] = rad.id
                    skrevet[rad.id] = _feltene(rad)

        return oekt.utfoer("skriv_alt", gjoer)

    def les_alt(oekt: Oekt) -> Endring[dict[str, dict[str, Any]]]:
        return oekt.utfoer("les", lambda: {r.id: _feltene(r) for e in ALLE for r in oekt.alle(e)})

    with ny(mappe) as fil:
        fil.utfoer(skriv_alt, LEDER)
    with aapne(mappe) as fil:
        lest = fil.utfoer(les_alt, LEDER).resultat
        with fil.les() as sesjon:
            med_orm = {rad.id: _feltene(rad) for e in ALLE for rad in sesjon.exec(select(e))}
        assert [f for f in fil.kontroller().funn if f.noekkel in {"peker", "avspilling", "sidene", "skjemaet"}] == []
        fil.angre(LEDER)
        fil.gjoer_om(LEDER)
        angret_og_gjort_om = fil.utfoer(les_alt, LEDER).resultat
    return {"skrevet": skrevet, "lest": lest, "orm": med_orm, "gjort om": angret_og_gjort_om}


@pytest.mark.parametrize("full", [True, False], ids=["full", "tom"])
@pytest.mark.parametrize("entitet", ALLE, ids=lambda e: e.__tablename__)
def test_at_raden_kommer_uendret_tilbake_fra_fila(
    rundturen: dict[str, dict[str, dict[str, Any]]], entitet: type[Grunn], *, full: bool
) -> None:
    rad_id = f"{entitet.__tablename__}-{'full' if full else 'tom'}"
    skrevet = rundturen["skrevet"][rad_id]
    assert set(skrevet) == set(entitet.model_fields)
    for vei in ("lest", "orm", "gjort om"):
        lest = rundturen[vei][rad_id]
        assert lest == skrevet, vei
        assert {n: type(v) for n, v in lest.items()} == {n: type(v) for n, v in skrevet.items()}, vei


TIL_RENS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)


@settings(max_examples=60, deadline=None)
@given(tekster=st.lists(TIL_RENS, min_size=1, max_size=20))
def test_at_enhver_tekst_kommer_ord_for_ord_tilbake(
    tmp_path_factory: pytest.TempPathFactory, tekster: list[str]
) -> None:
    def skriv(oekt: Oekt) -> Endring[list[str]]:
        return oekt.utfoer("skriv", lambda: [oekt.opprett(Organ, navn=tekst[:100]).id for tekst in tekster])

    mappe = tmp_path_factory.mktemp("tekst")
    with ny(mappe) as fil:
        ider = fil.utfoer(skriv, LEDER).resultat
        with fil.les_raatt() as db:
            lest = dict(db.execute("SELECT id, navn FROM organ").fetchall())
        assert fil.kontroller().funn == ()
    for rad_id, tekst in zip(ider, tekster, strict=True):
        assert lest[rad_id] == OrganGrunn(navn=tekst[:100]).navn


def test_at_skjemaet_i_fila_er_det_entitetene_ber_om() -> None:
    def bygget(sql: str) -> sqlite3.Connection:
        db = sqlite3.connect(":memory:")
        db.executescript(sql)
        return db

    def form(db: sqlite3.Connection, tabell: str) -> tuple[object, ...]:
        kolonner = db.execute(f"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{tabell}')").fetchall()
        pekere = db.execute(f'SELECT "from", "table", "to" FROM pragma_foreign_key_list(\'{tabell}\')').fetchall()
        indekser = db.execute(f"SELECT name, \"unique\", origin FROM pragma_index_list('{tabell}')").fetchall()
        innhold = {
            (
                unik,
                slag,
                tuple(n for (n,) in db.execute(f"SELECT name FROM pragma_index_info('{navn}') ORDER BY seqno")),
            )
            for navn, unik, slag in indekser
        }
        (sql,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (tabell,)).fetchone()
        return kolonner, sorted(pekere), innhold, sorted(re.findall(r"CHECK \(\w+ IN \(0, 1\)\)", sql))

    i_fila, ventet = bygget("\n".join(stegene().values())), bygget(ddl())
    alle = {str(e.__tablename__) for e in ALLE}
    for tabell in alle:
        assert form(i_fila, tabell) == form(ventet, tabell), tabell
    i_alt = {n for (n,) in i_fila.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    tekniske = {n for n in i_alt - alle if not n.startswith(("soek", "sqlite_"))}
    assert tekniske == {"fil", "generasjon", "teller", "handling", "endring", "endring_person"}
    i_fila.close()
    ventet.close()


def test_at_skjemaet_bygger_og_har_kolonnene_i_samme_orden_som_entitetene() -> None:
    db = sqlite3.connect(":memory:")
    db.executescript("\n".join(stegene().values()))
    for tabell, kolonner in kolonnene().items():
        i_fila = db.execute(f"SELECT name FROM pragma_table_info('{tabell}') ORDER BY cid").fetchall()
        assert tuple(n for (n,) in i_fila) == kolonner
        (strengt,) = db.execute("SELECT strict FROM pragma_table_list WHERE name = ?", (tabell,)).fetchone()
        assert strengt == 1
    db.close()


def test_at_alt_som_peker_paa_en_person_holdes_for_seg_i_loggen() -> None:
    """Else erasure would leave who it was about in the log; a table's secretary is only an id."""
    peker = {
        str(e.__tablename__)
        for e in ALLE
        for kolonne in e.metadata.tables[str(e.__tablename__)].columns
        for nokkel in kolonne.foreign_keys
        if nokkel.column.table.name == "person"
    }
    assert peker - {"gruppe"} == PERSONTABELLER - {"person", "egen_verdi"}


# -- validators -------------------------------------------------------------------------------------------------------

PROSESS: dict[str, Any] = {
    "navn": "Samfunnsdel",
    "kommune": "Lindvær",
    "maalform": "nb",
    "valgperiode_fra": 2027,
    "valgperiode_til": 2031,
    "mal_noekkel": "x",
    "mal_versjon": "1",
    "opprettet": datetime(2027, 11, 3, tzinfo=UTC),
}
REVISJON: dict[str, Any] = {"innspill_id": "i", "nummer": 1, "type": "fritt", "tekst": "x", "sha256": "a" * 64}
POST: dict[str, Any] = {"innlesing_id": "i", "kode": "D-0001", "naturlig_noekkel": "n", "tekst": "t", "art": "drift"}
LENKE: dict[str, Any] = {"fra_id": "a", "til_id": "b", "fra_type": "punkt", "til_type": "planelement"}
MOETE: dict[str, Any] = {"nummer": 1, "tittel": "Første", "organ_id": "o"}
KUNNSKAP: dict[str, Any] = {"kode": "K-01", "tittel": "Folketall"}
PLAN: dict[str, Any] = {"nivaa_id": "n", "rekkefoelge": 1, "kode": "S1"}
UGYLDIG: dict[str, tuple[type[Grunn], dict[str, Any]]] = {
    "en valgperiode som går baklengs": (ProsessGrunn, PROSESS | {"valgperiode_til": 2026}),
    "en planperiode som går baklengs": (ProsessGrunn, PROSESS | {"planperiode_fra": 2040, "planperiode_til": 2028}),
    "en målform som ikke finnes": (ProsessGrunn, PROSESS | {"maalform": "se"}),
    "et felt som ikke finnes": (ProsessGrunn, PROSESS | {"farge": "rød"}),
    "et lukket møte uten hjemmel": (VerkstedGrunn, MOETE | {"aapent": False}),
    "et lukket møte med tom hjemmel": (VerkstedGrunn, MOETE | {"aapent": False, "lukket_hjemmel": "  "}),
    "et verksted nummer null": (VerkstedGrunn, MOETE | {"nummer": 0}),
    "en som går før hen kommer": (
        TilstedevaerelseGrunn,
        {"verksted_id": "v", "person_id": "p", "fra": time(18), "til": time(17)},
    ),
    "en programpost uten lengde": (
        ProgrampostGrunn,
        {"verksted_id": "v", "rekkefoelge": 1, "art": "pause", "tittel": "Pause", "minutter": 0},
    ),
    "et spørsmål uten svartyper": (
        SpoersmaalGrunn,
        {"verksted_id": "v", "nummer": 1, "tekst": "?", "svartyper": []},
    ),
    "et spørsmål med en svartype som ikke finnes": (
        SpoersmaalGrunn,
        {"verksted_id": "v", "nummer": 1, "tekst": "?", "svartyper": ["roping"]},
    ),
    "et notat uten ord": (InnspillRevisjonGrunn, REVISJON | {"tekst": ""}),
    "et notat over tjue tusen tegn": (InnspillRevisjonGrunn, REVISJON | {"tekst": "x" * 20_001}),
    "en notattype som ikke finnes": (InnspillRevisjonGrunn, REVISJON | {"type": "vedtak"}),
    "et avtrykk som er for kort": (InnspillRevisjonGrunn, REVISJON | {"sha256": "abc"}),
    "et beløp som desimaltall": (PostbeloepGrunn, {"post_id": "p", "aar": 2028, "beloep": 10.0}),
    "et beløp som tekst": (PostbeloepGrunn, {"post_id": "p", "aar": 2028, "beloep": "10"}),
    "et beløp som sannhetsverdi": (TiltaksbeloepGrunn, {"tiltak_id": "t", "aar": 2028, "beloep": True}),
    "et beløp i et år som ikke er et år": (TiltaksbeloepGrunn, {"tiltak_id": "t", "aar": 28, "beloep": 1}),
    "en funksjon med fire sifre": (OekonomipostGrunn, POST | {"funksjon": "2020"}),
    "et kostraår før år tusen": (KunnskapspunktGrunn, KUNNSKAP | {"aar": 999}),
    "et bærekraftsmål nummer 18": (PlanelementGrunn, PLAN | {"baerekraftsmaal": [18]}),
    "en sikkerhet over hundre prosent": (PlanelementGrunn, PLAN | {"sikkerhet_bp": 10_001}),
    "en andel over hundre prosent": (SporlenkeGrunn, LENKE | {"andel_bp": 10_001}),
    "en lenke mellom et par som ikke er tillatt": (SporlenkeGrunn, LENKE | {"til_type": "oekonomipost"}),
    "en lenke den gale veien": (SporlenkeGrunn, LENKE | {"fra_type": "planelement", "til_type": "punkt"}),
    "en behandling av ingenting": (BehandlingGrunn, {"resultat": "tatt_inn"}),
    "en behandling av to ting": (BehandlingGrunn, {"resultat": "tatt_inn", "punkt_id": "p", "innspill_id": "i"}),
    "en utsjekk av ingenting": (UtsjekkGrunn, {"verksted_id": "v", "gruppe_id": "g", "svar": "nei"}),
    "et alternativ uten ord": (AlternativGrunn, {"avstemning_id": "a", "tekst": " "}),
    "en stemme fra ingen": (StemmeGrunn, {"runde_id": "r", "alternativ_id": "a", "antall": 1}),
    "et negativt antall stemmer": (
        StemmeGrunn,
        {"runde_id": "r", "alternativ_id": "a", "gruppe_id": "g", "antall": -1},
    ),
    "en innlesing uten avtrykk": (
        InnlesingGrunn,
        {"art": "deltakere", "filnavn": "x", "sha256": "", "antall": 1, "tid": datetime(2027, 1, 1, tzinfo=UTC)},
    ),
    "en tom id": (OrganGrunn, {"navn": "x", "id": ""}),
}


@pytest.mark.parametrize("hva", UGYLDIG)
def test_at_dette_blir_avvist(hva: str) -> None:
    entitet, felt = UGYLDIG[hva]
    with pytest.raises(ValidationError):
        entitet.model_validate(felt)


GYLDIG: list[tuple[type[Grunn], dict[str, Any]]] = [
    (ProsessGrunn, PROSESS | {"planperiode_fra": 2028, "planperiode_til": 2040}),
    (VerkstedGrunn, MOETE | {"aapent": False, "lukket_hjemmel": "koml. § 11-5"}),
    (InnspillRevisjonGrunn, REVISJON | {"tekst": "x" * 20_000}),
    (PostbeloepGrunn, {"post_id": "p", "aar": 2028, "beloep": -1_362_250}),
    (OekonomipostGrunn, POST | {"funksjon": "202"}),
    (KunnskapspunktGrunn, KUNNSKAP),
    (PlanelementGrunn, PLAN | {"baerekraftsmaal": [1, 17]}),
]


@pytest.mark.parametrize(("entitet", "felt"), GYLDIG)
def test_at_det_som_er_riktig_slipper_inn(entitet: type[Grunn], felt: dict[str, Any]) -> None:
    entitet.model_validate(felt)


@pytest.mark.parametrize("par", sorted(TILLATTE_PAR))
def test_at_hvert_tillatt_par_kan_lenkes_og_er_en_tabell(par: tuple[Sporting, Sporting]) -> None:
    lenke = SporlenkeGrunn(fra_type=par[0], fra_id="a", til_type=par[1], til_id="b")
    assert {str(lenke.fra_type), str(lenke.til_type)} <= set(kolonnene())


@pytest.mark.parametrize(
    ("inn", "ut"),
    [
        ("a\x00b", "a\ufffdb"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x0bb\x0cc", "a\nb\nc"),
        ("a\ud800b", "a\ufffdb"),
        ("\x1b[1m", "\ufffd[1m"),
    ],
)
def test_at_styretegn_blir_renset_der_teksten_kommer_inn(inn: str, ut: str) -> None:
    assert InnspillRevisjonGrunn.model_validate(REVISJON | {"tekst": inn}).tekst == ut
    assert OrganGrunn(navn=inn).navn == ut


def test_at_avtrykket_skiller_paa_alt_det_gjelder() -> None:
    grunn: dict[str, Any] = {
        "tekst": "a",
        "hvorfor": "b",
        "innspillstype": "fritt",
        "spoersmaal_id": "s",
        "gruppe_id": "g",
        "nummer": 1,
    }
    ulike = [grunn, *({**grunn, felt: 2 if felt == "nummer" else "noe annet"} for felt in grunn)]
    ulike.append({**grunn, "tekst": "ab", "hvorfor": ""})
    assert len({fingeravtrykk(**felt) for felt in ulike}) == len(ulike)


def test_at_to_personer_kan_hete_det_samme_men_ikke_ha_samme_id(tmp_path: Path) -> None:
    def to_like(oekt: Oekt) -> Endring[None]:
        def gjoer() -> None:
            oekt.opprett(Person, id="p1", navn="Oda Fjærvik")
            oekt.opprett(Person, id="p2", navn="Oda Fjærvik")
            oekt.opprett(Person, id="p2", navn="Nils Havn")

        return oekt.utfoer("to_like", gjoer)

    with ny(tmp_path) as fil, pytest.raises(FinnesAllerede):
        fil.utfoer(to_like, LEDER)


def test_at_feilen_sier_hvilket_felt_som_er_galt(tmp_path: Path) -> None:
    def galt(oekt: Oekt) -> Endring[Tilstedevaerelse]:
        felt: dict[str, Any] = {"verksted_id": "v", "person_id": "p", "fra": time(18), "til": time(17)}
        return oekt.utfoer("galt", lambda: oekt.opprett(Tilstedevaerelse, **felt))

    with ny(tmp_path) as fil:
        with pytest.raises(UgyldigVerdi) as feil:
            fil.utfoer(galt, LEDER)
        assert (feil.value.data["hva"], feil.value.data["felt"]) == ("tilstedevaerelse", "til")
