"""A small, rich process for the workbook: every kind of chain end and gap, and texts meant to hurt."""

from __future__ import annotations

from datetime import UTC, date, datetime

from verksted.kjerne.tekster import Maalform
from verksted.modell.deltaker import Gruppe, Liste
from verksted.modell.innspill import Innspill, InnspillRevisjon
from verksted.modell.oekonomi import Oekonomipost, Postbeloep, Tiltak, Tiltaksbeloep
from verksted.modell.ordene import (
    Behandlingsresultat,
    Enighet,
    Finansiering,
    Innlesingsart,
    Innspillstype,
    Planrolle,
    Postart,
    Sporting,
    Tiltaksart,
    Tiltaksstatus,
    Vei,
)
from verksted.modell.plan import Planalternativ, Planelement
from verksted.modell.prosess import Innlesing, Organ, Plannivaa, Prosess
from verksted.modell.punkt import Behandling, Merknad, Punkt, Punktkilde
from verksted.modell.spor import Sporlenke
from verksted.modell.verksted import Spoersmaal, Verksted
from verksted.visning.grunnlag import Grunnlag

NAA = datetime(2028, 5, 20, 9, 30, tzinfo=UTC)
AAR = (2028, 2029, 2030, 2031)

_NIVAA = (
    ("visjon", Planrolle.VISJON, "Visjon", "VI"),
    ("areal", Planrolle.AREALSTRATEGI, "Arealstrategi", "A"),
    ("satsing", Planrolle.SATSINGSOMRAADE, "Satsingsområde", "S"),
    ("delmaal", Planrolle.DELMAAL, "Delmål", "S"),
    ("strategi", Planrolle.STRATEGI, "Strategi", "S"),
)
# code, parent, level, gjeldende, forslag
_PLAN = (
    ("VI1", None, "visjon", "Lindvær – nær havet, nær hverandre", None),
    ("A1", None, "areal", "Vi bygger der folk bor fra før", None),
    ("S1", None, "satsing", "Oppvekst og læring", None),
    (
        "S1.1",
        "S1",
        "delmaal",
        "Alle barn har noen å være sammen med",
        "Alle barn og unge har en trygg møteplass i bygda si",
    ),
    ("S1.2", "S1", "delmaal", "Skolen er åpen for nærmiljøet", None),
    ("S2", None, "satsing", "Bo og bli", "Gode bygder å bo i hele livet"),
    ("S2.1", "S2", "delmaal", "Boliger for alle aldre", "Små og rimelige boliger i alle bygdesentrene"),
    ("S2.1.1", "S2.1", "strategi", "Klargjøre tomter i bygdesentrene", None),
    ("S2.2", "S2", "delmaal", None, "Å leie skal være et like godt valg som å eie"),
    ("S2.3", "S2", "delmaal", "Trygg ferdsel på sjøen", None),
    ("S2.4", "S2", "delmaal", "Spredt bygging", None),
    ("S3", None, "satsing", "Arbeid og skaperkraft", None),
    ("S3.1", "S3", "delmaal", None, "Kort vei for den som vil starte"),
    ("S4", None, "satsing", "Natur og klima", None),
)
_NOTER = (
    (
        "V1-G1-01",
        Innspillstype.SATSING,
        "Vi må få bygd noen små leiligheter i Storneset. De unge flytter fordi de mangler bolig, ikke av lyst.",
        "Ungdommen kommer ikke tilbake uten bolig",
    ),
    (
        "V1-G1-02",
        Innspillstype.MANGLER,
        "Kor mange tomme hus har vi eigentleg? Det står ingenting om det i grunnlaget.",
        "",
    ),
    (
        "V1-G2-01",
        Innspillstype.SATSING,
        "Boliger også for eldre som vil ned fra gården og inn til butikk og lege i Lindværsjøen.",
        "Da blir gårdene ledige for unge",
    ),
    (
        "V1-G2-02",
        Innspillstype.ENDRE,
        "Hurtigbåten til Ytterlind er veien vår. Uten en kai som tåler vær og rullestol er øya stengt halve vinteren.",
        "Beredskap og hverdag",
    ),
    ("V1-G3-01", Innspillstype.NYTT, '=HYPERLINK("http://ondt.example";"klikk")', "+1 på den, @alle"),
    ("V1-G3-02", Innspillstype.SATSING, "Ungdomsklubb i Havnegrenda, åpent to kvelder i uka med voksne til stede.", ""),
    (
        "V1-G3-03",
        Innspillstype.UTGAAR,
        "Stryk hele punktet om spredt bygging. Vi har ikke råd til brøyting og vann til alle kriker og kroker.",
        "Det koster mer enn det smaker",
    ),
    (
        "V1-G1-03",
        Innspillstype.VIDEREFOERE,
        "La folk bygge der de har jord. Spredt bygging er bygda vår.",
        "Uten det dør Indre Lind",
    ),
    ("V1-G2-03", Innspillstype.NYTT, "Et kontor der en som vil starte for seg selv får hjelp med skjemaene.", ""),
    ("V1-G3-04", Innspillstype.FRITT, "Kaffen var god.", ""),
    ("V1-G1-04", Innspillstype.MANGLER, "Tegn som ikke kan skrives: \x00\x07 og linje\x0bskift, _x0041_ og 😀", ""),
    ("V1-G2-04", Innspillstype.SATSING, "Åpne skolen om kvelden for lag og foreninger.", ""),
)
# code, title, agreement, notes, result, places, place it is about
_PUNKTER = (
    (
        "P-01",
        "Varierte boliger i alle bygdesentrene, også for unge og eldre",
        Enighet.ENIGHET,
        (0, 2),
        "tatt_inn",
        ("S2.1", "S2.2"),
        None,
    ),
    ("P-02", "Kaia på Ytterlind skal tåle både vær og rullestol", Enighet.ENIGHET, (3,), "tatt_inn", ("S2.3",), None),
    ("P-03", "Møteplasser for ungdom i Havnegrenda", Enighet.DELVIS, (5,), "delvis_tatt_inn", ("S1.1",), None),
    ("P-04", "Spredt bygging utenfor sentrene", Enighet.UENIGHET, (6, 7), "avklares", (), "S2.4"),
    ("P-05", "Gjøre det lettere å starte for seg selv", Enighet.ENIGHET, (8,), "tatt_inn", ("S3.1",), None),
    ("P-06", "Åpen skole på kveldstid", Enighet.ENIGHET, (11,), "tatt_inn", (), "S1.2"),
    ("P-07", "Kartlegge tomme hus", Enighet.IKKE_SATT, (1,), None, (), None),
    ("P-08", "Lenker i innspill", Enighet.DELVIS, (4,), "ikke_tatt_inn", (), "A1"),
    ("P-09", "Tomter klare i Storneset", Enighet.ENIGHET, (0,), "tatt_inn", ("S2.1.1",), None),
)
# code, title, kind, financing, responsible, status, places, own amounts
_TILTAK = (
    (
        "T-001",
        "Klargjøre tomter i Storneset og Indre Lind",
        Tiltaksart.INVESTERING,
        Finansiering.FRISKE_MIDLER,
        "Eiendom",
        Tiltaksstatus.PLANLAGT,
        ("S2.1", "S2.2"),
        (2_500_000, 3_000_000, None, None),
    ),
    (
        "T-002",
        "Boligplan for unge og eldre",
        Tiltaksart.OPPDRAG,
        Finansiering.INNENFOR_RAMME,
        "Plan",
        Tiltaksstatus.I_GANG,
        ("S2.1",),
        (None, None, None, None),
    ),
    (
        "T-003",
        "Utbedre kaia på Ytterlind",
        Tiltaksart.INVESTERING,
        Finansiering.FRISKE_MIDLER,
        "Teknisk",
        Tiltaksstatus.PLANLAGT,
        ("S2.3",),
        (0, 3_500_000, 1_500_000, 0),
    ),
    (
        "T-004",
        "Ungdomskontakt, ett årsverk",
        Tiltaksart.DRIFT,
        Finansiering.INNENFOR_RAMME,
        "Oppvekst",
        Tiltaksstatus.PLANLAGT,
        ("S1.1",),
        (840_000, 840_000, 840_000, 840_000),
    ),
    (
        "T-005",
        "Åpen skole to kvelder i uka",
        Tiltaksart.DRIFT,
        Finansiering.FRISKE_MIDLER,
        "Oppvekst",
        Tiltaksstatus.UTSATT,
        ("S1.2",),
        (None, None, None, None),
    ),
    (
        "T-006",
        "Følge opp tilsyn på vannverket",
        Tiltaksart.DRIFT,
        None,
        "Teknisk",
        Tiltaksstatus.PLANLAGT,
        (),
        (None, None, None, None),
    ),
)
# code, text, kind, sector, function, kind of change, amounts
_POSTER = (
    (
        "D-0001",
        "Grunnskole, lønn og drift",
        Postart.DRIFT,
        "Oppvekst",
        "202",
        "Vedtatt budsjett",
        (98_765_432, 98_000_000, 97_500_001, 97_500_000),
    ),
    ("D-0002", "Ungdomskontakt", Postart.DRIFT, "Oppvekst", "231", "Nye tiltak", (839_999, 840_001, 840_000, 840_000)),
    (
        "D-0003",
        "Rammetilskudd",
        Postart.DRIFT,
        "Finans",
        "840",
        "",
        (-190_000_000, -191_000_000, -192_500_000, -193_000_000),
    ),
    (
        "D-0004",
        "Ny digital innbyggerdialog",
        Postart.DRIFT,
        "Service",
        "120",
        "",
        (1_450_000, 450_000, 450_000, 450_000),
    ),
    ("D-0005", "Vannverk", Postart.DRIFT, "Teknisk", "345", "Nye tiltak", (0, 100_000, 100_000, 100_000)),
    (
        "I-0001",
        "Tomter i bygdesentrene",
        Postart.INVESTERING,
        "Eiendom",
        "315",
        "",
        (4_500_001, 6_000_000, 2_000_000, 0),
    ),
    ("I-0002", "Kai Ytterlind", Postart.INVESTERING, "Teknisk", "330", "", (0, 3_500_000, 1_500_000, 0)),
    ("I-0003", "Nytt varmeanlegg, Lindværsjøen skole", Postart.INVESTERING, "Eiendom", "222", "", (6_200_000, 0, 0, 0)),
)
_KOBLINGER = (
    ("T-001", "I-0001", 10_000),
    ("T-003", "I-0002", None),
    ("T-004", "D-0002", 8_000),
    ("T-006", "D-0005", 6_000),
)


def lag_grunnlag(maalform: Maalform = "nb") -> Grunnlag:
    """Return the process; texts a planner writes are bokmål in both målformer."""
    lenker = [
        *(_lenke(Sporting.PUNKT, p[0], Sporting.PLANELEMENT, sted) for p in _PUNKTER for sted in p[5]),
        *(_lenke(Sporting.PLANELEMENT, sted, Sporting.TILTAK, t[0]) for t in _TILTAK for sted in t[6]),
        *(_lenke(Sporting.TILTAK, fra, Sporting.OEKONOMIPOST, til, andel) for fra, til, andel in _KOBLINGER),
        _lenke(Sporting.INNSPILL, "V1-G2-03", Sporting.PLANELEMENT, "S4"),
    ]
    return Grunnlag(
        prosess=Prosess(
            navn="Kommuneplanens samfunnsdel 2028–2040",
            kommune="Lindvær kommune",
            maalform=maalform,
            valgperiode_fra=2027,
            valgperiode_til=2031,
            planperiode_fra=2028,
            planperiode_til=2040,
            mal_noekkel="politisk-verksted",
            mal_versjon="1",
            er_eksempel=True,
            opprettet=NAA,
            kilder=["Distriktssenteret: Sjekkliste for politiske verksteder"],
        ),
        organ=(Organ(id="ks", navn="Kommunestyret"),),
        plannivaa=tuple(
            Plannivaa(id=id_, rolle=rolle, entall=navn, flertall=navn, prefiks=prefiks, rekkefoelge=nr)
            for nr, (id_, rolle, navn, prefiks) in enumerate(_NIVAA)
        ),
        innlesing=(
            Innlesing(
                id="les",
                art=Innlesingsart.OEKONOMIPLAN,
                filnavn="oekonomiplan-2028-2031.xlsx",
                sha256="0" * 64,
                antall=8,
                tid=NAA,
            ),
        ),
        verksted=(Verksted(id="v1", nummer=1, tittel="Verksted 1", organ_id="ks", dato=date(2028, 1, 20)),),
        spoersmaal=(
            Spoersmaal(
                id="q1",
                verksted_id="v1",
                nummer=1,
                tema="Kunnskapsgrunnlaget",
                tekst="Hva overrasker?",
                svartyper=[Innspillstype.FRITT],
            ),
            Spoersmaal(
                id="q2",
                verksted_id="v1",
                nummer=2,
                tema="Satsinger i valgperioden",
                tekst="Hva vil vi?",
                svartyper=[Innspillstype.SATSING],
            ),
        ),
        liste=(Liste(id="BL", navn="Bygdelista", kode="BL"), Liste(id="GF", navn="Grønn framtid", kode="GF")),
        gruppe=tuple(Gruppe(id=f"g{nr}", verksted_id="v1", nummer=nr) for nr in (1, 2, 3)),
        planelement=tuple(
            Planelement(
                id=kode,
                forelder_id=forelder,
                nivaa_id=nivaa,
                rekkefoelge=nr,
                kode=kode,
                gjeldende_tittel=foer,
                forslag_tittel=etter,
            )
            for nr, (kode, forelder, nivaa, foer, etter) in enumerate(_PLAN)
        ),
        planalternativ=(),
        innspill=tuple(
            Innspill(
                id=kode,
                verksted_id="v1",
                gruppe_id=f"g{kode[4]}",
                spoersmaal_id="q1" if nr in {1, 10} else "q2",
                kode=kode,
                vei=Vei.TELEFON,
                mottatt_nr=nr + 1,
                revisjon=2 if nr == 3 else 1,
                loeftet=nr in {0, 10},
                trukket=nr == 9,
                trukket_grunn="skrevet ved en feil" if nr == 9 else "",
                etter_frist=nr == 11,
            )
            for nr, (kode, *_) in enumerate(_NOTER)
        ),
        innspill_revisjon=(
            *(
                InnspillRevisjon(
                    id=f"{kode}-r",
                    innspill_id=kode,
                    nummer=2 if nr == 3 else 1,
                    type=art,
                    tekst=tekst,
                    hvorfor=hvorfor,
                    sha256="0" * 64,
                )
                for nr, (kode, art, tekst, hvorfor) in enumerate(_NOTER)
            ),
            InnspillRevisjon(
                id="foer",
                innspill_id="V1-G2-02",
                nummer=1,
                type=Innspillstype.ENDRE,
                tekst="Båten til Ytterlind må bli bedre.",
                sha256="0" * 64,
            ),
        ),
        punkt=tuple(
            Punkt(id=kode, verksted_id="v1", kode=kode, tittel=tittel, enighet=enighet, planelement_id=om)
            for kode, tittel, enighet, _, _, _, om in _PUNKTER
        ),
        punktkilde=tuple(
            Punktkilde(id=f"{p[0]}-{n}", punkt_id=p[0], innspill_id=_NOTER[n][0], rekkefoelge=n)
            for p in _PUNKTER
            for n in p[3]
        ),
        merknad=(
            Merknad(id="m1", punkt_id="P-04", liste_id="BL", tekst="Vi vil bygge spredt."),
            Merknad(id="m2", punkt_id="P-04", liste_id="GF", tekst="Vi vil verne jord."),
        ),
        behandling=tuple(
            Behandling(
                id=f"b{p[0]}",
                punkt_id=p[0],
                resultat=Behandlingsresultat(p[4]),
                begrunnelse=f"Faglig vurdering av {p[1].lower()}.",
            )
            for p in _PUNKTER
            if p[4]
        ),
        tiltak=tuple(
            Tiltak(
                id=kode,
                kode=kode,
                tittel=tittel,
                art=art,
                finansiering=finansiering,
                ansvarlig=ansvarlig,
                status=status,
                rekkefoelge=nr,
                fra_aar=2028,
                til_aar=2031,
                indikator="Antall ferdige tomter" if nr == 0 else "",
            )
            for nr, (kode, tittel, art, finansiering, ansvarlig, status, _, _) in enumerate(_TILTAK)
        ),
        tiltaksbeloep=tuple(
            Tiltaksbeloep(id=f"{t[0]}-{aar}", tiltak_id=t[0], aar=aar, beloep=beloep)
            for t in _TILTAK
            for aar, beloep in zip(AAR, t[7], strict=True)
            if beloep is not None
        ),
        oekonomipost=tuple(
            Oekonomipost(
                id=kode,
                innlesing_id="les",
                kode=kode,
                naturlig_noekkel=kode,
                tekst=tekst,
                art=art,
                sektor=sektor,
                funksjon=funksjon,
                endringsart=endring,
                rekkefoelge=nr,
            )
            for nr, (kode, tekst, art, sektor, funksjon, endring, _) in enumerate(_POSTER)
        ),
        postbeloep=tuple(
            Postbeloep(id=f"{p[0]}-{aar}", post_id=p[0], aar=aar, beloep=beloep)
            for p in _POSTER
            for aar, beloep in zip(AAR, p[6], strict=True)
        ),
        sporlenke=tuple(lenker),
    )


def _lenke(fra_type: Sporting, fra: str, til_type: Sporting, til: str, andel: int | None = None) -> Sporlenke:
    return Sporlenke(id=f"{fra}>{til}", fra_type=fra_type, fra_id=fra, til_type=til_type, til_id=til, andel_bp=andel)


def lag_stort(antall: int) -> Grunnlag:
    """Return a process with so many notes, a point and a post for every 10; the rest as in the small one."""
    lite = lag_grunnlag()
    steder = [rad[0] for rad in _PLAN]
    return Grunnlag(
        **{
            felt: getattr(lite, felt)
            for felt in ("prosess", "organ", "plannivaa", "verksted", "spoersmaal", "gruppe", "planelement", "tiltak")
        },
        innspill=tuple(
            Innspill(
                id=f"i{nr}",
                verksted_id="v1",
                gruppe_id=f"g{nr % 3 + 1}",
                spoersmaal_id="q2",
                kode=f"V1-G{nr % 3 + 1}-{nr:02d}",
                vei=Vei.TELEFON,
                mottatt_nr=nr + 1,
            )
            for nr in range(antall)
        ),
        innspill_revisjon=tuple(
            InnspillRevisjon(
                id=f"r{nr}",
                innspill_id=f"i{nr}",
                nummer=1,
                type=Innspillstype.SATSING,
                hvorfor="Fordi det haster." if nr % 2 else "",
                tekst=f"{_NOTER[nr % 4][2]} ({nr})",
                sha256="0" * 64,
            )
            for nr in range(antall)
        ),
        punkt=tuple(
            Punkt(id=f"p{nr}", verksted_id="v1", kode=f"P-{nr:02d}", tittel=f"Punkt nummer {nr} om boliger")
            for nr in range(antall // 10)
        ),
        punktkilde=tuple(
            Punktkilde(id=f"k{nr}", punkt_id=f"p{nr // 10}", innspill_id=f"i{nr}", rekkefoelge=nr)
            for nr in range(antall)
        ),
        behandling=tuple(
            Behandling(
                id=f"b{nr}", punkt_id=f"p{nr}", resultat=Behandlingsresultat.TATT_INN, begrunnelse="Følger av planen."
            )
            for nr in range(antall // 10)
        ),
        oekonomipost=tuple(
            Oekonomipost(
                id=f"o{nr}",
                innlesing_id="les",
                kode=f"D-{nr:04d}",
                naturlig_noekkel=f"{nr}",
                tekst=f"Post {nr}",
                art=Postart.DRIFT,
                rekkefoelge=nr,
            )
            for nr in range(antall // 10)
        ),
        postbeloep=tuple(
            Postbeloep(id=f"o{nr}-{aar}", post_id=f"o{nr}", aar=aar, beloep=nr * 1000 - 7)
            for nr in range(antall // 10)
            for aar in AAR
        ),
        sporlenke=(
            *(
                _lenke(Sporting.PUNKT, f"p{nr}", Sporting.PLANELEMENT, steder[nr % len(steder)])
                for nr in range(antall // 10)
            ),
            *(link for link in lite.sporlenke if link.fra_type is Sporting.PLANELEMENT),
            *(
                _lenke(Sporting.TILTAK, _TILTAK[nr % 5][0], Sporting.OEKONOMIPOST, f"o{nr}", 5_000)
                for nr in range(min(20, antall // 10))
            ),
        ),
    )


# Alternatives for the test that shows that an alternative closes the gap.
ALTERNATIV = Planalternativ(id="alt", planelement_id="S2.4", bokstav="A", tekst="Spredt bygging i Indre Lind")
