"""Every list as a file: the rows of the page, numbers as numbers, no formula (IM-03, IM-04)."""

import re

import pytest
import tables
from checks import first_time
from conftest import sign_in
from roles import ROLES, open_pages

@pytest.mark.parametrize(
    "role", ["policyAdviser", "contractManager", "backOfficeOfficer", "provider"]
)
def test_IM03_IM04_files_hold_what_the_page_shows(site, regions, open_page, role):
    page = open_page()
    sign_in(page, site, regions[-1], ROLES[role])
    found = 0
    for _, name, path, _ in open_pages(role):
        page.goto(f"{site.address}/{regions[-1]}/{path}")
        files = page.locator(".regie-files a")
        if not files.count():
            continue
        found += 1
        # What a provider sees is another list than what the region sees.
        if not first_time("list", path, str(role == "provider")):
            continue
        addresses = [files.nth(place).get_attribute("href") for place in range(2)]
        same(page, name, *(fetch(page, site, address) for address in addresses))
    assert found > 0, "a role without a list"


def fetch(page, site, address):
    answer = page.request.get(site.address + address)
    assert answer.status == 200, address
    assert "attachment" in answer.headers["content-disposition"], address
    return answer.body()


def same(page, name, as_csv, as_xlsx):
    """Whether both files have the headings and rows of the list, and those of this page in it."""
    head, *plain = tables.csv_rows(as_csv)
    typed = list(tables.sheet(as_xlsx).iter_rows())[1:]
    found = [shown for shown in tables.all_of(page) if head == shown["headings"]]
    if not found:
        # Several tables of a page in one file, with a column more that says of which.
        parts = [shown for shown in tables.all_of(page) if shown["headings"] == head[1:]]
        assert sum(len(part["rows"]) for part in parts) == len(plain) == len(typed) > 0, name
        return
    table = found[0]
    is_list = page.locator(".regie-count").count() > 0
    whole = tables.count(page) if is_list else len(table["rows"])
    assert len(plain) == len(typed) == whole, name
    numeric = table["numeric"]
    for row, (shown, words, cells) in enumerate(zip(table["rows"], plain, typed)):
        for column, text in enumerate(shown):
            place = f"{name}, rij {row + 1}, {table['headings'][column]}: "
            plain_value = tables.csv_value(words[column], numeric[column])
            kept = (plain_value, tables.sheet_value(cells[column]))
            # Words that look like an amount are words in both files, or a value in both.
            as_words = not numeric[column] and kept == (text, text)
            value = tables.value(text, numeric[column])
            assert as_words or kept == (value, value), place + text
    for cells in typed:
        for column, cell in enumerate(cells):
            assert cell.data_type != "f" and cell.hyperlink is None, f"{name}: {cell.coordinate}"
            if numeric[column] and cell.value not in (None, ".") and isinstance(cell.value, str):
                assert not re.fullmatch(r"[\d.,]+", cell.value), f"{name}: {cell.value} as words"


def test_IM03_a_file_has_all_that_matches_in_the_order_of_the_page(site, regions, open_page):
    """Filtered and sorted as the page is, but whole; by a real click."""
    page = open_page()
    sign_in(page, site, regions[-1], "Contractmanager")
    page.goto(f"{site.address}/{regions[-1]}/inkoop/contracten?sorteer=einde&volgorde=af")
    page.get_by_label("Zoek", exact=True).fill("wmo")
    page.get_by_role("button", name="Toepassen").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").click()
    name = waiting.value.suggested_filename
    assert re.fullmatch(rf"{regions[-1]}-contracten-\d{{4}}-\d\d-\d\d\.csv", name)
    with open(waiting.value.path(), "rb") as file:
        head, *rows = tables.csv_rows(file.read())
    assert len(rows) == tables.count(page) > 0
    assert all("wmo" in " ".join(row).lower() for row in rows)
    ends = [row[head.index("Einde")] for row in rows if row[head.index("Einde")]]
    assert ends == sorted(ends, reverse=True)


@pytest.mark.parametrize("role", ["accessConsultant", "councilMember", "administrator"])
def test_AZ01_who_may_not_export_gets_no_file(site, regions, open_page, role):
    page = open_page()
    sign_in(page, site, regions[-1], ROLES[role])
    for _, name, path, _ in open_pages(role):
        page.goto(f"{site.address}/{regions[-1]}/{path}")
        assert page.locator(".regie-files").count() == 0, name
        answer = page.request.get(f"{site.address}/{regions[-1]}/{path}?vorm=csv")
        assert "attachment" not in answer.headers.get("content-disposition", ""), name
