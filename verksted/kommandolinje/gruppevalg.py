"""The grammar of `verksted grupper`: numbers, names and places as they are typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable

_LENGST: Final = 600.0
_STANDARD: Final = 3.0


def legg_til_gruppevalg(grupper: ArgumentParser, t: Callable[[str], str]) -> None:
    """Give the command its arguments."""
    grupper.add_argument("fil", metavar="FIL", type=_sti, nargs="?", help=t("valg.fil"))
    grupper.add_argument("--liste", metavar="F", type=_sti, help=t("valg.grupper_liste"))
    grupper.add_argument("--verksted", metavar="N", type=_tall(1, 99), help=t("valg.verksted"))
    hvor_mange = grupper.add_mutually_exclusive_group()
    hvor_mange.add_argument("--antall", metavar="G", type=_tall(1, 99), help=t("valg.antall_bord"))
    hvor_mange.add_argument("--stoerrelse", "--størrelse", metavar="S", type=_tall(1, 99), help=t("valg.stoerrelse"))
    grupper.add_argument("--runder", metavar="R", type=_tall(1, 20), help=t("valg.runder"))
    grupper.add_argument("--balanser", metavar="E,E", type=_ordliste, help=t("valg.balanser"))
    grupper.add_argument("--tid", metavar="SEK", type=_sekunder, default=_STANDARD, help=t("valg.tid"))
    grupper.add_argument("--fro", "--froe", "--frø", metavar="N", type=_tall(0, 2**31 - 1), help=t("valg.fro"))
    grupper.add_argument("--alle", action="store_true", help=t("valg.alle"))
    for navn in ("sammen", "hver-for-seg", "uten", "en-per-bord"):
        ord_ = navn.replace("-", "_")
        metavar = "VERV" if navn == "en-per-bord" else "A;B"
        grupper.add_argument(
            f"--{navn}", metavar=metavar, type=_ikke_tom, action="append", default=[], help=t(f"valg.{ord_}")
        )
    for navn in ("laas", "sekretaer"):
        grupper.add_argument(
            f"--{navn}", metavar="A=N", type=_sted, action="append", default=[], help=t(f"valg.{navn}")
        )
    grupper.add_argument("--json", action="store_true", help=t("valg.json"))


def _tall(fra: int, til: int) -> Callable[[str], int]:
    def tall(verdi: str) -> int:
        nummer = int(verdi)
        if not fra <= nummer <= til:
            raise ValueError
        return nummer

    return tall


def _sekunder(verdi: str) -> float:
    sekunder = float(verdi.replace(",", "."))
    if not 0 < sekunder <= _LENGST:
        raise ValueError
    return sekunder


def _ordliste(verdi: str) -> tuple[str, ...]:
    ord_ = tuple(del_.strip() for del_ in verdi.split(",") if del_.strip())
    if not ord_:
        raise ValueError
    return ord_


def _sted(verdi: str) -> tuple[str, int]:
    navn, _, bord = verdi.rpartition("=")
    return _ikke_tom(navn), _tall(1, 99)(bord)


def _ikke_tom(verdi: str) -> str:
    if not verdi.strip():
        raise ValueError
    return verdi


def _sti(verdi: str) -> Path:
    return Path(_ikke_tom(verdi))
