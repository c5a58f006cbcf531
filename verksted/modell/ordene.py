"""The closed word lists of the product; `docs/ordliste.md` explains each word."""

from enum import StrEnum


class Sfaere(StrEnum):
    """Whose word it is: the administration's facts or the elected members' choices."""

    FAG = "fag"
    POLITIKK = "politikk"
    BEGGE = "begge"


class Programart(StrEnum):
    """Kinds of program block."""

    INNLEDNING = "innledning"
    INDIVIDUELT = "individuelt"
    RUNDE = "runde"
    GRUPPEARBEID = "gruppearbeid"
    PLENUM = "plenum"
    OEVELSE = "oevelse"
    PAUSE = "pause"
    STEMNINGSMAALING = "stemningsmaaling"
    EVALUERING = "evaluering"
    HJEMMEARBEID = "hjemmearbeid"


class Moeteform(StrEnum):
    """What the gathering is in the eyes of kommuneloven chapter 11."""

    MOETE_I_FOLKEVALGT_ORGAN = "moete_i_folkevalgt_organ"
    GRUPPEMOETE = "gruppemoete"
    ADMINISTRATIVT = "administrativt"


class Verkstedstatus(StrEnum):
    """How far one workshop has come."""

    PLANLAGT = "planlagt"
    I_GANG = "i_gang"
    AVSLUTTET = "avsluttet"


class Forskyvning(StrEnum):
    """What gives way when a block takes longer: the end, every block still to come, or the last ones."""

    SKYV = "skyv"
    FORHOLDSMESSIG = "forholdsmessig"
    FRA_SLUTTEN = "fra_slutten"


class Fase(StrEnum):
    """When a check list point belongs: before, during or after the workshop."""

    FOER = "foer"
    UNDER = "under"
    ETTER = "etter"


class Mandatart(StrEnum):
    """On what ground a person sits in the room."""

    MEDLEM = "medlem"
    VARA = "vara"
    ADMINISTRASJON = "administrasjon"
    OBSERVATOER = "observatoer"


class Grupperegelart(StrEnum):
    """Hard rules for who sits where."""

    SAMMEN = "sammen"
    HVER_FOR_SEG = "hver_for_seg"
    BORD = "bord"
    EN_PER_BORD = "en_per_bord"
    SEKRETAER = "sekretaer"


class Innspillstype(StrEnum):
    """What a note says about its subject."""

    OVERRASKET_OVER = "overrasket_over"
    NYSGJERRIG_PAA = "nysgjerrig_paa"
    MANGLER = "mangler"
    VIDEREFOERE = "viderefoere"
    ENDRE = "endre"
    UTGAAR = "utgaar"
    NYTT = "nytt"
    SATSING = "satsing"
    FRITT = "fritt"


class Vei(StrEnum):
    """The road a note came by; all three end in the same row."""

    TELEFON = "telefon"
    FIL = "fil"
    PAPIR = "papir"
    VINDU = "vindu"


class Standpunkt(StrEnum):
    """What a plenary point wants with its subject."""

    VIDEREFOERE = "viderefoere"
    ENDRE = "endre"
    UTGAAR = "utgaar"
    NYTT = "nytt"
    SATSING = "satsing"
    IKKE_SATT = "ikke_satt"


class Enighet(StrEnum):
    """How far the room agreed."""

    ENIGHET = "enighet"
    DELVIS = "delvis"
    UENIGHET = "uenighet"
    IKKE_SATT = "ikke_satt"


class Avstemningsart(StrEnum):
    """Ways to take the temperature; always advice, never a vedtak."""

    PRIKKER = "prikker"
    ROED_GROENN = "roed_groenn"
    SKALA = "skala"


class Behandlingsresultat(StrEnum):
    """What became of a point."""

    TATT_INN = "tatt_inn"
    DELVIS_TATT_INN = "delvis_tatt_inn"
    IKKE_TATT_INN = "ikke_tatt_inn"
    AVKLARES = "avklares"


class Utsjekksvar(StrEnum):
    """What the elected answer when the draft comes back."""

    I_TRAAD = "i_traad"
    IKKE_HELT = "ikke_helt"
    NEI = "nei"


class Planrolle(StrEnum):
    """What a level of the plan tree is, whatever the municipality calls it."""

    VISJON = "visjon"
    HOVEDMAAL = "hovedmaal"
    AREALSTRATEGI = "arealstrategi"
    SATSINGSOMRAADE = "satsingsomraade"
    DELMAAL = "delmaal"
    STRATEGI = "strategi"
    ANNET = "annet"


class Planperiode(StrEnum):
    """How far a plan element looks."""

    LANGE_LINJER = "lange_linjer"
    VALGPERIODEN = "valgperioden"


class Kunnskapstema(StrEnum):
    """Themes of the knowledge base (KS 2024, chapter 5)."""

    SAMFUNN = "samfunn"
    TJENESTER = "tjenester"
    BEREDSKAP = "beredskap"
    OEKONOMI = "oekonomi"
    FOERINGER = "foeringer"


class Tiltaksart(StrEnum):
    """Money for running, money for building, or a task without money of its own."""

    DRIFT = "drift"
    INVESTERING = "investering"
    OPPDRAG = "oppdrag"


class Finansiering(StrEnum):
    """Fresh money, or within the frame that is there."""

    FRISKE_MIDLER = "friske_midler"
    INNENFOR_RAMME = "innenfor_ramme"


class Tiltaksstatus(StrEnum):
    """How far a measure has come."""

    PLANLAGT = "planlagt"
    I_GANG = "i_gang"
    FERDIG = "ferdig"
    UTSATT = "utsatt"


class Postart(StrEnum):
    """The two budgets of kommuneloven § 14-4."""

    DRIFT = "drift"
    INVESTERING = "investering"


class Innlesingsart(StrEnum):
    """What kind of file was taken in."""

    DELTAKERE = "deltakere"
    SAMFUNNSDEL = "samfunnsdel"
    OEKONOMIPLAN = "oekonomiplan"
    KUNNSKAP = "kunnskap"


class Sporting(StrEnum):
    """The kinds of thing the trail may tie together; each word is also the table's name."""

    INNSPILL = "innspill"
    PUNKT = "punkt"
    PLANELEMENT = "planelement"
    TILTAK = "tiltak"
    OEKONOMIPOST = "oekonomipost"
    KUNNSKAPSPUNKT = "kunnskapspunkt"
    SPOERSMAAL = "spoersmaal"


class Evalueringsart(StrEnum):
    """A scale from 1 to 5, or free words."""

    SKALA = "skala"
    TEKST = "tekst"
