"""What must hold of every page, whatever it shows."""

import hashlib
import json
import os
import re
import tempfile
from pathlib import Path

import axe_playwright_python

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
# How many parts of an address after a word name one single thing; two such are one kind of page.
_THINGS = {
    "segmenten": 2, "landschap/regels": 3, "regels": 1, "programmas": 1, "procedures": 1,
    "aanbieders": 1, "contracten": 1, "plafonds": 1, "berichten": 1, "publicaties": 1,
    "gebruikers": 1, "voorstellen": 1,
}
_WORDS = {"nieuw", "voordragen"}
# A mark for each kind and state of a page that was looked at in every light; tests that run beside
# each other share them.
_MARKS = Path(os.environ.get("REGIE_SEEN") or tempfile.mkdtemp(prefix="regie-seen-"))


def kind(address):
    """The pattern of an address: without its region, its query and the names of single things."""
    path = re.sub(r"^https?://[^/]+", "", re.sub(r"[?#].*", "", address))
    parts = path.strip("/").split("/")[1:]
    shown = []
    things = 0
    for place, part in enumerate(parts):
        if things and part not in _WORDS:
            shown.append("*")
            things -= 1
            continue
        shown.append(part)
        things = _THINGS.get("/".join(parts[:place + 1]), _THINGS.get(part, 0)) if place else 0
    return "/" + "/".join(shown)


def accessible(page):
    """The violations that axe finds, in short; an empty list when there are none (AC-01)."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_AXE)
    found = page.evaluate(
        """tags => axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
          .then(all => all.violations.map(one =>
            `${one.id}: ${one.nodes[0].html.slice(0, 160)} (${one.nodes.length}x)`))""",
        TAGS,
    )
    return [f"{page.url}: {what}" for what in found]


def every_state(page):
    """Light, dark and forced colours, wide and narrow (AC-01, AC-04)."""
    found = accessible(page)
    page.emulate_media(color_scheme="dark")
    found += named("dark", accessible(page))
    page.emulate_media(color_scheme="light", forced_colors="active")
    found += named("forced colours", accessible(page))
    page.emulate_media(forced_colors="none")
    page.set_viewport_size({"width": 320, "height": 800})
    found += named("320 px", narrow(page) + small_targets(page) + accessible(page))
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def named(state, complaints):
    return [f"{complaint} [{state}]" for complaint in complaints]


def look(page, state=""):
    """Everything about the page that is shown; in all lights for the first of its kind and state.

    A state is what a page is in besides its address: with errors, without rows, after an upload.
    """
    found = structured(page) + small_targets(page)
    if first_time(kind(page.url), state):
        found += every_state(page)
    return found


def first_time(*what):
    """Whether nobody marked this before; marks it."""
    mark = _MARKS / hashlib.sha256(" ".join(what).encode()).hexdigest()[:20]
    try:
        mark.touch(exist_ok=False)
        return True
    except FileExistsError:
        return False


def sound(page, state=""):
    """Fails with what is wrong with the page that is shown."""
    found = look(page, state)
    assert found == [], pretty(found)


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
          required: document.querySelectorAll('[required],[placeholder]').length,
          disabled: document.querySelectorAll('button[disabled]').length,
          charts: [...document.querySelectorAll('figure.regie-chart')]
            .filter(f => !document.querySelector('table')).length,
          twice: [...document.querySelectorAll('[id]')].map(e => e.id)
            .filter((id, place, all) => all.indexOf(id) !== place).length,
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
    counted = (
        "tables", "headers", "inline", "unlabelled", "required", "disabled", "charts", "twice",
    )
    wrong += [f"{name}: {facts[name]}" for name in counted if facts[name]]
    if not facts["title"].endswith("Regie"):
        wrong.append(f"title {facts['title']}")
    return [f"{page.url}: {what}" for what in wrong]


def narrow(page):
    """Whether a page scrolls sideways as it is now (AC-04)."""
    width, room = page.evaluate(
        "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    if width <= room:
        return []
    culprit = page.evaluate(
        """() => [...document.querySelectorAll('body *')].find(e =>
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
          .map(e => location.href + ': small: ' + e.outerHTML.slice(0, 120))"""
    )


def links(page, region):
    """The addresses within the region that the page leads to, without the ways to sort a list."""
    found = page.evaluate("() => [...document.querySelectorAll('a[href]')].map(a => a.href)")
    own = [address.split("#")[0] for address in found if f"/{region}/" in address]
    asks = ("vorm=", "sorteer=", "pagina=")
    return [address for address in dict.fromkeys(own) if not any(ask in address for ask in asks)]


def pretty(complaints):
    return json.dumps(sorted(set(complaints)), indent=1, ensure_ascii=False)
