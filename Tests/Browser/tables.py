"""Tables on pages and in files, as typed values that can be compared."""

import csv
import datetime
import io
import re

import openpyxl


def read(page, place=0):
    """The table of the page: its headings, which columns are numbers, and its rows as shown."""
    return page.locator("main table").nth(place).evaluate(
        """table => ({
          caption: table.caption.innerText.trim(),
          headings: [...table.tHead.rows[0].cells].map(cell => {
            const copy = cell.cloneNode(true);
            copy.querySelectorAll('.regie-definition').forEach(mark => mark.remove());
            return copy.textContent.trim(); }),
          numeric: [...table.tHead.rows[0].cells]
            .map(cell => cell.classList.contains('nl-table__cell--numeric')),
          rows: [...table.tBodies[0].rows].map(row =>
            [...row.cells].map(cell => cell.textContent.replace(/\\s+/g, ' ').trim())),
        })"""
    )


def all_of(page):
    """The tables of the page."""
    return [read(page, place) for place in range(page.locator("main table").count())]


def count(page):
    """How many rows the list has in all, as the page says above it."""
    words = page.locator(".regie-count").first.inner_text()
    return int(words.split()[-1 if " van " in words else 0].replace(".", ""))


def value(text, is_number):
    """What a Dutch cell of a page says, as a value: a number, a day, or words."""
    amount = re.fullmatch(r"€ (-?[\d.]+,\d\d)", text)
    share = re.fullmatch(r"(-?[\d.]+,\d) %", text)
    day = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", text)
    if amount or share:
        number = float((amount or share).group(1).replace(".", "").replace(",", "."))
        return round(number / 100, 4) if share else number
    if day:
        return datetime.date(*(int(part) for part in reversed(day.groups())))
    if is_number and re.fullmatch(r"-?[\d.]+", text) and text != ".":
        return int(text.replace(".", ""))
    return text


def csv_rows(data):
    """The rows of a CSV for people: UTF-8 that says so, semicolons."""
    assert data.startswith(b"\xef\xbb\xbf"), "Excel would read the letters as an older code"
    return list(csv.reader(io.StringIO(data[3:].decode("utf-8"), newline=""), delimiter=";"))


def csv_value(text, is_number):
    """A cell of a CSV as a value."""
    if re.fullmatch(r"-?\d+,\d\d", text):
        return float(text.replace(",", "."))
    if re.fullmatch(r"-?\d+,\d%", text):
        return round(float(text[:-1].replace(",", ".")) / 100, 4)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return datetime.date.fromisoformat(text)
    if is_number and re.fullmatch(r"-?\d+", text):
        return int(text)
    return " ".join(text.removeprefix("'").split())


def sheet(data):
    """The first sheet of an XLSX file, unevaluated, so that a formula would show."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=False).worksheets[0]


def sheet_value(cell):
    """A cell of a sheet as a value."""
    found = cell.value
    if isinstance(found, datetime.datetime):
        return found.date()
    if isinstance(found, float):
        return round(found, 4)
    return " ".join(found.split()) if isinstance(found, str) else "" if found is None else found
