"""How names begin alike."""


def shared_length(one: str, other: str) -> int:
    """How many signs two texts have in common at their beginnings."""
    for place, (sign, same) in enumerate(zip(one, other, strict=False)):
        if sign != same:
            return place
    return min(len(one), len(other))
