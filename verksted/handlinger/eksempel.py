"""Plays the example municipality's script through the same operations as everybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from verksted.handlinger.avstemning import foer_evaluering, foer_stemmer, ny_runde, opprett_avstemning
from verksted.handlinger.bordplasser import merk_runden_holdt
from verksted.handlinger.forfall import meld_forfall
from verksted.handlinger.gruppebestilling import Bestilling
from verksted.handlinger.grupper import Letevalg, sett_sammen_grupper
from verksted.handlinger.innspill import loeft_innspill, revider_innspill, skriv_innspill, trekk_innspill
from verksted.handlinger.moete import registrer_oppmoete
from verksted.handlinger.plan import (
    behandle,
    nytt_planelement,
    skriv_alternativ,
    skriv_forslag,
    skriv_oppfoelging,
    svar_utsjekk,
)
from verksted.handlinger.prosess import merk_sjekkpunkt, oppdater_verksted, opprett_prosess
from verksted.handlinger.punkter import samle_punkt, skriv_merknad
from verksted.handlinger.spor import knytt, opprett_tiltak
from verksted.kjerne.feil import FinnesIkke
from verksted.lager.spoerringer.grunnlag import hent_grunnlag
from verksted.modell.ordene import (
    Avstemningsart,
    Behandlingsresultat,
    Innspillstype,
    Moeteform,
    Planrolle,
    Sporting,
    Tiltaksart,
    Utsjekksvar,
    Vei,
    Verkstedstatus,
)

if TYPE_CHECKING:
    from verksted.innlesing.maler.forloep import Forloep
    from verksted.innlesing.maler.forloepmodell import Avstemningslinje, Verkstedfil
    from verksted.innlesing.maler.forloepplan import Forslagslinje, NyttElement
    from verksted.innlesing.maler.malmodell import Prosessmal
    from verksted.kjerne.tekster import Maalform
    from verksted.lager.prosessfil import Prosessfil

T = TypeVar("T")
LEDER = "prosessleder"
PLANLEGGER = "planlegger"
_LETETID: Final = 0.6  # nominal seconds on the tables of each workshop


class Avspiller:
    """Plays a script into an open file, in one målform.

    Before `spill` the input files must be taken in. Raises what the operations raise.
    """

    def __init__(self, fil: Prosessfil, forloep: Forloep, maalform: Maalform) -> None:
        self._fil = fil
        self._forloep = forloep
        self._nynorsk = maalform == "nn"

    def _tekst(self, linje: object, felt: str) -> Any:  # noqa: ANN401 - whatever the field holds
        """Return a planner's text in the process's målform."""
        verdi = getattr(linje, felt)
        tvilling = getattr(linje, f"{felt}_nn", None) if self._nynorsk else None
        return verdi if tvilling is None else tvilling

    def opprett(self, mal: Prosessmal) -> None:
        """Make the process from the template."""
        prosess = self._forloep.prosess
        self._fil.utfoer(
            opprett_prosess,
            LEDER,
            mal=mal,
            navn=self._tekst(prosess, "navn"),
            kommune=prosess.kommune,
            valgperiode=(prosess.valgperiode.fra, prosess.valgperiode.til),
            planperiode=(prosess.planperiode.fra, prosess.planperiode.til),
            er_eksempel=True,
        )
        for punkt in prosess.sjekkpunkter_utfoert:
            self._fil.utfoer(merk_sjekkpunkt, LEDER, verksted=punkt.verksted, nummer=punkt.nummer, utfoert=punkt.dato)

    # -- the meetings -------------------------------------------------------------------------------------------

    def spill(self) -> None:
        """Play the workshops; the draft is written before the last of them, which discusses it."""
        *foerste, siste = self._forloep.verksteder
        for verksted in foerste:
            self._spill_verkstedet(verksted)
        self._skriv_utkastet()
        self._spill_verkstedet(siste)
        self._knytt_utkastet()
        self._behandle_punktene()
        self._pengene()

    def _spill_verkstedet(self, verksted: Verkstedfil) -> None:
        self._moetet(verksted)
        self._innspillene(verksted)
        self._plenum(verksted)
        for linje in verksted.evaluering:
            self._fil.utfoer(
                foer_evaluering,
                LEDER,
                verksted=verksted.nummer,
                spoersmaal=linje.spoersmaal,
                svar={int(verdi): antall for verdi, antall in linje.svar.items()},
                kommentarer=linje.kommentarer,
            )

    def _moetet(self, verksted: Verkstedfil) -> None:
        slutt = verksted.faktisk_slutt
        self._fil.utfoer(
            oppdater_verksted,
            LEDER,
            verksted=verksted.nummer,
            dato=verksted.dato,
            sted=self._tekst(verksted, "sted"),
            start=verksted.start,
            faktisk_slutt=slutt,
            moeteform=Moeteform(verksted.moeteform),
            aapent=verksted.aapent,
            status=Verkstedstatus.AVSLUTTET,
        )
        personer, medlemmer = self._personene()
        oppmoete = verksted.oppmoete
        start = verksted.start
        kom = {linje.navn: linje.fra for linje in oppmoete.kom_senere}
        gikk = {linje.navn: linje.til for linje in oppmoete.gikk_tidlig}
        for navn in medlemmer:
            if navn not in oppmoete.fravaerende:
                self._fil.utfoer(
                    registrer_oppmoete,
                    LEDER,
                    verksted=verksted.nummer,
                    person_id=personer[navn],
                    fra=kom.get(navn, start),
                    til=gikk.get(navn, slutt),
                )
        for vara in oppmoete.vara:
            self._fil.utfoer(
                registrer_oppmoete,
                LEDER,
                verksted=verksted.nummer,
                person_id=_slaa_opp(personer, vara.navn),
                fra=vara.fra,
                til=vara.til,
                vara_for=_slaa_opp(personer, vara.for_),
            )
        for navn in oppmoete.fravaerende:
            person_id = _slaa_opp(personer, navn)
            self._fil.utfoer(meld_forfall, LEDER, verksted=verksted.nummer, person_id=person_id)
        sett_sammen_grupper(
            self._fil,
            LEDER,
            verksted=verksted.nummer,
            bestilling=Bestilling(antall_bord=verksted.bord),
            valg=Letevalg(sekunder=_LETETID, prosesser=1),
        )
        self._fil.utfoer(merk_runden_holdt, LEDER, verksted=verksted.nummer, runde=1)

    def _personene(self) -> tuple[dict[str, str], list[str]]:
        """Return name → id of everybody, and the members' names in the order of the list."""
        with self._fil.les() as sesjon:
            grunnlag = hent_grunnlag(sesjon)
            navn = {person.id: person.navn for person in grunnlag.person}
            medlemmer = [navn[m.person_id] for m in grunnlag.mandat if m.art == "medlem"]
        return {navnet: person_id for person_id, navnet in navn.items()}, medlemmer

    def _innspillene(self, verksted: Verkstedfil) -> None:
        for linje in verksted.innspill:
            aktoer = f"V{verksted.nummer}-G{_bord(linje.kode)}"
            kode = self._fil.utfoer(
                skriv_innspill,
                aktoer,
                verksted=verksted.nummer,
                gruppe=_bord(linje.kode),
                spoersmaal=linje.spoersmaal,
                tekst=linje.tekst,
                innspillstype=Innspillstype(linje.type),
                hvorfor=linje.hvorfor or "",
                vei=Vei(linje.vei),
                spraak=linje.spraak,
                element=linje.element,
                etter_frist=linje.etter_frist,
            ).resultat
            if kode != linje.kode:
                raise FinnesIkke(hva="innspill", kode=linje.kode)
            if linje.loeftet:
                self._fil.utfoer(loeft_innspill, aktoer, kode=kode, loeftet=True)
        for revisjon in verksted.revisjoner:
            self._fil.utfoer(
                revider_innspill,
                f"V{verksted.nummer}-G{_bord(revisjon.kode)}",
                kode=revisjon.kode,
                tekst=revisjon.tekst,
                hvorfor=revisjon.hvorfor,
            )
        for trukket in verksted.trukket:
            self._fil.utfoer(
                trekk_innspill, f"V{verksted.nummer}-G{_bord(trukket.kode)}", kode=trukket.kode, grunn=trukket.grunn
            )

    def _plenum(self, verksted: Verkstedfil) -> None:
        for linje in verksted.punkter:
            kode = self._fil.utfoer(
                samle_punkt,
                LEDER,
                verksted=verksted.nummer,
                spoersmaal=linje.spoersmaal,
                element=linje.element,
                tittel=self._tekst(linje, "tittel"),
                tekst=self._tekst(linje, "tekst"),
                standpunkt=linje.standpunkt,
                enighet=linje.enighet,
                kilder=linje.kilder,
                maa_utredes=linje.maa_utredes,
                aapent_spoersmaal=self._tekst(linje, "aapent_spoersmaal") or "",
            ).resultat
            if kode != linje.kode:
                raise FinnesIkke(hva="punkt", kode=linje.kode)
            for merknad in linje.merknader:
                self._fil.utfoer(skriv_merknad, LEDER, punkt=kode, liste=merknad.liste, tekst=merknad.tekst)
        for avstemning in verksted.avstemninger:
            self._avstemningen(verksted.nummer, avstemning)

    def _avstemningen(self, verksted: int, linje: Avstemningslinje) -> None:
        alternativer = linje.runder[0].alternativer
        avstemning_id = self._fil.utfoer(
            opprett_avstemning,
            LEDER,
            verksted=verksted,
            art=Avstemningsart(linje.art),
            tittel=self._tekst(linje, "tittel"),
            punkter=[a.punkt for a in alternativer if a.punkt],
            tekster=[self._tekst(a, "tekst") for a in alternativer if not a.punkt],
            spoersmaal=linje.spoersmaal,
            per_person=linje.per_person or 1,
        ).resultat
        for runde_nummer, runde in enumerate(linje.runder, start=1):
            if runde_nummer > 1:
                self._fil.utfoer(ny_runde, LEDER, avstemning_id=avstemning_id)
            rekke = [a for a in runde.alternativer if a.punkt] + [a for a in runde.alternativer if not a.punkt]
            for nummer, alternativ in enumerate(rekke, start=1):
                self._fil.utfoer(
                    foer_stemmer,
                    LEDER,
                    avstemning_id=avstemning_id,
                    runde=runde_nummer,
                    alternativ=nummer,
                    per_bord=dict(enumerate(alternativ.bord, start=1)),
                )

    # -- the plan and the money ---------------------------------------------------------------------------------

    def _skriv_utkastet(self) -> None:
        plan = self._forloep.plan
        for nytt in plan.nye:
            kode = self._fil.utfoer(
                nytt_planelement,
                PLANLEGGER,
                forelder=nytt.forelder,
                nivaa=Planrolle(nytt.nivaa),
                tittel=self._tekst(nytt, "tittel"),
                **self._forslagsfelt(nytt),
            ).resultat
            if kode != nytt.kode:
                raise FinnesIkke(hva="planelement", kode=nytt.kode)
        for forslag in plan.forslag:
            self._fil.utfoer(
                skriv_forslag,
                PLANLEGGER,
                element=forslag.element,
                forslag_tittel=self._tekst(forslag, "tittel"),
                utgaar=forslag.utgaar,
                **self._forslagsfelt(forslag),
            )

    def _knytt_utkastet(self) -> None:
        for nytt in self._forloep.plan.nye:
            self._kildene(nytt.kode, nytt)
        for forslag in self._forloep.plan.forslag:
            self._kildene(forslag.element, forslag)

    def _behandle_punktene(self) -> None:
        plan = self._forloep.plan
        for behandling in plan.behandlinger:
            self._fil.utfoer(
                behandle,
                PLANLEGGER,
                punkt=behandling.punkt,
                resultat=Behandlingsresultat(behandling.resultat),
                begrunnelse=self._tekst(behandling, "begrunnelse"),
            )
            for element in behandling.elementer:
                self._knytt((Sporting.PUNKT, behandling.punkt), (Sporting.PLANELEMENT, element))
        for svar in plan.utsjekk:
            self._fil.utfoer(
                svar_utsjekk,
                f"V{svar.verksted}-G{svar.bord}",
                verksted=svar.verksted,
                gruppe=svar.bord,
                svar=Utsjekksvar(svar.svar),
                kommentar=svar.kommentar or "",
                punkt=svar.punkt,
                element=svar.element,
            )

    def _forslagsfelt(self, linje: Forslagslinje | NyttElement) -> dict[str, Any]:
        felt: dict[str, Any] = {
            "forslag_tekst": self._tekst(linje, "tekst"),
            "begrunnelse_fag": self._tekst(linje, "begrunnelse_fag") or "",
            "begrunnelse_politikk": self._tekst(linje, "begrunnelse_politikk") or "",
            "periode": linje.periode,
        }
        if linje.baerekraftsmaal:
            felt["baerekraftsmaal"] = list(linje.baerekraftsmaal)
        return felt

    def _kildene(self, element: str, linje: Forslagslinje | NyttElement) -> None:
        for punkt in linje.punkter:
            self._knytt((Sporting.PUNKT, punkt), (Sporting.PLANELEMENT, element))
        for kunnskap in linje.kunnskap:
            self._knytt((Sporting.KUNNSKAPSPUNKT, kunnskap), (Sporting.PLANELEMENT, element))
        for alternativ in linje.alternativer:
            self._fil.utfoer(
                skriv_alternativ,
                PLANLEGGER,
                element=element,
                bokstav=alternativ.bokstav,
                tekst=self._tekst(alternativ, "tekst"),
            )

    def _knytt(self, fra: tuple[Sporting, str], til: tuple[Sporting, str], andel_bp: int | None = None) -> None:
        self._fil.utfoer(knytt, PLANLEGGER, fra=fra, til=til, andel_bp=andel_bp)

    def _pengene(self) -> None:
        oekonomi = self._forloep.oekonomi
        for tiltak in oekonomi.tiltak:
            kode = self._fil.utfoer(
                opprett_tiltak,
                PLANLEGGER,
                tittel=self._tekst(tiltak, "tittel"),
                beskrivelse=self._tekst(tiltak, "beskrivelse") or "",
                art=Tiltaksart(tiltak.art),
                finansiering=tiltak.finansiering,
                ansvarlig=self._tekst(tiltak, "ansvarlig"),
                fra_aar=tiltak.fra_aar,
                til_aar=tiltak.til_aar,
                indikator=self._tekst(tiltak, "indikator") or "",
                status=tiltak.status,
                beloep=tiltak.beloep,
            ).resultat
            if kode != tiltak.kode:
                raise FinnesIkke(hva="tiltak", kode=tiltak.kode)
            for element in tiltak.elementer:
                self._knytt((Sporting.PLANELEMENT, element), (Sporting.TILTAK, kode))
        postene = self._postene()
        for kobling in oekonomi.koblinger:
            noekkel = (kobling.post.tekst, kobling.post.funksjon, kobling.post.art)
            post = _slaa_opp(postene, noekkel)
            self._knytt((Sporting.TILTAK, kobling.tiltak), (Sporting.OEKONOMIPOST, post), kobling.andel * 100)
        for linje in oekonomi.oppfoelging:
            self._fil.utfoer(
                skriv_oppfoelging,
                PLANLEGGER,
                element=linje.element,
                sektor=linje.sektor,
                betydning=self._tekst(linje, "betydning"),
                prioritet=linje.prioritet,
                samarbeid=self._tekst(linje, "samarbeid") or "",
                planbehov=self._tekst(linje, "planbehov") or "",
            )

    def _postene(self) -> dict[tuple[str, str, str], str]:
        with self._fil.les() as sesjon:
            return {(p.tekst, p.funksjon or "", str(p.art)): p.kode for p in hent_grunnlag(sesjon).oekonomipost}


N = TypeVar("N")


def _slaa_opp(tabell: dict[N, str], noekkel: N) -> str:
    if noekkel not in tabell:
        raise FinnesIkke(hva="eksempel", kode="")
    return tabell[noekkel]


def _bord(kode: str) -> int:
    return int(kode.split("-")[1].removeprefix("G"))
