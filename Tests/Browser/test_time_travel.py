"""As known on and as valid on: what was known or held on a day, on every page with figures."""

import re

import pytest
from checks import look, pretty
from conftest import sign_in
from roles import open_pages

# Pages of these rooms without a figure of a day: what is handed in, looked up or given out.
_WITHOUT_DAYS = {"geldstroom/aanleveren", "geldstroom/persoon", "geldstroom/publicaties"}


def pages_with_days(role):
    return [path for room, _, path, _ in open_pages(role)
            if room != "Beheer" and path not in _WITHOUT_DAYS]


def choose(page, label, day):
    page.get_by_label(label).fill(day)
    page.get_by_role("form", name="Peildata").get_by_role("button", name="Toon").click()


def euros(page):
    text = page.locator(".regie-card .regie-figure").first.inner_text()
    return int(re.sub(r"[^\d]", "", text) or 0)


@pytest.fixture
def manager(site, regions, open_page):
    """A contract manager and the address of the region."""
    page = open_page()
    sign_in(page, site, regions[-1], "Contractmanager")
    return page, f"{site.address}/{regions[-1]}"


def test_known_on_takes_figures_back_and_says_so(manager):
    page, region = manager
    page.goto(f"{region}/geldstroom/toegekend?jaar=2025")
    now = euros(page)
    choose(page, "Bekend op", "2025-06-30")
    assert "bekend=2025-06-30" in page.url and "jaar=2025" in page.url
    notice = page.locator(".regie-dates__notice").inner_text()
    assert notice.startswith("Zoals bekend op 30 juni 2025.")
    assert "overgenomen historie" in notice
    assert 0 < euros(page) < now
    choose(page, "Bekend op", "2025-03-31")
    assert 0 < euros(page) < now / 2
    choose(page, "Bekend op", "")
    assert euros(page) == now
    assert page.locator(".regie-dates__notice").count() == 0


def test_valid_on_shows_what_held_that_day(manager):
    page, region = manager
    page.goto(f"{region}/inkoop/tarieven")
    now = page.locator("main table").first.inner_text()
    choose(page, "Geldig op", "2023-06-30")
    assert "geldig=2023-06-30" in page.url
    assert "Zoals geldig op 30 juni 2023." in page.locator(".regie-dates__notice").inner_text()
    assert page.locator("main table").first.inner_text() != now
    page.goto(f"{region}/inkoop/contracten?geldig=2019-01-01")
    assert "0 van" in page.locator(".regie-lead").inner_text()


def test_days_go_along_from_page_to_page(manager):
    """Through a list to one thing, back along the crumbs, and through the navigation."""
    page, region = manager
    days = ("bekend=2025-06-30", "geldig=2025-03-01")
    page.goto(f"{region}/inkoop/contracten?{'&'.join(days)}")
    page.locator("main table tbody a").first.click()
    assert all(day in page.url for day in days), page.url
    page.get_by_role("navigation", name="Kruimelpad").get_by_role("link").first.click()
    assert page.url.split("?")[0].endswith("/contracten")
    assert all(day in page.url for day in days), page.url
    page.get_by_role("link", name="Plafonds", exact=True).click()
    assert all(day in page.url for day in days), page.url
    page.get_by_role("link", name="Geldstroom", exact=True).click()
    assert all(day in page.url for day in days), page.url
    page.get_by_role("navigation", name="Ruimtes").get_by_role("link", name="Beheer").click()
    assert not any(day in page.url for day in days), "days without a meaning there"


def test_every_page_with_figures_has_both_days(manager):
    page, region = manager
    for path in pages_with_days("contractManager"):
        page.goto(f"{region}/{path}")
        assert page.get_by_label("Bekend op").count() == 1, path
        assert page.get_by_label("Geldig op").count() == 1, path


def test_AC01_pages_of_a_day_on_which_nothing_was_known(manager):
    """Empty pages are pages too: they say that there is nothing, and are as sound as full ones."""
    page, region = manager
    complaints = []
    for path in pages_with_days("contractManager"):
        answer = page.goto(f"{region}/{path}?bekend=2000-01-01")
        assert answer.status == 200, path
        assert len(page.locator("main").inner_text()) > 100, path
        complaints += look(page, "empty")
    assert complaints == [], pretty(complaints)


@pytest.mark.parametrize("day", ["2025-13-45", "gisteren", "2025-06-30T00:00", "9999-12-31", "%00"])
def test_a_day_that_makes_no_sense_shows_today(manager, day):
    page, region = manager
    page.goto(f"{region}/geldstroom/toegekend?jaar=2025")
    now = euros(page)
    answer = page.goto(f"{region}/geldstroom/toegekend?jaar=2025&bekend={day}")
    assert answer.status in (200, 400)
    assert answer.status == 400 or euros(page) == now
