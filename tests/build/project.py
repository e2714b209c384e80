"""A small project in a folder of its own, built for real: the theme, the texts and the registers of this repository."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from generator.build import Written
from generator.plugin import build_site
from generator.records.strict_yaml import render

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 23)
PATIENCE = 120

TEA: dict[str, Any] = {
    "name": {"vi": "Chè đinh Bản Liền", "en": "Ban Lien bud tea", "translated": ["en"]},
    "category": {"set": "11", "inferred": "yes"},
    "producer": "htx-ban-lien",
    "origin": {"stated": {"commune": "xã Bản Liền", "district": "huyện Bắc Hà", "province": "Lào Cai"}},
    "awards": [{"stars": "5", "level": "ministry", "decision": "1/QĐ-BNNMT", "issued": "2025-03-01", "evidence": "A"}],
    "sources": [{"title": "Quyết định 1/QĐ-BNNMT", "url": "https://example.org/qd?a=1&b=2", "checked": "2026-10-01"}],
}
HONEY: dict[str, Any] = {
    "name": {"vi": "Mật ong bạc hà"},
    "category": {"set": "4"},
    "origin": {"stated": {"province": "Hà Giang"}},
    "awards": [{"stars": "3", "level": "province", "issued": "2021-05-01"}],
}
COOPERATIVE: dict[str, Any] = {
    "name": {"vi": "Hợp tác xã Bản Liền"},
    "kind": "cooperative",
    "contact": {"person": "Vàng A", "phone": "0912345678", "email": "lienhe@example.vn"},
}
BROKEN = "name: {vi: Trà\nawards: [\n"


class Project:
    """A folder with `mkdocs.yml`, theme, hand-written pages, registers and the records that a test writes."""

    compiled: Path | None = None
    """Where an earlier project of this process keeps compiled templates; to compile takes a third of a build."""

    def __init__(self, folder: Path) -> None:
        """Copy what every build needs; no records yet."""
        self.folder = folder
        self.site = folder / "site"
        self.products = folder / "products"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        for name in ("theme", "docs", "products/registers"):
            shutil.copytree(ROOT / name, folder / name)
        for one in self.compiled.glob("templates-*") if self.compiled else ():
            shutil.copytree(one, folder / ".cache" / one.name)

    @property
    def config(self) -> str:
        """Path of `mkdocs.yml`."""
        return str(self.folder / "mkdocs.yml")

    def configure(self, catalogue: Mapping[str, Any] | None = None, **entries: Any) -> None:
        """Change entries of `mkdocs.yml`, and options of the plugin given as `catalogue`."""
        settings = yaml.safe_load(Path(self.config).read_text(encoding="utf-8")) | entries
        settings["plugins"][0]["catalogue"] |= catalogue or {}
        Path(self.config).write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")

    def write(self, path: str, content: str | bytes) -> Path:
        """Write any file of the project."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def product(self, name: str = "che-dinh", record: Mapping[str, Any] | None = None, folder: str = "lao-cai") -> Path:
        """Write the record of a product."""
        values = dict(TEA if record is None else record)
        return self.write(f"products/records/{folder}/{name}.yml", render(values))

    def producer(self, name: str = "htx-ban-lien", record: Mapping[str, Any] | None = None) -> Path:
        """Write the record of a producer."""
        return self.write(f"products/producers/{name}.yml", render(dict(COOPERATIVE if record is None else record)))

    def build(self, as_of: date | None = DAY) -> Written:
        """Build the site as `ocop build` does, in this process."""
        written = build_site(self.config, as_of)
        Project.compiled = Project.compiled or self.folder / ".cache"
        return written

    def read(self, path: str) -> str:
        """The text of a file of the site."""
        return (self.site / path).read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Every file of the site by its path."""
        return tree(self.site)

    def hashes(self) -> dict[str, str]:
        """The SHA-256 of every file of the site by its path."""
        return {path: sha256(content).hexdigest() for path, content in self.files().items()}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path in it."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def small_project(folder: Path) -> Project:
    """A project with a cooperative, its tea and a honey without producer."""
    project = Project(folder)
    project.producer()
    project.product()
    project.product("mat-ong", HONEY, "tuyen-quang")
    return project


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run `ocop` or `mkdocs` of this environment in a folder, for example `run(folder, "ocop", "check")`."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONWARNINGS": "error",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.run(
        [Path(sys.executable).with_name(command[0]), *command[1:]],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
