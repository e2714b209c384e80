"""A record with a wrong field is still checked in everything else, so that officers mend it in one go."""

from tests.conftest import MakeProject

BROKEN = """
name: Trà
producer: nobody
origin: {stated: {province: Quảng Nimh}}
awards:
  - stars: 7
home:
  links: [{title: Shop, url: "javascript:alert(1)"}]
certifications:
  - scheme: no-such-scheme
"""


def test_mistakes_of_fields_and_of_references_are_told_together(project: MakeProject) -> None:
    """One run tells wrong values, an unknown producer, an unknown province and an unknown scheme of one record."""
    issues = project({"records/lao-cai/tra.yml": BROKEN}).check().issues

    assert {
        ("field-map", ("name",)),
        ("award-stars", ("awards", 0, "stars")),
        ("url-scheme", ("home", "links", 0, "url")),
        ("producer-unknown", ("producer",)),
        ("province-unknown", ("origin", "stated", "province")),
        ("scheme-unknown", ("certifications", 0, "scheme")),
    } == {(issue.id, issue.source.path) for issue in issues}


def test_a_wrong_producer_is_not_called_unknown(project: MakeProject) -> None:
    """A producer whose own record has a mistake exists all the same."""
    made = project(
        {
            "records/lao-cai/tra.yml": "name: {vi: Trà}\nproducer: htx\n",
            "producers/htx.yml": "name: {vi: HTX}\nkind: xyz\n",
        }
    )

    assert ["value-unknown"] == [issue.id for issue in made.check().issues]
