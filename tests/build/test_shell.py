"""The shell: MkDocs' page with holes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.shell import ShellError, read_shell
from generator.urls import link
from tests.build.project import Project

PAGE = "<head>@@catalogue:head@@</head><a href='@@catalogue:alternate@@'></a><main>@@catalogue:main@@</main>"


def test_a_page_is_the_shell_with_its_holes_filled() -> None:
    """Fragments come where the marks stand; links lead up to the root."""
    filled = read_shell(PAGE, "../../").fill("<title>", "<p>", link("en/"))
    assert "<head><title></head><a href='../../en/'></a><main><p></main>" == filled


@pytest.mark.parametrize("hole", ["head", "main", "alternate"])
def test_a_shell_without_a_hole_is_refused(hole: str) -> None:
    """The error names the holes that there must be."""
    with pytest.raises(ShellError, match=r"head.*main"):
        read_shell(PAGE.replace(f"@@catalogue:{hole}@@", ""), "../")


def test_a_hole_nobody_fills_is_refused() -> None:
    """So is a mark with an unknown name."""
    with pytest.raises(ShellError, match="other"):
        read_shell(PAGE + "@@catalogue:other@@", "../")


def test_a_theme_without_a_hole_stops_the_build(made: Project) -> None:
    """A template that lost its mark is told; nothing is published."""
    template = made.folder / "theme" / "main.html"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("@@catalogue:main@@", ""), encoding="utf-8")
    with pytest.raises(ShellError, match="main"):
        made.build()
    assert not made.site.exists()


@given(st.sampled_from(["@@catalogue:main@@", "@@catalogue:head@@", "@@catalogue:x@@"]), st.text(max_size=20))
def test_marks_in_a_fragment_are_text(mark: str, around: str) -> None:
    """What fills a hole is never searched for holes."""
    fragment = (around + mark + around).replace("\x02", "")
    assert fragment in read_shell(PAGE, "../").fill("", fragment, "")
