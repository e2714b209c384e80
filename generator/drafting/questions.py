"""What is asked for a new record, in this order, and where each answer belongs."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.issues import Path


class Question(NamedTuple):
    """Something asked; its words are `new-<name>` of the messages. A blank answer leaves the field out."""

    name: str
    path: Path
    """The field of the product that the answer is; of the producer for those of `PRODUCER`."""
    help: str
    """What the option of the same name says of itself."""
    needed: bool = False
    after: str = ""
    """Asked only when this question got an answer."""


PRODUCER, PRODUCER_KIND = "producer", "producer-kind"
QUESTIONS = (
    Question("name", ("name", "vi"), "Name as on the certificate; asks nothing when given.", needed=True),
    Question("name-en", ("name", "en"), "English name that the producer uses."),
    Question("set", ("category", "set"), "Number of the product set, 1 to 26."),
    Question("province", ("origin", "stated", "province"), "Province as the decision names it."),
    Question("commune", ("origin", "stated", "commune"), "Commune as the decision names it."),
    Question("stars", ("awards", 0, "stars"), "Stars of the decision, 3 to 5."),
    Question("decision", ("awards", 0, "decision"), "Number of the decision.", after="stars"),
    Question("issued", ("awards", 0, "issued"), "Day of the decision, YYYY-MM-DD.", after="stars"),
    Question(PRODUCER, ("producer",), "Producer: the id of its record, or its name."),
    Question(PRODUCER_KIND, ("kind",), "What the producer is, for example HTX, if it is new.", after=PRODUCER),
    Question("source", ("sources", 0, "url"), "Address where this can be read."),
)
"""The minimum by which a buyer can tell a product, and what its stars rest on."""
Answers = Mapping[str, str]
"""Answers by the names of the questions."""
