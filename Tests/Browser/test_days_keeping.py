"""A day of who keeps the accounts, and of who watches over what people looked at."""

from checks import sound
from forms import fill
from roles import ROLES
from test_forms import new_user


def test_day_of_an_administrator(day):
    """A new user, a role proposed and withdrawn, what happened, and a check of the journal."""
    keeper = day("administrator")
    keeper.sort("Naam").search("jurist")
    address = new_user(keeper.page, f"{keeper.site.address}/{keeper.region}")
    keeper.page.get_by_label("Rol", exact=True).last.select_option("qualityOfficer")
    keeper.page.get_by_label("Voor welk deel van de regio").select_option("regio")
    keeper.page.get_by_label("Eerste dag").fill("2026-12-01")
    keeper.page.get_by_role("button", name="Rol voordragen").click()
    keeper.says("Een ander beslist hierover", "wacht op besluit")
    keeper.page.get_by_role("button", name="Voordracht intrekken").click()
    keeper.says("ingetrokken")
    keeper.up().sort("Stand")
    keeper.page.goto(address)
    keeper.page.get_by_role("button", name="Uitschakelen").click()
    keeper.says("uitgeschakeld")
    keeper.room("Beheer", "Gebeurtenissen").choose("Gebeurtenis", 1)
    keeper.room("Beheer", "Journaal").turn()
    keeper.page.get_by_role("button", name="Nu controleren").click()
    keeper.room("Beheer", "Instellingen").says("Keuzes van de regio")
    keeper.room("Beheer", "Mijn sessies").says("Deze sessie")
    keeper.closed("landschap", "inkoop", "geldstroom/regels", "beheer/inzage", "beheer/uitvoer")
    keeper.end()


def look_up(office):
    """Somebody of the back office asks for a person that nobody knows."""
    office.room("Geldstroom", "Persoon zoeken")
    fill(office.page, {"Zoeken op": "kenmerk", "BSN of kenmerk": "Dossier 404",
                       "Code van de aanbieder": "99990317", "Waarvoor hebt u dit nodig?": 1})
    office.page.get_by_role("button", name="Vastleggen en zoeken").click()
    office.says("De zoekvraag is vastgelegd")


def test_day_of_a_log_reviewer(day):
    """Who looked, when and why; the chain of records; and nothing of what was looked at."""
    look_up(day("backOfficeOfficer"))
    reviewer = day("logReviewer")
    reviewer.room("Beheer", "Inzage").choose("Gebruiker", f"{ROLES['backOfficeOfficer']} (demo)")
    assert all("backoffice" in name for name in reviewer.column("Wie"))
    assert all(reviewer.column("Waarom")), "a look without a reason"
    reviewer.follow("De keten controleren").says("De keten klopt")
    sound(reviewer.page, "chain")
    reviewer.room("Beheer", "Gebeurtenissen").choose("Gebeurtenis", 1)
    reviewer.room("Beheer", "Journaal")
    reviewer.closed("beheer", "beheer/voorstellen", "geldstroom/regels", "landschap", "inkoop")
    reviewer.end()


def test_day_of_a_privacy_officer(day):
    """Sees the users and what was looked at, changes nobody, and reads no figure."""
    look_up(day("backOfficeOfficer"))
    officer = day("privacyOfficer")
    officer.room("Beheer", "Gebruikers").sort("Naam").search("controller")
    assert officer.page.get_by_role("link", name="Gebruiker toevoegen").count() == 0
    assert officer.page.locator("main table a[href*='/gebruikers/']").count() == 0
    officer.room("Beheer", "Inzage")
    assert len(officer.rows()) > 0
    for name in ("Voordrachten", "Gebeurtenissen", "Journaal"):
        officer.room("Beheer", name)
    officer.closed("beheer/nieuw", "beheer/instellingen", "geldstroom/toegekend", "landschap")
    officer.end()
