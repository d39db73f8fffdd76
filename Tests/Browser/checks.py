"""What must hold of every page, whatever it shows."""

import json
import re

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The number of a thing in an address; two of a kind are the same kind of page.
_VARIABLE = {
    "segmenten": 2, "regels": 3, "programmas": 1, "procedures": 1, "aanbieders": 1,
    "contracten": 1, "berichten": 1, "gebruikers": 1, "voorstellen": 1,
}


def kind(address):
    """The pattern of an address: without its region, its query and the names of single things."""
    path = re.sub(r"[?#].*", "", address)
    path = re.sub(r"^https?://[^/]+", "", path)
    parts = path.strip("/").split("/")[1:]
    shown = []
    for place, part in enumerate(parts):
        before = parts[place - 1] if place else ""
        known = {"bestand", "nieuw", "reden"}
        shown.append("*" if shown and before in _VARIABLE and part not in known else part)
        if shown[-1] != "*" and place >= 3:
            shown[-1] = part if part in known else "*"
    return "/" + "/".join(shown)


def accessible(page):
    """The violations that axe finds, in short; an empty list when there are none (AC-01)."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response
    return [
        f"{page.url}: {violation['id']}: {violation['nodes'][0]['html'][:160]}"
        f" ({len(violation['nodes'])}x)"
        for violation in found["violations"]
    ]


def structured(page):
    """What is wrong with the bones of a page (AC-12, AC-13)."""
    facts = page.evaluate(
        """() => ({
          h1: document.querySelectorAll('h1').length,
          skip: document.querySelector('a.nl-skip-link')?.getAttribute('href'),
          main: document.querySelectorAll('main').length,
          levels: [...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1])),
          tables: [...document.querySelectorAll('table')].filter(t => !t.caption).length,
          headers: [...document.querySelectorAll('th')].filter(t => !t.scope).length,
          inline: document.querySelectorAll('[style],style,script:not([src])').length,
          unlabelled: [...document.querySelectorAll('input:not([type=hidden]),select,textarea')]
            .filter(i => !i.labels.length && !i.getAttribute('aria-label')).length,
          disabled: document.querySelectorAll('button[disabled]').length,
          charts: [...document.querySelectorAll('figure.regie-chart')]
            .filter(f => !document.querySelector('table')).length,
          title: document.title,
        })"""
    )
    wrong = []
    if facts["h1"] != 1:
        wrong.append(f"{facts['h1']} headings of level 1")
    if facts["skip"] != "#inhoud" or facts["main"] != 1:
        wrong.append("no skip link to one main part")
    for before, after in zip(facts["levels"], facts["levels"][1:]):
        if after > before + 1:
            wrong.append(f"heading {after} after {before}")
    for name in ("tables", "headers", "inline", "unlabelled", "disabled", "charts"):
        if facts[name]:
            wrong.append(f"{name}: {facts[name]}")
    return [f"{page.url}: {what}" for what in wrong]


def narrow(page):
    """Whether a page scrolls sideways as it is now (AC-04)."""
    width, room = page.evaluate(
        "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    if width <= room:
        return []
    culprit = page.evaluate(
        """() => [...document.querySelectorAll('main *')].find(e =>
             e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
             && !e.closest('.regie-scroll'))?.outerHTML.slice(0, 160)"""
    )
    return [f"{page.url}: {width} wide on {room}: {culprit}"]


def small_targets(page):
    """Links, buttons and fields below 24 px, but for links within a line of text (AC-06)."""
    return page.evaluate(
        """() => [...document.querySelectorAll('a,button,input:not([type=hidden]),select,summary')]
          .filter(e => e.offsetParent !== null
            && !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
          .filter(e => { const b = e.getBoundingClientRect();
            return b.width > 0 && (b.width < 23.5 || b.height < 23.5); })
          .map(e => location.pathname + ': ' + e.outerHTML.slice(0, 120))"""
    )


def links(page, region):
    """The addresses within the region that the page leads to."""
    found = page.evaluate("() => [...document.querySelectorAll('a[href]')].map(a => a.href)")
    return [
        address.split("#")[0]
        for address in found
        if f"/{region}/" in address and "vorm=" not in address and "sorteer=" not in address
        and "pagina=" not in address
    ]


def pretty(complaints):
    return json.dumps(sorted(set(complaints)), indent=1, ensure_ascii=False)
