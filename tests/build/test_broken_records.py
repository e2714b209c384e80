"""A mistake in a record stops the build before anything is published."""

import pytest

from generator import parallel
from generator.plugin import BuildStopped
from tests.build.project import BROKEN, DAY, TEA, Project, run

OTHER_MISTAKES = {
    "stars": {**TEA, "awards": [{"stars": "7"}]},
    "producer": {**TEA, "producer": "nobody"},
    "address": {**TEA, "sources": [{"url": "javascript:alert(1)"}]},
}


@pytest.fixture
def broken(built: Project) -> Project:
    """A project whose site stands and whose records then got four mistakes in four files."""
    built.write("products/records/lao-cai/yaml.yml", BROKEN)
    for name, record in OTHER_MISTAKES.items():
        built.product(name, record)
    return built


def test_the_site_stays_byte_for_byte(broken: Project) -> None:
    """Neither bytes nor times of the published files change."""
    before = {path: (broken.site / path).stat().st_mtime_ns for path in broken.files()}, broken.hashes()
    with pytest.raises(BuildStopped):
        broken.build()
    assert before == ({path: (broken.site / path).stat().st_mtime_ns for path in broken.files()}, broken.hashes())


def test_no_site_is_made_from_broken_records(made: Project) -> None:
    """Where no site was, none begins."""
    made.write("products/records/lao-cai/yaml.yml", BROKEN)
    with pytest.raises(BuildStopped):
        made.build()
    assert not made.site.exists()


@pytest.mark.parametrize("command", [("ocop", "build"), ("mkdocs", "build", "--strict")], ids=["ocop", "mkdocs"])
def test_every_mistake_is_told_once_and_the_exit_code_is_1(broken: Project, command: tuple[str, ...]) -> None:
    """All files are named with line and column, the last line counts them, and no traceback is shown."""
    before = broken.hashes()
    broken.configure({"as_of": DAY.isoformat(), "messages": "en"})
    ended = run(broken.folder, *command)
    told = ended.stdout + ended.stderr
    assert 1 == ended.returncode
    for name in ("yaml", *OTHER_MISTAKES):
        assert 1 == told.count(f"products/records/lao-cai/{name}.yml:"), told
    for kind in ("yaml-", "award-stars", "producer-unknown", "url-scheme"):
        assert 1 == told.count(f"[{kind}"), told
    assert 1 == told.count("4 errors, 0 warnings in 4 files; the site was not changed")
    assert "Traceback" not in told
    assert before == broken.hashes()


UNSOUND = {
    "producer": {**TEA, "producer": "nobody"},
    "province": {**TEA, "origin": {"stated": {"commune": "xã Bản Liền", "province": "Quảng Nimh"}}},
    "today": {**TEA, "origin": {"today": {"province": "Quảng Nimh"}}},
    "scheme": {**TEA, "certifications": [{"scheme": "no-such-scheme"}]},
    "picture": {**TEA, "images": [{"file": "no.jpg", "alt": {"vi": "Trà"}, "credit": "HTX"}]},
    "price": {**TEA, "home": {"price": {"low": "1.200", "currency": "VND"}}},
}


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("name", UNSOUND)
def test_references_that_lead_nowhere_are_told(
    name: str, processes: int, made: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The catalogue is put together while references are checked; what leads nowhere is told, in any process."""
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    made.configure({"processes": processes})
    made.product(name, UNSOUND[name])
    with pytest.raises(BuildStopped):
        made.build()
    assert not made.site.exists()


def test_a_warning_of_mkdocs_leaves_the_site_as_it_was(built: Project) -> None:
    """A link to nowhere in a hand-written page is an error too, and known before anything is published."""
    page = built.folder / "docs/vi/about/buy.md"
    page.write_text(page.read_text(encoding="utf-8") + "[x](nowhere.md)", encoding="utf-8")
    before = built.hashes()
    with pytest.raises(BuildStopped, match="1 warnings"):
        built.build()
    assert before == built.hashes()


def test_a_warning_does_not_stop_the_build(built: Project) -> None:
    """A province folder that does not fit is told, and the site is built."""
    built.product("tra-khac", TEA, folder="lang-son")
    ended = run(built.folder, "ocop", "build", "--as-of", DAY.isoformat())
    assert (0, False) == (ended.returncode, "tra-khac" in ended.stderr)
    assert (built.site / "vi/p/tra-khac/index.html").exists()
