"""Every page that every role can reach: alive, sound in its bones, and open to everybody."""

import pytest
from checks import accessible, kind, links, narrow, pretty, small_targets, structured
from conftest import sign_in

ROLES = [
    "Applicatiebeheerder", "Beleidsadviseur", "Inkoper", "Contractmanager", "Toegangsconsulent",
    "Casusregisseur", "Medewerker backoffice", "Controller", "Kwaliteitsmedewerker", "Jurist",
    "Zorgaanbieder", "Wethouder", "Raadslid", "Controleur inzagelogboek",
    "Functionaris gegevensbescherming",
]
# Kinds of pages that axe looked at already, in all states.
_seen = set()


@pytest.mark.parametrize("role", ROLES)
def test_AC01_every_page_of_a_role(site, regions, open_page, role):
    """Walks from link to link; each kind of page twice, and axe on each kind in every state."""
    region = regions[-1]
    page = open_page()
    sign_in(page, site, region, role)
    complaints = []
    waiting = [page.url]
    walked = {}
    while waiting:
        address = waiting.pop(0)
        if walked.get(kind(address), 0) >= 2 or "/toegang/" in address:
            continue
        walked[kind(address)] = walked.get(kind(address), 0) + 1
        answer = page.goto(address)
        if answer.status != 200:
            complaints.append(f"{address}: {answer.status}")
            continue
        complaints += structured(page) + small_targets(page)
        waiting += links(page, region)
        if kind(address) not in _seen:
            _seen.add(kind(address))
            complaints += every_state(page)
    assert walked, "a role without a single page"
    assert complaints == [], pretty(complaints)


def every_state(page):
    """Light, dark and forced colours, wide and narrow (AC-01, AC-04)."""
    found = accessible(page)
    page.emulate_media(color_scheme="dark")
    found += accessible(page)
    page.emulate_media(color_scheme="light", forced_colors="active")
    found += accessible(page)
    page.emulate_media(forced_colors="none")
    page.set_viewport_size({"width": 320, "height": 800})
    found += narrow(page) + accessible(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def test_AC01_pages_outside(site, regions, open_page):
    """The pages that are open to the world, and an address that does not exist."""
    page = open_page()
    complaints = []
    for path in ["/", f"/{regions[0]}/toegang/aanmelden", f"/{regions[0]}/toegankelijkheid",
                 f"/{regions[0]}/toegang/uitnodiging", "/bestaat-niet"]:
        page.goto(site.address + path)
        complaints += structured(page) + small_targets(page) + every_state(page)
    assert complaints == [], pretty(complaints)


def test_AC15_english_is_one_click_away(site, regions, open_page):
    page = open_page()
    sign_in(page, site, regions[0], "Beleidsadviseur")
    assert page.locator("html").get_attribute("lang") == "nl"
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.url.startswith(site.address + "/" + regions[0])
    page.get_by_role("button", name="Nederlands").click()
    assert page.locator("html").get_attribute("lang") == "nl"


def test_AC15_without_script(site, regions, open_page):
    """Signing in, a list that is sorted and searched, and signing out, with scripting off."""
    page = open_page(java_script_enabled=False)
    sign_in(page, site, regions[-1], "Contractmanager")
    page.get_by_role("link", name="Contracten", exact=True).click()
    page.locator("table thead a").first.click()
    assert page.locator("th[aria-sort]").count() == 1
    page.get_by_label("Zoek", exact=True).first.fill("zzzz-bestaat-niet")
    page.get_by_role("button", name="Toepassen").click()
    assert page.locator(".regie-empty").count() == 1
    page.get_by_role("button", name="Afmelden").click()
    assert "/toegang/aanmelden" in page.url
