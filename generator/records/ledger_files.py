"""Reads the ledger of codes and the file of products that left: two tables beside the records."""

from pathlib import Path

from generator.codes.ledger import CODES_FILE, FORMER_FILE, NO_LEDGER, Ledger, read_ledger
from generator.issues import Issue, Source


def read_ledger_files(products: Path) -> Ledger:
    """The ledger of a folder `products`; `NO_LEDGER` without one. Files that cannot be read are issues."""
    found: dict[str, str] = {}
    issues: list[Issue] = []
    for name in (CODES_FILE, FORMER_FILE):
        text = _read(products / name, f"{products.name}/{name}")
        if isinstance(text, str):
            found[name] = text
        elif text:
            issues.append(text)
    if issues:
        return Ledger(exists=False, issues=tuple(issues))
    if not found:
        return NO_LEDGER
    names = f"{products.name}/{CODES_FILE}", f"{products.name}/{FORMER_FILE}"
    return read_ledger(found.get(CODES_FILE, ""), found.get(FORMER_FILE, ""), *names)


def _read(path: Path, name: str) -> str | Issue | None:
    """The text of a file, None when there is none."""
    if path.is_symlink():
        return Issue("file-link", Source(name))
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        return Issue("file-encoding", Source(name))
    except OSError as error:
        return Issue("file-unreadable", Source(name), details={"value": error.strerror or ""})
