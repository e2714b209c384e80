"""The pages live within their Content-Security-Policy and say nothing on the console."""

import pytest
from playwright.sync_api import ConsoleMessage

from tests.browser.conftest import Visit, Web
from tests.browser.kinds import FULL_PAGES, REAL_KINDS

pytestmark = pytest.mark.browser
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (one) => {
  window.violations.push(one.violatedDirective + " " + one.blockedURI);
});
"""
OWN_404 = "the server responded with a status of 404"
"""The browser's own remark about the page for unknown addresses."""


@pytest.mark.parametrize("kind", [*REAL_KINDS, *FULL_PAGES])
def test_pages_break_no_policy_and_log_nothing(kind: str, web: Web, visit: Visit) -> None:
    """No violation, no console message, no script error, no failed request; and nothing is asked of other hosts."""
    page = visit()
    page.add_init_script(LISTEN)
    said: list[str] = []
    asked: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if not (kind == "not found" and OWN_404 in message.text and message.location["url"] == web.address(kind)):
            said.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(web.address(kind))
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.evaluate("document.fonts.ready")
    assert [] == page.evaluate("window.violations")
    assert [] == said
    assert [] == [address for address in asked if not address.startswith((web.real, web.full, "data:"))]


def test_the_policy_stops_an_inline_script(web: Web, visit: Visit) -> None:
    """The check above is able to fail: a script written into the page does not run and is told."""
    page = visit()
    page.add_init_script(LISTEN)
    page.goto(web.real + "vi/")
    page.evaluate(
        "document.body.appendChild(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))"
    )
    page.wait_for_function("window.violations.length > 0")
    assert ["script-src-elem inline"] == page.evaluate("window.violations")
    assert page.evaluate("window.ran") is None
