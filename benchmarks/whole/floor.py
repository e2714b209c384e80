"""The least that a site costs: `python -m benchmarks.whole.floor SITE TARGET` writes a site's files from memory.

They are read before the clock starts and written with as many processes as a build of ours uses, dealt out in the same
way, with nothing but plain calls of the system. Prints seconds by the clock and of all processors as JSON.
"""

import json
import os
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from generator.parallel import collector_paused, processes_for, run_all, split

File = tuple[str, bytes]
"""Full path and content."""
PARTS = 48
"""The files are dealt out to the processes in so many parts, as pages are in a build."""


def main(site: Path, target: Path) -> None:
    """Write what is below `site` below `target`, which must not exist."""
    files = read_files(site, target)
    # What other runs left to be written to the disk would be counted here.
    os.sync()
    wall, cpu = time.perf_counter(), sum(os.times()[:4])
    target.mkdir(parents=True)
    with collector_paused():
        run_all([partial(write_part, part) for part in split(files, PARTS)], processes_for(len(files)))
    print(json.dumps({"wall": time.perf_counter() - wall, "cpu": sum(os.times()[:4]) - cpu}))


def read_files(site: Path, target: Path) -> list[File]:
    """Every file below `site` with its path below `target`, those of a folder together."""
    found = (file for file in sorted(site.rglob("*")) if file.is_file())
    return [(str(target / file.relative_to(site)), file.read_bytes()) for file in found]


def write_part(files: Sequence[File]) -> int:
    """Write files into folders that may not exist yet; how many."""
    made: set[str] = set()
    for place, content in files:
        folder = place.rpartition("/")[0]
        if folder not in made:
            # Several processes make the same folders.
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103  as little as possible besides the call
            made.add(folder)
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.write(descriptor, content)
        os.close(descriptor)
    return len(files)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
