"""Every page that every role can reach: alive, sound in its bones, and open to everybody."""

import random

import pytest
from checks import kind, links, look, pretty
from conftest import sign_in
from roles import ROLES, closed_pages, open_pages


@pytest.mark.parametrize("role", ROLES)
def test_AC01_every_page_of_a_role(site, regions, open_page, role):
    """Walks from link to link, one page of each kind; axe looks at each kind in every light."""
    page = open_page()
    sign_in(page, site, regions[-1], ROLES[role])
    # Which contract or segment of many is looked at differs by role, and is the same each time.
    choice = random.Random(role)
    complaints = []
    waiting = [page.url]
    walked = set()
    while waiting:
        address = waiting.pop(0)
        if kind(address) in walked or "/toegang/" in address:
            continue
        walked.add(kind(address))
        answer = page.goto(address)
        if answer.status != 200:
            complaints.append(f"{address}: {answer.status}")
            continue
        complaints += look(page)
        found = links(page, regions[-1])
        choice.shuffle(found)
        waiting += found
    assert complaints == [], f"{ROLES[role]}: {pretty(complaints)}"
    missed = [path for _, _, path, _ in open_pages(role) if f"/{path}" not in walked]
    assert missed == [], f"{ROLES[role]}: no way leads to {missed}"


@pytest.mark.parametrize("role", ROLES)
def test_AZ02_navigation_holds_what_the_table_of_rights_opens(site, regions, open_page, role):
    """The rooms and pages of a role, no more; every other page answers 404."""
    region = regions[-1]
    page = open_page()
    sign_in(page, site, region, ROLES[role])
    rooms = list(dict.fromkeys(room for room, _, _, _ in open_pages(role)))
    shown = page.get_by_role("navigation", name="Ruimtes").get_by_role("link").all_inner_texts()
    assert shown == rooms
    for room in rooms:
        own = [name for other, name, _, _ in open_pages(role) if other == room]
        page.get_by_role("navigation", name="Ruimtes").get_by_role("link", name=room).click()
        inner = page.get_by_role("navigation", name="Pagina's van deze ruimte")
        assert inner.get_by_role("link").all_inner_texts() == (own if len(own) > 1 else [])
    for _, name, path, _ in closed_pages(role):
        answer = page.request.get(f"{site.address}/{region}/{path}")
        assert answer.status == 404, f"{ROLES[role]} sees {name}"
        assert "Deze pagina is er niet" in answer.text()


def test_AC01_pages_outside(site, regions, open_page):
    """The pages that are open to the world, and an address that does not exist."""
    page = open_page()
    complaints = []
    for path in ["/", f"/{regions[0]}/toegang/aanmelden", f"/{regions[0]}/toegankelijkheid",
                 f"/{regions[0]}/toegang/uitnodiging", "/bestaat-niet"]:
        page.goto(site.address + path)
        complaints += look(page, path)
    assert complaints == [], pretty(complaints)


def test_AC15_english_is_one_click_away(site, regions, open_page):
    page = open_page()
    sign_in(page, site, regions[0], "Beleidsadviseur")
    assert page.locator("html").get_attribute("lang") == "nl"
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.url.startswith(site.address + "/" + regions[0])
    complaints = []
    for _, _, path, _ in open_pages("policyAdviser"):
        page.goto(f"{site.address}/{regions[-1]}/{path}")
        complaints += look(page, "english")
    assert complaints == [], pretty(complaints)
    page.get_by_role("button", name="Nederlands").click()
    assert page.locator("html").get_attribute("lang") == "nl"


def test_AC15_without_script(site, regions, open_page):
    """Signing in, a list that is sorted and searched, and signing out, with scripting off."""
    page = open_page(java_script_enabled=False)
    sign_in(page, site, regions[-1], "Contractmanager")
    page.get_by_role("link", name="Inkoop en contracten").click()
    page.get_by_role("link", name="Contracten", exact=True).click()
    page.locator("table thead a").first.click()
    assert page.locator("th[aria-sort]").count() == 1
    page.get_by_label("Zoek", exact=True).first.fill("zzzz-bestaat-niet")
    page.get_by_role("button", name="Toepassen").click()
    assert page.locator(".regie-empty").count() == 1
    page.get_by_role("button", name="Afmelden").click()
    assert "/toegang/aanmelden" in page.url
