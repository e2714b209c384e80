"""A workbook in, the same without the moment at which it was written: the same content gives the same bytes."""

import re
from datetime import UTC, datetime
from io import BytesIO
from shutil import copyfileobj
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIXED = datetime(2026, 5, 22, tzinfo=UTC)
"""Stands for the moment of writing, which would make every workbook different."""
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_PROPERTIES = "docProps/core.xml"


def without_moment(content: BytesIO) -> bytes:
    """The bytes of a workbook in which every moment is `FIXED`."""
    out = BytesIO()
    moment = FIXED.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with ZipFile(content) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for info in source.infolist():
            entry = ZipInfo(info.filename, FIXED.timetuple()[:6])
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            if info.filename == _PROPERTIES:
                target.writestr(entry, _MOMENT.sub(moment, source.read(info)))
            else:
                with source.open(info) as old, target.open(entry, "w") as new:
                    copyfileobj(old, new)
    return out.getvalue()
