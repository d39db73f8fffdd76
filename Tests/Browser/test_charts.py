"""Every chart has a one-line conclusion and a table with the same numbers (AC-13)."""

import datetime

import pytest
import tables
from conftest import sign_in

# The drawing is made in whole points; a value may be one point off.
POINT = 1.01


@pytest.fixture
def manager(site, regions, open_page):
    page = open_page()
    sign_in(page, site, regions[-1], "Contractmanager")
    return page, f"{site.address}/{regions[-1]}"


def table(page, caption):
    """The table whose caption begins so."""
    for found in tables.all_of(page):
        if found["caption"].startswith(caption):
            return found
    raise AssertionError(f"{page.url}: no table {caption}")


def column(table, heading):
    place = table["headings"].index(heading)
    return [tables.value(row[place], table["numeric"][place]) for row in table["rows"]]


def heights(page, chart=0):
    """The heights of the bars of a chart."""
    drawn = page.locator("figure.regie-chart").nth(chart).locator(".regie-chart__bar--1")
    return drawn.evaluate_all("bars => bars.map(bar => Number(bar.getAttribute('height')))")


def same_heights(drawn, values):
    """Whether bars stand to each other as the values of the table do."""
    assert len(drawn) == len(values)
    unit = max(drawn) / max(values) if max(values, default=0) > 0 else 0
    for place, (height, value) in enumerate(zip(drawn, values)):
        assert abs(height - max(value, 0) * unit) <= POINT, f"bar {place + 1}: {height} for {value}"


def told(page):
    """The picture has words for who cannot see it, and a conclusion above it."""
    for chart in page.locator("figure.regie-chart").all():
        assert len(chart.locator("figcaption").inner_text()) > 10, page.url
        drawing = chart.locator("svg[role=img]")
        assert len(drawing.get_attribute("aria-label")) > 20, page.url
        outside = drawing.evaluate(
            """svg => [...svg.querySelectorAll('text')].filter(text => {
              const [inner, outer] = [text.getBoundingClientRect(), svg.getBoundingClientRect()];
              return inner.left < outer.left - 1 || inner.right > outer.right + 1; })
              .map(text => text.textContent)"""
        )
        assert outside == [], f"{page.url}: words run out of the picture: {outside}"


def test_AC13_awarded_by_month(manager):
    page, region = manager
    page.goto(f"{region}/geldstroom/toegekend?jaar=2025")
    told(page)
    months = table(page, "Toegekend per maand")
    same_heights(heights(page), column(months, "Opgeteld")[:12])
    same_heights(heights(page, 1), column(months, "Opgeteld, onder een plafond")[:12])
    # The table adds up: the last month is the year, and each row the sum of its municipalities.
    together = column(months, "Samen")
    assert column(months, "Opgeteld")[11] == together[12]
    assert round(sum(together[:12]), 2) == together[12]
    first = months["rows"][0]
    within = [tables.value(text, True) for text in first[1:months["headings"].index("Samen")]]
    assert round(sum(within), 2) == together[0]


def test_AC13_ceilings(manager):
    page, region = manager
    page.goto(f"{region}/inkoop/plafonds?geldig=2025-12-31")
    told(page)
    used = column(table(page, "Plafonds op deze dag"), "Benut")
    assert max(used) > 0
    same_heights(heights(page), used[:20])


def test_AC13_concentration(manager):
    page, region = manager
    page.goto(f"{region}/landschap/markt?jaar=2025")
    told(page)
    curve = table(page, "Concentratie")
    points = page.locator("polyline").first.get_attribute("points").split()
    drawn = [tuple(int(part) for part in point.split(",")) for point in points]
    left, bottom = drawn[0]
    right, top = drawn[-1]
    shares = zip(column(curve, "Deel van de aanbieders"), column(curve, "Deel van het bedrag"))
    for across, up in shares:
        x, y = left + (right - left) * across, bottom - (bottom - top) * up
        assert any(abs(x - a) <= POINT and abs(y - b) <= POINT for a, b in drawn), (across, up)


def test_AC13_a_programme_through_time(manager):
    page, region = manager
    page.goto(f"{region}/inkoop/programmas")
    page.locator("main table tbody a").first.click()
    told(page)
    milestones = table(page, "Mijlpalen")
    names = [name[:59] for name in column(milestones, "Wat")]
    days = column(milestones, "Bereikt of verwacht")
    drawn = {text[:59] for text in page.locator("figure.regie-chart text").all_text_contents()}
    assert set(names) <= drawn, "a milestone that is not drawn"
    # A square for each milestone, from left to right as the days go.
    squares = page.locator("figure.regie-chart rect[width='8']").evaluate_all(
        """marks => marks.filter(mark => mark.getAttribute('class').endsWith('--1'))
          .map(mark => Number(mark.getAttribute('x')))"""
    )
    dated = [day for day in days if isinstance(day, datetime.date)]
    assert len(squares) == len(dated) > 2
    placed = sorted(zip(dated, squares))
    for (_, before), (_, after) in zip(placed, placed[1:]):
        assert before <= after + POINT, "marks stand in another order than their days"


def test_AC13_a_provider_by_month(manager):
    page, region = manager
    page.goto(f"{region}/landschap/markt?jaar=2025")
    page.locator("table a[href*='/aanbieders/']").first.click()
    page.goto(page.url + ("&" if "?" in page.url else "?") + "geldig=2025-12-31")
    told(page)
    amounts = next(
        column(shown, "Toegekend") for shown in tables.all_of(page)
        if shown["headings"][0] == "Maand"
    )
    same_heights(heights(page), amounts[:12])
