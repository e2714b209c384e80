"""Both sides answer the Vietnamese cases on the real catalogue, in Chromium, and are told how many they got right."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.contest import ENVIRONMENT, OURS
from benchmarks.measure import measure
from benchmarks.project import copy_project
from benchmarks.search.answers import FIRST, Case, Reply, is_right, read_cases, read_products
from benchmarks.search.browser import started
from benchmarks.search.outcome import ExamResult
from benchmarks.search.pagefind import SETTINGS, make_command
from benchmarks.search.wire import PAGES, hosted

LANGUAGE = "vi"
ASK_OURS = """
    ([query, first]) => OCOP.engine().then((engine) => engine.search({ q: query, size: first }))
        .then((found) => [found.total, found.hits.map((hit) => hit.id)])
"""
ASK_PEER = """
    async ([query, first]) => {
        const pagefind = await import("/pagefind/pagefind.js");
        const found = (await pagefind.search(query)).results;
        const pages = await Promise.all(found.slice(0, first).map((result) => result.data()));
        return [found.length, pages.map((page) => page.url.split("/").filter(Boolean).pop())];
    }
"""


def examine(folder: Path) -> ExamResult:
    """Build the real catalogue in `folder`, index it with the peer too, and ask both sides everything."""
    copy_project(folder)
    measure(OURS, folder, ENVIRONMENT)
    site, cases = folder / "site", read_cases()
    products = read_products(site)
    wrong = {}
    for setting in SETTINGS:
        bundle = folder / f"pagefind-{setting}"
        subprocess.run(make_command(site, (LANGUAGE,), setting, bundle), check=True, stdout=subprocess.DEVNULL)
        (bundle / "start.js").touch()
        replies = ask_both(site, bundle, cases)
        for side, found in zip(("ours", setting), replies, strict=True):
            wrong[side] = [case.query for case in cases if not is_right(case, found[case.query], products)]
    return ExamResult(len(cases), len(products), wrong)


def ask_both(site: Path, bundle: Path, cases: list[Case]) -> tuple[Mapping[str, Reply], Mapping[str, Reply]]:
    """What both sides say to all queries."""
    with started() as browser, hosted(site, bundle, LANGUAGE) as (_, address):
        page = browser.new_page()
        page.goto(address + PAGES["ours"])
        ours = {case.query: ask(page, ASK_OURS, case.query) for case in cases}
        page.goto(address + PAGES["theirs"])
        return ours, {case.query: ask(page, ASK_PEER, case.query) for case in cases}


def ask(page: Page, script: str, query: str) -> Reply:
    """One query."""
    return Reply(*page.evaluate(script, [query, FIRST]))
