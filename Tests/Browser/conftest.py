"""The demo regions in a real browser: a server of the tests' own, and Debian's Chromium.

REGIE names the program, REGIE_DEMO the folder with the demo regions (made by `regie demo --once`).
REGIE_SITE names a demo that is served already, for whoever writes tests.
"""

import os
import re
import signal
import subprocess
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

PROGRAM = os.environ.get("REGIE", ".build/debug/regie")
DEMO = os.environ.get("REGIE_DEMO", "demo-data")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# Milliseconds that a page may take on a busy machine.
PATIENCE = 20_000


class Site:
    """Served regions: where they are, and what process serves them."""

    def __init__(self, address, process=None):
        self.address = address.rstrip("/")
        self.process = process


def serve(command):
    """Starts a server and waits until it says where it is."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    line = process.stdout.readline()
    found = re.search(r"http://\S+", line)
    if not found:
        process.terminate()
        raise RuntimeError(f"no address: {line} {process.stderr.read()}")
    return Site(found.group(0), process)


def stop(site):
    """Asks a server to stop; that is no failure."""
    site.process.send_signal(signal.SIGTERM)
    assert site.process.wait(timeout=20) == 0, site.process.stderr.read()


@pytest.fixture(scope="session")
def site():
    """Serves the demo on a free port, and stops that process alone."""
    if os.environ.get("REGIE_SITE"):
        yield Site(os.environ["REGIE_SITE"])
        return
    command = [PROGRAM, "demo", "--data", DEMO, "--port", "0"]
    if os.environ.get("REGIE_DEMO_SMALL"):
        command.append("--small")
    served = serve(command)
    yield served
    stop(served)


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
        told = "the server responded with a status" in message.text
        if message.type in ("error", "warning") and not told:
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
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        watches.append(Watch(page, site.address))
        return page

    yield make
    for context in contexts:
        context.close()
    assert [complaint for watch in watches for complaint in watch.complaints] == []


@pytest.fixture(scope="session")
def regions(site):
    """The names of the regions in addresses, as the first page has them."""
    with urllib.request.urlopen(site.address + "/") as answer:
        return re.findall(r'<h2[^>]*><a href="/([a-z0-9-]+)"', answer.read().decode())


def sign_in(page, site, region, role):
    """Signs in with one of the demo's buttons, by the Dutch name of the role."""
    page.goto(f"{site.address}/{region}/toegang/aanmelden")
    page.get_by_role("button", name=role, exact=True).click()
    page.wait_for_load_state()


@pytest.fixture
def day(site, regions, open_page):
    """Begins the day of a role in the larger region."""
    from day import Day

    return lambda role: Day(open_page(), site, regions[-1], role).begin()
