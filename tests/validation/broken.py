"""The broken records of `tests/cases/validation/`: one folder a kind, `<issue id>` or `<issue id>--<variant>`.

Files that a repository cannot hold (links, broken names, very large ones) are made when the test runs.
"""

from collections.abc import Callable
from pathlib import Path
from shutil import copy

from tests.conftest import REGISTERS, Project

CASES = Path(__file__).parents[1] / "cases" / "validation"
NAME = "name: {vi: Chè Shan tuyết}\n"
HS_CODES = frozenset({"0902", "0903", "090210", "090220"})
"""A few codes of the Harmonized System, in place of the whole list."""


def case_names() -> list[str]:
    """The folders of all cases."""
    return sorted(folder.name for folder in CASES.iterdir())


def fill(project: Project, case: str) -> None:
    """Put the files of a case into a project."""
    folder = CASES / case
    files = (file for file in folder.rglob("*") if file.is_file() and file.parent != folder)
    project.write({file.relative_to(folder).as_posix(): file.read_bytes() for file in files})
    if case.startswith("commune"):
        copy(REGISTERS / "former-communes.csv", project.products / "registers")
    if case in MADE:
        MADE[case](project)


def _change(project: Project, register: str, old: str, new: str) -> None:
    file = project.products / "registers" / register
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _make_encodings(project: Project) -> None:
    utf_16, legacy = NAME.encode("utf-16"), b"# ghi ch\xfa\nname: {vi: Ch\xe8}\n"
    project.write({"records/lao-cai/che-shan.yml": utf_16, "records/lao-cai/che-xanh.yml": legacy})


def _make_links(project: Project) -> None:
    project.write({"elsewhere/che.yml": NAME, "images/che-den/that.jpg": b""})
    image = "images: [{file: hop.jpg, alt: {vi: Hộp chè}, credit: HTX}]\n"
    project.write({"records/lao-cai/che-den.yml": NAME + image})
    (project.products / "images/che-den/hop.jpg").symlink_to("that.jpg")
    (project.products / "records/lao-cai/che-shan.yml").symlink_to("../../elsewhere/che.yml")
    (project.products / "records/lao-cai/che-mat.yml").symlink_to("nowhere.yml")
    (project.products / "records/vong").symlink_to("..", target_is_directory=True)
    (project.products / "producers").symlink_to("elsewhere", target_is_directory=True)


def _make_name(project: Project) -> None:
    project.write({"records/lao-cai/che-xanh.yml": NAME})
    folder = project.products / "records/lao-cai"
    (folder / "ch\udce8.yml").write_text(NAME, encoding="utf-8")


def _make_large(project: Project) -> None:
    project.write({"records/lao-cai/che-shan.yml": NAME + "# x\n" * 70_000})


def _make_collisions(project: Project) -> None:
    names = ("che-shan", "Che-Shan", "ch\u00e8", "che\u0300")
    project.write({f"records/lao-cai/{name}.yml": NAME for name in names})


def _make_wrong_criteria(project: Project) -> None:
    for old, new in (
        ("\n25,A,1.1,", "\n0,A,1.1,"),
        ("\n25,A,1.2,", "\n25,D,1.2,"),
        ("\n25,A,1.3,", "\n25,A,một,"),
        ("\n25,C,7,Tính độc đáo,Uniqueness,10,", "\n25,C,7,Tính độc đáo,,mười,"),
        ("\n24,C,7,Tính độc đáo,Uniqueness,9,,", "\n24,C,7,Tính độc đáo,Uniqueness,9,3 2 1,"),
        ("\n24,C,8,Đảm bảo chất lượng sản phẩm,Product quality assurance,4,,,", _WRONG_FLOOR),
    ):
        _change(project, "criteria.csv", old, new)


def _make_wrong_communes(project: Project) -> None:
    for old, new in (
        ("angiang/ancu,xã An Cư,thị xã Tịnh Biên,", "angiang/ancu,xã An Cư,"),
        ("\nangiang/anhao,", "\ncamau/anhao,"),
    ):
        _change(project, "former-communes.csv", old, new)


_WRONG_FLOOR = "\n24,C,8,Đảm bảo chất lượng sản phẩm,Product quality assurance,4,1 2 3,,4"

MADE: dict[str, Callable[[Project], None]] = {
    "communes-columns": lambda project: _change(project, "former-communes.csv", "key,commune,", "key,xa,"),
    "communes-row": _make_wrong_communes,
    "criteria-columns": lambda project: _change(project, "criteria.csv", ",floor_3,floor_4,", ",floor_3,san_4,"),
    "criteria-sum": lambda project: _change(project, "criteria.csv", "\n25,C,7,", "\n25,B,7,"),
    "criteria-twice": lambda project: _change(project, "criteria.csv", "\n25,C,9,", "\n25,C,8,"),
    "criteria-value": _make_wrong_criteria,
    "file-encoding": _make_encodings,
    "file-link": _make_links,
    "file-name": _make_name,
    "file-too-large": _make_large,
    "id-twice--case": _make_collisions,
    "score-register": lambda project: (project.products / "registers/criteria.csv").unlink(),
    "register-missing": lambda project: (project.products / "registers/communes.yml").unlink(),
    "register-rules": lambda project: _change(project, "star_rules.yml", "{stars: 1, from: 0,", "{stars: 1, from: 10,"),
    "register-sets": lambda project: _change(project, "categories.yml", "- number: 26\n", "- number: 25\n"),
    "register-group": lambda project: _change(project, "categories.yml", "  - id: tourism\n", "  - id: travel\n"),
}
