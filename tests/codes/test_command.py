"""`ocop codes` and `ocop check` as an officer uses them."""

import subprocess
from pathlib import Path

import pytest

from generator.plugin import BuildStopped
from tests.build.project import HONEY, TEA, Project
from tests.codes.conftest import Ocop

LEDGER = "id,code\nche-dinh,h95vy8\nmat-ong,4vtkrt\n"


def ledger(project: Project, name: str = "codes.csv") -> str:
    """A file of the ledger."""
    return (project.products / name).read_text(encoding="utf-8")


def test_new_products_get_codes_and_others_keep_theirs(made: Project, ocop: Ocop) -> None:
    """The ledger is sorted by id; a second run changes nothing."""
    assert LEDGER == ledger(made)
    made.product("banh-gai", HONEY, "tuyen-quang")
    assert "banh-gai.yml: warning: the product has no short code yet  [code-missing]" in ocop(made, "check")
    assert "codes: 1 new, 3 ids in the ledger\n" == ocop(made, "codes")
    lines = ledger(made).splitlines()
    assert sorted(lines[1:]) == lines[1:]
    assert set(LEDGER.splitlines()) < set(lines)
    assert "codes: 0 new, 3 ids in the ledger\n" == ocop(made, "codes")
    assert "no errors and no warnings\n" == ocop(made, "check")


def test_an_id_that_vanished_is_told_and_forbids_a_build(made: Project, ocop: Ocop) -> None:
    """With what to do; nothing gets a code before, since the new product may be the old one."""
    made.product("che-dinh").rename(made.products / "records/lao-cai/che-dinh-ban-lien.yml")
    told = ocop(made, "check")
    assert 'products/codes.csv:2: error: there is no record "che-dinh" (short code h95vy8) any more' in told
    assert "ocop codes --renamed che-dinh che-dinh-ban-lien --on DAY" in told
    assert "[code-vanished]" in ocop(made, "codes")
    assert LEDGER == ledger(made)
    with pytest.raises(BuildStopped):
        made.build()


def test_a_renamed_product_keeps_its_code(made: Project, ocop: Ocop) -> None:
    """Its record and pictures are moved; the old id stays in the ledger."""
    made.write("products/images/che-dinh/a.jpg", b"")
    told = ocop(made, "codes", "--renamed", "che-dinh", "che-ban-lien", "--on", "2026-11-20", "--note", "Gộp, tách")
    assert "records/lao-cai/che-dinh.yml → records/lao-cai/che-ban-lien.yml\n" in told
    assert (made.products / "images/che-ban-lien/a.jpg").exists()
    assert "id,code\nche-ban-lien,h95vy8\nche-dinh,h95vy8\nmat-ong,4vtkrt\n" == ledger(made)
    row = "che-dinh,2026-11-20,che-ban-lien,Chè đinh Bản Liền,Ban Lien bud tea,5,1/QĐ-BNNMT,2025-03-01,2028-03-01,,11,"
    assert f'{row}lao-cai,htx-ban-lien,,"Gộp, tách"' == ledger(made, "former.csv").splitlines()[1]
    assert "no errors and no warnings\n" == ocop(made, "check")


def test_a_name_that_comes_back_is_no_former_one(made: Project, ocop: Ocop) -> None:
    """Renamed and renamed back: the same code, and only the name between has left."""
    ocop(made, "codes", "--renamed", "che-dinh", "che-ban-lien")
    ocop(made, "codes", "--renamed", "che-ban-lien", "che-dinh")
    assert ["che-ban-lien"] == [line.split(",")[0] for line in ledger(made, "former.csv").splitlines()[1:]]
    assert "no errors and no warnings\n" == ocop(made, "check")


def test_a_removed_product_leaves_its_name_and_award(made: Project, ocop: Ocop) -> None:
    """The record is deleted; its code is given to nobody else."""
    ocop(made, "codes", "--removed", "mat-ong", "--on", "2026-11-20")
    assert not (made.products / "records/tuyen-quang/mat-ong.yml").exists()
    assert LEDGER == ledger(made)
    kept = "mat-ong,2026-11-20,,Mật ong bạc hà,,3,,2021-05-01,2024-05-01,,4,tuyen-quang,,,"
    assert kept == ledger(made, "former.csv").splitlines()[1]
    assert "no errors and no warnings\n" == ocop(made, "check")
    made.product("mat-ong", TEA, "tuyen-quang")
    assert '"mat-ong" is said to have left, but there is a record products/records/tuyen-quang/mat-ong.yml' in ocop(
        made, "check"
    )


def test_a_record_that_is_deleted_already_is_looked_up_in_git(made: Project, ocop: Ocop) -> None:
    """The last commit has it; without one the command says what it needs."""
    record = made.products / "records/lao-cai/che-dinh.yml"
    text = record.read_text(encoding="utf-8")
    record.unlink()
    assert "no record of che-dinh is left to take its name and stars from" in ocop(
        made, "codes", "--removed", "che-dinh"
    )
    record.write_text(text, encoding="utf-8")
    _commit(made.folder)
    record.unlink()
    ocop(made, "codes", "--removed", "che-dinh", "--on", "2026-11-20")
    assert "Chè đinh Bản Liền,Ban Lien bud tea,5" in ledger(made, "former.csv")
    assert "there is neither" not in ocop(made, "check")


def _commit(folder: Path) -> None:
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "products"), (*author, "commit", "-q", "-m", "x")):
        subprocess.run(["git", *command], cwd=folder, check=True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--removed", "tra"), "products/codes.csv has no id tra"),
        (("--renamed", "che-dinh", "mat-ong"), "the record che-dinh is still there, and the new one too"),
        (("--renamed", "che-dinh", "Chè"), "Chè cannot be the id of a record"),
        (("--removed", "mat-ong", "--removed", "mat-ong"), "says already that mat-ong has left"),
        (("--removed", "tra", "--since", "nowhere"), "git could not answer: fatal: not a git repository"),
    ],
)
def test_wishes_that_cannot_be_change_nothing(made: Project, ocop: Ocop, words: tuple[str, ...], told: str) -> None:
    """Each is refused in words."""
    before = {path: path.read_bytes() for path in made.products.rglob("*") if path.is_file()}
    assert told in ocop(made, "codes", *words)
    assert before == {path: path.read_bytes() for path in made.products.rglob("*") if path.is_file()}
