"""Where things are at home, and where facts come from."""

from typing import Literal

from generator.fields import Day, Line, Url
from generator.model.award import Evidence
from generator.model.text import LocalText, Many, Part

PlacePart = Literal["commune", "district", "province"]


class StatedPlace(Part):
    """A place as the decision or the source writes it, in the names of its time."""

    address: Line | None = None
    commune: Line | None = None
    district: Line | None = None
    province: Line | None = None
    inferred: Many[PlacePart] = ()
    """Parts that the source does not state, worked out from the others."""


class CurrentPlace(Part):
    """The same place in the names used since 1 July 2025 (34 provinces, no districts)."""

    commune: Line | None = None
    province: Line | None = None


class Origin(Part):
    """Where a product or a producer is at home."""

    stated: StatedPlace | None = None
    today: CurrentPlace | None = None
    area_codes: Many[Line] = ()
    """Growing-area codes (mã số vùng trồng)."""
    packing_codes: Many[Line] = ()
    """Packing-house codes (mã số cơ sở đóng gói)."""
    indication: Line | None = None
    """Name of the geographical indication, collective or certification mark."""


class RecordSource(Part):
    """Where the facts of a record come from."""

    title: Line | None = None
    url: Url | None = None
    repository: Line | None = None
    checked: Day | None = None
    evidence: Evidence | None = None
    """Grade of what the source says, where no award or proposal states one."""
    note: LocalText | None = None
