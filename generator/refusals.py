"""What the machine refuses, told as mistakes are: a folder in use, a full disk, a missing permission.

Errors in, issues out. Decides nothing about what becomes of the build.
"""

import errno
from pathlib import Path

from generator.issues import Issue, Source
from generator.lock import BusyError
from generator.settings import Settings
from generator.site import PartlyPublishedError
from generator.writing import UnwritableError

_CAUSES = {
    errno.ENOSPC: "site-disk-full",
    errno.EDQUOT: "site-disk-full",
    errno.EROFS: "site-read-only",
    errno.EACCES: "site-permission",
    errno.EPERM: "site-permission",
    errno.EEXIST: "site-in-the-way",
    errno.EISDIR: "site-in-the-way",
    errno.ENOTDIR: "site-in-the-way",
    errno.ENOTEMPTY: "site-in-the-way",
}
_OTHER_ID = "site-unwritable"


def refusal_issues(error: BusyError | UnwritableError, settings: Settings) -> tuple[Issue, ...]:
    """What could not be written and why, and what has become of the site."""
    if isinstance(error, BusyError):
        return (Issue("site-busy", _place(error.folder, settings)),)
    place = _place(Path(error.filename), settings)
    issue = Issue(_CAUSES.get(error.errno or 0, _OTHER_ID), place, details={"value": error.strerror or ""})
    if isinstance(error, PartlyPublishedError):
        return issue, Issue("site-partly", _place(settings.site, settings), "warning")
    return (issue,)


def _place(path: Path, settings: Settings) -> Source:
    """A path as officers know it: from the folder of `mkdocs.yml`, unless it is elsewhere."""
    project = settings.products.parent
    return Source(str(path.relative_to(project) if path.is_relative_to(project) else path))
