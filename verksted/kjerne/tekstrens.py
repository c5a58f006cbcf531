"""Cleaning of text where it enters: what no document can hold is replaced, everything else stays."""

from __future__ import annotations

import json
import re

# Control characters, surrogates and noncharacters that XML 1.0 (§2.2) forbids.
_UMULIGE = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINJESKIFT = re.compile("\r\n|\r|\x0b|\x0c|\u0085|\u2028|\u2029")


def rens(tekst: str) -> str:
    r"""Return the text with every line break as `\n` and each impossible character as U+FFFD.

    Two halves that came apart, one after the other, are the character they are halves of.
    """
    return _UMULIGE.sub(_mulig, _LINJESKIFT.sub("\n", tekst))


def _mulig(treff: re.Match[str]) -> str:
    halvdeler = treff.group()
    return halvdeler.encode("utf-16", "surrogatepass").decode("utf-16") if len(halvdeler) == 2 else "\ufffd"


def raa(tekst: str) -> str:
    """Return the untouched text as an ASCII JSON string, safe to store and to turn back."""
    return json.dumps(tekst, ensure_ascii=True)
