"""Hostile files and values among the records: refused, told, never followed."""

import json
import os
import string
import time
import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.cli import main
from generator.fields import Slug, Url
from generator.model import Producer, Product
from generator.records.reader import LARGEST_FILE
from tests.build.project import DAY, Project
from tests.safety.filled import FIXED, address_paths, fill

RECORD = "name: {vi: Chè}\n"
LAO_CAI = "products/records/lao-cai"
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "ftp://example.vn/",
    "blob:https://example.vn/1",
    "//example.vn/",
    "/vi/",
    "example.vn",
    "https:example.vn",
    "https:///example.vn",
    "https://user:pass@example.vn/",
    "https://example.vn@evil.example/",
    "https://example.vn\\@evil.example/",
    'https://example.vn/"><svg onload=alert(1)>',
    "https://example.vn/' onclick='alert(1)",
    "https://example.vn/\u202egpj.exe",
    "https://example.vn/a b",
    "https://example.vn/\n",
    "https://exa mple.vn/",
    "https://-example.vn/",
    "https://[::1/",
    "https://example.vn:99999/",
    "https://" + "a" * 3000 + ".vn/",
    "https://",
]
NO_IDS = [
    *(
        "con",
        "nul",
        "com1",
        "lpt9",
        "index",
        "api",
        "assets",
        "images",
        "404",
        "01",
        "2",
        "A",
        "a_b",
        "a b",
        "-a",
        "a-",
    ),
    *("a--b", "..", "a.b", "a%2fb", "chè", "a\u0301", "ａ", "a" * 81, "~a", "$(id)", "a;b", "a\nb", "{{7*7}}", "<svg>"),
]
FILE_NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), min_size=1, max_size=24)


def issues(project: Project) -> dict[str, list[str]]:
    """The ids of what `ocop check` tells as errors, by file."""
    told = CliRunner().invoke(main, ["check", "-f", project.config, "--as-of", DAY.isoformat(), "--format", "json"])
    assert told.exception is None or isinstance(told.exception, SystemExit), told.exception
    found: dict[str, list[str]] = {}
    for issue in json.loads(told.output)["issues"]:
        if issue["severity"] == "error":
            found.setdefault(issue["file"], []).append(issue["id"])
    return found


@pytest.mark.parametrize("model", [Product, Producer])
@pytest.mark.parametrize("address", [one for one in ADDRESSES if one.strip() == one])
def test_every_address_field_has_the_allow_list(model: type[BaseModel], address: str) -> None:
    """Http and https with a host, and nothing else: in each field of the models that takes an address."""
    paths = address_paths(model)
    assert len(paths) >= 2
    for path in paths:
        record = {**fill(model, lambda name: name), "id": "a"}
        record.update({name: value for name, value in FIXED.items() if name in record})
        _put(record, path, address)
        with pytest.raises(ValidationError) as refused:
            model.model_validate(record)
        assert path in {error["loc"] for error in refused.value.errors()}


def _put(record: Any, path: tuple[str | int, ...], value: str) -> None:
    for step in path[:-1]:
        record = record[step]
    record[path[-1]] = value


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_with_spaces_around_is_no_way_in(address: str) -> None:
    """Spaces at the ends are cut off before the check, not after."""
    for around in (address, f"  {address}", f"{address} "):
        try:
            taken = TypeAdapter(Url).validate_python(around)
        except ValidationError:
            continue
        assert taken.startswith("https://example.vn/")


@given(st.one_of(st.text(max_size=60), st.text(string.printable, max_size=40).map(lambda text: f"https://{text}")))
def test_what_is_taken_for_an_address_is_one(text: str) -> None:
    """Any text: refused, or http(s) with a plain host, without user, quotes, spaces or hidden signs."""
    try:
        taken = TypeAdapter(Url).validate_python(text)
    except ValidationError:
        return
    parts = urlsplit(taken)
    assert parts.scheme in {"http", "https"}
    assert parts.hostname
    assert parts.hostname.isascii()
    assert parts.username is None
    assert taken.isprintable()
    assert not set("\"'<>`\\ ") & set(taken)


def test_a_host_in_other_letters_is_shown_as_punycode() -> None:
    """A Cyrillic a cannot pass for a Latin one."""
    assert "https://xn--pple-43d.com/" == TypeAdapter(Url).validate_python("https://аpple.com/")


@given(st.text(max_size=30))
def test_an_id_is_a_plain_word(text: str) -> None:
    """Any text: refused, or letters a to z, digits and hyphens, never a way through folders or a device."""
    try:
        taken = TypeAdapter(Slug).validate_python(text)
    except ValidationError:
        return
    assert set(taken) <= set(string.ascii_lowercase + string.digits + "-")
    assert not taken.isdigit()


@pytest.mark.parametrize(
    "name",
    NO_IDS,
)
def test_a_file_name_that_is_no_id_is_refused(made: Project, name: str) -> None:
    """The id becomes an address and a folder: names of devices, digits alone and signs are told."""
    made.write(f"{LAO_CAI}/{name}.yml", RECORD)
    told = [one for found in issues(made).values() for one in found]
    assert set(told) <= {"id-form", "file-name"}
    assert 1 == len(told)


@given(FILE_NAMES)
def test_any_file_name_is_an_id_or_told(name: str) -> None:
    """The rule for names alone, for any letters."""
    try:
        TypeAdapter(Slug).validate_python(name)
    except ValidationError as error:
        assert "id-form" == error.errors()[0]["type"]  # noqa: PT017  what is taken is good as well


@pytest.mark.parametrize("stated", ["../../../etc/x", "mat-ong", "CHE-DINH", "/etc/passwd"])
def test_a_record_cannot_choose_another_id(made: Project, stated: str) -> None:
    """The id is the name of the file, whatever the record says."""
    made.write(f"{LAO_CAI}/che-moi.yml", f"id: {stated}\n{RECORD}")
    assert {f"{LAO_CAI}/che-moi.yml": ["id-file"]} == issues(made)


def test_ids_that_differ_in_case_collide(made: Project) -> None:
    """On some systems they are one file: the second is told."""
    made.write(f"{LAO_CAI}/Che-Dinh.yml", RECORD)
    assert ["id-twice"] == [one for found in issues(made).values() for one in found if one == "id-twice"]


def test_ids_in_two_folders_collide(made: Project) -> None:
    """The province is no part of the address."""
    made.write("products/records/son-la/che-dinh.yml", RECORD)
    assert ["id-twice"] == [one for found in issues(made).values() for one in found]


def test_ids_in_two_unicode_forms_collide(made: Project) -> None:
    """Composed and decomposed letters are one name on some systems: both files are told, neither is published."""
    for form in ("NFC", "NFD"):
        made.write(f"{LAO_CAI}/{unicodedata.normalize(form, 'chè')}.yml", RECORD)
    assert {"id-twice", "id-form"} == {one for found in issues(made).values() for one in found}


def test_two_endings_of_one_id_collide(made: Project) -> None:
    """`.yml` and `.yaml` are the same record twice."""
    made.write(f"{LAO_CAI}/che-dinh.yaml", RECORD)
    assert ["id-twice"] == [one for found in issues(made).values() for one in found]


@pytest.mark.parametrize("place", ["records/lao-cai/lien-ket.yml", "producers/lien-ket.yml", "registers/provinces.yml"])
def test_a_linked_file_is_not_read(made: Project, tmp_path: Path, place: str) -> None:
    """Its content, which could be any file of the machine, is in no message either."""
    secret = tmp_path / "secret.yml"
    secret.write_text("name: {vi: Bí mật của máy}\n", encoding="utf-8")
    link = made.products / place
    link.unlink(missing_ok=True)
    link.symlink_to(secret)
    assert "file-link" in issues(made)[f"products/{place}"]
    told = CliRunner().invoke(main, ["check", "-f", made.config])
    assert "Bí mật" not in told.output


@pytest.mark.parametrize("place", ["records", "producers", "registers", "records/lao-cai", "records/new"])
def test_a_linked_folder_is_not_read(made: Project, tmp_path: Path, place: str) -> None:
    """Neither one of the folders itself nor one inside them."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "che-la.yml").write_text(RECORD, encoding="utf-8")
    folder = made.products / place
    if folder.exists():
        folder.rename(tmp_path / "moved")
    folder.symlink_to(elsewhere)
    assert ["file-link"] == issues(made)[f"products/{place}"]


def test_a_link_in_a_circle_ends(made: Project) -> None:
    """A folder that links to itself is told once."""
    (made.products / "records" / "again").symlink_to(made.products / "records")
    assert {"products/records/again": ["file-link"]} == issues(made)


def test_a_pipe_is_not_waited_for(made: Project) -> None:
    """A file that is none is left out; nothing hangs."""
    os.mkfifo(made.folder / LAO_CAI / "pipe.yml")
    assert {} == issues(made)


def test_a_record_over_the_limit_is_told(made: Project) -> None:
    """One byte more than allowed; no more than that is read."""
    made.write(f"{LAO_CAI}/to.yml", RECORD + "#" * (LARGEST_FILE + 1 - len(RECORD.encode())))
    assert {f"{LAO_CAI}/to.yml": ["file-too-large"]} == issues(made)
    made.write(f"{LAO_CAI}/to.yml", RECORD + "#" * (LARGEST_FILE - len(RECORD.encode())))
    assert {} == issues(made)


@pytest.mark.parametrize(
    ("content", "issue"),
    [
        ("a: &a [x,x,x]\n" + "".join(f"b{n}: &b{n} [*a,*a]\n" for n in range(9)), "yaml-anchor"),
        ("name: !!python/object/apply:os.system ['id']\n", "yaml-tag"),
        ("name: {vi: A}\nname: {vi: B}\n", "yaml-duplicate-key"),
        ("name: {vi: A, vi: B}\n", "yaml-duplicate-key"),
        ("name: {<<: {vi: A}}\n", "field-unknown"),
        ("name: " + "[" * 50_000, "yaml-depth"),
        ("name: " + "{a: " * 30_000, "yaml-depth"),
        ("name: {vi: A}\n---\nname: {vi: B}\n", "yaml-documents"),
        ("name: {vi: A\u0000B}\n", "yaml-character"),
        (b"name: {vi: \xff\xfe}\n", "file-encoding"),
        ("- a\n", "yaml-root"),
    ],
)
def test_tricks_of_yaml_are_refused_quickly(made: Project, content: str | bytes, issue: str) -> None:
    """Bombs, tags, equal keys and depth end in one message, in less than two seconds."""
    made.write(f"{LAO_CAI}/bom.yml", content)
    start = time.monotonic()
    told = issues(made)[f"{LAO_CAI}/bom.yml"]
    assert issue in told
    assert time.monotonic() - start < 2 + 8  # a busy machine is slower than any bomb is fast


@pytest.mark.parametrize("value", ["A\u202eB", "A\u0007B", "A\u200bB", "A\u0085B"])
def test_hidden_signs_in_a_text_are_refused(made: Project, value: str) -> None:
    """Signs that turn, hide or ring are told with their number."""
    made.write(f"{LAO_CAI}/an.yml", f'name: {{vi: "{value.encode("unicode_escape").decode()}"}}\n')
    assert {f"{LAO_CAI}/an.yml": ["text-control"]} == issues(made)
