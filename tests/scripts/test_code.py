"""What people type as a code is read alike by the generator and by the page for unknown addresses."""

from generator.codes.signs import codes_for, read_code
from tests.scripts.node import evaluate, scripts


def test_codes_are_read_as_the_generator_reads_them() -> None:
    """Right, in capitals, in groups, with every single sign mistyped, too short, too long, with other signs."""
    codes = [next(codes_for(one)) for one in ("che-dinh", "mat-ong", "nuoc-mam", "gom-chu-dau")]
    typed = [*codes, *(code.upper() for code in codes), *(f"{code[:3]} {code[3:]}" for code in codes), "", "h95vy", "ầ"]
    typed += [code[:place] + sign + code[place + 1 :] for code in codes for place in range(6) for sign in "2cy0oé"]
    expected = [read_code(one) for one in typed]
    assert 12 < sum(one is not None for one in expected) < len(typed)
    assert expected == evaluate(scripts("61-code"), "typed.map(OCOP.readCode)", typed=typed)
