"""The roles of the demo, and the pages that the table of rights opens to each."""

import csv
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_RIGHTS = _ROOT / "Sources/Accounts/Data/rights.tsv"

# The name of a role in the table of rights, and the words on its button.
ROLES = {
    "administrator": "Applicatiebeheerder",
    "policyAdviser": "Beleidsadviseur",
    "purchaser": "Inkoper",
    "contractManager": "Contractmanager",
    "accessConsultant": "Toegangsconsulent",
    "caseDirector": "Casusregisseur",
    "backOfficeOfficer": "Medewerker backoffice",
    "controller": "Controller",
    "qualityOfficer": "Kwaliteitsmedewerker",
    "lawyer": "Jurist",
    "provider": "Zorgaanbieder",
    "alderman": "Wethouder",
    "councilMember": "Raadslid",
    "logReviewer": "Controleur inzagelogboek",
    "privacyOfficer": "Functionaris gegevensbescherming",
}

# The pages of the navigation in its order: room, page, address, and the right that opens it.
PAGES = [
    ("Landschap", "Sturing", "landschap", "strategy.see"),
    ("Landschap", "Segmenten", "landschap/segmenten", "strategy.see"),
    ("Landschap", "Doelen", "landschap/doelen", "strategy.see"),
    ("Landschap", "Besluiten", "landschap/besluiten", "strategy.see"),
    ("Landschap", "Versies", "landschap/versies", "strategy.see"),
    ("Landschap", "Markt", "landschap/markt", "market.see"),
    ("Inkoop en contracten", "Signalen", "inkoop", "contracts.see"),
    ("Inkoop en contracten", "Programma's", "inkoop/programmas", "programme.see"),
    ("Inkoop en contracten", "Procedures", "inkoop/procedures", "procedures.see"),
    ("Inkoop en contracten", "Dekking", "inkoop/dekking", "coverage.see"),
    ("Inkoop en contracten", "Aanbieders", "inkoop/aanbieders", "providers.see"),
    ("Inkoop en contracten", "Contracten", "inkoop/contracten", "contracts.see"),
    ("Inkoop en contracten", "Tarieven", "inkoop/tarieven", "tariffs.see"),
    ("Inkoop en contracten", "Plafonds", "inkoop/plafonds", "ceilings.see"),
    ("Inkoop en contracten", "Leveranciers", "inkoop/leveranciers", "suppliers.see"),
    ("Inkoop en contracten", "Overgang", "inkoop/overgang", "coverage.see"),
    ("Geldstroom", "Werklijst", "geldstroom", "worklist.see"),
    ("Geldstroom", "Berichten", "geldstroom/berichten", "messages.see"),
    ("Geldstroom", "Aanleveren", "geldstroom/aanleveren", "messages.upload"),
    ("Geldstroom", "Declaratieregels", "geldstroom/regels", "claims.see"),
    ("Geldstroom", "Toegekend", "geldstroom/toegekend", "figures.see"),
    ("Geldstroom", "Publicaties", "geldstroom/publicaties", "figures.see"),
    ("Geldstroom", "Persoon zoeken", "geldstroom/persoon", "person.find"),
    ("Beheer", "Gebruikers", "beheer", "users.see"),
    ("Beheer", "Voordrachten", "beheer/voorstellen", "proposals.see"),
    ("Beheer", "Beoordelingen", "beheer/beoordelingen", "users.see"),
    ("Beheer", "Inzage", "beheer/inzage", "accessRecords.see"),
    ("Beheer", "Gebeurtenissen", "beheer/gebeurtenissen", "securityEvents.see"),
    ("Beheer", "Journaal", "beheer/journaal", "journal.verify"),
    ("Beheer", "Uitvoer", "beheer/uitvoer", "exports.make"),
    ("Beheer", "Instellingen", "beheer/instellingen", "settings.see"),
    ("Beheer", "Mijn sessies", "beheer/sessies", "ownSessions"),
]


def rights(role):
    """The rights that the table gives to a role."""
    with open(_RIGHTS, encoding="utf-8") as table:
        rows = csv.reader((row for row in table if not row.startswith("#")), delimiter="\t")
        return {row[1] for row in rows if row and row[0] == role}


def open_pages(role):
    """The pages that are open to a role, in the order of the navigation."""
    held = rights(role)
    return [page for page in PAGES if page[3] in held]


def closed_pages(role):
    """The pages that do not exist for a role."""
    held = rights(role)
    return [page for page in PAGES if page[3] not in held]
