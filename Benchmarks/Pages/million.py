"""A region with a million claim lines, taken in by the program itself from generated messages.

Seven municipalities with a provider each send the same kind of claims. The tariff of one of the four
products ends in October 2025, so that its later lines are refused and stand on the work list.
"""

import os
import shutil
import subprocess
import tempfile

PLACES = ["0353", "0356", "0310", "0331", "0321", "0312", "0632"]
ENDED = "02OZM"


def make(regie, maker, data, lines):
    """Makes the region in `data`, and gives how many lines it holds."""
    each = lines // len(PLACES)
    with tempfile.TemporaryDirectory() as folder:
        words = subprocess.run(
            [maker, "series", folder, "15", str(each // 15)], check=True, capture_output=True,
            text=True,
        ).stdout.split()
        municipality, day = words
        provider = provider_of(os.path.join(folder, "awards"))
        run(regie, "init", "--data", data, *(w for p in PLACES for w in ("--gemeente", p)))
        run(regie, "contracts", "import", prices(folder), "--data", data)
        for number, place in enumerate(PLACES):
            other = str(int(provider) + number).zfill(8)
            for kind in ("awards", "claims"):
                source = os.path.join(folder, kind)
                made = os.path.join(folder, f"{kind}-{place}")
                rewrite(source, made, {municipality: place, provider: other})
                run(
                    regie, "messages", "process", made, "--data", data, "--as", "gemeente",
                    "--today", day, "--replies", os.path.join(folder, "replies"),
                )
                shutil.rmtree(made)
    return each // 15 * 15 * len(PLACES)


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    # A message with refused lines is no failure of the program.
    if done.returncode not in (0, 2):
        raise RuntimeError(f"{' '.join(command)}: {done.returncode}\n{done.stderr[-2000:]}")
    return done.stdout


def prices(folder):
    path = os.path.join(folder, "contract.tsv")
    with open(path) as file:
        rows = file.read().splitlines()
    with open(path, "w") as file:
        for row in rows:
            cells = row.split("\t")
            if ENDED in cells:
                cells[-1] = "2025-10-31"
            file.write("\t".join(cells) + "\n")
    return path


def provider_of(folder):
    """The code of the provider, from the first message."""
    with open(os.path.join(folder, sorted(os.listdir(folder))[0]), encoding="utf-8") as file:
        text = file.read()
    return text.split("ntvanger>")[1].split("<")[0]


def rewrite(source, target, codes):
    """The same messages of other parties: codes have fixed lengths and stand between tags."""
    os.makedirs(target)
    for name in os.listdir(source):
        with open(os.path.join(source, name), encoding="utf-8") as file:
            text = file.read()
        for old, new in codes.items():
            text = text.replace(f">{old}<", f">{new}<")
        with open(os.path.join(target, name), "w", encoding="utf-8") as file:
            file.write(text)
