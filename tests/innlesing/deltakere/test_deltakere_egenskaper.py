"""A known council, written with every dirt at once, reads back as exactly that council."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.innlesing.filer import csvfil
from verksted.innlesing.deltakere.deltakere import les_deltakere
from verksted.innlesing.tabell.tabellfil import KanIkkeLesesSomRegneark

if TYPE_CHECKING:
    from collections.abc import Sequence

_FORMER = {
    "Arbeiderpartiet": ["Ap", "A", "AP", "DNA", "Arbeiderpartiet", "Det norske Arbeiderparti", "Arbeiderpartiet (Ap)"],
    "Høyre": ["H", "Høyre", "HØYRE", "Høyre (H)"],
    "Senterpartiet": ["Sp", "SP", "Senterpartiet", "Senterpartiet (Sp)"],
    "Kristelig Folkeparti": ["KrF", "krf", "Kr.F.", "Kristelig Folkeparti", "Kristelig folkeparti"],
    "Miljøpartiet De Grønne": ["MDG", "Miljøpartiet De Grønne", "De Grønne"],
    "Bygdelista": ["Bygdelista", "bygdelista", "Bygdelista (BL)", "BYGDELISTA"],
    "Grønn framtid": ["Grønn framtid", "Grønn  framtid", "GRØNN FRAMTID"],
}
_HODER = {
    "navn": ["Navn", "Namn", "NAVN", "Navn:", "Representant", "Fullt navn", "Medlem"],
    "fornavn": ["Fornavn", "Førenamn", "FORNAVN"],
    "etternavn": ["Etternavn", "Etternamn", "Slektsnavn"],
    "liste": ["Parti", "Liste", "Parti/liste", "Partigruppe", "PARTI", "Listenamn", "Politisk parti"],
    "rolle": ["Rolle", "Status", "Medlem/vara", "Fast eller vara"],
    "verv": ["Verv", "Tillitsverv", "Politisk verv"],
    "aar": ["Født", "Fødd", "Fødselsår", "Fodselsar", "Fødselsdato", "F.år"],
    "kjoenn": ["Kjønn", "Kjonn", "Kj.", "K/M", "KJØNN"],
    "bosted": ["Bosted", "Bustad", "Grend", "Bor i"],
}
_KJOENN = {"kvinne": ["K", "k", "Kvinne", "kvinne ", "KV"], "mann": ["M", "m", "Mann", " mann"], None: ["", " ", "-"]}
_FORNAVN = ["Kari", "Åse Marie", "Jon Arvid", "Sølvi", "Bjørn-Æge", "Ánte", "K.", "Tor A."]
_ETTERNAVN = ["Brimvåg", "Skarvholt", "Vik Moe", "Torvik-Nes", "Øyjord", "Æsnes", "Lo"]
_VERV = ["Ordfører", "Varaordførar", "Gruppeleder", ""]


@dataclass(frozen=True)
class Folkevalgt:
    fornavn: str
    etternavn: str
    liste: str
    vara: bool
    verv: str
    kjoenn: str | None
    aar: int | None
    bosted: str

    @property
    def svar(self) -> tuple[object, ...]:
        navn = f"{self.fornavn} {self.etternavn}"
        return (
            navn, self.liste.casefold(), "vara" if self.vara else "medlem", self.verv or None, self.kjoenn, self.aar,
            self.bosted or None,
        )  # fmt: skip


_RAADET = st.lists(
    st.builds(
        Folkevalgt,
        st.sampled_from(_FORNAVN),
        st.sampled_from(_ETTERNAVN),
        st.sampled_from(sorted(_FORMER)),
        st.booleans(),
        st.sampled_from(_VERV),
        st.sampled_from(["kvinne", "mann", None]),
        st.one_of(st.none(), st.integers(1925, 2007)),
        st.sampled_from(["Storneset", "Indre Lind", ""]),
    ),
    min_size=3,
    max_size=14,
)


def _aarscelle(aar: int | None, trekk: Any, *, regneark: bool) -> object:
    if aar is None:
        return trekk(st.sampled_from(["", " ", "-", None]))
    former: list[object] = [aar, str(aar), f" {aar} ", f"12.03.{aar}", f"3/4-{aar}", f"{aar}-05-17", f"f. {aar}"]
    if 1930 <= aar <= 1999:
        former += [f"{aar % 100:02d}", f"01.02.{aar % 100:02d}", f"0102{aar % 100:02d}"]
    return trekk(st.sampled_from([*former, date(aar, 5, 17)] if regneark else former))


def _fyll(tekst: str, trekk: Any) -> str:
    foran, bak = trekk(st.sampled_from([("", ""), ("  ", " "), ("", "\u00a0"), ("\u00a0", "\t")]))
    return f"{foran}{tekst}{bak}" if tekst else trekk(st.sampled_from(["", "   "]))


def _raden(p: Folkevalgt, felt: Sequence[str], trekk: Any, *, regneark: bool) -> list[object]:
    komma = f"{p.etternavn}, {p.fornavn}"
    celler: dict[str, object] = {
        "navn": _fyll(trekk(st.sampled_from([f"{p.fornavn} {p.etternavn}", komma, komma.replace(",", " ,")])), trekk),
        "fornavn": _fyll(p.fornavn, trekk),
        "etternavn": _fyll(p.etternavn, trekk),
        "liste": _fyll(trekk(st.sampled_from(_FORMER[p.liste])), trekk),
        "rolle": trekk(
            st.sampled_from(
                ["Vara", "vara ", "Varamedlem", "2. vara", "V"] if p.vara else ["Medlem", "Fast", "", " fast "]
            )
        ),
        "verv": _fyll(p.verv, trekk),
        "aar": _aarscelle(p.aar, trekk, regneark=regneark),
        "kjoenn": trekk(st.sampled_from(_KJOENN[p.kjoenn])),
        "bosted": _fyll(p.bosted, trekk),
        "ukjent": trekk(st.sampled_from(["", "x", "12 34 56 78", "a@b.no"])),
    }
    return [celler[f] for f in felt]


def _hodet(felt: Sequence[str], trekk: Any) -> list[str]:
    return [trekk(st.sampled_from([*_HODER.get(f, ["Telefon", "E-post", "Noe annet"])])) for f in felt]


def _bok(arkene: dict[str, list[list[object]]], flett: dict[str, list[str]]) -> bytes:
    bok = Workbook()
    bok.remove(bok.active)  # type: ignore[arg-type]
    for navn, rader in arkene.items():
        blad = bok.create_sheet(navn)
        for rad in rader:
            blad.append(rad)
        for omraade in flett.get(navn, []):
            blad.merge_cells(omraade)
    ut = io.BytesIO()
    bok.save(ut)
    return ut.getvalue()


def _blankt(rader: list[list[object]], trekk: Any) -> list[list[object]]:
    """Put blank lines in between."""
    svar: list[list[object]] = []
    for rad in rader:
        svar.append(rad)
        if trekk(st.integers(0, 5)) == 0:
            svar.append(trekk(st.sampled_from([[], [""], [" ", None, "  "]])))
    return svar


_TITLER: list[list[object]] = [["Lindvær kommune"], ["Kommunestyret 2027–2031"], [], ["Oppdatert 12.01.2028"]]


@given(_RAADET, st.data())
def test_at_et_kjent_raad_leses_noeyaktig_med_partiet_i_en_kolonne(raad: list[Folkevalgt], data: st.DataObject) -> None:
    trekk = data.draw
    navn = trekk(st.sampled_from([["navn"], ["fornavn", "etternavn"]]))
    felt = trekk(st.permutations([*navn, "liste", "rolle", "verv", "aar", "kjoenn", "bosted", "ukjent"]))
    regneark = trekk(st.booleans())
    rader: list[list[object]] = [*_TITLER[: trekk(st.integers(0, 4))], list(_hodet(felt, trekk))]
    rader += _blankt([_raden(p, felt, trekk, regneark=regneark) for p in raad], trekk)
    if trekk(st.booleans()):
        rader += [[], [f"Antall medlemmer: {len(raad)}"]]
    koding = trekk(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    skille = trekk(st.sampled_from([";", "\t", ","]))
    fil = _bok({"Kommunestyret": rader}, {}) if regneark else csvfil(rader, skille=skille, koding=koding)
    _sammenlign(fil, raad)


@given(_RAADET, st.data())
def test_at_et_kjent_raad_leses_noeyaktig_med_partiene_som_linjer_eller_fletta_celler(
    raad: list[Folkevalgt], data: st.DataObject
) -> None:
    trekk = data.draw
    i_orden = sorted(raad, key=lambda p: (p.vara, p.liste))
    felt = trekk(st.permutations(["navn", "verv", "aar", "bosted"]))
    maate = trekk(st.sampled_from(["linjer", "flettet", "csv uten flett", "varaark"]))
    regneark = maate != "csv uten flett"
    hode: list[object] = list(_hodet(felt, trekk))
    if maate == "flettet":
        _sammenlign(_flettet(i_orden, felt, hode, trekk), i_orden)
        return
    arkene: dict[str, list[list[object]]] = {"Kommunestyret": [["Kommunestyret"], hode]}
    foer: tuple[bool, str] | None = None
    for p in i_orden:
        ark = "Varamedlemmer" if p.vara and maate == "varaark" else "Kommunestyret"
        rader = arkene.setdefault(ark, [hode])
        if p.vara and (foer is None or not foer[0]) and ark == "Kommunestyret":
            rader.append([trekk(st.sampled_from(["Varamedlemmer", "Vararepresentantar:", "VARA"]))])
        if foer != (p.vara, p.liste):
            rader.append([trekk(st.sampled_from(["", "  "])) + trekk(st.sampled_from(_FORMER[p.liste][:1]))])
        rader.append(_raden(p, felt, trekk, regneark=regneark))
        foer = (p.vara, p.liste)
    if maate == "varaark":
        arkene["Kommunestyret"] += [[]] * 20  # the sheet of the members is the longest
    if regneark:
        _sammenlign(_bok(arkene, {}), i_orden, kjoenn=False)
    else:
        koding = trekk(st.sampled_from(["cp1252", "latin-1"]))
        tegn = [
            [c.replace("Á", "A").replace("–", "-") if isinstance(c, str) else c for c in r]
            for r in arkene["Kommunestyret"]
        ]
        _sammenlign(csvfil(tegn, koding=koding), i_orden, kjoenn=False, uten="Á")


def _flettet(raad: list[Folkevalgt], felt: Sequence[str], hode: list[Any], trekk: Any) -> bytes:
    """Return a book where the list is one cell over all the people of it, and members and deputies likewise."""
    rader: list[list[object]] = [["Kommunestyret"], ["Parti", "Rolle", *hode]]
    omraader: list[str] = []
    for kolonne, noekkel in (("A", lambda p: (p.vara, p.liste)), ("B", lambda p: p.vara)):
        start = 0
        for nummer in range(1, len(raad) + 1):
            if nummer == len(raad) or noekkel(raad[nummer]) != noekkel(raad[start]):
                if nummer - start > 1:
                    omraader.append(f"{kolonne}{start + 3}:{kolonne}{nummer + 2}")
                start = nummer
    for p in raad:
        form = trekk(st.sampled_from(_FORMER[p.liste]))
        rader.append([form, "Vara" if p.vara else "Medlem", *_raden(p, felt, trekk, regneark=True)])
    return _bok({"Kommunestyret": rader}, {"Kommunestyret": omraader})


def _sammenlign(fil: bytes, raad: list[Folkevalgt], *, kjoenn: bool = True, uten: str = "") -> None:
    lest = les_deltakere(fil, "fil", aar=2028)
    alle = {p.liste for p in raad}
    ventet = [p.svar for p in raad]
    if not kjoenn or all(d.kjoenn is None for d in lest.deltakere):
        ventet = [(*v[:4], None, *v[5:]) for v in ventet]
    if uten:
        ventet = [(str(v[0]).replace("Á", "A"), *v[1:]) for v in ventet]
    fikk = [
        (d.navn, " ".join(d.liste.split()).casefold(), d.art, d.verv, d.kjoenn, d.foedselsaar, d.bosted)
        for d in lest.deltakere
    ]
    assert fikk == ventet
    assert {p.noekkel for p in lest.problemer} <= {"samme_navn", "kolonner_ikke_lest", "rad_er_ingen_person"}
    # however it is written, one list is one
    assert len({d.liste for d in lest.deltakere}) == len(alle)


_ORDENE = ["Navn", "Parti", "Verv", "Vara for", "Født", "Ap", "Høyre", "Bygdelista", "Varamedlemmer", "Medlem", "Vara",
           "1. vara", "1960", "-", "Sum", "K", "Ordfører", "Vara for Høyre", "A"]  # fmt: skip
_CELLE = st.one_of(
    st.just(""),
    st.sampled_from(_ORDENE),
    st.builds(
        "{} Nav{}sen".format,
        st.sampled_from(["Kari", "Per", "Jo A."]),
        st.integers(10, 99).map(lambda n: "abcdefghij"[n % 10] * 2),
    ),
    st.text(max_size=8),
)


@given(st.lists(st.lists(_CELLE, max_size=5), max_size=12), st.tuples(st.booleans(), st.booleans()))
def test_at_ingen_tabell_krasjer_og_at_hvert_navn_under_overskriften_gjoeres_rede_for(
    rader: list[list[str]], slag: tuple[bool, bool]
) -> None:
    med_hode, regneark = slag
    rader = [[c if k == 0 or "Nav" not in c else "" for k, c in enumerate(rad)] for rad in rader]  # no list is a person
    hode = [["Navn", "Parti", "Verv", "Vara for", "Født"]] if med_hode else []
    if regneark:
        rene = [[c if c.isprintable() else "" for c in rad] for rad in rader]
        fil = _bok({"Ark1": [list(r) for r in [*hode, *rene]]}, {})
    else:
        fil = csvfil([*hode, *rader], koding="utf-8")
    if not fil.strip():
        return
    try:
        lest = les_deltakere(fil, "f", aar=2028)
    except KanIkkeLesesSomRegneark:
        return
    if not med_hode:
        return
    for nummer, rad in enumerate([*hode, *rader], start=1):
        navn = rad[0] if rad else ""
        if "Nav" in navn and navn.endswith("sen") and nummer > 1:
            i_lista = any(d.rad == nummer and d.navn == navn for d in lest.deltakere)
            nevnt = any(p.sted.rad == nummer for p in lest.problemer)
            assert i_lista or nevnt
