"""Regions with real accounts: made by the program, signed in to with a password and a code."""

import base64
import hashlib
import hmac
import json
import re
import struct
import subprocess
import time

from conftest import PROGRAM, serve

PASSWORD = "vier groene paarden op zolder"
STEP = 30


class Region:
    """A new region of one municipality in a folder of its own."""

    def __init__(self, folder):
        self.data = str(folder / "regio")
        self.site = None
        self.run("init", "--gemeente", "0321")

    def run(self, *command):
        """Runs a command of the program on the region and gives what it says, as JSON."""
        done = subprocess.run(
            [PROGRAM, *command, "--data", self.data, "--json"], capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def add(self, name, role, *reach):
        """Adds a user and gives the invitation."""
        made = self.run("user", "add", name, "--name", name.capitalize(), "--role", role, *reach)
        return Account(name, made[0]["invitation"])

    def serve(self):
        self.site = serve([PROGRAM, "serve", "--data", self.data, "--port", "0"])
        return self.site

    def address(self, path):
        return f"{self.site.address}/regio/{path}"


class Account:
    """What a user has: a name, an invitation, later the secret of the codes."""

    def __init__(self, name, invitation):
        self.name = name
        self.invitation = invitation
        self.secret = None
        self.recovery = []
        self.last = 0

    def code(self):
        """A code that was not used before: each works once, a step early or late too (RFC 6238)."""
        now = int(time.time()) // STEP
        self.last = max(self.last + 1, now - 1)
        while self.last > int(time.time()) // STEP + 1:
            time.sleep(1)
        return code(self.secret, self.last)

    def wrong(self):
        """A code that does not fit, whatever the time."""
        now = int(time.time()) // STEP
        near = {code(self.secret, step) for step in range(now - 2, now + 3)}
        return next(text for text in ("000000", "111111", "222222", "333333", "444444", "555555")
                    if text not in near)

    def accept(self, page, region):
        """Opens the account with the invitation, up to the page with the key for the app."""
        page.goto(region.address("toegang/uitnodiging"))
        page.get_by_label("Gebruikersnaam").fill(self.name)
        page.get_by_label("Uitnodiging").fill(self.invitation)
        page.get_by_label("Nieuw wachtwoord").fill(PASSWORD)
        page.get_by_role("button", name="Account openen").click()
        self.secret = re.search(r"secret=([A-Z2-7]+)", page.locator("main").inner_text()).group(1)

    def confirm(self, page):
        """Sets the second factor and keeps the recovery codes."""
        page.get_by_label("Code").fill(self.code())
        # After a wrong code the button has another name.
        page.get_by_role("button", name=re.compile("Code instellen|Verder")).click()
        self.recovery = page.locator("main li code").all_inner_texts()
        page.get_by_role("link", name="Ik heb ze bewaard").click()

    def open(self, page, region):
        self.accept(page, region)
        self.confirm(page)

    def password(self, page, password=PASSWORD):
        """Fills in name and password on the page that asks for them."""
        page.get_by_label("Gebruikersnaam").fill(self.name)
        page.get_by_label("Wachtwoord").fill(password)
        page.get_by_role("button", name="Aanmelden").click()

    def sign_in(self, page, region):
        page.goto(region.address("toegang/aanmelden"))
        self.password(page)
        page.get_by_label("Code").fill(self.code())
        page.get_by_role("button", name="Verder").click()


def code(secret, step):
    """The six digits of a step (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">q", step), hashlib.sha1).digest()
    start = mac[-1] & 15
    number = struct.unpack(">I", mac[start:start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
