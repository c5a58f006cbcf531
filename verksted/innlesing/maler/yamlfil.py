"""YAML text -> validated pydantic model, or every problem with its file and line."""

from __future__ import annotations

import difflib
import re
from datetime import time
from typing import TYPE_CHECKING, Annotated, Final, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from verksted.innlesing.maler.yamltre import Sti, Yamltre, bygg_tre
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.tekstrens import rens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from pydantic_core import ErrorDetails

STOERSTE_FIL: Final = 1_000_000
"""Bytes of UTF-8; a template of three workshops is about 40 000."""

_KLOKKE = re.compile(r"(?:[01][0-9]|2[0-3])\.[0-5][0-9]")


def _til_klokke(verdi: object) -> time:
    if isinstance(verdi, time):
        return verdi
    if not isinstance(verdi, str) or not _KLOKKE.fullmatch(verdi):
        raise PydanticCustomError("klokkeslett", "hh.mm", {})
    return time(int(verdi[:2]), int(verdi[3:]))


Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000), AfterValidator(rens)]
Ordrett = Annotated[str, StringConstraints(min_length=1, max_length=100_000), AfterValidator(rens)]
"""What a councillor wrote: not even a space at the end is touched."""
Klokke = Annotated[time, BeforeValidator(_til_klokke)]
"""Written «17.00» in the file."""
ORD: Final = Field(strict=False)
"""For `Annotated[Enum, ORD]`: the file has the word, the model the member."""


class Yamlmodell(BaseModel):
    """Base of every model read from YAML: frozen, strict, and unknown keys are errors. Lists are tuples."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


M = TypeVar("M", bound=BaseModel)


class YamlHarFeil(KjentFeil):
    """A YAML file that cannot be used as it stands (data: fil, antall, linje, problemer)."""

    def __init__(self, *, fil: str, problemer: tuple[Problem, ...]) -> None:
        self.problemer: Final = problemer
        linje = problemer[0].sted.linje if problemer else None
        super().__init__(fil=fil, antall=len(problemer), linje=linje, problemer=problemer)


class Yamlsjekk:
    """Collects problems found after the shape is right: rules that span several fields."""

    def __init__(self, tre: Yamltre, filnavn: str) -> None:
        self._tre = tre
        self._filnavn = filnavn
        self.problemer: list[Problem] = []

    def meld(self, noekkel: str, sti: Sti, **data: object) -> None:
        """Note the problem `mal.problem.<noekkel>` on the line of the path."""
        self.problemer.append(_problem(noekkel, self._filnavn, self._tre.linje(sti), data))


def les_yaml(
    tekst: str,
    *,
    filnavn: str,
    modell: type[M],
    kontroll: Callable[[M, Yamlsjekk], None] | None = None,
    feil: type[YamlHarFeil] = YamlHarFeil,
) -> M:
    """Return the file as a model; `kontroll` adds rules of its own (raises `feil` with all problems, by line)."""
    verdi, sjekk = les_yaml_med_sjekk(tekst, filnavn=filnavn, modell=modell, feil=feil)
    if kontroll is not None:
        kontroll(verdi, sjekk)
        if sjekk.problemer:
            raise feil(fil=filnavn, problemer=_i_rekkefoelge(sjekk.problemer))
    return verdi


def les_yaml_med_sjekk(
    tekst: str, *, filnavn: str, modell: type[M], feil: type[YamlHarFeil] = YamlHarFeil
) -> tuple[M, Yamlsjekk]:
    """Return the model and the means to report more problems in the same file (raises `feil`)."""
    if len(tekst.encode("utf-8", "surrogatepass")) > STOERSTE_FIL:
        raise feil(
            fil=filnavn, problemer=(_problem("for_stor_fil", filnavn, 1, {"grense": STOERSTE_FIL // 1_000_000}),)
        )
    tre, funn = bygg_tre(tekst.removeprefix("\ufeff"))
    if not funn and tre.verdi is None:
        raise feil(fil=filnavn, problemer=(_problem("tom_fil", filnavn, 1, {}),))
    if funn:
        problemer = [_problem(f.noekkel, filnavn, f.linje, f.data) for f in funn]
        raise feil(fil=filnavn, problemer=_i_rekkefoelge(problemer))
    try:
        verdi = modell.model_validate(tre.verdi)
    except ValidationError as avvist:
        problemer = [_oversett(detalj, tre, filnavn, modell) for detalj in _ekte(avvist.errors(include_url=False))]
        raise feil(fil=filnavn, problemer=_i_rekkefoelge(problemer)) from None
    return verdi, Yamlsjekk(tre, filnavn)


def les_yamltekst(fil: Path) -> str | Problem:
    """Return the file's text, or the problem: too large, not UTF-8, or not readable at all."""
    try:
        with fil.open("rb") as stroem:
            # One byte more than allowed is enough to know; a file of 4 GB is never read.
            innhold = stroem.read(STOERSTE_FIL + 1)
    except OSError as feil:
        return _problem("kan_ikke_leses", fil.name, 1, {"aarsak": feil.strerror or type(feil).__name__})
    if len(innhold) > STOERSTE_FIL:
        return _problem("for_stor_fil", fil.name, 1, {"grense": STOERSTE_FIL // 1_000_000})
    try:
        return innhold.decode("utf-8")
    except UnicodeDecodeError as feil:
        return _problem("ikke_utf8", fil.name, innhold.count(b"\n", 0, feil.start) + 1, {})


def _i_rekkefoelge(problemer: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problemer, key=lambda p: p.sted.linje or 0))


def _problem(noekkel: str, filnavn: str, linje: int, data: Mapping[str, object]) -> Problem:
    sted = Sted(fil=filnavn, linje=linje)
    return Problem(f"mal.problem.{noekkel}", Alvor.FEIL, sted, dict(data))


# pydantic's error type -> (our sentence, the key in its context that the sentence needs as {grense}).
_SETNINGER: Final = {
    "missing": ("mangler_noekkel", None),
    "literal_error": ("ukjent_verdi", None),
    "enum": ("ukjent_verdi", None),
    "string_type": ("ikke_tekst", None),
    "int_type": ("ikke_heltall", None),
    "bool_type": ("ikke_sann_usann", None),
    "date_type": ("ikke_dato", None),
    "tuple_type": ("ikke_liste", None),
    "dict_type": ("ikke_tabell", None),
    "model_type": ("ikke_tabell", None),
    "string_too_short": ("tom_tekst", None),
    "string_too_long": ("for_lang_tekst", "max_length"),
    "string_pattern_mismatch": ("feil_form", None),
    "too_short": ("for_faa", "min_length"),
    "too_long": ("for_mange", "max_length"),
    "greater_than_equal": ("for_lite", "ge"),
    "less_than_equal": ("for_mye", "le"),
    "klokkeslett": ("klokkeslett", None),
    "mangler_nynorsk": ("mangler_nynorsk", None),
    "enten_eller": ("enten_eller", None),
}


def _ekte(detaljer: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out lists called too short only because pydantic does not count items that have errors themselves."""
    rundt = {detalj["loc"][:lengde] for detalj in detaljer for lengde in range(len(detalj["loc"]))}
    return [detalj for detalj in detaljer if detalj["type"] != "too_short" or detalj["loc"] not in rundt]


def _oversett(detalj: ErrorDetails, tre: Yamltre, filnavn: str, modell: type[BaseModel]) -> Problem:
    sti = tuple(ledd for ledd in detalj["loc"] if ledd != "[key]")
    kontekst = detalj.get("ctx", {})
    data: dict[str, object] = {"felt": next((ledd for ledd in reversed(sti) if isinstance(ledd, str)), filnavn)}
    if detalj["type"] == "extra_forbidden":
        naermeste = difflib.get_close_matches(str(sti[-1]), _noekler(modell), n=1, cutoff=0.7)
        noekkel = "ukjent_noekkel_mente" if naermeste else "ukjent_noekkel"
        data["forslag"] = naermeste[0] if naermeste else ""
    else:
        noekkel, grense = _SETNINGER.get(detalj["type"], ("ugyldig_verdi", None))
        if grense is not None:
            data["grense"] = kontekst[grense]
    if noekkel == "ukjent_verdi":
        data["tillatte"] = str(kontekst["expected"]).replace(" or ", ", ").replace("'", "")
    data["verdi"] = _kort(detalj["input"])
    data.update({navn: kontekst[navn] for navn in ("felt", "andre") if navn in kontekst})
    return _problem(noekkel, filnavn, tre.linje(sti), data)


def _kort(verdi: object) -> str:
    tekst = str(verdi) if isinstance(verdi, str | int | float) else ""
    return tekst if len(tekst) <= 60 else f"{tekst[:59]}…"


def _noekler(modell: type[BaseModel]) -> list[str]:
    """Return every key the file may have anywhere, to suggest the one that was meant."""
    skjema = modell.model_json_schema()
    deler = [skjema, *skjema.get("$defs", {}).values()]
    return sorted({navn for del_ in deler for navn in del_.get("properties", {})})
