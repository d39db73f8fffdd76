"""Wider, larger, narrower, printed and still: nothing is lost (AC-04, AC-05, AC-14, AC-15)."""

import pytest
from checks import narrow, pretty
from conftest import sign_in

# A page of each make: tables wide and narrow, cards, charts, facts, forms.
PAGES = {
    "Contractmanager": [
        "landschap", "landschap/segmenten/nl-wmo-2022/wmo-s1a", "landschap/markt", "inkoop",
        "inkoop/contracten", "inkoop/dekking", "inkoop/plafonds", "inkoop/aanbieders",
        "geldstroom/toegekend", "geldstroom/regels", "begrippen",
    ],
    "Medewerker backoffice": ["geldstroom", "geldstroom/persoon", "geldstroom/aanleveren"],
    "Applicatiebeheerder": ["beheer", "beheer/journaal", "beheer/nieuw", "beheer/sessies"],
}
# What WCAG 1.4.12 says that a reader may set.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"""
LARGER = "html { font-size: 200% !important; }"
# Texts that are cut off by the box around them; not those for who listens, of one point wide.
CLIPPED = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.children.length === 0 && e.innerText?.trim())
  .filter(e => e.getBoundingClientRect().width > 1)
  .filter(e => { const s = getComputedStyle(e);
    return ['hidden', 'clip'].includes(s.overflowX) || ['hidden', 'clip'].includes(s.overflowY)
      || s.textOverflow === 'ellipsis'; })
  .filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
  .map(e => `${location.pathname}: cut off: ${e.outerHTML.slice(0, 120)}`)"""


@pytest.fixture(params=PAGES)
def visited(request, site, regions, open_page):
    """Opens the pages of a role one after the other, in a browser with the given settings."""
    def visit(**settings):
        page = open_page(**settings)
        sign_in(page, site, regions[-1], request.param)
        for path in PAGES[request.param]:
            answer = page.goto(f"{site.address}/{regions[-1]}/{path}")
            assert answer.status == 200, path
            yield page
    return visit


def test_AC04_wider_spacing_and_larger_text_keep_everything(visited):
    complaints = []
    # The reader's own style comes from the browser, past what the site allows its own pages.
    for page in visited(bypass_csp=True):
        for style in (SPACING, LARGER):
            tag = page.add_style_tag(content=style)
            complaints += page.evaluate(CLIPPED) + narrow(page)
            page.set_viewport_size({"width": 320 if style is SPACING else 640, "height": 800})
            complaints += page.evaluate(CLIPPED) + narrow(page)
            page.set_viewport_size({"width": 1280, "height": 900})
            tag.evaluate("tag => tag.remove()")
    assert complaints == [], pretty(complaints)


def test_AC04_at_400_percent_there_is_room_for_what_is_read(visited):
    """1280 by 1024 at 400 % is 320 by 256; nothing that stays in place may fill it."""
    complaints = []
    for page in visited(viewport={"width": 320, "height": 256}):
        complaints += narrow(page)
        fixed = page.evaluate(
            """() => [...document.querySelectorAll('body *')]
              .filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position)
                && e.getBoundingClientRect().height > 0)
              .map(e => e.outerHTML.slice(0, 100))"""
        )
        complaints += [f"{page.url}: stays in place: {what}" for what in fixed]
    assert complaints == [], pretty(complaints)


def test_AC14_nothing_moves_for_who_asked_for_stillness(visited):
    moving = """() => [...document.querySelectorAll('*')].filter(e => {
        const s = getComputedStyle(e);
        return s.animationName !== 'none' || s.scrollBehavior === 'smooth'
          || s.transitionDuration.split(',').some(time => parseFloat(time) > 0); })
      .map(e => `${location.pathname}: moves: ${e.outerHTML.slice(0, 100)}`)"""
    complaints = []
    for page in visited(reduced_motion="reduce"):
        complaints += page.evaluate(moving)
    assert complaints == [], pretty(complaints)


def test_AC15_on_paper_stands_what_is_read_and_no_more(visited):
    for page in visited():
        page.emulate_media(media="print")
        for name in ("Ruimtes", "Pagina's van deze ruimte", "Kruimelpad", "Pagina's van de lijst"):
            assert not page.get_by_role("navigation", name=name, exact=True).is_visible(), name
        for left_out in (".nl-page-header__tools", ".regie-filter", ".regie-dates", ".regie-files"):
            assert not page.locator(left_out).first.is_visible(), left_out
        assert page.locator("h1").is_visible()
        if page.locator("main table").count():
            assert page.locator("main table").first.is_visible()
        cut = page.evaluate(
            """() => [...document.querySelectorAll('.regie-scroll')]
              .filter(e => getComputedStyle(e).overflowX !== 'visible').length"""
        )
        assert cut == 0, f"{page.url}: a table is cut off on paper"
        page.emulate_media(media="screen")


def test_AC05_a_status_is_a_word_and_not_a_colour_alone(visited):
    for page in visited():
        empty = page.evaluate(
            """() => [...document.querySelectorAll('.nl-status-badge, .nl-alert')]
              .filter(e => !e.innerText.trim()).length"""
        )
        assert empty == 0, page.url


def test_AC09_the_language_of_page_and_button_is_marked(visited):
    for page in visited():
        assert page.locator("html").get_attribute("lang") == "nl"
        button = page.get_by_role("button", name="English")
        assert button.get_attribute("lang") == "en"
