"""A day of who accounts for the money, and of who is accounted to."""

import re


def test_day_of_a_controller(day):
    """Money by municipality and month, against ceilings; what was refused; and a sound journal."""
    controller = day("controller")
    controller.room("Geldstroom", "Werklijst").definition()
    controller.room("Geldstroom", "Toegekend").choose("Jaar", "2025").definition()
    now = controller.page.locator(".regie-card .regie-figure").first.inner_text()
    controller.known_on("2025-06-30")
    assert controller.page.locator(".regie-card .regie-figure").first.inner_text() != now
    controller.page.get_by_label("Bekend op").fill("")
    controller.page.get_by_role("button", name="Toon", exact=True).click()
    controller.room("Geldstroom", "Declaratieregels").turn().sort("Bedrag").export()
    controller.choose("Stand", "afgekeurd")
    controller.first("/regels/")
    controller.says("Het oordeel")
    controller.room("Inkoop en contracten", "Plafonds").sort("Toegekend").export()
    controller.room("Landschap", "Markt").sort("Cliënten")
    controller.room("Beheer", "Journaal")
    controller.page.get_by_role("button", name="Nu controleren").click()
    for _ in range(40):
        if "Bezig" not in controller.words:
            break
        controller.page.wait_for_timeout(250)
        controller.page.get_by_role("link", name="Stand verversen").click()
    controller.says("kloppen met hun voorganger")
    controller.room("Beheer", "Voordrachten")
    controller.closed("geldstroom/persoon", "geldstroom/aanleveren", "beheer", "inkoop/procedures")
    controller.end()


def only_published(member):
    """Figures as they may leave the house: rounded, small numbers left out, no line of anybody."""
    member.room("Geldstroom").choose("Jaar", "2025").says("Kleine aantallen staan er niet")
    assert "bekijk de regels" not in member.words.lower()
    clients = [value for value in member.column("Cliënten")]
    assert all(value == "." or value % 5 == 0 for value in clients), clients
    for table in range(2):
        for row in member.rows(table):
            for text in row:
                amount = re.fullmatch(r"€ ([\d.]+),(\d\d)", text)
                assert not amount or amount.group(1) == "0" or (
                    amount.group(1).endswith(".000") and amount.group(2) == "00"
                ), text
    assert member.page.locator(".regie-files").count() == 0
    member.definition()


def test_day_of_an_alderman(day):
    """Goals, decisions and what it costs, in figures without people."""
    alderman = day("alderman")
    alderman.room("Landschap", "Doelen").turn()
    alderman.room("Landschap", "Besluiten").sort("Orgaan")
    alderman.room("Landschap", "Sturing").follow("Toon de regel")
    only_published(alderman)
    alderman.closed("inkoop", "geldstroom", "geldstroom/regels", "geldstroom/regels/1", "beheer")
    alderman.end()


def test_day_of_a_council_member(day, regions, site):
    """The same, in both languages; no way of asking shows a small number."""
    member = day("councilMember")
    only_published(member)
    for asked in ("jaar=2024", "jaar=2026", "bekend=2025-03-31", "geldig=2024-01-01"):
        member.page.goto(member.address(f"geldstroom/toegekend?{asked}"))
        has_clients = member.page.locator("main table").count() > 1
        clients = member.column("Cliënten") if has_clients else []
        assert all(value == "." or value % 5 == 0 for value in clients), (asked, clients)
    member.room("Landschap", "Segmenten").choose("Wet", "Wmo")
    member.first("/segmenten/")
    member.page.get_by_role("button", name="English").click()
    assert "Goals" in member.page.locator("nav").nth(1).inner_text()
    member.page.get_by_role("button", name="Nederlands").click()
    member.closed("inkoop", "inkoop/aanbieders", "geldstroom/regels", "geldstroom/regels/1")
    member.closed("landschap/markt", "beheer/uitvoer", "geldstroom/toegekend/x")
    member.end()
