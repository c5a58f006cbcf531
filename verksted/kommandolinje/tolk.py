"""The command line's grammar, in Norwegian: argparse with its own words taken from the catalogue."""

from __future__ import annotations

import re
from argparse import SUPPRESS, ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from verksted.kjerne.tekster import MAALFORMER
from verksted.kommandolinje.gruppevalg import legg_til_gruppevalg

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.kjerne.tekster import Tekster

DOKUMENTER: Final = ("oppsummering", "samfunnsdel", "sporbarhet")
TRYKKSAKER: Final = (
    "program",
    "programoppslag",
    "bordliste",
    "navneliste",
    "bordskilt",
    "navneskilt",
    "spoersmaalsark",
    "frammoeteliste",
)
KOMMANDOER: Final = (
    "eksempel",
    "ny",
    "les",
    "vis",
    "innspill",
    "grupper",
    "program",
    "angre",
    "gjoer-om",
    "eksporter",
    "trykk",
    "kontroll",
)
INNLESINGER: Final = ("deltakere", "samfunnsdel", "oekonomiplan", "kunnskap")

# argparse's own sentences, and the catalogue key of each.
_SETNINGER: Final = (
    (r"the following arguments are required: (?P<a>.+)", "mangler"),
    (r"unrecognized arguments: (?P<a>.+)", "ukjent"),
    (r"argument (?P<a>.+): expected (one|at least one) argument", "mangler_verdi"),
    (r"argument (?P<a>.+): invalid choice: (?P<b>.+?) \(choose from (?P<c>.+)\)", "ugyldig_valg"),
    (r"argument (?P<a>.+): invalid (?P<c>\w+) value: (?P<b>.+)", "ugyldig_verdi"),
    (r"argument (?P<a>.+): not allowed with argument (?P<b>.+)", "ikke_sammen"),
    (r"argument (?P<a>.+): ignored explicit argument (?P<b>.+)", "ugyldig_verdi"),
    (r"ambiguous option: (?P<a>\S+) could match (?P<b>.+)", "flertydig"),
)


class Brukerfeil(SystemExit):
    """The command line could not be understood: exit code 2 (the sentence has been printed)."""


class Tolk(ArgumentParser):
    """An argparse parser that speaks Norwegian."""

    def __init__(self, *, tekster: Tekster, **valg: Any) -> None:  # noqa: ANN401 - argparse's own options
        super().__init__(add_help=False, formatter_class=RawDescriptionHelpFormatter, **valg)
        self._tekster = tekster
        self._positionals.title = tekster("kommandolinje.hjelp.det_du_oppgir")
        self._optionals.title = tekster("kommandolinje.hjelp.valg")
        self.add_argument("-h", "--hjelp", "--help", action="help", help=tekster("kommandolinje.hjelp.hjelp"))

    def format_usage(self) -> str:
        """Return the usage line with a Norwegian start."""
        return re.sub("^usage:", self._tekster("kommandolinje.hjelp.bruk"), super().format_usage())

    def format_help(self) -> str:
        """Return the help with a Norwegian start."""
        return re.sub("^usage:", self._tekster("kommandolinje.hjelp.bruk"), super().format_help())

    def error(self, message: str) -> NoReturn:
        """Print the sentence in Norwegian and leave with exit code 2."""
        self._print_message(f"{self._norsk(message)}\n{self.format_usage()}", None)
        raise Brukerfeil(2)

    def avvis_kommando(self, ord_: str) -> NoReturn:
        """Say that the first word is neither a command nor a file, and leave with exit code 2."""
        setning = self._tekster("kommandolinje.feil.ukjent_kommando", a=ord_)
        self._print_message(f"{setning}\n{self.format_usage()}", None)
        raise Brukerfeil(2)

    def _norsk(self, setning: str) -> str:
        for moenster, noekkel in _SETNINGER:
            if treff := re.fullmatch(moenster, setning):
                deler = {"a": "", "b": "", "c": "", **treff.groupdict()}
                deler["b"] = deler["b"].strip("'\"")
                lister = {_dokumentliste.__name__: DOKUMENTER, _trykkliste.__name__: TRYKKSAKER}
                dokumenter = lister.get(deler["c"])
                deler["c"] = ", ".join(dokumenter) if dokumenter else deler["c"].replace("'", "")
                valg = "ugyldig_valg" if dokumenter else noekkel
                return self._tekster(f"kommandolinje.feil.{valg}", **deler)
        return self._tekster("kommandolinje.feil.annet", a=setning)


def _dokumentliste(verdi: str) -> tuple[str, ...]:
    return _liste_av(DOKUMENTER, verdi)


def _trykkliste(verdi: str) -> tuple[str, ...]:
    return _liste_av(TRYKKSAKER, verdi)


def _liste_av(lovlige: tuple[str, ...], verdi: str) -> tuple[str, ...]:
    valgte = tuple(del_.strip() for del_ in verdi.split(",") if del_.strip())
    if not valgte or any(valg not in lovlige for valg in valgte):
        raise ValueError
    return valgte


def _periode(verdi: str) -> tuple[int, int]:
    fra, til = (int(aar) for aar in re.split("[-–]", verdi))
    if not 1900 <= fra <= til <= 2200:
        raise ValueError
    return fra, til


def _nummer(verdi: str) -> int:
    nummer = int(verdi)
    if not 1 <= nummer <= 99:
        raise ValueError
    return nummer


def _ikke_tom(verdi: str) -> str:
    if not verdi.strip():
        raise ValueError
    return verdi


def _sti(verdi: str) -> Path:
    return Path(_ikke_tom(verdi))


def lag_tolk(tekster: Tekster) -> Tolk:
    """Return the whole grammar."""

    def t(noekkel: str) -> str:
        return tekster(f"kommandolinje.{noekkel}")

    tolk = Tolk(tekster=tekster, prog="verksted", description=t("om.programmet"), epilog=t("om.vindu"))
    tolk.add_argument("--spraak", choices=MAALFORMER, default=tekster.maalform, help=t("valg.spraak"))
    tolk.add_argument("--selvtest", action="store_true", help=t("valg.selvtest"))
    kommandoer = tolk.add_subparsers(dest="kommando", metavar=t("metavar.kommando"), title=t("hjelp.kommandoer"))

    def ny(navn: str, *, fil: bool = True) -> Tolk:
        under: Tolk = kommandoer.add_parser(navn, tekster=tekster, help=t(f"om.{navn}"), description=t(f"om.{navn}"))
        under.add_argument("--spraak", choices=MAALFORMER, default=SUPPRESS, help=t("valg.spraak"))
        if fil:
            under.add_argument("fil", metavar="FIL", type=_sti, help=t("valg.fil"))
        return under

    _eksempel_og_ny(ny, t)
    les = ny("les")
    for slag in INNLESINGER:
        les.add_argument(f"--{slag}", metavar="F", type=_sti, help=t(f"valg.les_{slag}"))
    les.add_argument(
        "--bekreft", metavar="SIKRE", nargs="?", const="sikre", choices=("sikre", "alle"), help=t("valg.bekreft")
    )
    les.add_argument("--region", metavar="NAVN", type=_ikke_tom, action="append", help=t("valg.region"))
    ny("vis").add_argument("--json", action="store_true", help=t("valg.json"))
    innspill = ny("innspill")
    for navn in ("verksted", "gruppe", "spoersmaal"):
        innspill.add_argument(f"--{navn}", metavar="N", type=_nummer, required=True, help=t(f"valg.{navn}"))
    innspill.add_argument("--type", metavar="T", dest="type_", help=t("valg.type"))
    innspill.add_argument("--hvorfor", metavar="T", default="", help=t("valg.hvorfor"))
    innspill.add_argument("--tekst", metavar="T", required=True, help=t("valg.tekst"))
    legg_til_gruppevalg(ny("grupper", fil=False), t)
    program = ny("program")
    program.add_argument("--verksted", metavar="N", type=_nummer, required=True, help=t("valg.verksted"))
    program.add_argument("--json", action="store_true", help=t("valg.json"))
    ny("angre")
    ny("gjoer-om")
    eksporter = ny("eksporter")
    eksporter.add_argument("--til", metavar="MAPPE", type=_sti, required=True, help=t("valg.til"))
    eksporter.add_argument("--bare", metavar="D,D", type=_dokumentliste, default=DOKUMENTER, help=t("valg.bare"))
    eksporter.add_argument("--verksted", metavar="N", type=_nummer, help=t("valg.bare_verksted"))
    trykk = ny("trykk")
    trykk.add_argument("--verksted", metavar="N", type=_nummer, required=True, help=t("valg.verksted"))
    trykk.add_argument("--til", metavar="MAPPE", type=_sti, required=True, help=t("valg.til"))
    trykk.add_argument(
        "--bare", metavar="D,D", type=_trykkliste, default=TRYKKSAKER, help=t("valg.bare_trykk") + ", ".join(TRYKKSAKER)
    )
    trykk.add_argument("--pdf", action="store_true", help=t("valg.pdf"))
    ny("kontroll")
    return tolk


def _eksempel_og_ny(ny: Callable[[str], Tolk], t: Callable[[str], str]) -> None:
    eksempel = ny("eksempel")
    eksempel.add_argument("--maalform", choices=MAALFORMER, default="nb", help=t("valg.maalform"))
    tom = ny("ny")
    tom.add_argument("--mal", metavar="NAVN", required=True, help=t("valg.mal"))
    tom.add_argument("--kommune", metavar="NAVN", type=_ikke_tom, required=True, help=t("valg.kommune"))
    tom.add_argument("--maalform", choices=MAALFORMER, default="nb", help=t("valg.maalform"))
    tom.add_argument("--navn", metavar="NAVN", type=_ikke_tom, help=t("valg.navn"))
    tom.add_argument("--valgperiode", metavar="ÅR-ÅR", type=_periode, help=t("valg.valgperiode"))
    tom.add_argument("--malmappe", metavar="MAPPE", type=_sti, help=t("valg.malmappe"))
