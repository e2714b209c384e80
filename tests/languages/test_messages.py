import re
from collections.abc import Mapping

import pytest

from generator.issues import Issue, Source
from generator.languages.messages import LANGUAGES, read_messages
from generator.report import render_github, render_text, summary
from tests.validation.ids import ids_in_code

PLACE = re.compile(r"(?<!\{)\{([a-z_]+)\}(?!\})")


def places(texts: Mapping[str, str]) -> dict[str, set[str]]:
    """The {places} of each text."""
    return {name: set(PLACE.findall(text)) for name, text in texts.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_has_a_message(language: str) -> None:
    """The ids that the code tells and those that have words are the same."""
    assert ids_in_code() == set(read_messages(language).issues)


def test_languages_say_the_same() -> None:
    """Both languages have the same words, the same parts and the same places for details."""
    vietnamese, english = read_messages("vi"), read_messages("en")
    assert places(vietnamese.words) == places(english.words)
    assert {issue: places(texts) for issue, texts in vietnamese.issues.items()} == {
        issue: places(texts) for issue, texts in english.issues.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_says_what_to_do(language: str) -> None:
    """Each id has a message and a hint; nothing ends with a full stop or has the wrong quotation marks."""
    for texts in read_messages(language).issues.values():
        assert {"message", "hint"} <= set(texts) <= {"message", "hint", "suggest", "cell"}
        for text in texts.values():
            assert not text.endswith((".", " "))
            assert "{suggestion}" not in text or text == texts["suggest"]
            assert "“" not in text or language == "vi"


def test_stars_are_told_as_designed() -> None:
    """The example of the design, word for word in English and as promised in Vietnamese."""
    place = Source("products/records/lao-cai/tra-shan.yml", ("awards", 0, "stars"), 12, 8)
    issue = Issue("award-stars", place, details={"value": "7", "lowest": "1", "highest": "5"})
    assert (
        'products/records/lao-cai/tra-shan.yml:12:8: error: stars is "7", must be 1 to 5  [award-stars]\n'
        "    hint: write the number of stars in the decision, for example: stars: 5\n"
        "1 error, 0 warnings in 1 file; the site was not changed"
    ) == render_text([issue], "en")
    assert (
        "products/records/lao-cai/tra-shan.yml:12:8: lỗi: stars là “7”, phải từ 1 đến 5  [award-stars]\n"
        "    gợi ý: ghi số sao trong quyết định, ví dụ: stars: 5\n"
        "1 lỗi, 0 cảnh báo trong 1 tệp; trang đã đăng giữ nguyên"
    ) == render_text([issue], "vi")


def test_empty_value_reads_well() -> None:
    """An empty value is called empty instead of shown as nothing."""
    issue = Issue("award-stars", Source("a.yml", ("stars",)), details={"value": "", "lowest": "1", "highest": "5"})
    assert "a.yml: error: stars is empty, must be 1 to 5  [award-stars]" == render_text([issue], "en").splitlines()[0]
    assert "a.yml: lỗi: stars để trống, phải từ 1 đến 5  [award-stars]" == render_text([issue], "vi").splitlines()[0]


def test_many_of_a_kind_are_counted() -> None:
    """After twenty issues of a kind the rest is counted, unless all are asked for."""
    issues = [Issue("field-missing", Source(f"{number:02}.yml"), details={"value": "name"}) for number in range(57)]
    english, vietnamese = render_text(issues, "en").splitlines(), render_text(issues, "vi").splitlines()
    assert ["… and 37 more [field-missing]; use --all to see all"] == english[-2:-1]
    assert ["… và còn 37 chỗ nữa [field-missing]; dùng --all để xem hết"] == vietnamese[-2:-1]
    assert 2 * 20 + 2 == len(english)
    assert 2 * 57 + 1 == len(render_text(issues, "en", show_all=True).splitlines())


@pytest.mark.parametrize(
    ("errors", "warnings", "told"),
    [
        (41, 3, "41 errors, 3 warnings in 2 files; the site was not changed"),
        (1, 1, "1 error, 1 warning in 2 files; the site was not changed"),
        (0, 2, "0 errors, 2 warnings in 1 file"),
        (0, 0, "no errors and no warnings"),
    ],
)
def test_summary(errors: int, warnings: int, told: str) -> None:
    """The last line counts in good English; only errors keep the site as it was."""
    issues = [Issue("yaml-tab", Source("a.yml"))] * errors + [Issue("yaml-tab", Source("b.yml"), "warning")] * warnings
    assert told == summary(issues, "en", unchanged=True)


def test_nothing_in_a_message_is_obeyed_by_a_terminal() -> None:
    """Escape sequences, line breaks and direction marks in a record are shown, never sent."""
    details = {"value": "\x1b[2J\nok\u202e::error::"}
    issue = Issue("yes-no", Source("a\nb.yml", ("é\x07",)), details=details)
    lines = render_text([issue], "en").splitlines()
    assert ['a b.yml: error: éU+0007 is "U+001B[2J okU+202E::error::", must be yes or no  [yes-no]'] == lines[:1]
    assert 1 == len(render_github([issue], "en").splitlines())
