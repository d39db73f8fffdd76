"""A day of who finds support for people, of who judges what is claimed, and of a provider."""

import re

from checks import sound
from test_uploads import hand_in


def own_lines_only(worker):
    """The claim lines of one municipality, under pseudonyms, without a file to take away."""
    worker.room("Geldstroom", "Declaratieregels").sort("Bedrag")
    assert len(set(worker.column("Gemeente"))) == 1
    assert all(re.fullmatch(r"[0-9a-f]{6,}|", text) for text in worker.column("Cliënt"))
    assert worker.page.locator(".regie-files").count() == 0
    assert worker.page.locator("main table a[href*='/regels/']").count() == 0


def test_day_of_an_access_consultant(day):
    """Who can take somebody, for what, at which price; and what runs in the own municipality."""
    consultant = day("accessConsultant")
    consultant.room("Inkoop en contracten", "Dekking").definition().choose("Product", 1)
    consultant.says("Dekking van")
    consultant.room("Inkoop en contracten", "Aanbieders").choose("Stand", "neemt cliënten aan")
    consultant.first("/aanbieders/")
    consultant.room("Inkoop en contracten", "Tarieven").search("02A")
    own_lines_only(consultant)
    consultant.room("Geldstroom", "Toegekend").definition()
    consultant.closed("geldstroom/regels/1", "geldstroom/persoon", "geldstroom", "landschap/markt")
    consultant.end()


def test_day_of_a_case_director(day):
    """A provider for a plan, what it delivers under which agreement, and what was used of it."""
    director = day("caseDirector")
    director.room("Landschap", "Segmenten").choose("Wet", "Participatie")
    director.first("/segmenten/")
    director.room("Inkoop en contracten", "Aanbieders").sort("Capaciteit")
    director.first("/aanbieders/")
    director.room("Inkoop en contracten", "Contracten").search("pw-")
    director.first("/contracten/")
    own_lines_only(director)
    director.closed("geldstroom/regels/1", "geldstroom/persoon", "inkoop/plafonds")
    director.end()


def test_day_of_the_back_office(day):
    """The work list, a line explained, a message handed in again, a person looked up."""
    office = day("backOfficeOfficer")
    office.room("Geldstroom", "Werklijst").definition().export()
    assert len(set(office.column("Gemeente"))) == 1
    line = office.page.locator("main table").nth(1).locator("tbody a").first
    line.click()
    office.says("Het oordeel", "Waar het op rust")
    office.room("Geldstroom", "Berichten").choose("Richting", "ontvangen").turn()
    office.first("/berichten/")
    office.says("Kenmerken", "Wat het bericht zegt")
    message = fetched(office)
    office.room("Geldstroom", "Aanleveren")
    hand_in(office.page, "Bericht", "nog-eens.xml", message)
    assert office.page.locator("main .nl-alert").count() > 0
    found_by_number(office, re.search(rb"[bB]sn>(\d{9})<", message).group(1).decode())
    office.room("Geldstroom", "Aanleveren").follow("Een tabel aanleveren")
    office.closed("inkoop/procedures", "inkoop/leveranciers", "beheer/inzage", "beheer/voorstellen")
    office.end()


def fetched(office):
    """The message of this page as a file, for a reason."""
    office.page.locator("main a[href$='/bestand']").click()
    office.page.get_by_label("Waarvoor hebt u dit nodig?").select_option(index=1)
    with office.page.expect_download() as waiting:
        office.page.get_by_role("button", name="Vastleggen en ophalen").click()
    with open(waiting.value.path(), "rb") as file:
        return file.read()


def found_by_number(office, number):
    """A person by the number in a message; it stands in no address and not on the page."""
    for law in range(3):
        office.room("Geldstroom", "Persoon zoeken")
        office.page.get_by_label("Wet").select_option(index=law)
        office.page.get_by_label("Zoeken op").select_option("bsn")
        office.page.get_by_label("BSN of kenmerk").fill(number)
        office.page.get_by_label("Waarvoor hebt u dit nodig?").select_option(index=1)
        office.page.get_by_role("button", name="Vastleggen en zoeken").click()
        assert number not in office.page.url
        if office.heading != "Niemand gevonden":
            break
    assert office.heading != "Niemand gevonden"
    assert number not in office.words, "the number is asked for separately"
    sound(office.page, "found")


def test_day_of_a_provider(day):
    """Only its own: contracts, dates, claims, messages; and nothing of any other."""
    provider = day("provider")
    provider.room("Inkoop en contracten", "Aanbieders")
    assert len(provider.rows()) == 1, "a provider sees itself"
    name, number = provider.rows()[0][0], provider.rows()[0][1]
    provider.first("/aanbieders/")
    assert name in provider.heading
    provider.room("Inkoop en contracten", "Contracten").sort("Einde").export()
    assert set(provider.column("Aanbieder")) == {name}
    provider.first("/contracten/")
    provider.room("Inkoop en contracten", "Tarieven")
    provider.room("Geldstroom", "Werklijst")
    provider.room("Geldstroom", "Declaratieregels").sort("Bedrag")
    assert all(text.startswith(name) for text in provider.column("Aanbieder"))
    provider.first("/regels/")
    provider.says("Het oordeel")
    provider.room("Geldstroom", "Berichten")
    assert all(text.startswith(name) for text in provider.column("Aanbieder"))
    provider.room("Geldstroom", "Toegekend").definition()
    provider.room("Geldstroom", "Aanleveren")
    hand_in(provider.page, "Bericht", "geen.xml", b"")
    provider.says("leeg")
    others = [f"inkoop/aanbieders/{int(number) + step}" for step in (-2, -1, 1, 2)]
    provider.closed(*others, "inkoop/dekking", "landschap/markt", "geldstroom/persoon")
    for row in range(0, 60, 3):
        if provider.page.goto(provider.address(f"geldstroom/regels/{row}")).status == 200:
            provider.says(name)
    provider.end()
