"""The floor: the same files as a site, and nothing else."""

from pathlib import Path

from benchmarks.whole.floor import read_files, write_part


def test_the_same_files_are_written(tmp_path: Path) -> None:
    """Same paths, same bytes."""
    site, target = tmp_path / "site", tmp_path / "copy"
    pages = {"index.html": b"root", "vi/p/che/index.html": "Chè".encode(), "vi/p/mat-ong/index.html": b""}
    for path, content in pages.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    target.mkdir()
    assert 3 == write_part(read_files(site, target))
    assert pages == {path: (target / path).read_bytes() for path in pages}
    assert 3 == sum(file.is_file() for file in target.rglob("*"))
