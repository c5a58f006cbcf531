"""Invented processes as rows: a small rich one, and one as big as asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from verksted.kjerne.ider import innspillskode
from verksted.modell.deltaker import Gruppe, Liste, Mandat, Person, Tilstedevaerelse
from verksted.modell.innspill import Innspill, InnspillRevisjon
from verksted.modell.oekonomi import Tiltak
from verksted.modell.ordene import (
    Avstemningsart,
    Behandlingsresultat,
    Enighet,
    Evalueringsart,
    Innlesingsart,
    Innspillstype,
    Mandatart,
    Moeteform,
    Planperiode,
    Planrolle,
    Programart,
    Sfaere,
    Sporting,
    Standpunkt,
    Tiltaksart,
    Utsjekksvar,
    Vei,
    Verkstedstatus,
)
from verksted.modell.plan import Kunnskapspunkt, Planalternativ, Planelement
from verksted.modell.prosess import Innlesing, Organ, Plannivaa, Prosess
from verksted.modell.punkt import (
    Alternativ,
    Avstemning,
    Avstemningsrunde,
    Behandling,
    Merknad,
    Punkt,
    Punktkilde,
    Stemme,
    Utsjekk,
)
from verksted.modell.spor import Sporlenke
from verksted.modell.verksted import (
    Evalueringsspoersmaal,
    Evalueringssvar,
    Programpost,
    Spoersmaal,
    Verksted,
)
from verksted.visning.grunnlag import Grunnlag

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Maalform

DAGEN = datetime(2028, 1, 20, 16, 0, tzinfo=UTC)  # 17.00 in Oslo
LANGT = (
    "Vi har snakket lenge om dette ved bordet, og vi mener at kommunen må slutte å love alt til alle. "
    "Storneset har mistet butikken, bussen går to ganger om dagen, og likevel står det i planen at alle bygder "
    "skal vokse. Si heller rett ut hva vi får til: trygg skolevei, en møteplass og hjemmetjeneste som rekker fram. "
) * 3
FARLIG = "<b>Husk & ikke glem</b> =1+1 {{ navn }}\nNy linje\tmed tabulator"

_LISTER = (("Bygdelista", "BL"), ("Grønn framtid", "GF"), ("Arbeidslista", "AL"), ("Ny kurs", "NK"))
_NAVN = (
    "Ågot Utstrand",
    "Bjarte Indreli",
    "Øyvind Havnegård",
    "Siv Lindvær",
    "Tore Storneset",
    "Eli Ytterlind",
    "Ærlend Vik",
    "Marit Sundet",
    "Per Naustvoll",
)
NOTATER: tuple[tuple[int, int, Innspillstype, str, str, str | None], ...] = (
    (1, 1, Innspillstype.OVERRASKET_OVER, "At hver tredje husholdning er én person.", "", "nb"),
    (1, 1, Innspillstype.MANGLER, "Tall for hvem som pendler ut.", "Vi planlegger for folk vi ikke vet nok om.", "nb"),
    (2, 1, Innspillstype.NYSGJERRIG_PAA, "Kva kostar eigentleg ei tomt for kommunen?", "", "nn"),
    (3, 1, Innspillstype.OVERRASKET_OVER, "At 41 flere mellom 20 og 29 år flyttet ut enn inn.", "", "nb"),
    (
        1,
        2,
        Innspillstype.SATSING,
        "Bygg smått og sentralt. Ikke ett stort felt ingen har råd til.",
        "Unge trenger et sted å begynne.",
        "nb",
    ),
    (1, 2, Innspillstype.SATSING, "Hurtigbåten til Ytterlind må gå om kvelden.", "", "nb"),
    (
        2,
        2,
        Innspillstype.SATSING,
        "Leigebustader først. Ungdom kjøper ikkje hus som 22-åring.",
        "Dei som leiger, blir òg buande.",
        "nn",
    ),
    (2, 2, Innspillstype.SATSING, "Åpne for hus på gården igjen, ellers dør grendene.", "", "nb"),
    (2, 2, Innspillstype.SATSING, FARLIG, "", None),
    (3, 2, Innspillstype.SATSING, "Matjorda er det eneste vi ikke får tilbake.", "", "nb"),
    (3, 2, Innspillstype.SATSING, LANGT, "Folk tåler et nei, men ikke et løfte som ikke holdes.", "nb"),
    (3, 2, Innspillstype.SATSING, "Dette mente vi ikke lenger.", "", "nb"),
)


def lag_grunnlag(maalform: Maalform = "nb") -> Grunnlag:
    """Return two workshops, three tables, disagreement, a check, and a plan with every kind of change."""
    rader: dict[str, list[Any]] = {"prosess": [_prosess(maalform)]}
    _moetene(rader)
    _folk(rader)
    _innspill(rader)
    _punkter(rader)
    _planen(rader)
    prosess = rader.pop("prosess")[0]
    return Grunnlag(prosess=prosess, **{navn: tuple(liste) for navn, liste in rader.items()})


def stort_grunnlag(antall: int) -> Grunnlag:
    """Return one workshop with so many notes from ten tables on two questions, a tenth of them in points."""
    rader: dict[str, list[Any]] = {"prosess": [_prosess("nb")]}
    rader["organ"] = [Organ(id="o", navn="Kommunestyret")]
    rader["verksted"] = [_verksted(1, "Satsinger")]
    rader["gruppe"] = [Gruppe(id=f"g{n}", verksted_id="v1", nummer=n) for n in range(1, 11)]
    rader["spoersmaal"] = [
        Spoersmaal(id=f"s{n}", verksted_id="v1", nummer=n, tekst=f"Spørsmål {n}?", svartyper=[Innspillstype.SATSING])
        for n in (1, 2)
    ]
    rader["innspill"], rader["innspill_revisjon"], rader["punkt"], rader["punktkilde"] = [], [], [], []
    for nr in range(antall):
        bord, tekst = nr % 10 + 1, f"Innspill nummer {nr} om boliger, båt og skolevei i alle bygder, sagt av et bord."
        _ett_innspill(rader, nr, "v1", bord, nr % 2 + 1, nr // 10 + 1, Innspillstype.SATSING, tekst, "", "nb")
        if nr % 10 == 0:
            punkt = nr // 50
            if nr % 50 == 0:
                rader["punkt"].append(
                    Punkt(
                        id=f"p{punkt}", verksted_id="v1", spoersmaal_id="s1", kode=f"P-{punkt:02d}", tittel="Et punkt"
                    )
                )
            rader["punktkilde"].append(Punktkilde(id=f"k{nr}", punkt_id=f"p{punkt}", innspill_id=f"i{nr}"))
    return Grunnlag(prosess=rader.pop("prosess")[0], **{navn: tuple(liste) for navn, liste in rader.items()})


def _prosess(maalform: Maalform) -> Prosess:
    return Prosess(
        id="pr",
        navn="Kommuneplanens samfunnsdel",
        kommune="Lindvær kommune",
        maalform=maalform,
        valgperiode_fra=2027,
        valgperiode_til=2031,
        planperiode_fra=2028,
        planperiode_til=2040,
        mal_noekkel="politisk-verksted",
        mal_versjon="1",
        er_eksempel=True,
        opprettet=DAGEN,
    )


def _verksted(nummer: int, tittel: str) -> Verksted:
    return Verksted(
        id=f"v{nummer}",
        nummer=nummer,
        tittel=tittel,
        organ_id="o",
        dato=date(2028, nummer, 20),
        sted="kommunestyresalen",
        moeteform=Moeteform.MOETE_I_FOLKEVALGT_ORGAN,
        status=Verkstedstatus.AVSLUTTET,
    )


def _moetene(rader: dict[str, list[Any]]) -> None:
    rader["organ"] = [Organ(id="o", navn="Kommunestyret")]
    rader["verksted"] = [_verksted(1, "Lange linjer og satsinger i samfunnsdelen"), _verksted(2, "Utsjekk av utkastet")]
    rader["verksted"][0].faktisk_slutt = time(20, 34)
    deler = (
        ("b1", None, Programart.INNLEDNING, "Slik er Lindvær i dag", 20, 22, Sfaere.FAG, "kommunedirektøren"),
        ("b2", None, Programart.GRUPPEARBEID, "Gruppearbeid 1: kunnskapen", 40, 40, Sfaere.POLITIKK, ""),
        ("b2a", "b2", Programart.INDIVIDUELT, "Alene", 5, None, Sfaere.POLITIKK, ""),
        ("b2b", "b2", Programart.RUNDE, "Runde", 15, None, Sfaere.POLITIKK, ""),
        ("b2c", "b2", Programart.GRUPPEARBEID, "Gruppe", 20, None, Sfaere.POLITIKK, ""),
        ("b3", None, Programart.PAUSE, "Pause", 15, 17, Sfaere.BEGGE, ""),
        ("b4", None, Programart.GRUPPEARBEID, "Gruppearbeid 2: satsinger", 45, 45, Sfaere.POLITIKK, ""),
        ("b5", None, Programart.PLENUM, "Plenum og prikker", 60, 75, Sfaere.POLITIKK, "ordføreren"),
        ("b6", None, Programart.EVALUERING, "Evaluering", 10, 15, Sfaere.BEGGE, ""),
    )
    rader["programpost"] = []
    naa = DAGEN
    for nr, (id_, forelder, art, tittel, minutter, varte, sfaere, ansvarlig) in enumerate(deler):
        start = naa if varte else None
        naa = naa + timedelta(minutes=varte or 0)
        rader["programpost"].append(
            Programpost(
                id=id_,
                verksted_id="v1",
                forelder_id=forelder,
                rekkefoelge=nr,
                art=art,
                tittel=tittel,
                minutter=minutter,
                sfaere=sfaere,
                ansvarlig=ansvarlig,
                faktisk_start=start,
                faktisk_slutt=naa if varte else None,
            )
        )
    rader["spoersmaal"] = [
        Spoersmaal(
            id="s1",
            verksted_id="v1",
            programpost_id="b2c",
            nummer=1,
            tekst="Hva ser vi i kunnskapsgrunnlaget?",
            svartyper=[Innspillstype.OVERRASKET_OVER, Innspillstype.NYSGJERRIG_PAA, Innspillstype.MANGLER],
            maks_loeft=2,
        ),
        Spoersmaal(
            id="s2",
            verksted_id="v1",
            programpost_id="b4",
            nummer=2,
            tema="bolig og bosetting",
            tekst="Hvilke satsinger er viktigst for Lindvær i valgperioden?",
            svartyper=[Innspillstype.SATSING],
            maks_loeft=3,
        ),
    ]
    rader["evalueringsspoersmaal"] = [
        Evalueringsspoersmaal(
            id="e1", verksted_id="v1", nummer=1, tekst="Fikk du sagt det du ville?", art=Evalueringsart.SKALA
        ),
        Evalueringsspoersmaal(
            id="e2", verksted_id="v1", nummer=2, tekst="Hva bør bli bedre?", art=Evalueringsart.TEKST
        ),
    ]
    rader["evalueringssvar"] = [
        *(Evalueringssvar(id=f"es{v}", spoersmaal_id="e1", verdi=v, antall=n) for v, n in ((3, 1), (4, 4), (5, 2))),
        Evalueringssvar(id="es9", spoersmaal_id="e2", tekst="Mer tid i gruppa, mindre innledning."),
    ]


def _folk(rader: dict[str, list[Any]]) -> None:
    rader["liste"] = [Liste(id=f"l{n}", navn=navn, kode=kode) for n, (navn, kode) in enumerate(_LISTER)]
    rader["person"] = [Person(id=f"pe{n}", navn=navn) for n, navn in enumerate(_NAVN)]
    rader["person"].append(Person(id="adm", navn="Rådgiver Rakel"))
    rader["mandat"] = [
        Mandat(
            id=f"m{n}",
            person_id=f"pe{n}",
            organ_id="o",
            liste_id=f"l{n % 4}",
            art=Mandatart.VARA if n == 8 else Mandatart.MEDLEM,
            verv="Ordfører" if n == 3 else None,
        )
        for n in range(9)
    ]
    rader["mandat"].append(Mandat(id="ma", person_id="adm", organ_id="o", art=Mandatart.ADMINISTRASJON))
    tilstede = [("pe0", None, time(17), None), ("pe1", None, time(17), time(19)), ("pe8", "m7", time(17), None)]
    tilstede += [(f"pe{n}", None, time(16, 50), None) for n in (2, 3, 4, 5)] + [("adm", None, time(17), None)]
    rader["tilstedevaerelse"] = [
        Tilstedevaerelse(id=f"t{n}", verksted_id="v1", person_id=person, for_mandat_id=for_mandat, fra=fra, til=til)
        for n, (person, for_mandat, fra, til) in enumerate(tilstede)
    ]
    rader["gruppe"] = [Gruppe(id=f"g{n}", verksted_id="v1", nummer=n) for n in (1, 2, 3)]
    rader["gruppe"] += [Gruppe(id=f"h{n}", verksted_id="v2", nummer=n) for n in (1, 2)]


def _innspill(rader: dict[str, list[Any]]) -> None:
    rader["innspill"], rader["innspill_revisjon"] = [], []
    lokalt = {1: 0, 2: 0, 3: 0}
    for nr, (bord, spoersmaal, type_, tekst, hvorfor, spraak) in enumerate(NOTATER):
        lokalt[bord] += 1
        _ett_innspill(rader, nr, "v1", bord, spoersmaal, lokalt[bord], type_, tekst, hvorfor, spraak)
    innspill = rader["innspill"]
    for nr in (4, 6, 7, 9, 10):
        innspill[nr].loeftet = True
    innspill[5].etter_frist = True
    innspill[11].trukket, innspill[11].trukket_grunn = True, "Bordet ble enig om noe annet."
    innspill[4].revisjon = 2
    forrige = rader["innspill_revisjon"][4]
    rader["innspill_revisjon"][4] = forrige.model_copy(update={"id": "r4b", "nummer": 2})
    rader["innspill_revisjon"].append(forrige.model_copy(update={"tekst": "Bygg smått."}))


def _ett_innspill(  # noqa: PLR0917 - a table of notes is read by position
    rader: dict[str, list[Any]],
    nr: int,
    verksted: str,
    bord: int,
    spoersmaal: int,
    lokalt: int,
    type_: Innspillstype,
    tekst: str,
    hvorfor: str,
    spraak: str | None,
) -> None:
    rader["innspill"].append(
        Innspill(
            id=f"i{nr}",
            verksted_id=verksted,
            gruppe_id=f"g{bord}",
            spoersmaal_id=f"s{spoersmaal}",
            kode=innspillskode(1, bord, lokalt),
            vei=Vei.TELEFON,
            mottatt_nr=nr + 1,
            revisjon=1,
        )
    )
    rader["innspill_revisjon"].append(
        InnspillRevisjon(
            id=f"r{nr}",
            innspill_id=f"i{nr}",
            nummer=1,
            type=type_,
            tekst=tekst,
            hvorfor=hvorfor,
            spraak=spraak,
            sha256="0" * 64,
        )
    )


def _punkter(rader: dict[str, list[Any]]) -> None:
    felles: dict[str, Any] = {"verksted_id": "v1", "spoersmaal_id": "s2"}
    rader["punkt"] = [
        Punkt(
            id="p1",
            kode="P-01",
            tittel="Varierte boliger i alle bygdesentrene",
            standpunkt=Standpunkt.ENDRE,
            tekst="Kommunen skal sørge for små og rimelige boliger der folk allerede har vei, vann og skole.",
            enighet=Enighet.ENIGHET,
            **felles,
        ),
        Punkt(
            id="p2",
            kode="P-02",
            tittel="Åpne for spredt boligbygging",
            enighet=Enighet.UENIGHET,
            maa_utredes=True,
            tekst="Rommet ble ikke enig. Begge syn tas med videre.",
            standpunkt=Standpunkt.ENDRE,
            aapent_spoersmaal="Hva koster skoleskyss og vei?",
            **felles,
        ),
        Punkt(
            id="p3",
            kode="P-03",
            tittel="Hurtigbåt til Ytterlind også om kvelden",
            enighet=Enighet.DELVIS,
            standpunkt=Standpunkt.NYTT,
            **felles,
        ),
        Punkt(id="p4", kode="P-04", tittel="Nei til store boligfelt", enighet=Enighet.ENIGHET, **felles),
        Punkt(id="p5", kode="P-05", tittel="Et punkt som ble fjernet", fjernet=True, **felles),
        Punkt(id="p6", kode="P-06", tittel="Møtetid", verksted_id="v1"),
    ]
    kilder = (("p1", "i4"), ("p1", "i6"), ("p2", "i7"), ("p2", "i9"), ("p3", "i5"), ("p4", "i4"), ("p4", "i10"))
    rader["punktkilde"] = [Punktkilde(id=f"k{n}", punkt_id=p, innspill_id=i) for n, (p, i) in enumerate(kilder)]
    rader["merknad"] = [
        Merknad(
            id="me1", punkt_id="p2", liste_id="l1", tekst="Nye hus skal ligge der det alt er vei, vann og skolevei."
        ),
        Merknad(
            id="me0", punkt_id="p2", liste_id="l0", tekst="Et hus på egen gård tar ikke matjord. Grendene må få leve."
        ),
    ]
    rader["avstemning"] = [
        Avstemning(
            id="a", verksted_id="v1", spoersmaal_id="s2", art=Avstemningsart.PRIKKER, tittel="Prikker", per_person=3
        )
    ]
    rader["avstemningsrunde"] = [Avstemningsrunde(id="ru", avstemning_id="a", nummer=1, aapen=False)]
    rader["alternativ"] = [
        Alternativ(id=f"al{n}", avstemning_id="a", punkt_id=f"p{n}", rekkefoelge=n) for n in (1, 2, 3, 4)
    ]
    prikker = {1: (4, 3, 2), 2: (0, 4, 1), 3: (3, 0, 0), 4: (0, 0, 0)}
    rader["stemme"] = [
        Stemme(id=f"st{n}{b}", runde_id="ru", alternativ_id=f"al{n}", gruppe_id=f"g{b}", antall=antall)
        for n, per_bord in prikker.items()
        for b, antall in enumerate(per_bord, start=1)
    ]
    rader["behandling"] = [
        Behandling(
            id="be1", punkt_id="p1", resultat=Behandlingsresultat.TATT_INN, begrunnelse="Svarer til behovet i K-01."
        ),
        Behandling(
            id="be2", punkt_id="p2", resultat=Behandlingsresultat.AVKLARES, begrunnelse="To alternativer i utkastet."
        ),
        Behandling(
            id="be3", punkt_id="p3", resultat=Behandlingsresultat.DELVIS_TATT_INN, begrunnelse="Fylket eier ruta."
        ),
        Behandling(
            id="be4",
            punkt_id="p4",
            resultat=Behandlingsresultat.IKKE_TATT_INN,
            begrunnelse="Ett felt er alt regulert og bundet av avtale.",
        ),
        Behandling(
            id="be5", innspill_id="i8", resultat=Behandlingsresultat.IKKE_TATT_INN, begrunnelse="Ikke et planspørsmål."
        ),
    ]
    rader["utsjekk"] = [
        Utsjekk(id="u1", verksted_id="v2", gruppe_id="h1", planelement_id="pl4", svar=Utsjekksvar.I_TRAAD),
        Utsjekk(
            id="u2",
            verksted_id="v2",
            gruppe_id="h2",
            planelement_id="pl4",
            svar=Utsjekksvar.IKKE_HELT,
            kommentar="Nevn Havnegrenda også.",
        ),
        Utsjekk(id="u3", verksted_id="v2", gruppe_id="h1", punkt_id="p2", svar=Utsjekksvar.NEI),
    ]


def _planen(rader: dict[str, list[Any]]) -> None:
    nivaaer = (
        ("n1", Planrolle.VISJON, "Visjon", "Visjoner", "V"),
        ("n2", Planrolle.AREALSTRATEGI, "Arealstrategi", "Arealstrategier", "A"),
        ("n3", Planrolle.SATSINGSOMRAADE, "Satsingsområde", "Satsingsområder", "S"),
        ("n4", Planrolle.DELMAAL, "Delmål", "Delmål", "D"),
        ("n5", Planrolle.STRATEGI, "Strategi", "Strategier", "T"),
    )
    rader["plannivaa"] = [
        Plannivaa(id=i, rolle=r, entall=e, flertall=f, prefiks=p, rekkefoelge=n)
        for n, (i, r, e, f, p) in enumerate(nivaaer)
    ]
    rader["innlesing"] = [
        Innlesing(
            id="in", art=Innlesingsart.SAMFUNNSDEL, filnavn="plan.docx", sha256="0" * 64, aar=2020, antall=9, tid=DAGEN
        )
    ]
    felt = (
        "id",
        "forelder_id",
        "nivaa_id",
        "kode",
        "gjeldende_tittel",
        "gjeldende_tekst",
        "forslag_tittel",
        "forslag_tekst",
    )
    tabell = (
        ("pl1", None, "n1", "V1", "Lindvær – godt å leve", None, None, None),
        (
            "pl2",
            None,
            "n2",
            "A1",
            "Vi bygger tett",
            "Nye boliger legges i sentrum.",
            None,
            "Nye boliger legges i sentrene.",
        ),
        ("pl2b", None, "n2", "A2", None, None, "Vi tar vare på matjorda", "Dyrka jord bygges ikke ned."),
        (
            "pl3",
            None,
            "n3",
            "S1",
            "Gode bomiljø",
            "Lindvær skal ha gode og trygge bomiljø i hele kommunen.",
            "Å bo og bli i hele Lindvær",
            "Folk skal kunne bli boende gjennom hele livet, i sentrum og i bygdene.",
        ),
        (
            "pl4",
            "pl3",
            "n4",
            "S1.1",
            "Varierte boliger",
            "Det skal legges til rette for varierte boliger i kommunen.",
            "Små og rimelige boliger",
            "Det skal komme små og rimelige boliger i Lindværsjøen og Storneset.",
        ),
        ("pl5", "pl4", "n5", "S1.1.1", None, None, None, "Kommunen bruker egne tomter og avtaler med utbyggere."),
        (
            "pl6",
            "pl3",
            "n4",
            "S1.2",
            "Spredt bygging",
            "Spredt boligbygging tillates etter en samlet vurdering.",
            None,
            None,
        ),
        ("pl7", "pl3", "n4", "S1.3", "Boligportal", "Kommunen skal ha Norges beste boligportal.", None, None),
        ("pl8", "pl3", "n4", "S1.4", "Universell utforming", "Alle nye bygg skal kunne brukes av alle.", None, None),
    )
    felter: list[dict[str, Any]] = [dict(zip(felt, rad, strict=True)) for rad in tabell]
    rader["planelement"] = [Planelement(rekkefoelge=n, **verdier) for n, verdier in enumerate(felter)]
    plan = {e.id: e for e in rader["planelement"]}
    plan["pl7"].utgaar = True
    plan["pl3"].baerekraftsmaal = [11, 3]
    plan["pl4"].periode = Planperiode.VALGPERIODEN
    plan["pl4"].begrunnelse_fag = "Navngir tre sentre fordi de alt har skole, vann og ledig kommunal tomt (K-01)."
    plan["pl3"].begrunnelse_politikk = "Alle bordene løftet boliger."
    rader["planalternativ"] = [
        Planalternativ(id="pa", planelement_id="pl6", bokstav="A", tekst="Spredt bygging åpnes i tre grender."),
        Planalternativ(id="pb", planelement_id="pl6", bokstav="B", tekst="Nye boliger legges der det er vei og skole."),
    ]
    rader["kunnskapspunkt"] = [
        Kunnskapspunkt(
            id="ku",
            kode="K-01",
            tittel="Åtte av ti boliger er eneboliger",
            tekst="Hver tredje husholdning består av én person.",
            kilde="SSB",
            aar=2027,
        )
    ]
    rader["tiltak"] = [
        Tiltak(
            id="ti",
            kode="T-001",
            tittel="Små boliger i Storneset",
            art=Tiltaksart.INVESTERING,
            indikator="Nye boliger under 80 m² i året",
        )
    ]
    par = (
        (Sporting.PUNKT, "p1", Sporting.PLANELEMENT, "pl4"),
        (Sporting.PUNKT, "p2", Sporting.PLANELEMENT, "pl6"),
        (Sporting.KUNNSKAPSPUNKT, "ku", Sporting.PLANELEMENT, "pl4"),
        (Sporting.INNSPILL, "i6", Sporting.PLANELEMENT, "pl5"),
        (Sporting.PLANELEMENT, "pl4", Sporting.TILTAK, "ti"),
    )
    rader["sporlenke"] = [
        Sporlenke(id=f"sp{n}", fra_type=ft, fra_id=fi, til_type=tt, til_id=ti) for n, (ft, fi, tt, ti) in enumerate(par)
    ]


def uholdt_grunnlag(maalform: Maalform = "nb") -> Grunnlag:
    """Return the process as it was made: workshops with program, questions and members, and nothing that happened."""
    g = lag_grunnlag(maalform)
    return Grunnlag(
        prosess=g.prosess.model_copy(update={"planperiode_fra": None, "planperiode_til": None}),
        organ=g.organ,
        plannivaa=g.plannivaa,
        verksted=tuple(
            v.model_copy(update={"status": Verkstedstatus.PLANLAGT, "faktisk_slutt": None}) for v in g.verksted
        ),
        programpost=tuple(p.model_copy(update={"faktisk_start": None, "faktisk_slutt": None}) for p in g.programpost),
        spoersmaal=g.spoersmaal,
        liste=g.liste,
        person=g.person,
        mandat=g.mandat,
        gruppe=g.gruppe,
    )
