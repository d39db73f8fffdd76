"""The demo regions in a real browser: a server of the tests' own, and Debian's Chromium.

REGIE names the program, REGIE_DEMO the folder with the demo regions (made by `regie demo --once`).
"""

import os
import re
import signal
import subprocess

import pytest
from playwright.sync_api import sync_playwright

PROGRAM = os.environ.get("REGIE", ".build/debug/regie")
DEMO = os.environ.get("REGIE_DEMO", "demo-data")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


class Site:
    """A served demo: where it is, and what it said on standard error."""

    def __init__(self, address, process):
        self.address = address.rstrip("/")
        self.process = process


@pytest.fixture(scope="session")
def site():
    """Serves the demo on a free port, and stops that process alone."""
    command = [PROGRAM, "demo", "--data", DEMO, "--port", "0"]
    if os.environ.get("REGIE_DEMO_SMALL"):
        command.append("--small")
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    line = process.stdout.readline()
    found = re.search(r"http://\S+", line)
    if not found:
        process.terminate()
        raise RuntimeError(f"no address: {line} {process.stderr.read()}")
    yield Site(found.group(0), process)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 0, "a stop that is asked for is no failure"


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


class Watch:
    """What a page does that it should not: errors on the console, requests to other origins."""

    def __init__(self, page, origin):
        self.complaints = []
        page.on("console", lambda message: self.hear(message))
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("request", lambda request: self.follow(request, origin))

    def hear(self, message):
        # A page that answers 404 or 400 on purpose says so on the console too.
        if message.type in ("error", "warning") and "the server responded with a status" not in message.text:
            self.complaints.append(f"console: {message.text}")

    def follow(self, request, origin):
        if not request.url.startswith(origin):
            self.complaints.append(f"other origin: {request.url}")


@pytest.fixture
def open_page(site, browser):
    """Opens pages that are watched; every test ends with the question what they did wrong."""
    contexts = []
    watches = []

    def make(**settings):
        settings.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(locale="nl-NL", **settings)
        contexts.append(context)
        page = context.new_page()
        watches.append(Watch(page, site.address))
        return page

    yield make
    for context in contexts:
        context.close()
    assert [complaint for watch in watches for complaint in watch.complaints] == []


@pytest.fixture
def regions(site, open_page):
    """The names of the regions in addresses, as the first page has them."""
    page = open_page()
    page.goto(site.address)
    links = page.locator(".regie-card a")
    return [links.nth(i).get_attribute("href").strip("/") for i in range(links.count())]


def sign_in(page, site, region, role):
    """Signs in with one of the demo's buttons, by the Dutch name of the role."""
    page.goto(f"{site.address}/{region}/toegang/aanmelden")
    page.get_by_role("button", name=role, exact=True).click()
    page.wait_for_load_state()
