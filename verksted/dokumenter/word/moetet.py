"""The meeting itself: program as it was, dots table by table, the check, evaluation and attendance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.dokumenter.word.fellesbiter import bordene
from verksted.dokumenter.word.loep import lenke, loep
from verksted.dokumenter.word.tabell import FULL_BREDDE, Kolonne, Radmal, celle, tabell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.dokumenter.word.avsnitt import Skriver
    from verksted.kjerne.tekster import Tekster
    from verksted.visning.oppmoeterader import FrammoettRad, OppmoeteVisning
    from verksted.visning.oppsummering import EvalueringDel
    from verksted.visning.prioritering import Prikkedel
    from verksted.visning.program import Programblokk
    from verksted.visning.utsjekkrader import UtsjekkRad

# With more tables than this the columns get too narrow to read; the counts then stand as words.
FLEST_BORDKOLONNER = 10


def skriv_program(s: Skriver, program: Sequence[Programblokk], tekster: Tekster, *, holdt: bool) -> None:
    """Add the program with real times where they were kept, steps under their block; else as it is planned."""
    if not program:
        return
    med_tid = any(rad.varte is not None for rad in program)
    rom = "word.program" if med_tid else "word.program_planlagt"
    s.overskrift(1, tekster(f"{rom}.overskrift"))
    if holdt and not med_tid:
        s.tekst(tekster("word.program_planlagt.ikke_foert"), behold=True)
    kolonner = (
        Kolonne(tekster("word.kolonne.klokka"), 1_350),
        Kolonne(tekster("word.kolonne.hva"), 4_570),
        Kolonne(tekster("word.kolonne.hvem"), 1_750),
        Kolonne(tekster("word.kolonne.varighet" if med_tid else "word.kolonne.planlagt"), 1_400),
    )
    mal = Radmal(kolonner)
    rader = []
    for rad in program:
        hva = celle(loep(rad.tittel) + loep(f"  {tekster(f'word.{rad.art}')}", "Smaa"))
        for nummer in sorted({ett.loep for ett in rad.steg}):  # what runs side by side gets a line each
            egne = (ett for ett in rad.steg if ett.loep == nummer)
            steg = (tekster("word.program.trinn", tittel=ett.tittel, minutter=ett.minutter) for ett in egne)
            hva += celle(loep(" – ".join(steg)), "Tabelliten")
        hvem = celle(loep(tekster(f"word.{rad.sfaere}")))
        if rad.ansvarlig:
            hvem += celle(loep(rad.ansvarlig), "Tabelliten")
        tid = _tid(rad, tekster, med_tid=med_tid)
        klokka = f"{rad.fra:%H.%M}–{rad.til:%H.%M}" if rad.fra != rad.til else "–"
        rader.append(mal.fyll((celle(loep(klokka)), hva, hvem, tid)))
    s.legg_til(_tabell(kolonner, rader, rom, tekster))


def _tid(rad: Programblokk, tekster: Tekster, *, med_tid: bool) -> str:
    """Return how long the block lasted; where that was not kept, what was planned, and that it is the plan."""
    if rad.hoppet_over:
        return celle(loep(tekster("word.program.hoppet_over")), "Tabelliten")
    if rad.varte is None:
        planlagt = tekster("word.program.minutter", minutter=rad.minutter)
        if med_tid:
            return celle(loep(tekster("word.program.planlagt", minutter=planlagt)), "Tabelliten")
        return celle(loep(planlagt))
    tid = celle(loep(tekster("word.program.minutter", minutter=rad.varte)))
    if rad.lagt_til:
        tid += celle(loep(tekster("word.program.lagt_til")), "Tabelliten")
    elif rad.varte != rad.minutter:
        tid += celle(loep(tekster("word.program.planlagt", minutter=rad.minutter)), "Tabelliten")
    return tid


def skriv_prikkene(s: Skriver, prioritering: Sequence[Prikkedel], tekster: Tekster) -> None:
    """Add every count of dots in full, table by table."""
    for nr, del_ in enumerate(prioritering):
        if nr == 0:
            s.overskrift(1, tekster("word.prikker.overskrift"), merke="prikkene")
            s.tekst(tekster("word.prikker.innledning"), behold=True)
        if len(prioritering) > 1:
            s.overskrift(2, del_.tittel)
        s.legg_til(_prikketabell(del_, tekster))


def _prikketabell(del_: Prikkedel, tekster: Tekster) -> str:
    numre = del_.bordnumre if del_.bord_kjent and len(del_.bordnumre) <= FLEST_BORDKOLONNER else ()
    bredde = 560
    kolonner = (
        Kolonne(tekster("word.kolonne.kode"), 900),
        Kolonne(tekster("word.kolonne.punkt"), FULL_BREDDE - 900 - 800 - bredde * len(numre)),
        *(Kolonne(tekster("word.prikker.bordkode", nummer=nr), bredde, tall=True) for nr in numre),
        Kolonne(tekster("word.kolonne.sum"), 800, tall=True),
    )
    mal = Radmal(kolonner)
    rader = []
    for rad in del_.rader:
        per_bord = dict(rad.per_bord)
        punkt = celle(loep(rad.tittel))
        if del_.bord_kjent and not numre and rad.bord:
            punkt += celle(loep(tekster("word.prikker.fra", bord=bordene(tekster, rad.bord))), "Tabelliten")
        rader.append(
            mal.fyll(
                (
                    celle(lenke(rad.kode) if rad.kode else loep("–", "Smaa")),
                    punkt,
                    *(celle(loep(str(per_bord.get(nr, 0))), "Tabelltall") for nr in numre),
                    celle(loep(str(rad.prikker), "Strong"), "Tabelltall"),
                )
            )
        )
    return _tabell(kolonner, rader, "word.prikker", tekster, samlet=True)


def skriv_utsjekk(s: Skriver, utsjekk: Sequence[UtsjekkRad], tekster: Tekster) -> None:
    """Add the answers at the check: which tables said what, in their own words where they said more."""
    if not utsjekk:
        return
    s.overskrift(1, tekster("word.utsjekk.overskrift"))
    s.tekst(tekster("word.utsjekk.innledning"), behold=True)
    s.legg_til(utsjekktabell(utsjekk, tekster))


def utsjekktabell(utsjekk: Sequence[UtsjekkRad], tekster: Tekster) -> str:
    """Return place or point, number of tables per answer, and the comments word for word."""
    kolonner = (
        Kolonne(tekster("word.kolonne.kode"), 900),
        Kolonne(tekster("word.kolonne.gjelder"), 5_170),
        *(Kolonne(tekster(f"word.utsjekksvar.{svar}"), 1_000, tall=True) for svar in ("i_traad", "ikke_helt", "nei")),
    )
    mal = Radmal(kolonner)
    rader = []
    for rad in utsjekk:
        gjelder = celle(loep(rad.tittel))
        for k in rad.kommentarer:
            hvem = tekster(
                "word.utsjekk.sier", bord=k.bord, verksted=k.verksted, svar=tekster(f"word.{k.svar}").lower()
            )
            gjelder += celle(loep(hvem + " ", "Smaa") + loep(f"«{k.tekst}»"))
        antall = (len(svar) for svar in (rad.i_traad, rad.ikke_helt, rad.nei))
        rader.append(
            mal.fyll(
                (celle(loep(rad.kode, "Smaa")), gjelder, *(celle(loep(str(n)), "Tabelltall") for n in antall)),
                lengde=sum(len(k.tekst) for k in rad.kommentarer),
            )
        )
    return _tabell(kolonner, rader, "word.utsjekk", tekster)


def skriv_evaluering(s: Skriver, evaluering: Sequence[EvalueringDel], tekster: Tekster) -> None:
    """Add how the meeting was judged: how many gave each value, and each comment word for word."""
    if not evaluering:
        return
    s.overskrift(1, tekster("word.evaluering.overskrift"))
    skala = [del_ for del_ in evaluering if del_.skala]
    if skala:
        s.tekst(tekster("word.evaluering.innledning"), behold=True)
        kolonner = (
            Kolonne(tekster("word.kolonne.spoersmaal"), 5_470),
            *(Kolonne(str(verdi), 600, tall=True) for verdi in range(1, 6)),
            Kolonne(tekster("word.kolonne.svar"), 600, tall=True),
        )
        mal = Radmal(kolonner)
        rader = [
            mal.fyll(
                (
                    celle(loep(del_.tekst)),
                    *(celle(loep(str(antall)), "Tabelltall") for antall in del_.fordeling),
                    celle(loep(str(sum(del_.fordeling)), "Strong"), "Tabelltall"),
                )
            )
            for del_ in skala
        ]
        s.legg_til(_tabell(kolonner, rader, "word.evaluering", tekster, samlet=True))
    for del_ in evaluering:
        if del_.kommentarer:
            s.overskrift(2, del_.tekst)
            for kommentar in del_.kommentarer:
                s.avsnitt(loep(f"«{kommentar}»"), "ListBullet")


def skriv_oppmoete(s: Skriver, oppmoete: OppmoeteVisning, tekster: Tekster) -> None:
    """Add the elected who were present, with list and whom they sat for, and who was absent."""
    s.overskrift(1, tekster("word.oppmoete.overskrift"))
    if not oppmoete.foert:
        s.tekst(tekster("word.oppmoete.ikke_foert"))
        return
    setninger = [
        tekster("word.oppmoete.tall", fylte=oppmoete.fylte_plasser, alle=oppmoete.medlemmer, vara=oppmoete.vara),
        tekster(f"word.forside.halvparten_{oppmoete.halvparten}"),
    ]
    if oppmoete.andre:
        setninger.append(tekster.antall("word.oppmoete.andre", oppmoete.andre))
    s.tekst(" ".join(setninger), behold=True)
    if oppmoete.folkevalgte:
        kolonner = (
            Kolonne(tekster("word.kolonne.navn"), 2_900),
            Kolonne(tekster("word.kolonne.liste"), 2_500),
            Kolonne(tekster("word.kolonne.moette_som"), 3_670),
        )
        mal = Radmal(kolonner)
        rader = [
            mal.fyll((celle(loep(rad.navn)), celle(loep(_liste(rad))), _moette_som(rad, tekster)))
            for rad in oppmoete.folkevalgte
        ]
        s.legg_til(_tabell(kolonner, rader, "word.oppmoete", tekster))
    if oppmoete.forfall:
        navn = ", ".join(f"{navn} ({kode})" if kode else navn for navn, kode in oppmoete.forfall)
        s.avsnitt(
            loep(tekster("word.oppmoete.forfall") + " ", "Strong") + loep(navn + "."),
            egenskaper='<w:spacing w:before="160"/>',
        )


def _liste(rad: FrammoettRad) -> str:
    return f"{rad.liste} ({rad.listekode})" if rad.liste else "–"


def _moette_som(rad: FrammoettRad, tekster: Tekster) -> str:
    if not rad.vara:
        rolle = rad.verv or tekster("word.oppmoete.medlem")
    elif rad.vara_for:
        rolle = tekster("word.oppmoete.vara_for", navn=rad.vara_for)
    else:
        rolle = tekster("word.oppmoete.vara")
    innhold = celle(loep(rolle))
    if rad.delvis:
        tider = ", ".join(
            tekster("word.oppmoete.fra_til", fra=f"{fra:%H.%M}", til=f"{til:%H.%M}")
            if til
            else tekster("word.oppmoete.fra", fra=f"{fra:%H.%M}")
            for fra, til in rad.intervaller
        )
        innhold += celle(loep(tider), "Tabelliten")
    return innhold


def _tabell(
    kolonner: Sequence[Kolonne], rader: Sequence[str], rom: str, tekster: Tekster, *, samlet: bool = False
) -> str:
    return tabell(
        kolonner,
        rader,
        tittel=tekster(f"{rom}.overskrift"),
        beskrivelse=tekster(f"{rom}.beskrivelse"),
        fortsetter=tekster("word.felles.fortsetter"),
        samlet=samlet,
    )
