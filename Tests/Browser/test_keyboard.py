"""The main paths with the keyboard alone: order, visible focus, no trap (AC-02, AC-03, AC-08)."""

import re

import pytest
from conftest import sign_in

# What has the focus: what it is, where it stands in the document, and whether one can see it.
_STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const all = [...document.querySelectorAll('*')];
  const style = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  const at = document.elementFromPoint(
    Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 1), innerWidth - 2),
    Math.min(Math.max(box.top + Math.min(box.height / 2, 10), 1), innerHeight - 2));
  return {
    what: e.tagName.toLowerCase() + ' ' + (e.innerText || e.name || e.id || '').slice(0, 40),
    id: e.id,
    place: all.indexOf(e),
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight
      && (at === e || e.contains(at) || at?.contains(e)),
  };
}"""
# Keys that are pressed at most before a page counts as a trap.
_MOST_STOPS = 400


def press(page, key="Tab"):
    """Presses a key and says what has the focus; None at the end of the page."""
    page.keyboard.press(key)
    return page.evaluate(_STOP)


def stops(page):
    """All stops of a page from its beginning, each seen and in the order of the document."""
    page.evaluate("() => { document.activeElement?.blur(); getSelection().removeAllRanges(); }")
    found = []
    for _ in range(_MOST_STOPS):
        stop = press(page)
        if stop is None or (found and stop["place"] <= found[0]["place"]):
            return found
        # The parts of a date stand in one field.
        if not found or stop["place"] != found[-1]["place"]:
            found.append(stop)
    raise AssertionError(f"{page.url}: no end after {_MOST_STOPS} stops, at {found[-1]['what']}")


def go_to(page, text):
    """Tabs on until the element with the focus says this."""
    for _ in range(_MOST_STOPS):
        stop = press(page)
        if stop and text in stop["what"]:
            return stop
    raise AssertionError(f"{page.url}: the keyboard does not reach {text}")


@pytest.mark.parametrize("role,path", [
    ("Contractmanager", "inkoop"),
    ("Contractmanager", "inkoop/contracten?zoek=jeugd"),
    ("Contractmanager", "landschap/markt"),
    ("Beleidsadviseur", "landschap"),
    ("Beleidsadviseur", "landschap/versies"),
    ("Medewerker backoffice", "geldstroom/persoon"),
    ("Medewerker backoffice", "geldstroom/aanleveren"),
    ("Applicatiebeheerder", "beheer/nieuw"),
])
def test_AC02_AC03_every_stop_is_seen_and_in_order(site, regions, open_page, role, path):
    # Without the smooth scrolling, which would still be on its way when we look.
    page = open_page(reduced_motion="reduce")
    sign_in(page, site, regions[-1], role)
    page.goto(f"{site.address}/{regions[-1]}/{path}")
    found = stops(page)
    assert found[0]["what"].endswith("Naar de inhoud")
    hidden = [stop["what"] for stop in found if stop["outline"] < 2 or not stop["seen"]]
    assert hidden == [], f"{page.url}: no visible focus on {hidden}"
    places = [stop["place"] for stop in found]
    assert places == sorted(places), f"{page.url}: the focus jumps"
    back = press(page, "Shift+Tab")
    assert back is None or back["place"] in places, "no way back"


def test_AC12_the_skip_link_leads_past_the_navigation(site, regions, open_page):
    page = open_page()
    sign_in(page, site, regions[-1], "Contractmanager")
    page.goto(f"{site.address}/{regions[-1]}/inkoop/contracten")
    assert press(page)["what"].endswith("Naar de inhoud")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "inhoud"
    press(page)
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


def test_AC02_sign_in_navigate_sort_filter_and_sign_out(site, regions, open_page):
    page = open_page()
    page.goto(f"{site.address}/{regions[-1]}/toegang/aanmelden")
    go_to(page, "Contractmanager")
    page.keyboard.press("Enter")
    page.wait_for_url("**/landschap")
    go_to(page, "Inkoop en contracten")
    page.keyboard.press("Enter")
    page.wait_for_url("**/inkoop")
    go_to(page, "a Contracten")
    page.keyboard.press("Enter")
    page.wait_for_url("**/contracten")
    # By the last day of the contract, latest first.
    for order in ("ascending", "descending"):
        go_to(page, "a Einde")
        page.keyboard.press("Enter")
        page.wait_for_selector(f"th[aria-sort={order}]")
    # A filter: the second choice of a list, chosen with the arrows.
    go_to(page, "input zoek")
    press(page)
    page.keyboard.press("ArrowDown")
    go_to(page, "button Toepassen")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("stand=[a-z]"))
    assert "sorteer=" in page.url, "the order goes along"
    go_to(page, "button Afmelden")
    page.keyboard.press("Enter")
    page.wait_for_url("**/aanmelden")


def test_AC02_days_are_typed_and_sent(site, regions, open_page):
    page = open_page()
    sign_in(page, site, regions[-1], "Contractmanager")
    page.goto(f"{site.address}/{regions[-1]}/geldstroom/toegekend")
    go_to(page, "input bekend")
    # A day that is the same whichever of day and month the browser asks first.
    page.keyboard.type("06062025")
    go_to(page, "button Toon")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("bekend=2025-06-06"))


def test_AC08_errors_get_the_focus_and_lead_to_their_fields(site, regions, open_page):
    page = open_page()
    sign_in(page, site, regions[-1], "Applicatiebeheerder")
    page.goto(f"{site.address}/{regions[-1]}/beheer/nieuw")
    go_to(page, "button Toevoegen")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=alert]")
    assert page.evaluate("() => document.activeElement.matches('[role=alert] h2')")
    assert page.evaluate(_STOP)["outline"] >= 2
    press(page)
    assert page.evaluate("() => document.activeElement.matches('[role=alert] a')")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'veld-aanmeldnaam'")
