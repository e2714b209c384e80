"""The ledger as text: what it says, and what is wrong with it."""

import time

import pytest

from generator.codes.ledger import Ledger, read_ledger, render_codes, render_former
from generator.records.raw import RawRecord
from generator.records.reader import Reading
from generator.validation.codes import check_codes

COLUMNS = "id,left,renamed_to,vi,en,stars,decision,issued,expires,withdrawn,set,province,producer,gtin,note"
SOUND = "id,code\nche-dinh,h95vy8\nmat-ong,4vtkrt\n"


def former(*rows: str) -> str:
    """The file of products that left, with rows whose last cells are left out."""
    return (
        "\n".join([COLUMNS, *(row + "," * (COLUMNS.count(",") - row.replace(", ", "").count(",")) for row in rows)])
        + "\n"
    )


def told(codes: str, left: str = "", ids: tuple[str, ...] = ("che-dinh", "mat-ong")) -> list[tuple[str, str, int]]:
    """Ids of issues, the values they are about, and their lines."""
    reading = Reading(tuple(RawRecord("product", one, f"records/{one}.yml", {}) for one in ids), ())
    issues = check_codes(read_ledger(codes, left), reading)
    return [(one.id, one.details.get("value", ""), one.source.line) for one in issues]


@pytest.mark.parametrize(
    ("codes", "left", "expected"),
    [
        (SOUND, "", []),
        (SOUND.replace("h95vy8", "h95vy9"), "", [("code-form", "h95vy9", 2), ("code-missing", "", 0)]),
        (SOUND + "<<<<<<< ours\n", "", [("code-row", "<<<<<<< ours", 4)]),
        (SOUND + "mat-ong,h95vy8\n", "", [("code-id-twice", "mat-ong", 4)]),
        (SOUND.replace("4vtkrt", "h95vy8"), "", [("code-twice", "h95vy8", 3)]),
        (SOUND + "tra,rxx5yt\n", "", [("code-vanished", "tra", 4)]),
        (SOUND + "tra,rxx5yt\n", former("tra,2026-11-20"), []),
        (SOUND + "tra,h95vy8\n", former("tra,2026-11-20,che-dinh"), []),
        (SOUND + "tra,rxx5yt\n", former("tra,2026-11-20,nowhere"), [("code-successor", "tra", 0)]),
        (SOUND + "tra,rxx5yt\n", former("tra,2026-11-20,tra"), [("code-successor", "tra", 0)]),
        (SOUND, former("tra,2026-11-20"), [("code-former-unknown", "tra", 0)]),
        (SOUND, former("che-dinh,2026-11-20"), [("code-returned", "che-dinh", 0)]),
        (SOUND, "id,left\n", [("code-columns", COLUMNS.replace(",", ", ").partition("left, ")[2], 1)]),
        (SOUND, former("tra,20/11/2026,,,,6"), [("code-former-value", "20/11/2026", 2), ("code-former-value", "6", 2)]),
        (SOUND, former("tra,2026-02-30"), [("code-former-value", "2026-02-30", 2)]),
        (
            SOUND,
            former("Trà,2026-11-20,,,,,,2025-13"),
            [("code-former-value", "Trà", 2), ("code-former-value", "2025-13", 2)],
        ),
    ],
)
def test_mistakes_are_told_with_their_lines(codes: str, left: str, expected: list[tuple[str, str, int]]) -> None:
    """All at once; what is sound of the rest counts."""
    assert expected == told(codes, left)


def test_what_is_read_is_written_alike() -> None:
    """Both files; months and years of awards stay what they are."""
    left = former(
        "tra,2026-11-20,,Trà “mới”,,5,1/QĐ,2025-06,2028-06-30,yes,11,lao-cai,htx,8938505974194",
        'ca,2026-01-02,,"Cà, phê",,,,2024,,,,,,,',
    )
    rows = left.splitlines()
    read = read_ledger(SOUND, "\n".join([rows[0], *sorted(rows[1:])]))
    assert SOUND == render_codes(read.codes)
    assert "\n".join([rows[0], *sorted(rows[1:])]) + "\n" == render_former(read.former)


def test_codes_are_never_given_twice() -> None:
    """Not those of products that left either: the next one is free."""
    (code,) = Ledger().with_new(["che-dinh"]).values()
    given = Ledger({"another": code}).with_new(["che-dinh"])
    assert "another" not in {one for one, other in given.items() if other != code}
    assert 2 == len(set(given.values()))


def test_a_large_ledger_is_read_in_no_time() -> None:
    """20,000 rows in a tenth of a second of processor time, checked."""
    text = render_codes(Ledger().with_new(f"san-pham-so-{number}-tinh-lao-cai" for number in range(20_000)))
    begun = time.process_time()
    ledger = read_ledger(text, "")
    seconds = time.process_time() - begun
    assert 20_000 == len(ledger.codes) == len(set(ledger.codes.values()))
    assert seconds < 0.2
