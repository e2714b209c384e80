"""Runs of several sides: they take turns, and nothing of one run is there in the next."""

from pathlib import Path

from benchmarks.runs import Aside, Run, Runs, Side, take_turns


def test_sides_take_turns() -> None:
    """What slows the machine down for a while meets every side."""
    order: list[str] = []

    def builds(name: str) -> Runs:
        def build(memory: bool) -> Run:  # noqa: FBT001
            order.append(f"{name} {memory}")
            return Run(float(len(order)), 1.0, 5)

        return Runs(build, Path("nowhere"))

    one, other = builds("one"), builds("other")
    one.run(memory=True)
    take_turns((one, other), 2)
    assert ["one True", "one False", "other False", "one False", "other False"] == order
    assert ((2.0, 4.0), 5) == (one.side().walls, one.side().memory)
    assert ((3.0, 5.0), 0) == (other.side().walls, other.side().memory)


def test_the_middle_time_counts() -> None:
    """One run that was disturbed changes nothing."""
    side = Side((9.0, 1.0, 2.0), (3.0, 3.0, 30.0), 0, pages=10, files=12, size=100)
    assert (2.0, 3.0, 5.0) == (side.wall, side.cpu, side.pages_per_second)


def test_what_a_side_wrote_is_counted(tmp_path: Path) -> None:
    """Pages, files and bytes, of the first run."""

    def build(_: bool) -> Run:  # noqa: FBT001
        (tmp_path / "p").mkdir()
        (tmp_path / "p" / "index.html").write_text("abc", encoding="utf-8")
        (tmp_path / "feed.xml").write_text("ab", encoding="utf-8")
        return Run(1.0, 1.0, 0)

    runs = Runs(build, tmp_path)
    runs.run()
    assert (1, 2, 5) == (runs.side().pages, runs.side().files, runs.side().size)


def test_folders_are_put_aside_not_deleted(tmp_path: Path) -> None:
    """Deleting is left to the end, since it would slow down later runs."""
    aside = Aside(tmp_path / "old")
    site = tmp_path / "site"
    for text in ("one", "two"):
        site.mkdir()
        (site / "page").write_text(text, encoding="utf-8")
        aside.put(site, tmp_path / "missing")
    assert not site.exists()
    assert {"one", "two"} == {page.read_text(encoding="utf-8") for page in (tmp_path / "old").glob("*/page")}
