"""What an operation may refuse. Every sentence stands in the catalogue `feil`."""

from __future__ import annotations

from verksted.kjerne.feil import KjentFeil


class ProsessenFinnesAllerede(KjentFeil):
    """The file already holds a process."""


class TypenPasserIkke(KjentFeil):
    """A note type that the question does not ask for (data: type, lov)."""


class InnspilletErTomt(KjentFeil):
    """A note without a word."""


class InnspilletErForLangt(KjentFeil):
    """A note longer than anybody reads aloud (data: tegn, maks)."""


class IdErBruktTilNoeAnnet(KjentFeil):
    """A note with this id exists with other words (data: kode)."""


class ForMangeLoeftet(KjentFeil):
    """The table has already lifted as many notes as the question allows (data: maks)."""


class PunktetHarIngenKilder(KjentFeil):
    """A point must gather at least one note."""


class IngenPlasserAaFordele(KjentFeil):
    """Nobody to seat, or more tables than people (data: personer, bord)."""


class PosteneErKnyttet(KjentFeil):
    """An import would replace posts that the trail already uses (data: antall)."""


class FeilBeloep(KjentFeil):
    """Shares of one post that come to more than the whole (data: kode, prosent)."""


class FilenKunneIkkeLeses(KjentFeil):
    """An input file is not there or may not be read (data: sti, aarsak)."""


class FilenErLestInnFoer(KjentFeil):
    """The very same file is already taken in, and would come twice (data: fil)."""


class KunneIkkeSkriveDokument(KjentFeil):
    """A document could not be put where it was asked for (data: sti, aarsak)."""


class UkjentMal(KjentFeil):
    """No template has this name (data: navn, kjente, problemer)."""


class EgneMalerHarFeil(KjentFeil):
    """A template in the user's own folder could not be read, and may be the one asked for (data: mappe, problemer)."""
