"""A disk that is full: the page says so in words, and reading goes on (RL-03)."""

import os
import shutil
import subprocess

import pytest
from accounts import Region
from checks import sound
from conftest import stop
from forms import fill
from test_uploads import MESSAGE, hand_in

OFFICE = ("backOfficeOfficer", "--municipality", "0321")


@pytest.fixture
def disk(tmp_path):
    """A file system of 24 MB; not where mounting one takes rights that we have not."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("mounting a small disk takes the rights of root")
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "regie-proef", str(folder)],
        capture_output=True, text=True,
    )
    if made.returncode != 0:
        pytest.skip(f"mounting a small disk is not allowed here: {made.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill_up(folder):
    """Fills the disk to the last block."""
    with open(folder / "vulling", "wb", buffering=0) as filler:
        for size in (1 << 16, 1 << 12, 1):
            try:
                while True:
                    filler.write(b"\0" * size)
            except OSError:
                continue


def test_RL03_a_full_disk_is_told_and_reading_goes_on(disk, browser):
    region = Region(disk)
    anna = region.add("anna", "administrator")
    region.serve()
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        anna.open(page, region)
        page.goto(region.address("beheer/nieuw"))
        fill(page, {"Aanmeldnaam": "zonder.ruimte", "Naam op het scherm": "Zonder Ruimte"})
        fill_up(disk)
        page.get_by_role("button", name="Toevoegen en uitnodigen").click()
        words = page.locator("main").inner_text()
        assert page.locator("h1").inner_text() == "Opslaan lukt nu niet", words
        assert "niet verwerkt" in words and "beheerder" in words
        sound(page, "full disk")
        for path in ("beheer", "beheer/journaal", "begrippen"):
            answer = page.goto(region.address(path))
            assert answer.status == 200, path
        assert "zonder.ruimte" not in page.locator("main").inner_text()
        (disk / "vulling").unlink()
        page.goto(region.address("beheer/nieuw"))
        fill(page, {"Aanmeldnaam": "met.ruimte", "Naam op het scherm": "Met Ruimte"})
        page.get_by_role("button", name="Toevoegen en uitnodigen").click()
        assert page.locator("h1").inner_text() == "De gebruiker is uitgenodigd"
    finally:
        context.close()
        stop(region.site)


def test_RL03_a_message_on_a_full_disk_is_not_taken_in(disk, browser):
    region = Region(disk)
    ciska = region.add("ciska", *OFFICE)
    region.serve()
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        ciska.open(page, region)
        page.goto(region.address("geldstroom/persoon"))
        fill(page, {"Zoeken op": "kenmerk", "BSN of kenmerk": "Dossier 12",
                    "Code van de aanbieder": "99990317", "Waarvoor hebt u dit nodig?": 1})
        fill_up(disk)
        # Nobody is looked up when the looking up cannot be recorded.
        page.get_by_role("button", name="Vastleggen en zoeken").click()
        assert page.locator("h1").inner_text() == "Opslaan lukt nu niet"
        page.goto(region.address("geldstroom/aanleveren"))
        hand_in(page, "Bericht", "bericht.xml", MESSAGE)
        assert "niet" in page.title().lower() or "Niet" in page.title()
        assert page.goto(region.address("geldstroom/regels")).status == 200
    finally:
        context.close()
        stop(region.site)
