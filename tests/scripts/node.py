"""Runs the pure scripts of the theme in Node, as a browser would read them, and hands back what an expression gives."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.pages.texts import read_texts

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"
NODE = ROOT / ".venv" / "bin" / "node"
PROGRAM = """
const { readFileSync } = require("fs");
const vm = require("vm");
const { files, given, expression } = JSON.parse(readFileSync(0, "utf8"));
const world = { ...given, console };
world.window = world;
vm.createContext(world);
for (const file of files) vm.runInContext(readFileSync(file, "utf8"), world, { filename: file });
Promise.resolve(vm.runInContext(expression, world)).then((found) => {
  process.stdout.write(JSON.stringify(found === undefined ? null : found));
});
"""


def scripts(*names: str) -> list[Path]:
    """Files of `theme/scripts` by their names: `browse/10-state`."""
    return [THEME / "scripts" / f"{name}.js" for name in names]


def evaluate(files: Iterable[Path], expression: str, language: str = "vi", **given: Any) -> Any:
    """What an expression gives after the scripts have run on a page in `language`; `given` are global names."""
    world = {"OCOP": {"site": {"language": language, "base": "../../"}, "words": read_texts(THEME, language)}, **given}
    told = json.dumps({"files": [str(file) for file in files], "given": world, "expression": expression})
    done = subprocess.run([NODE, "-e", PROGRAM], input=told, capture_output=True, text=True, check=False)
    assert "" == done.stderr
    return json.loads(done.stdout)
