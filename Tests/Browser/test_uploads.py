"""Files that are no messages, messages that were here before, and tables that are none (WB-07)."""

import pytest
from checks import sound
from conftest import sign_in
from forms import refused

MESSAGE = b"<?xml version='1.0'?><niets xmlns='urn:voorbeeld'/>"
HOSTILE = [
    ("leeg", "leeg.xml", b"", "leeg"),
    ("geen XML", "bericht.xml", b"%PDF-1.7 geen bericht", "geen XML"),
    ("verkeerde naam", "bericht.pdf", MESSAGE, ".xml"),
    ("DOCTYPE", "bericht.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "DOCTYPE"),
    ("virus", "bericht.xml", b"<a>EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE</a>", "virus"),
]


@pytest.fixture
def office(site, regions, open_page):
    page = open_page()
    sign_in(page, site, regions[-1], "Medewerker backoffice")
    return page, f"{site.address}/{regions[-1]}/geldstroom"


def hand_in(page, label, name, data):
    page.get_by_label(label, exact=True).set_input_files(
        {"name": name, "mimeType": "text/xml", "buffer": data}
    )
    page.get_by_role("button", name="Aanleveren en beoordelen").click()


@pytest.mark.parametrize("what,name,data,words", HOSTILE, ids=[row[0] for row in HOSTILE])
def test_WB07_a_file_that_is_no_message(office, what, name, data, words):
    page, region = office
    page.goto(f"{region}/aanleveren")
    hand_in(page, "Bericht", name, data)
    refused(page, 1)
    assert words in page.locator("[role=alert]").inner_text()
    sound(page, "errors")


def test_WB07_no_file_at_all(office):
    page, region = office
    page.goto(f"{region}/aanleveren")
    page.get_by_role("button", name="Aanleveren en beoordelen").click()
    refused(page, 1)


@pytest.mark.parametrize("data", [
    MESSAGE, b"<a>" * 5_000, b"<a b='1' b='2'/>", b"<a>\xff\xfe</a>", b"<bericht>",
], ids=["another", "deep", "twice", "bytes", "cut off"])
def test_WB07_xml_that_is_not_of_the_standard(office, data):
    """Told what is wrong with it; nothing of it is taken in."""
    page, region = office
    page.goto(f"{region}/aanleveren")
    hand_in(page, "Bericht", "bericht.xml", data)
    words = page.locator("main").inner_text()
    assert "niets" in words.lower() or page.locator("[role=alert]").count() == 1, words
    assert page.title().startswith("Niet")
    sound(page, "no message")


def test_WB07_a_file_that_is_too_large(office, tmp_path):
    page, region = office
    large = tmp_path / "bericht.xml"
    with open(large, "wb") as file:
        file.truncate(65 << 20)
    page.goto(f"{region}/aanleveren")
    page.get_by_label("Bericht", exact=True).set_input_files(large)
    page.get_by_role("button", name="Aanleveren en beoordelen").click()
    assert page.locator("h1").inner_text() == "Dit is te groot"
    assert "64 MB" in page.locator("main").inner_text()


def test_the_same_message_again_changes_nothing(office):
    """A message is fetched, for a reason that is recorded, and handed in once more."""
    page, region = office
    page.goto(f"{region}/berichten?richting=ontvangen")
    page.locator("main table tbody a").first.click()
    page.locator("main a[href$='/bestand']").click()
    page.get_by_role("button", name="Vastleggen en ophalen").click()
    refused(page, 1)
    sound(page, "errors")
    page.get_by_label("Waarvoor hebt u dit nodig?").select_option(index=1)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Vastleggen en ophalen").click()
    with open(waiting.value.path(), "rb") as file:
        message = file.read()
    page.goto(f"{region}/aanleveren")
    hand_in(page, "Bericht", "nog-eens.xml", message)
    assert page.locator("main .nl-alert").count() >= 1
    sound(page, "handed in")


@pytest.mark.parametrize("name,data,words", [
    ("tabel.xlsx", b"PK\x03\x04", ".csv"),
    ("tabel.csv", b"\x00\x01\x02", "geen tabel"),
    ("tabel.csv", b"", "leeg"),
], ids=["name", "bytes", "empty"])
def test_WB07_a_file_that_is_no_table(office, name, data, words):
    page, region = office
    page.goto(f"{region}/aanleveren/tabel")
    hand_in(page, "Tabel", name, data)
    refused(page, 1)
    assert words in page.locator("[role=alert]").inner_text()
    sound(page, "errors")


def test_IM08_a_table_with_faults_is_told_row_by_row(office):
    page, region = office
    page.goto(f"{region}/aanleveren/tabel")
    hand_in(page, "Tabel", "tabel.csv", b"kolom;andere\n1;2\n3;4\n")
    assert page.title().startswith("Niet verzonden")
    assert "niets gewijzigd" in page.locator("main").inner_text()
    sound(page, "faults")
