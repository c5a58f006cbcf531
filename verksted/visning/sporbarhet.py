"""The workbook *Sporbarhet* as a view: every table's rows, with links between them, ready to be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.regler.avvik import finn_avvik
from verksted.regler.spor import finn_sporet
from verksted.regler.sporindeks import Sporindeks, Sporrader
from verksted.visning.sporbarhet_oekonomi import bygg_poster, bygg_satsinger
from verksted.visning.sporbarhet_plan import bygg_maal
from verksted.visning.sporbarhet_plasser import finn_plasser
from verksted.visning.sporbarhet_traad import bygg_traad
from verksted.visning.sporbarhet_avvik import bygg_avvik
from verksted.visning.sporbarhet_innspill import bygg_innspill

if TYPE_CHECKING:
    from verksted.visning.grunnlag import Grunnlag
    from verksted.visning.sporbarhet_celler import Ord
