"""What a spreadsheet calls its columns."""

from string import ascii_uppercase


def column_letters(column: int) -> str:
    """The letters that a spreadsheet shows above a column, counted from 1: 28 is "AB"."""
    letters = ""
    while column > 0:
        column, last = divmod(column - 1, len(ascii_uppercase))
        letters = ascii_uppercase[last] + letters
    return letters
