"""The house stands as it was drawn: floors, words, sizes, and a text for every error in both languages."""

from __future__ import annotations

import ast
import io
import os
import re
import shutil
import string
import subprocess
import sys
import tokenize
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from verksted.kjerne.tekster import MAALFORMER, Maalform, Tekster

if TYPE_CHECKING:
    pass

ROT = Path(__file__).resolve().parents[1]
PAKKE = ROT / "verksted"
TEKSTER = ROT / "ressurser" / "tekster"
PROSJEKT = tomllib.loads((ROT / "pyproject.toml").read_text(encoding="utf-8"))
KONTRAKTER: list[dict[str, Any]] = PROSJEKT["tool"]["importlinter"]["contracts"]
MODULER = sorted(PAKKE.rglob("*.py"))
PYTHONFILER = [*MODULER, *sorted((ROT / "tests").rglob("*.py"))]


def _navn(fil: Path) -> str:
    return fil.relative_to(ROT).as_posix()


# Floors -------------------------------------------------------------------------------------------------------------


def _kontroller(mappe: Path) -> subprocess.CompletedProcess[str]:
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=mappe, env={**os.environ, "PYTHONPATH": str(mappe)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def _slipp_inn(mappe: Path, fra: str, *til: str) -> None:
    """Let the room or module `fra` in the copy import `til`; what does not exist yet is made."""
    maal = mappe.joinpath(*fra.split("."))
    fil = maal / "brudd.py" if maal.is_dir() else maal.with_suffix(".py")
    with fil.open("a", encoding="utf-8") as ut:
        ut.writelines(f"\nimport {modul}\n" for modul in til)


def _bryt(mappe: Path, kontrakt: dict[str, Any]) -> list[str]:
    """Break the contract in the copy everywhere it forbids something; return what must be reported."""
    match kontrakt["type"]:
        case "layers":
            # A room in parentheses need not exist yet.
            lag = [[f"verksted.{r.strip()}" for r in e.split("|") if "(" not in r] for e in kontrakt["layers"]]
            brudd = [(fra, til) for over, under in pairwise(lag) for fra in under for til in over]
            brudd += [(fra, til) for etasje in lag for fra, til in pairwise(etasje)]
        case "forbidden":
            brudd = [(fra, til) for fra in kontrakt["source_modules"] for til in kontrakt["forbidden_modules"]]
        case "acyclic_siblings":
            _slipp_inn(mappe, "verksted.kjerne.foran", "verksted.kjerne.bak")
            _slipp_inn(mappe, "verksted.kjerne.bak", "verksted.kjerne.foran")
            return ["- .foran -> .bak"]
        case annen:
            pytest.fail(f"no way to break a contract of type {annen}")
    for fra, til in brudd:
        _slipp_inn(mappe, fra, til)
    return [f"{fra} is not allowed to import {til}:" for fra, til in brudd]


def _kopi(mappe: Path, kontrakter: list[dict[str, Any]]) -> None:
    """Copy the package with the contracts as the only thing in its pyproject."""
    shutil.copytree(PAKKE, mappe / "verksted", ignore=shutil.ignore_patterns("__pycache__", "_data"))
    linjer = ["[tool.importlinter]", 'root_package = "verksted"', "include_external_packages = true"]
    for kontrakt in kontrakter:
        linjer.append("[[tool.importlinter.contracts]]")
        linjer += [f"{felt} = {_toml(verdi)}" for felt, verdi in kontrakt.items()]
    (mappe / "pyproject.toml").write_text("\n".join(linjer), encoding="utf-8")


def _toml(verdi: object) -> str:
    return str(verdi).lower() if isinstance(verdi, bool) else repr(verdi)


def test_at_alle_importkontraktene_holder() -> None:
    kjoering = _kontroller(ROT)
    assert kjoering.returncode == 0, kjoering.stdout + kjoering.stderr


@pytest.mark.parametrize("kontrakt", KONTRAKTER, ids=lambda kontrakt: kontrakt["id"])
def test_at_hver_importkontrakt_biter_overalt_der_den_gjelder(kontrakt: dict[str, Any], tmp_path: Path) -> None:
    _kopi(tmp_path, [kontrakt])
    ventet = _bryt(tmp_path, kontrakt)
    kjoering = _kontroller(tmp_path)
    assert kjoering.returncode == 1
    assert f"{kontrakt['name']} BROKEN" in kjoering.stdout
    assert [brudd for brudd in ventet if brudd not in kjoering.stdout] == [], kjoering.stdout


def test_at_et_nytt_rom_uten_etasje_blir_sett(tmp_path: Path) -> None:
    _kopi(tmp_path, [kontrakt for kontrakt in KONTRAKTER if kontrakt["type"] == "layers"])
    (tmp_path / "verksted" / "loft").mkdir()
    (tmp_path / "verksted" / "loft" / "__init__.py").touch()
    kjoering = _kontroller(tmp_path)
    assert kjoering.returncode != 0
    assert "loft" in kjoering.stdout + kjoering.stderr


# Sizes and words ----------------------------------------------------------------------------------------------------


def test_at_ingen_modul_har_et_navn_som_ikke_sier_noe() -> None:
    tomme_ord = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
    assert [_navn(fil) for fil in PYTHONFILER if tomme_ord & {*fil.stem.split("_"), *fil.parent.parts}] == []


def test_at_ingen_modul_er_over_fem_hundre_linjer() -> None:
    lange = {_navn(fil): len(fil.read_text(encoding="utf-8").splitlines()) for fil in MODULER}
    assert {navn: linjer for navn, linjer in lange.items() if linjer > 500} == {}


def test_at_to_feil_ikke_deler_navn_og_dermed_tekst() -> None:
    navn = [
        node.name
        for fil in MODULER
        for node in ast.walk(ast.parse(fil.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.name in FEILKLASSER
    ]
    assert sorted(navn) == sorted(FEILKLASSER)


def test_at_ingenting_staar_uferdig() -> None:
    uferdig = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3)) + r")\b")
    mapper = ("verksted", "ressurser", "maler", "tests", "docs", ".ci")
    endelser = {".py", ".toml", ".yaml", ".md", ".sql", ".qss", ".html", ".js", ".css", ""}
    filer = [fil for mappe in mapper for fil in (ROT / mappe).rglob("*") if fil.is_file() and fil.suffix in endelser]
    assert [_navn(fil) for fil in filer if uferdig.search(fil.read_text(encoding="utf-8"))] == []


def test_at_alle_navn_i_koden_er_skrevet_med_ascii() -> None:
    assert [_navn(fil) for fil in PYTHONFILER if not _navn(fil).isascii()] == []
    navn = [
        f"{_navn(fil)}: {bit.string}"
        for fil in PYTHONFILER
        for bit in tokenize.generate_tokens(io.StringIO(fil.read_text(encoding="utf-8")).readline)
        if bit.type == tokenize.NAME and not bit.string.isascii()
    ]
    assert navn == []


def _klasser(moduler: list[Path] = MODULER) -> dict[str, ast.ClassDef]:
    noder = (node for fil in moduler for node in ast.walk(ast.parse(fil.read_text(encoding="utf-8"))))
    return {node.name: node for node in noder if isinstance(node, ast.ClassDef)}


def _navn_paa_arv(klasse: ast.ClassDef) -> set[str]:
    return {ast.unparse(arv) for arv in klasse.bases}


def test_at_ordlista_har_hvert_ord_som_har_sin_egen_tabell_eller_ordrekke() -> None:
    ordlista = set(re.findall(r"`([A-Za-z]+)[`.]", (ROT / "docs" / "ordliste.md").read_text(encoding="utf-8")))
    ord_i_koden = {
        navn
        for navn, node in _klasser(sorted((PAKKE / "modell").glob("*.py"))).items()
        if any(ord_.arg == "table" for ord_ in node.keywords) or _navn_paa_arv(node) == {"StrEnum"}
    }
    assert ord_i_koden - ordlista == set()


def test_at_ordlista_bare_viser_til_klasser_som_finnes() -> None:
    nevnt = set(re.findall(r"`([A-Z][a-z]+[A-Za-z]*)[`.]", (ROT / "docs" / "ordliste.md").read_text(encoding="utf-8")))
    assert nevnt - _klasser().keys() == set()


@pytest.mark.parametrize("fil", ["README.md", "CONTRIBUTING.md"])
def test_at_lenkene_i_lesmeg_og_husreglene_peker_paa_filer_som_finnes(fil: str) -> None:
    lenker = re.findall(r"\]\((?!http)([^)#]+)", (ROT / fil).read_text(encoding="utf-8"))
    assert [lenke for lenke in lenker if not (ROT / lenke).exists()] == []


# Texts --------------------------------------------------------------------------------------------------------------


def _flat(tabell: dict[str, Any], foran: str = "") -> dict[str, str]:
    flate: dict[str, str] = {}
    for navn, verdi in tabell.items():
        flate |= _flat(verdi, f"{foran}{navn}.") if isinstance(verdi, dict) else {f"{foran}{navn}": str(verdi)}
    return flate


@cache
def _katalog(maalform: str, rom: str) -> dict[str, str]:
    return _flat(tomllib.loads((TEKSTER / maalform / f"{rom}.toml").read_text(encoding="utf-8")))


def _plassholdere(tekst: str) -> set[str]:
    deler = (felt for _, felt, _, _ in string.Formatter().parse(tekst) if felt is not None)
    return {re.split(r"[.\[]", felt)[0] for felt in deler}


def _rom(maalform: str) -> set[str]:
    return {fil.stem for fil in (TEKSTER / maalform).glob("*.toml")}


def test_at_bokmaal_og_nynorsk_har_de_samme_rommene() -> None:
    assert _rom("nb") == _rom("nn")


@pytest.mark.parametrize("rom", sorted(_rom("nb") & _rom("nn")))
def test_at_bokmaal_og_nynorsk_har_de_samme_noeklene_og_plassholderne(rom: str) -> None:
    nb, nn = _katalog("nb", rom), _katalog("nn", rom)
    assert nb.keys() == nn.keys()
    assert [noekkel for noekkel in nb if not noekkel.isascii()] == []
    assert {n: (nb[n], nn[n]) for n in nb if _plassholdere(nb[n]) != _plassholdere(nn[n])} == {}
    assert [n for n in nb if bool(nb[n].strip()) != bool(nn[n].strip())] == []


def _feilklasser() -> dict[str, ast.ClassDef]:
    """Return every class that descends from VerkstedFeil, by name, without the three roots."""
    klasser, slekt = _klasser(), {"VerkstedFeil"}
    while nye := {navn for navn, node in klasser.items() if _navn_paa_arv(node) & slekt} - slekt:
        slekt |= nye
    return {navn: klasser[navn] for navn in slekt - {"VerkstedFeil", "KjentFeil", "ProgramFeil"}}


@cache
def _kall_med_data() -> dict[str, list[tuple[str, set[str]]]]:
    """Return, for each class called by name in the package, where, and with which keyword arguments.

    Under `<class>.super` stands what the constructor of its own hands on.
    """
    kall: dict[str, list[tuple[str, set[str]]]] = {}

    def legg_til(navn: str, fil: Path, node: ast.Call) -> None:
        data = [argument.arg for argument in node.keywords]
        if None not in data:
            kall.setdefault(navn, []).append((f"{_navn(fil)}:{node.lineno}", {d for d in data if d}))

    for fil in MODULER:
        for node in ast.walk(ast.parse(fil.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                legg_til(ast.unparse(node.func).rpartition(".")[2], fil, node)
            elif isinstance(node, ast.ClassDef):
                for indre in ast.walk(node):
                    if isinstance(indre, ast.Call) and ast.unparse(indre.func) == "super().__init__":
                        legg_til(f"{node.name}.super", fil, indre)
    return kall


def _data_som_sendes_med(navn: str) -> list[tuple[str, set[str]]]:
    """Return what fills the placeholders of an error: from its constructor, an ancestor's, or where it is raised."""
    slekt = [navn]
    for ledd in slekt:
        if data := _kall_med_data().get(f"{ledd}.super"):
            return data
        slekt += sorted(_navn_paa_arv(FEILKLASSER[ledd]) & FEILKLASSER.keys())
    return _kall_med_data().get(navn, [])


FEILKLASSER = _feilklasser()


@pytest.mark.parametrize("navn", sorted(FEILKLASSER))
@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_hver_feil_har_sine_tre_tekster_paa_begge_maalformer(maalform: Maalform, navn: str) -> None:
    steder = _data_som_sendes_med(navn)
    if not steder and any(navn in _navn_paa_arv(arving) for arving in FEILKLASSER.values()):
        return  # a common ancestor nobody raises
    tekster = Tekster(maalform)
    hva, trygt, gjoer = (tekster(f"feil.{navn}.{del_}") for del_ in ("hva", "trygt", "gjoer"))
    assert hva.strip()
    assert gjoer.strip()
    ventet = _plassholdere(hva) | _plassholdere(trygt) | _plassholdere(gjoer)
    assert {sted: mangler for sted, sendt in steder if (mangler := ventet - sendt)} == {}
    if not steder:
        assert ventet <= set(re.findall(r"\w+", ast.get_docstring(FEILKLASSER[navn]) or "")), (
            "a placeholder the class does not name"
        )
