"""What can go wrong with the file. Every sentence stands in the catalogue `feil`."""

from __future__ import annotations

from verksted.kjerne.feil import KjentFeil, ProgramFeil


class FilenFinnesIkke(KjentFeil):
    """Nothing lies at the path (data: sti)."""


class FilenFinnesFraFoer(KjentFeil):
    """Something already lies where a new file was asked for (data: sti)."""


class KunneIkkeAapneFil(KjentFeil):
    """The machine refuses to read the file (data: sti, aarsak)."""


class FilenErTom(KjentFeil):
    """The file has no bytes: a copy that was cut off (data: sti, kopi)."""


class FilenErIkkeEnProsess(KjentFeil):
    """The file is something else than a .verksted file, whatever its name (data: sti)."""


class FilenErNyere(KjentFeil):
    """The file was written by a newer version of the program (data: sti, versjon, kjent)."""


class FilenErSkadet(KjentFeil):
    """The file's contents do not hold together (data: sti, kopi)."""


class FilenErAapenEtAnnetSted(KjentFeil):
    """Somebody has the file open (data: sti, hvem, hvor, siden)."""


class FilenErSkrivebeskyttet(KjentFeil):
    """The file or its folder may only be read (data: sti)."""


class KunneIkkeLagre(KjentFeil):
    """The copy could not be written to the user's place (data: sti, aarsak)."""


class BleIkkeLagret(KunneIkkeLagre):
    """An operation could not be written to the working copy, and was not acknowledged (data: sti, aarsak)."""


class DiskenErFull(KjentFeil):
    """There is no room left (data: sti, mb)."""


class IngentingAaAngre(KjentFeil):
    """This actor has nothing left to undo."""


class IngentingAaGjoereOm(KjentFeil):
    """This actor has nothing to redo."""


class AngreHindret(KjentFeil):
    """Somebody else has gone on from what was to be undone (data: koder, hvem)."""


class SkrivingUtenforHandling(ProgramFeil):
    """Something tried to change rows without an operation (data: tabell)."""


class FilenErLukket(ProgramFeil):
    """Something tried to use a file that has been closed (data: sti)."""


class UventetSkjema(ProgramFeil):
    """A schema step did not give the schema it promised (data: versjon)."""
