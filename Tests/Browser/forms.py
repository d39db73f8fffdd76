"""What must hold of a form that was refused (AC-08)."""


def refused(page, count=None):
    """Fails when the page does not say well what is wrong with the form that was sent."""
    summary = page.locator("main [role=alert]")
    assert summary.count() == 1, f"{page.url}: no summary of errors"
    assert page.evaluate("() => document.activeElement.closest('[role=alert]') !== null"), (
        f"{page.url}: the summary did not get the focus"
    )
    assert summary.evaluate("e => e.closest('form') === null"), "the summary stands in the form"
    links = summary.get_by_role("link")
    if count is not None:
        assert links.count() == count, links.all_inner_texts()
    assert links.count() > 0
    assert page.title().startswith("Niet verzonden"), page.title()
    assert str(links.count()) in page.title() + " 1", page.title()
    for link in links.all():
        field = page.locator(link.get_attribute("href"))
        assert field.count() == 1, f"{page.url}: {link.get_attribute('href')} leads nowhere"
        text = link.inner_text()
        if field.get_attribute("aria-invalid") is None:
            assert field.get_attribute("tabindex") == "-1", f"{page.url}: {text}"
            continue
        described = field.get_attribute("aria-describedby").split()
        words = [page.locator(f"[id='{name}']").inner_text() for name in described]
        assert text in words, f"{page.url}: the field does not say {text}"


def fill(page, values):
    """Fills fields in by their labels."""
    for label, value in values.items():
        field = page.get_by_label(label)
        if field.evaluate("e => e.tagName") == "SELECT":
            choice = {"index": value} if isinstance(value, int) else {"value": value}
            field.select_option(**choice)
        else:
            field.fill(value)


def filled(page, labels):
    """What stands in fields, by their labels."""
    return {label: page.get_by_label(label).input_value() for label in labels}
