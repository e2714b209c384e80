"""A clock that is set by hand, and streams that remember what was written."""

import pytest

from tests.progress.fakes import Clock, Stream


@pytest.fixture
def clock() -> Clock:
    """A clock at a moment that is not nought."""
    return Clock()


@pytest.fixture
def terminal() -> Stream:
    """A stream that is a terminal."""
    return Stream(terminal=True)


@pytest.fixture
def log() -> Stream:
    """A stream that is none."""
    return Stream(terminal=False)
