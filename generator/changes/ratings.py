"""What became of the stars of a product, in the words of a language. Two standings in, remarks out."""

from collections.abc import Iterator

from generator.catalogue.wording import Texts, Wording
from generator.languages import formats
from generator.standing import Standing


def tell_rating(before: Standing, after: Standing, wording: Wording) -> Iterator[str]:
    """What a buyer has to know; nothing where stars, standing and last day are what they were."""
    key = _key(before, after)
    if key:
        yield wording.texts[f"changes.stars.{key}"].format(
            before=before.stars, after=after.stars, standing=wording.standing(after), earlier=wording.standing(before)
        )
    elif before.expires != after.expires:
        yield changed(wording.texts, wording.texts["field.awards.expires"], _day(before, wording), _day(after, wording))


def _key(before: Standing, after: Standing) -> str:
    """What happened; empty when the stars that are held and the standing are what they were."""
    if before.rated and after.rated and before.stars != after.stars:
        return "up" if (after.stars or 0) > (before.stars or 0) else "down"
    if before.state == after.state:
        return ""
    if after.state in ("lapsed", "withdrawn") and before.rated:
        return after.state
    if after.in_force and not before.in_force:
        return "awarded"
    return "other"


def _day(standing: Standing, wording: Wording) -> str:
    return formats.day(standing.expires, wording.language) if standing.expires else ""


def changed(texts: Texts, label: str, before: str, after: str) -> str:
    """A value that is stated anew, is stated no longer, or is another one."""
    key = "changed" if before and after else "new" if after else "gone"
    return texts[f"changes.value.{key}"].format(label=label, before=before, after=after)
