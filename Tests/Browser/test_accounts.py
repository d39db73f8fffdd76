"""Real accounts: an invitation, a password, a second factor, and two who decide (AU, AZ-04)."""

import pytest
from accounts import PASSWORD, Region
from checks import sound
from conftest import Watch, stop
from forms import fill, filled

# One region for all of them, so one process.
pytestmark = pytest.mark.xdist_group("accounts")

OFFICE = ("backOfficeOfficer", "--municipality", "0321")
# Rights wait for a second administrator as soon as there are two, so these come last.
USERS = [(name, *OFFICE) for name in ("ciska", "dirk", "eva", "floor")] + [
    ("anna", "administrator"), ("bram", "administrator"),
]


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    """A region with two administrators and four people of the back office, all just invited."""
    region = Region(tmp_path_factory.mktemp("accounts"))
    region.users = {name: region.add(name, role, *reach) for name, role, *reach in USERS}
    region.serve()
    yield region
    stop(region.site)


@pytest.fixture
def desk(browser, region):
    """Opens a page of somebody with a browser of his or her own."""
    contexts = []
    watches = []

    def make():
        context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        watches.append(Watch(page, region.site.address))
        return page

    yield make
    for context in contexts:
        context.close()
    assert [complaint for watch in watches for complaint in watch.complaints] == []


def alert(page):
    return page.locator("main [role=alert]").inner_text()


def test_AU_from_invitation_to_signed_in_and_back(region, desk):
    """The whole life of a way in, with every wrong turn told in words."""
    eva, page = region.users["eva"], desk()
    page.goto(region.address("toegang/uitnodiging"))
    fill(page, {"Gebruikersnaam": eva.name, "Uitnodiging": eva.invitation,
                "Nieuw wachtwoord": "kort"})
    page.get_by_role("button", name="Account openen").click()
    assert "15" in alert(page)
    assert page.get_by_label("Gebruikersnaam").input_value() == eva.name
    sound(page, "refused password")
    eva.accept(page, region)
    assert page.locator("h1").inner_text() == "Uw tweede sleutel"
    sound(page, "new factor")
    page.get_by_label("Code").fill(eva.wrong())
    page.get_by_role("button", name="Code instellen").click()
    assert "klopt niet" in alert(page)
    sound(page, "refused new factor")
    eva.confirm(page)
    assert len(eva.recovery) >= 8
    assert "/toegang/" not in page.url
    page.get_by_role("button", name="Afmelden").click()
    page.goto(region.address("geldstroom"))
    assert "/toegang/aanmelden" in page.url
    sound(page, "password")
    eva.password(page, "een heel ander wachtwoord")
    assert "klopt niet" in alert(page)
    sound(page, "refused")
    eva.password(page)
    assert page.get_by_label("Code").get_attribute("autocomplete") == "one-time-code"
    sound(page, "second factor")
    page.get_by_label("Code").fill(eva.wrong())
    page.get_by_role("button", name="Verder").click()
    assert "klopt niet" in alert(page)
    page.get_by_label("Code").fill(eva.code())
    page.get_by_role("button", name="Verder").click()
    assert page.url == region.address("geldstroom")


def test_AU_a_recovery_code_opens_once(region, desk):
    floor, page = region.users["floor"], desk()
    floor.open(page, region)
    for turn in range(2):
        page.get_by_role("button", name="Afmelden").click()
        floor.password(page)
        page.get_by_label("Code").fill(floor.recovery[turn])
        page.get_by_role("button", name="Verder").click()
        assert "/toegang/" not in page.url
    page.get_by_role("button", name="Afmelden").click()
    floor.password(page)
    page.get_by_label("Code").fill(floor.recovery[0])
    page.get_by_role("button", name="Verder").click()
    assert "klopt niet" in alert(page)
    floor.sign_in(page, region)
    page.goto(region.address("beheer/sessies"))
    assert f"nog {len(floor.recovery) - 2} herstelcodes" in page.locator("main").inner_text()
    sound(page, "with codes")


def test_AZ04_one_proposes_and_another_decides(region, desk):
    """A new user gets a role: proposed by one administrator, approved by the other, once."""
    anna, bram = region.users["anna"], region.users["bram"]
    one, other = desk(), desk()
    anna.open(one, region)
    bram.open(other, region)
    one.goto(region.address("beheer/nieuw"))
    fill(one, {"Aanmeldnaam": "gijs", "Naam op het scherm": "Gijs"})
    one.get_by_role("button", name="Toevoegen en uitnodigen").click()
    one.get_by_role("link", name="Naar de gebruiker").click()
    one.get_by_label("Rol", exact=True).last.select_option("controller")
    one.get_by_label("Voor welk deel van de regio").select_option("regio")
    one.get_by_label("Eerste dag").fill("2026-01-01")
    one.get_by_role("button", name="Rol voordragen").click()
    proposal = one.url
    assert "Een ander beslist hierover" in one.locator("main").inner_text()
    assert one.get_by_role("button", name="Goedkeuren").count() == 0
    sound(one, "own proposal")
    other.goto(region.address("beheer/voorstellen"))
    assert "1 voordracht wacht" in other.locator("main").inner_text()
    other.locator("main table tbody a").first.click()
    assert other.url == proposal
    sound(other, "to decide")
    late = other.context.new_page()
    late.goto(proposal)
    other.get_by_role("button", name="Goedkeuren").click()
    assert "goedgekeurd" in other.locator("main").inner_text()
    late.get_by_role("button", name="Afwijzen").click()
    assert "al besloten" in late.locator("h1").inner_text()
    sound(late, "decided")
    one.goto(proposal)
    assert "Bram" in one.locator("main").inner_text()


def test_AU11_a_form_survives_password_and_code(region, desk):
    """The session ends while a form is filled in; after both steps it stands there again."""
    ciska, page = region.users["ciska"], desk()
    ciska.open(page, region)
    page.goto(region.address("geldstroom/persoon"))
    typed = {"Zoeken op": "kenmerk", "BSN of kenmerk": "Dossier 12",
             "Code van de aanbieder": "99990317", "Waarvoor hebt u dit nodig?": 1}
    fill(page, typed)
    before = filled(page, typed)
    page.context.clear_cookies()
    page.get_by_role("button", name="Vastleggen en zoeken").click()
    assert "bewaard" in page.locator("main").inner_text()
    ciska.password(page, "mis")
    assert "klopt niet" in alert(page)
    ciska.password(page, PASSWORD)
    page.get_by_label("Code").fill(ciska.wrong())
    page.get_by_role("button", name="Verder").click()
    page.get_by_label("Code").fill(ciska.code())
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Terug naar mijn formulier").click()
    assert filled(page, typed) == before
    page.get_by_role("button", name="Vastleggen en zoeken").click()
    assert page.locator("h1").inner_text() == "Niemand gevonden"


def test_AU11_a_session_elsewhere_can_be_ended(region, desk):
    dirk, here, there = region.users["dirk"], desk(), desk()
    dirk.open(there, region)
    dirk.sign_in(here, region)
    here.goto(region.address("beheer/sessies"))
    buttons = here.get_by_role("button", name="Deze sessie beëindigen")
    while buttons.count():
        buttons.first.click()
    there.goto(region.address("geldstroom"))
    assert "/toegang/aanmelden" in there.url


def test_AU09_guessing_is_held_up_in_words(region, desk):
    """Stands last: who guesses holds up everybody on the same network for a while."""
    page = desk()
    page.goto(region.address("toegang/aanmelden"))
    for _ in range(14):
        page.get_by_label("Gebruikersnaam").fill("niemand")
        page.get_by_label("Wachtwoord").fill("zomaar een lange gok")
        page.get_by_role("button", name="Aanmelden").click()
        if "te vaak" in alert(page):
            break
    assert "te vaak" in alert(page) and "opnieuw na" in alert(page)
    sound(page, "held up")
