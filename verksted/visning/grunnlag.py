"""The whole process as rows, read in one go: what every builder of a view starts from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verksted.modell.deltaker import (
        Forfall,
        Gruppe,
        Gruppeinndeling,
        Gruppeoppsett,
        Grupperegel,
        GrupperegelPerson,
        Liste,
        Mandat,
        Parmoete,
        Person,
        Plass,
        Tilstedevaerelse,
    )
    from verksted.modell.innspill import Innspill, InnspillRevisjon
    from verksted.modell.oekonomi import Oekonomipost, Postbeloep, Tiltak, Tiltaksbeloep
    from verksted.modell.plan import Kunnskapspunkt, Oppfoelging, Planalternativ, Planelement
    from verksted.modell.prosess import (
        EgenKolonne,
        EgenVerdi,
        Hendelse,
        Innlesing,
        Organ,
        Plannivaa,
        Prosess,
        Prosessrolle,
        Sjekkpunkt,
    )
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
        Enhetstoken,
        Evalueringsspoersmaal,
        Evalueringssvar,
        Programpost,
        Spoersmaal,
        Verksted,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Grunnlag:
    """Every row of one process, table by table, in the tables' own order; removed rows are included.

    Field names are the table names. `rekkefoelge`, `nummer` and `mottatt_nr` order the rows, never ids or clocks.
    """

    prosess: Prosess
    organ: tuple[Organ, ...] = ()
    plannivaa: tuple[Plannivaa, ...] = ()
    prosessrolle: tuple[Prosessrolle, ...] = ()
    innlesing: tuple[Innlesing, ...] = ()
    hendelse: tuple[Hendelse, ...] = ()
    egen_kolonne: tuple[EgenKolonne, ...] = ()
    egen_verdi: tuple[EgenVerdi, ...] = ()
    verksted: tuple[Verksted, ...] = ()
    sjekkpunkt: tuple[Sjekkpunkt, ...] = ()
    programpost: tuple[Programpost, ...] = ()
    spoersmaal: tuple[Spoersmaal, ...] = ()
    evalueringsspoersmaal: tuple[Evalueringsspoersmaal, ...] = ()
    evalueringssvar: tuple[Evalueringssvar, ...] = ()
    liste: tuple[Liste, ...] = ()
    person: tuple[Person, ...] = ()
    mandat: tuple[Mandat, ...] = ()
    gruppe: tuple[Gruppe, ...] = ()
    enhetstoken: tuple[Enhetstoken, ...] = ()
    gruppeinndeling: tuple[Gruppeinndeling, ...] = ()
    plass: tuple[Plass, ...] = ()
    parmoete: tuple[Parmoete, ...] = ()
    tilstedevaerelse: tuple[Tilstedevaerelse, ...] = ()
    planelement: tuple[Planelement, ...] = ()
    planalternativ: tuple[Planalternativ, ...] = ()
    kunnskapspunkt: tuple[Kunnskapspunkt, ...] = ()
    oppfoelging: tuple[Oppfoelging, ...] = ()
    innspill: tuple[Innspill, ...] = ()
    innspill_revisjon: tuple[InnspillRevisjon, ...] = ()
    punkt: tuple[Punkt, ...] = ()
    punktkilde: tuple[Punktkilde, ...] = ()
    merknad: tuple[Merknad, ...] = ()
    behandling: tuple[Behandling, ...] = ()
    utsjekk: tuple[Utsjekk, ...] = ()
    avstemning: tuple[Avstemning, ...] = ()
    avstemningsrunde: tuple[Avstemningsrunde, ...] = ()
    alternativ: tuple[Alternativ, ...] = ()
    stemme: tuple[Stemme, ...] = ()
    tiltak: tuple[Tiltak, ...] = ()
    tiltaksbeloep: tuple[Tiltaksbeloep, ...] = ()
    oekonomipost: tuple[Oekonomipost, ...] = ()
    postbeloep: tuple[Postbeloep, ...] = ()
    sporlenke: tuple[Sporlenke, ...] = ()
    gruppeoppsett: tuple[Gruppeoppsett, ...] = ()
    grupperegel: tuple[Grupperegel, ...] = ()
    grupperegel_person: tuple[GrupperegelPerson, ...] = ()
    forfall: tuple[Forfall, ...] = ()
