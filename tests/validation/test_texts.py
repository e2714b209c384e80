"""Which of several texts stands first, and which beside it."""

import pytest

from generator.model import LocalText


@pytest.mark.parametrize(
    ("texts", "original", "beside_vi", "beside_en"),
    [
        ({"vi": "Chè"}, "Chè", None, None),
        ({"vi": "Chè", "en": "Tea"}, "Chè", "Tea", "Tea"),
        ({"vi": "Trà", "en": "Trà"}, "Trà", None, None),
        ({"en": "Tea", "vi": "Chè", "translated": ("vi",)}, "Tea", "Chè", "Chè"),
        ({"fr": "thé", "en": "Tea", "translated": ("en",)}, "thé", "Tea", "Tea"),
        ({"fr": "thé", "en": "Tea", "vi": "Chè", "translated": ("en", "vi")}, "thé", "Chè", "Tea"),
        ({"en": "Tea", "translated": ("en",)}, "Tea", None, None),
    ],
)
def test_the_words_of_the_source_stand_first(
    texts: dict[str, str], original: str, beside_vi: str | None, beside_en: str | None
) -> None:
    """A translation stands beside them, in the reader's language where there is one."""
    name = LocalText.model_validate(texts)
    beside = [found[0] if (found := name.beside(language)) else None for language in ("vi", "en")]
    assert (original, [beside_vi, beside_en]) == (name.original[0], beside)
