"""A day of work: the things that everybody does with pages, each with what must come of it."""

import datetime
import re
import unicodedata

import tables
from checks import sound
from conftest import sign_in
from roles import ROLES


class Day:
    """Somebody at work in the demo region."""

    def __init__(self, page, site, region, role):
        self.page = page
        self.site = site
        self.region = region
        self.role = ROLES[role]

    def begin(self):
        """Signs in; every page says who it is for, and that the region is invented."""
        sign_in(self.page, self.site, self.region, self.role)
        assert "Verzonnen regio" in self.page.locator("aside").inner_text()
        assert self.role.lower() in self.page.locator(".nl-page-header__user").inner_text().lower()
        sound(self.page)
        return self

    def end(self):
        """Signs out; after that nothing can be seen, not by going back either."""
        address = self.page.url
        self.page.get_by_role("button", name="Afmelden").click()
        assert "/toegang/aanmelden" in self.page.url
        self.page.goto(address)
        assert "/toegang/aanmelden" in self.page.url

    # Finding the way

    def address(self, path):
        return f"{self.site.address}/{self.region}/{path}"

    def room(self, room, name=None):
        """Goes to a room, and to a page in it, by the navigation."""
        self._navigation("Ruimtes").get_by_role("link", name=room, exact=True).click()
        if name:
            inner = self._navigation("Pagina's van deze ruimte")
            inner.get_by_role("link", name=name, exact=True).click()
            current = self._navigation("Pagina's van deze ruimte").locator("[aria-current=page]")
            assert current.inner_text() == name
        sound(self.page)
        return self

    def _navigation(self, name):
        return self.page.get_by_role("navigation", name=name, exact=True)

    def follow(self, text, exact=False):
        """Follows the first link of the page with these words."""
        self.page.locator("main").get_by_role("link", name=text, exact=exact).first.click()
        assert self.page.locator("h1").count() == 1
        sound(self.page)
        return self

    def first(self, part="/"):
        """Opens the first thing of a list, such as a contract; gives its name."""
        links = self.page.locator(f"main table tbody a[href*='{part}']")
        name = links.first.inner_text()
        links.first.click()
        sound(self.page)
        return name

    def up(self):
        """One step up along the crumbs."""
        self._navigation("Kruimelpad").get_by_role("link").last.click()
        return self

    def closed(self, *paths):
        """What the role may not see looks like what is not there."""
        for path in paths:
            answer = self.page.request.get(self.address(path))
            assert answer.status == 404, f"{self.role} sees {path}"
        return self

    # Reading

    @property
    def words(self):
        return self.page.locator("main").inner_text()

    @property
    def heading(self):
        return self.page.locator("h1").inner_text()

    def says(self, *texts):
        words = self.words
        for text in texts:
            assert text in words, f"{self.role}, {self.page.url}: nothing about {text}"
        return self

    def rows(self, table=0):
        return tables.read(self.page, table)["rows"]

    def _table(self, heading):
        """The table with a column; of several the one that can be sorted by it."""
        exactly = re.compile(f"^{re.escape(heading)}$")
        for kind in ("thead a.nl-table__sort", "thead th"):
            for place in range(self.page.locator("main table").count()):
                cells = self.page.locator("main table").nth(place).locator(kind)
                if cells.filter(has_text=exactly).count():
                    return place
        return 0

    def column(self, heading, table=None):
        """The values of a column, as typed values."""
        found = tables.read(self.page, self._table(heading) if table is None else table)
        place = found["headings"].index(heading)
        return [tables.value(row[place], found["numeric"][place]) for row in found["rows"]]

    def definition(self):
        """Asks what a figure means, reads it, and comes back."""
        address = self.page.url
        self.page.locator("main .regie-definition").first.click()
        mark = self.page.url.split("#")[1]
        assert "/begrippen" in self.page.url
        assert self.page.locator(f"[id='{mark}']").is_visible(), mark
        self.page.go_back()
        assert self.page.url == address
        return self

    # Lists

    def sort(self, heading):
        """Sorts by a column, both ways."""
        table = self._table(heading)
        for order in ("ascending", "descending"):
            place = self.page.locator("main table").nth(table)
            exactly = re.compile(f"^{re.escape(heading)}$")
            place.locator("thead a.nl-table__sort").filter(has_text=exactly).click()
            mark = self.page.locator("main table").nth(table).locator(f"th[aria-sort={order}]")
            assert heading in mark.inner_text()
            shown = self.column(heading, table)
            values = [_rank(value) for value in shown if value not in ("", ".")]
            assert values == sorted(values, reverse=order == "descending"), f"{heading} {order}"
        return self

    def search(self, text, found=True):
        """Looks for words in a list; without `found` for words that are nowhere."""
        self.page.get_by_label("Zoek", exact=True).first.fill(text)
        self._apply()
        if found:
            rows = self.rows()
            assert rows, text
            assert all(_plain(text) in _plain(" ".join(row)) for row in rows), text
        else:
            assert self.page.locator(".regie-empty").count() == 1
            sound(self.page, "no rows")
        self.page.get_by_label("Zoek", exact=True).first.fill("")
        self._apply()
        return self

    def choose(self, label, choice):
        """Sets a filter, by the words of the choice or its place in the list."""
        field = self.page.get_by_role("search").or_(
            self.page.locator("form.regie-filter")
        ).first.get_by_label(label, exact=True)
        if isinstance(choice, int):
            field.select_option(index=choice)
        else:
            field.select_option(label=choice)
        self._apply()
        return self

    def _apply(self):
        self.page.get_by_role("button", name="Toepassen").first.click()

    def count(self):
        return tables.count(self.page)

    def turn(self):
        """Turns to the second page of a list and back."""
        first = self.rows()
        self.page.get_by_role("link", name="Pagina 2", exact=True).click()
        assert self.page.locator(".regie-count").first.inner_text().startswith("Rij 51")
        assert self.rows() != first
        self.page.get_by_role("link", name="Pagina 1", exact=True).click()
        assert self.rows() == first
        return self

    def export(self):
        """Keeps the list in both forms; each has all its rows."""
        total = self.count()
        data = {}
        for name in ("CSV", "XLSX"):
            with self.page.expect_download() as waiting:
                self.page.get_by_role("link", name=name, exact=True).first.click()
            with open(waiting.value.path(), "rb") as file:
                data[name] = file.read()
        assert len(tables.csv_rows(data["CSV"])) == total + 1
        assert tables.sheet(data["XLSX"]).max_row == total + 1
        return self

    def known_on(self, day):
        """Goes back to what was known on a day."""
        self.page.get_by_label("Bekend op").fill(day)
        self.page.get_by_role("button", name="Toon", exact=True).click()
        assert f"bekend={day}" in self.page.url
        self.says("Zoals bekend op")
        return self


def _plain(text):
    """Text without capitals and marks on letters, as lists are sorted and searched."""
    parted = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in parted if not unicodedata.combining(letter)).casefold()


def _rank(value):
    return value.toordinal() if isinstance(value, datetime.date) else (
        value if isinstance(value, (int, float)) else _plain(value)
    )
