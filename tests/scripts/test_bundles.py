"""Bundles: a folder of scripts or styles is a file of its own, named by its content, without what only authors need."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.assets import make_assets
from tests.scripts.node import NODE, THEME

BUNDLES = ("browse", "elements", "search")
HASHED = re.compile(r"^assets/[a-z.-]+\.[0-9a-f]{8}\.(js|css)$")


def test_every_folder_of_scripts_is_a_bundle() -> None:
    """Named in the order of the alphabet, with the texts of each language beside them."""
    assets = make_assets(THEME)
    assert set(BUNDLES) <= set(assets.bundles)
    assert sorted(assets.bundles) == list(assets.bundles)
    assert ["en", "vi"] == sorted(assets.words)


def test_names_are_hashed_and_lead_to_files() -> None:
    """A file may be kept for ever: another content has another name."""
    assets = make_assets(THEME)
    names = [assets.styles, assets.scripts, assets.head_script]
    names += [*assets.bundles.values(), *assets.sheets.values(), *assets.words.values()]
    assert sorted(names) == sorted(assets.files)
    assert [] == [name for name in names if not HASHED.match(name)]


def test_a_changed_script_changes_only_its_bundle(tmp_path: Path) -> None:
    """Readers keep the rest in their caches."""
    shutil.copytree(THEME, tmp_path / "theme")
    before = make_assets(tmp_path / "theme")
    script = tmp_path / "theme" / "scripts" / "browse" / "10-state.js"
    script.write_text(script.read_text(encoding="utf-8") + "void 0;\n", encoding="utf-8")
    after = make_assets(tmp_path / "theme")
    assert [before.bundles["browse"]] == sorted(set(before.files) - set(after.files))


def test_comments_and_indents_stay_at_home() -> None:
    """Types in JSDoc take more room than what they describe."""
    for name, text in make_assets(THEME).files.items():
        if name.endswith(".js") and ".words." not in name:
            assert not re.search(r"^\s|^//|^/\*\*$|^\*|\n\n", text, re.MULTILINE), name


def test_the_texts_for_scripts_are_only_those_that_scripts_show() -> None:
    """A first search brings them along: they hold no text of a page that is made with the site."""
    for name in make_assets(THEME).words.values():
        text = make_assets(THEME).files[name]
        assert text.startswith("OCOP.words={")
        assert "browse.loading" in text
        assert "home.title" not in text


@pytest.mark.parametrize("bundle", ["catalogue", "head", *BUNDLES, "words"])
def test_every_bundle_is_still_a_script(bundle: str, tmp_path: Path) -> None:
    """Node reads it without a mistake."""
    for name, text in make_assets(THEME).files.items():
        if name.startswith(f"assets/{bundle}.") and name.endswith(".js"):
            file = tmp_path / "bundle.js"
            file.write_text(text, encoding="utf-8")
            done = subprocess.run([NODE, "--check", file], capture_output=True, text=True, check=False)
            assert "" == done.stderr
