"""How fast the pages answer, with wrk on the same cores as the server.

    pages.py demo REGIE             the landscape page and a provider's sheet of the demo region
    pages.py million REGIE MAKER    the work list of a region with a million claim lines

Each prints rows for Documentation/Performance.md: what was measured, beside a floor in the same run.
MAKER is the program MainJobBench, which makes the messages.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time

import million
from load import load, rate
from server import Server
from visitor import Visitor

SECONDS = int(os.environ.get("SECONDS_EACH", "10"))


def row(work, measured, floor, ratio, promise):
    print(f"| {work} | {measured} | {floor} | {ratio} | {promise} |", flush=True)


def met(good):
    return "met" if good else "**not met**"


def milliseconds(found):
    return (
        f"p50 {found['p50']:.1f} ms, p95 {found['p95']:.1f} ms, p99 {found['p99']:.1f} ms,"
        f" worst {found['worst']:.0f} ms"
    )


def floors(visitor):
    """What the server costs without a page: an answer of two words, and a file that is kept."""
    health = load(visitor, ["/gezond"], 16, SECONDS)
    sheet = re.search(r'href="(/[^"]*\.css)"', visitor.get("/")).group(1)
    return health, load(visitor, [sheet], 16, SECONDS)


def demo(regie):
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "demo")
        subprocess.run(
            [regie, "demo", "--once", "--data", data], check=True, stdout=subprocess.DEVNULL
        )
        with Server(regie, "demo", "--data", data, "--port", "0") as server:
            visitor = Visitor(server.port)
            regions = re.findall(r'class="regie-card"[^>]*>.*?href="/([^/"]+)', visitor.get("/"), re.S)
            region = next(name for name in regions if "limburg" in name)
            visitor.enter_demo(region, "contractManager")
            health, kept = floors(visitor)
            pages = {
                "the landscape page": [f"/{region}/landschap"],
                "a provider's sheet": providers(visitor, region)[:1],
            }
            for name, paths in pages.items():
                # What the first visitor waits for is measured apart, below.
                visitor.get(paths[0])
                show(name, load(visitor, paths, 16, SECONDS), health, kept)
            made_anew(visitor, region, health)
            for address in every_page(visitor, region):
                visitor.get(address)
            most = server.megabytes("VmHWM")
            row(
                "memory of the demo's server, two regions, after all of this",
                f"{most:.0f} MB at most, {server.megabytes():.0f} MB at the end",
                "-", "-", f"under 500 MB: {met(most < 500)}",
            )


def show(name, found, health, kept):
    good = rate(found) >= 2_000 and found["p99"] < 50
    row(
        f"{name} of the demo, 16 connections",
        f"{rate(found):,.0f} requests/s, {milliseconds(found)}",
        f"`/gezond`: {rate(health):,.0f} a second; the stylesheet: {rate(kept):,.0f}",
        f"{rate(health) / rate(found):.2f} times the time of `/gezond`",
        f"at least 2,000 a second and p99 under 50 ms: {met(good)}",
    )


def providers(visitor, region):
    """The sheets that the directory leads to."""
    page = visitor.get(f"/{region}/inkoop/aanbieders")
    found = re.findall(rf'href="(/{region}/inkoop/aanbieders/[^"?]+)"', page)
    if not found:
        raise RuntimeError("no provider in the directory")
    return list(dict.fromkeys(found))


def made_anew(visitor, region, health):
    """Pages that nobody asked for before: each has another day on which it is valid."""
    days = [f"2025-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    for name, path in [
        ("the landscape page", f"/{region}/landschap"),
        ("a provider's sheet", providers(visitor, region)[0]),
    ]:
        begin = time.monotonic()
        for day in days[:100]:
            visitor.get(f"{path}?geldig={day}")
        each = (time.monotonic() - begin) / 100 * 1_000
        row(
            f"{name}, made anew each time, one connection after another",
            f"{each:.1f} ms", f"`/gezond`: {1_000 / rate(health):.2f} ms", "-", "-",
        )


def every_page(visitor, region):
    """The pages that the navigation leads to, and what these lead to."""
    seen = []
    for start in re.findall(rf'href="(/{region}/[^"?#]*)"', visitor.get(f"/{region}/landschap")):
        if start not in seen and "/toegang/" not in start:
            seen.append(start)
    return seen


def million_lines(regie, maker):
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "region")
        begin = time.monotonic()
        lines = million.make(regie, maker, data, 1_000_000)
        print(f"{lines:,} lines taken in, in {time.monotonic() - begin:.0f} s")
        made = subprocess.run(
            [regie, "user", "add", "kijker", "--name", "Kim de Kijker", "--role", "controller",
             "--data", data, "--json"],
            check=True, capture_output=True, text=True,
        ).stdout
        with Server(regie, "serve", "--data", data, "--port", "0") as server:
            measure_million(server, json.loads(made), lines)


def measure_million(server, made, lines):
    visitor = Visitor(server.port)
    region = re.search(r'href="/([^/"]+)', visitor.get("/").split("<main")[1]).group(1)
    visitor.take_up(region, "kijker", made["invitation"])
    print(f"started in {server.seconds_to_start:.1f} s, {server.megabytes():.0f} MB")
    work_list = f"/{region}/geldstroom"
    begin = time.monotonic()
    page = visitor.get(work_list)
    first = time.monotonic() - begin
    paths = questions(work_list, page)
    found = load(visitor, paths, 16, SECONDS)
    health, kept = floors(visitor)
    row(
        f"the work list of {lines:,} claim lines, {len(paths)} questions in turn, 16 connections",
        f"{rate(found):,.0f} requests/s, {milliseconds(found)}; the first after a start"
        f" {first * 1_000:.0f} ms",
        f"`/gezond`: {rate(health):,.0f} a second, p95 {health['p95']:.1f} ms",
        f"{rate(health) / rate(found):.1f} times the time of `/gezond`",
        f"p95 under 50 ms: {met(found['p95'] < 50)}",
    )
    print(f"memory {server.megabytes():.0f} MB, at most {server.megabytes('VmHWM'):.0f} MB")
    for address in every_page(visitor, region):
        begin = time.monotonic()
        visitor.get(address)
        print(f"{address}: {(time.monotonic() - begin) * 1_000:.0f} ms the first time")


def questions(work_list, page):
    """Filters, orders and pages of the list, as its own page offers them."""
    choices = {
        name: re.findall(r'<option value="([^"]+)"', select)
        for name, select in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', page, re.S)
    }
    asked = [""]
    for name in ("gemeente", "regel", "maand"):
        asked += [f"{name}={value}" for value in choices.get(name, [])]
    orders = ["", "sorteer=amount", "sorteer=amount&volgorde=af", "sorteer=provider",
              "sorteer=month&volgorde=af"]
    # Three times as many pages as are kept (24 MB), so that each is made anew when its turn comes.
    pages = [""] + [f"pagina={number}" for number in range(2, 140, 2)]
    return [
        work_list + "?" + "&".join(part for part in (question, order, number) if part)
        for question in asked for order in orders for number in pages
    ]


if __name__ == "__main__":
    if sys.argv[1:2] == ["demo"]:
        demo(sys.argv[2])
    elif sys.argv[1:2] == ["million"]:
        million_lines(sys.argv[2], sys.argv[3])
    else:
        sys.exit(__doc__)
