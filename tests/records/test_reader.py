import os
from pathlib import Path

import pytest

from generator.issues import Issue, Source
from generator.records.reader import LARGEST_FILE, read_file, read_folder
from tests.conftest import MakeProject

NAME = "name: {vi: Chè Shan tuyết}\n"


def test_all_records_are_found(project: MakeProject) -> None:
    """Records are found in folders of any depth, with both endings; other files are left alone."""
    files = {
        "records/lao-cai/che-shan.yml": NAME,
        "records/lao-cai/bac-ha/che-xanh.yaml": NAME,
        "records/CHE-DEN.YML": NAME,
        "records/danh-sach.csv": "tên",
        "records/ghi-chu.txt": "x",
        "producers/htx.yml": NAME,
        "images/x.yml": NAME,
    }
    reading = project(files).read()
    assert () == reading.issues
    assert [
        ("product", "CHE-DEN", "products/records/CHE-DEN.YML"),
        ("product", "che-xanh", "products/records/lao-cai/bac-ha/che-xanh.yaml"),
        ("product", "che-shan", "products/records/lao-cai/che-shan.yml"),
        ("producer", "htx", "products/producers/htx.yml"),
    ] == [(record.kind, record.id, record.file) for record in reading.records if record.kind != "register"]


def test_several_processes_read_the_same(project: MakeProject) -> None:
    """The order of records does not depend on how many processes read them."""
    made = project({f"records/x/che-{number:03}.yml": NAME for number in range(50)})
    assert made.read() == read_folder(made.products, 3)


def test_a_byte_order_mark_is_no_part_of_a_record(project: MakeProject) -> None:
    """Files that Windows saved as UTF-8 with a mark are read like others, with right columns."""
    made = project({"records/x/che.yml": b"\xef\xbb\xbfname: Ch\xc3\xa8\n"})
    assert {"name": "Chè"} == dict(made.read().records[0].values)
    assert Source("products/records/x/che.yml", ("name",), 1, 7) == made.check().issues[0].source


def test_windows_line_ends_change_nothing(project: MakeProject) -> None:
    """CRLF reads like LF."""
    made = project(
        {
            "records/x/a.yml": "name:\r\n  vi: |\r\n    Một\r\n    Hai\r\n",
            "records/x/b.yml": "name:\n  vi: |\n    Một\n    Hai\n",
        }
    )
    first, second = made.read().records[:2]
    assert first.values == second.values


def test_largest_file(project: MakeProject) -> None:
    """A file of exactly the largest size is read, one byte more is not."""
    comment = b"#" * (LARGEST_FILE - len(NAME.encode()))
    made = project({"records/x/a.yml": NAME.encode() + comment, "records/x/b.yml": NAME.encode() + comment + b"#"})
    reading = made.read()
    assert ["a"] == [record.id for record in reading.records if record.kind == "product"]
    assert [("file-too-large", "products/records/x/b.yml")] == [(one.id, one.source.file) for one in reading.issues]


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    """A file that vanished since it was found does not stop the reading of the others."""
    result = read_file("product", "products/records/x/che.yml", f"{tmp_path}/che.yml")
    assert isinstance(result, Issue)
    assert ("file-unreadable", "products/records/x/che.yml") == (result.id, result.source.file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_no_record(project: MakeProject) -> None:
    """What is not a file is not waited for."""
    made = project({"records/x/che.yml": NAME})
    os.mkfifo(made.products / "records/x/ong.yml")
    assert ["che"] == [record.id for record in made.read().records if record.kind == "product"]


def test_no_products_at_all(tmp_path: Path) -> None:
    """A folder without records is an empty reading."""
    assert ((), ()) == (read_folder(tmp_path / "products").records, read_folder(tmp_path / "products").issues)
