"""A day of who writes the strategy, buys, and keeps the contracts."""

import datetime


def test_day_of_a_policy_adviser(day):
    """From the steering table to the rule behind a cell, two versions, the market and coverage."""
    adviser = day("policyAdviser")
    adviser.room("Landschap", "Sturing").says("Inkoop Wmo 2022", "Inkoop Jeugd 2022")
    adviser.follow("Toon de regel").says("Wat er staat en waar het vandaan komt")
    adviser.definition()
    adviser.room("Landschap", "Segmenten").sort("Segment").choose("Wet", "Jeugd")
    assert set(adviser.column("Wet")) == {"Jeugd"}
    name = adviser.first("/segmenten/")
    assert adviser.heading == name
    adviser.says("De vier sturingselementen", "Onbekend")
    adviser.room("Landschap", "Doelen").turn().sort("Doel").search("zelfredzaam").export()
    adviser.room("Landschap", "Versies")
    fields = adviser.page.locator("form[action$='/vergelijking'] select")
    fields.first.select_option(index=0)
    fields.last.select_option(index=1)
    adviser.page.get_by_role("button", name="Vergelijk").click()
    assert "Verg" in adviser.heading or "ersie" in adviser.heading
    adviser.room("Landschap", "Markt").definition().sort("Toegekend")
    whole = sum(adviser.column("Toegekend"))
    adviser.choose("Wet", "Wmo")
    assert 0 < sum(adviser.column("Toegekend")) < whole
    adviser.room("Inkoop en contracten", "Dekking").choose("Kleur", "rood")
    adviser.page.get_by_label("Kleur").is_visible()
    adviser.room("Geldstroom").known_on("2025-06-30").says("overgenomen historie")
    adviser.closed("geldstroom", "geldstroom/regels", "geldstroom/persoon", "beheer/journaal")
    adviser.end()


def test_day_of_a_purchaser(day):
    """The calendar of a programme, procedures with their bids, evidence, and what it leads to."""
    purchaser = day("purchaser")
    purchaser.room("Inkoop en contracten", "Programma's")
    purchaser.first("/programmas/")
    purchaser.says("Mijlpalen", "Impactanalyse")
    purchaser.room("Inkoop en contracten", "Procedures").sort("Procedure").sort("Dag")
    kinds = set(purchaser.column("Soort"))
    purchaser.choose("Soort", 1)
    assert len(set(purchaser.column("Soort"))) == 1 < len(kinds)
    name = purchaser.first("/procedures/")
    assert name in purchaser.heading
    purchaser.up()
    assert purchaser.page.url.split("?")[0].endswith("/inkoop/procedures")
    purchaser.room("Inkoop en contracten", "Aanbieders").search("boomvalk").sort("Capaciteit")
    purchaser.export()
    provider = purchaser.first("/aanbieders/")
    assert provider in purchaser.heading
    purchaser.room("Inkoop en contracten", "Tarieven").definition().choose("Product", 1)
    assert len(set(row[0] for row in purchaser.rows())) == 1
    purchaser.room("Inkoop en contracten", "Overgang")
    purchaser.page.get_by_label("De oude dag").fill("2021-12-31")
    purchaser.page.get_by_label("De nieuwe dag").fill("2022-01-01")
    purchaser.page.get_by_role("button", name="Vergelijk").click()
    purchaser.says("Van 31 december 2021 naar 1 januari 2022")
    purchaser.closed("geldstroom", "geldstroom/regels", "geldstroom/berichten", "beheer")
    purchaser.end()


def test_day_of_a_contract_manager(day):
    """What is urgent, the contract behind it, the provider, the ceiling and the claim lines."""
    manager = day("contractManager")
    manager.room("Inkoop en contracten").says("te laat", "nu")
    manager.follow("Toon deze signalen (te laat)")
    assert set(manager.column("Urgentie")) == {"te laat"}
    contract = manager.first("/contracten/")
    assert contract in manager.heading
    manager.says("Signalen", "Looptijd", "Documenten en rangorde")
    manager.page.locator("main a[href*='/aanbieders/']").first.click()
    manager.says("KvK")
    manager.room("Inkoop en contracten", "Contracten").turn().sort("Einde").search("wmo").export()
    days = [day for day in manager.column("Einde") if day]
    assert all(isinstance(day, datetime.date) for day in days)
    manager.search("zzzz-bestaat-niet", found=False)
    manager.room("Inkoop en contracten", "Plafonds").definition().sort("Benut")
    manager.room("Geldstroom", "Declaratieregels").turn().sort("Bedrag")
    everything = manager.count()
    manager.choose("Stand", "afgekeurd")
    assert 0 < manager.count() < everything
    line = manager.first("/regels/")
    assert line in manager.heading
    manager.says("Wat is ingediend", "Het oordeel", "Waar het op rust", "pseudoniem")
    manager.up()
    manager.room("Beheer", "Uitvoer").first()
    manager.closed("geldstroom/aanleveren", "geldstroom/persoon", "beheer", "beheer/inzage")
    manager.end()


def test_day_of_a_quality_officer(day):
    """Requirements with their tests, evaluations, and the sheet of a provider."""
    officer = day("qualityOfficer")
    officer.room("Inkoop en contracten", "Leveranciers").says("Elke eis met haar toets")
    officer.says("Evaluatie na het eerste jaar").search("peelrand").export()
    officer.room("Inkoop en contracten", "Aanbieders").sort("Aanbieder")
    officer.first("/aanbieders/")
    officer.room("Inkoop en contracten", "Contracten").choose("Stand", "gecontracteerd")
    assert len(set(officer.column("Stand"))) == 1
    officer.first("/contracten/")
    officer.room("Geldstroom").definition()
    officer.closed("inkoop/tarieven", "inkoop/plafonds", "geldstroom/regels", "landschap/markt")
    officer.end()


def test_day_of_a_lawyer(day):
    """Procedures and contracts with what they rest on, and a disputed line under a pseudonym."""
    lawyer = day("lawyer")
    lawyer.room("Landschap", "Besluiten").turn().export()
    lawyer.room("Inkoop en contracten", "Procedures").sort("Procedure")
    lawyer.first("/procedures/")
    lawyer.room("Inkoop en contracten", "Contracten")
    lawyer.first("/contracten/")
    lawyer.says("Documenten en rangorde", "Wijzigingen")
    # The number of the line is in the letter of the provider; the list is not for a lawyer.
    answer = lawyer.page.goto(lawyer.address("geldstroom/regels/1"))
    assert answer.status == 200
    lawyer.says("Het oordeel")
    lawyer.room("Beheer", "Voordrachten").closed("geldstroom/regels", "geldstroom", "inkoop/dekking")
    lawyer.end()
