"""Forms filled in wrongly, twice, too late, or on a page that others changed (AC-08, AU-11)."""

import contextlib
import itertools
import os

import pytest
from checks import sound
from conftest import sign_in
from forms import fill, filled, refused
from playwright.sync_api import Error

_numbers = itertools.count(1)


def unused(name):
    """A sign-in name that no test used, in this run or an earlier one on the same server."""
    return f"{name}.{os.getpid()}.{next(_numbers)}"


@pytest.fixture
def administrator(site, regions, open_page):
    page = open_page()
    sign_in(page, site, regions[-1], "Applicatiebeheerder")
    return page, f"{site.address}/{regions[-1]}"


def new_user(page, region):
    """Adds a user without any role and gives its page."""
    page.goto(f"{region}/beheer/nieuw")
    name = unused("proef")
    fill(page, {"Aanmeldnaam": name, "Naam op het scherm": f"Proef {name}"})
    page.get_by_role("button", name="Toevoegen en uitnodigen").click()
    page.get_by_role("link", name="Naar de gebruiker").click()
    return page.url


def posts(page):
    """The forms that the page sends from now on."""
    sent = []

    def note(request):
        if request.method == "POST":
            sent.append(request.url)

    page.on("request", note)
    return sent


def test_AC08_an_empty_form_says_what_is_missing(administrator):
    page, region = administrator
    page.goto(f"{region}/beheer/nieuw")
    page.get_by_role("button", name="Toevoegen en uitnodigen").click()
    refused(page)
    sound(page, "errors")


def test_AC08_what_was_typed_stays_beside_what_is_wrong(administrator):
    page, region = administrator
    page.goto(f"{region}/beheer/nieuw")
    wrong = {"Aanmeldnaam": "Ab", "Naam op het scherm": "Zoë van 't Hof \"<b>\" & zn."}
    fill(page, wrong)
    page.get_by_role("button", name="Toevoegen en uitnodigen").click()
    refused(page, 1)
    assert filled(page, wrong) == wrong


def test_AC08_a_role_without_reach_or_day(administrator):
    page, region = administrator
    new_user(page, region)
    page.get_by_label("Laatste dag (optioneel)").fill("2027-01-31")
    page.get_by_role("button", name="Rol voordragen").click()
    refused(page, 2)
    assert page.get_by_label("Laatste dag (optioneel)").input_value() == "2027-01-31"
    sound(page, "errors")


@pytest.mark.parametrize("length", [1_000, 100_000])
def test_WB_a_very_long_field_is_refused_in_words(administrator, length):
    page, region = administrator
    page.goto(f"{region}/beheer/nieuw")
    fill(page, {"Aanmeldnaam": "lang.veld", "Naam op het scherm": "é" * length})
    page.get_by_role("button", name="Toevoegen en uitnodigen").click()
    refused(page, 1)
    assert "1 tot 100 tekens" in page.locator("[role=alert]").inner_text()


def test_WB_more_than_a_form_may_hold(administrator):
    page, region = administrator
    page.goto(f"{region}/beheer/nieuw")
    fill(page, {"Aanmeldnaam": "lang.veld", "Naam op het scherm": "a" * 1_500_000})
    page.get_by_role("button", name="Toevoegen en uitnodigen").click()
    assert page.locator("h1").inner_text() == "Dit is te groot"
    assert "niets gewijzigd" in page.locator("main").inner_text()
    sound(page, "too large")


def test_AU11_a_session_that_ended_loses_nothing(site, regions, open_page):
    page = open_page()
    sign_in(page, site, regions[-1], "Medewerker backoffice")
    page.goto(f"{site.address}/{regions[-1]}/geldstroom/persoon")
    typed = {"Zoeken op": "kenmerk", "BSN of kenmerk": "Dossier 7 & \"acht\"",
             "Code van de aanbieder": "99990317", "Waarvoor hebt u dit nodig?": 1}
    fill(page, typed)
    before = filled(page, typed)
    page.context.clear_cookies()
    page.get_by_role("button", name="Vastleggen en zoeken").click()
    words = page.locator("main").inner_text()
    assert "Uw sessie is verlopen" in words and "bewaard" in words
    sound(page, "session ended")
    page.get_by_role("button", name="Medewerker backoffice").click()
    assert "Wat u had ingevuld staat klaar" in page.locator("main").inner_text()
    sound(page, "restored")
    page.get_by_role("button", name="Terug naar mijn formulier").click()
    assert page.url.endswith("/geldstroom/persoon")
    assert filled(page, typed) == before
    page.get_by_role("button", name="Vastleggen en zoeken").click()
    assert page.locator("h1").inner_text() == "Niemand gevonden"
    sound(page, "nobody")


def test_AU11_who_only_looked_comes_back_to_the_same_page(site, regions, open_page):
    page = open_page()
    sign_in(page, site, regions[-1], "Contractmanager")
    asked = f"{site.address}/{regions[-1]}/inkoop/contracten?zoek=jeugd"
    page.context.clear_cookies()
    page.goto(asked)
    assert "/toegang/aanmelden" in page.url
    page.get_by_role("button", name="Contractmanager").click()
    assert page.url == asked


def test_AP09_two_clicks_send_once(administrator):
    page, region = administrator
    page.goto(f"{region}/beheer/nieuw")
    fill(page, {"Aanmeldnaam": unused("dubbel"), "Naam op het scherm": "Dubbel"})
    sent = posts(page)
    page.get_by_role("button", name="Toevoegen en uitnodigen").dblclick()
    page.wait_for_load_state()
    assert page.locator("h1").inner_text() == "De gebruiker is uitgenodigd"
    assert len(sent) == 1
    sound(page, "invited")


def test_AZ08_a_page_that_others_changed_shows_both_versions(administrator):
    page, region = administrator
    address = new_user(page, region)
    other = page.context.new_page()
    other.goto(address)
    other.get_by_role("button", name="Uitschakelen").click()
    page.get_by_label("de hele regio")
    page.get_by_label("Rol", exact=True).last.select_option("lawyer")
    page.get_by_label("Voor welk deel van de regio").select_option("regio")
    page.get_by_label("Eerste dag").fill("2026-12-01")
    page.get_by_role("button", name="Rol voordragen").click()
    words = page.locator("main").inner_text()
    assert "Wat u zag" in words and "Hoe het nu is" in words
    assert "niets gedaan" in words
    sound(page, "conflict")
    page.get_by_role("link", name="Naar de gebruiker zoals die nu is").click()
    assert page.url == address


def test_a_step_back_sends_nothing_again(administrator):
    page, region = administrator
    address = new_user(page, region)
    page.get_by_label("Rol", exact=True).last.select_option("lawyer")
    page.get_by_label("Voor welk deel van de regio").select_option("regio")
    page.get_by_label("Eerste dag").fill("2026-12-01")
    page.get_by_role("button", name="Rol voordragen").click()
    assert "/beheer/voorstellen/" in page.url
    sound(page)
    sent = posts(page)
    page.go_back()
    assert page.url == address
    page.go_forward()
    assert "/beheer/voorstellen/" in page.url
    assert sent == []
    # Back past the page with the code, which is shown once. A browser asks before it sends a form
    # again; when it does, there is no second user and no second code.
    with contextlib.suppress(Error):
        for _ in range(3):
            page.go_back()
    page.goto(address)
    name = page.locator("dd").first.inner_text()
    page.goto(f"{region}/beheer?zoek={name}")
    assert page.locator("main table tbody tr").count() == 1


def test_AU11_a_form_of_another_session_changes_nothing(administrator, site, regions):
    page, region = administrator
    page.goto(f"{region}/beheer/nieuw")
    fill(page, {"Aanmeldnaam": "vreemd.formulier", "Naam op het scherm": "Vreemd"})
    # Somebody signs in anew in another tab: the token on this page is of the session before.
    other = page.context.new_page()
    sign_in(other, site, regions[-1], "Applicatiebeheerder")
    page.get_by_role("button", name="Toevoegen en uitnodigen").click()
    assert "hoort niet bij uw sessie" in page.locator("h1").inner_text()
    sound(page, "foreign form")
    other.goto(f"{region}/beheer?zoek=vreemd.formulier")
    assert other.locator(".regie-empty").count() == 1
