"""Every table of the file, in an order where what is pointed at comes first."""

from typing import Final

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
from verksted.modell.grunn import Grunn
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

ALLE: Final[tuple[type[Grunn], ...]] = (
    Prosess,
    Organ,
    Plannivaa,
    Prosessrolle,
    Innlesing,
    Hendelse,
    EgenKolonne,
    EgenVerdi,
    Verksted,
    Sjekkpunkt,
    Programpost,
    Spoersmaal,
    Evalueringsspoersmaal,
    Evalueringssvar,
    Liste,
    Person,
    Mandat,
    Gruppe,
    Enhetstoken,
    Gruppeinndeling,
    Plass,
    Parmoete,
    Tilstedevaerelse,
    Planelement,
    Planalternativ,
    Kunnskapspunkt,
    Oppfoelging,
    Innspill,
    InnspillRevisjon,
    Punkt,
    Punktkilde,
    Merknad,
    Behandling,
    Utsjekk,
    Avstemning,
    Avstemningsrunde,
    Alternativ,
    Stemme,
    Tiltak,
    Tiltaksbeloep,
    Oekonomipost,
    Postbeloep,
    Sporlenke,
    Gruppeoppsett,
    Grupperegel,
    GrupperegelPerson,
    Forfall,
)

# Rows about persons: their contents are kept apart in the change log, so that erasure can be real.
# A column the user added may say anything about a person.
PERSONTABELLER: Final = frozenset(
    {"person", "mandat", "tilstedevaerelse", "plass", "parmoete", "egen_verdi", "grupperegel_person", "forfall"}
)
