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


class BordEllerStoerrelse(KjentFeil):
    """Both a number of tables and a size are asked for; one follows from the other."""


class RegelenErIkkeHel(KjentFeil):
    """A rule about the tables that lacks people, a table or an office (data: art)."""


class IngenSomSkalSitte(KjentFeil):
    """A workshop without anybody to be seated: no list, or nobody of it is there (data: verksted)."""


class ListaErEndretImens(KjentFeil):
    """While the tables were composed, people, rules or setup became others (data: verksted)."""


class AlleRundeneErHoldt(KjentFeil):
    """Nothing is left to compose: it is noted who met in every round (data: verksted)."""


class SitterIkkeHer(KjentFeil):
    """Somebody who has no seat in the round was to be moved (data: runde)."""


class SkalIkkeSitte(KjentFeil):
    """Somebody who is not among those to be seated was to have a seat (data: verksted)."""


class VaraenErMedlem(KjentFeil):
    """A member cannot sit as a deputy for another member."""


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


class KunneIkkeLagePdf(KjentFeil):
    """LibreOffice did not make a PDF of a document (data: fil)."""


class PdfTokForLangTid(KjentFeil):
    """LibreOffice was not done with a document when it was stopped (data: fil, sekunder)."""


class UkjentMal(KjentFeil):
    """No template has this name (data: navn, kjente, problemer)."""


class EgneMalerHarFeil(KjentFeil):
    """A template in the user's own folder could not be read, and may be the one asked for (data: mappe, problemer)."""


class SammeNavnToGanger(KjentFeil):
    """Two of those to be seated have the same name, and nobody could tell them apart (data: navn, rader)."""


class FlereHeterDet(KjentFeil):
    """A name that fits more than one (data: navn, hvem)."""


class SpoersmaaletErIBruk(KjentFeil):
    """A question somebody has answered is asked to go (data: nummer, antall)."""


class DeltakerenManglerNavn(KjentFeil):
    """A participant without a name."""


class PlassenLiggerUnderSegSelv(KjentFeil):
    """A plan element cannot be put under what lies under itself (data: kode)."""


class PlanelementetErIBruk(KjentFeil):
    """A plan element that notes, points, measures or a proposal already rest on cannot be merged away (data: kode)."""


class VerkstedetErIBruk(KjentFeil):
    """A workshop that tables, notes or attendance belong to cannot go or change its number (data: nummer)."""
