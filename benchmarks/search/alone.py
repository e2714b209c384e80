"""Makes the index of a project and nothing else, in one process: `python -m benchmarks.search.alone DAY FOLDER`.

Prints seconds as JSON: `read` until the catalogue is there, as for any build, and `index` until its files are written.
The words of products are taken apart while these are read, so that is done here once more for the index.
"""

import json
import sys
import time
from datetime import date
from pathlib import Path

from generator.build import load
from generator.facts import FactFinder
from generator.pages.texts import read_texts
from generator.parallel import collector_paused
from generator.plugin import read_settings
from generator.search.index import build_index
from generator.search.source import make_source


def main(as_of: str, folder: Path) -> None:
    """Index the project of the folder it is started in."""
    start = time.perf_counter()
    settings = read_settings("mkdocs.yml", date.fromisoformat(as_of))
    loaded = load(settings)
    catalogue, gallery = loaded.catalogue, loaded.gallery
    if catalogue is None or gallery is None:
        raise SystemExit("the records have errors")
    texts = {language: read_texts(settings.theme, language) for language in settings.languages}
    read = time.perf_counter()
    with collector_paused():
        finder = FactFinder(catalogue.registers)
        for entry in catalogue.entries:
            finder.words_of(entry.product)
        for path, content in build_index(make_source(catalogue, gallery, texts)):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8", newline="\n")
    print(json.dumps({"read": read - start, "index": time.perf_counter() - read}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
