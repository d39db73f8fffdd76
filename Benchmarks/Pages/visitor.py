"""Somebody who signs in: a small browser without pictures, on one connection at a time."""

import base64
import hashlib
import hmac
import http.client
import re
import struct
import time
import urllib.parse


class Visitor:
    """Keeps the cookie of a session, and sends forms as a browser does."""

    def __init__(self, port):
        self.port = port
        self.cookie = ""

    @property
    def origin(self):
        return f"http://127.0.0.1:{self.port}"

    def get(self, path):
        return self._ask("GET", path, None)

    def post(self, path, fields, page=""):
        """Sends a form; the hidden fields of the page it stands on go along."""
        form = re.search(
            r'<form[^>]*action="' + re.escape(path) + r'".*?</form>', page, re.S
        )
        hidden = re.findall(
            r'<input[^>]*type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"',
            form.group(0) if form else "",
        )
        body = urllib.parse.urlencode({**dict(hidden), **fields})
        return self._ask("POST", path, body)

    def _ask(self, method, path, body):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = self.origin
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and "=" in value:
                self.cookie = value.split(";")[0]
        connection.close()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status}\n{text[:2000]}")
        return text

    def enter_demo(self, region, role):
        """Signs in with one of the demo's buttons."""
        self.post(f"/{region}/toegang/demo", {"rol": role})

    def take_up(self, region, name, invitation):
        """Takes up an account with its invitation, and sets a second factor."""
        start = f"/{region}/toegang/uitnodiging"
        fields = {"naam": name, "uitnodiging": invitation, "wachtwoord": "vier woorden achter elkaar"}
        page = self.post(start, fields, self.get(start))
        secret = urllib.parse.parse_qs(
            re.search(r"otpauth://totp/[^<?]*\?([^<]*)", page).group(1).replace("&amp;", "&")
        )["secret"][0]
        self.post(f"/{region}/toegang/code", {"code": code(secret)}, page)


def code(secret):
    """The one-time code of now (RFC 6238: SHA-1, 30 seconds, 6 digits)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"
