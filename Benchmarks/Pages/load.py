"""wrk against a server on the same cores: requests a second, and how long they took."""

import json
import os
import subprocess
import tempfile

# Asks the paths of a file in turn, each connection from another place on, and prints one line of
# JSON at the end. wrk counts in microseconds.
SCRIPT = """
local paths = {}
local start = 0
for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
function setup(thread)
  thread:set("place", start)
  start = start + 7
end
function request()
  place = place + 1
  return wrk.format("GET", paths[place % #paths + 1])
end
local wrong = 0
function done(summary, latency)
  local e = summary.errors
  io.write(string.format(
    '{"requests":%d,"seconds":%f,"p50":%f,"p95":%f,"p99":%f,"worst":%f,"wrong":%d}\\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3,
    latency:percentile(95) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
    e.status + e.connect + e.read + e.write + e.timeout))
end
"""


def load(visitor, paths, connections, seconds):
    """Requests for the paths in turn, over so many connections, for so many seconds."""
    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(folder, "paths.lua")
        list_of_paths = os.path.join(folder, "paths.txt")
        with open(script, "w") as file:
            file.write(SCRIPT)
        with open(list_of_paths, "w") as file:
            file.write("\n".join(paths) + "\n")
        command = [
            "wrk", "-t", "1", "-c", str(connections), "-d", f"{seconds}s", "--timeout", "30s",
            "-s", script, "-H", f"Cookie: {visitor.cookie}", visitor.origin,
        ]
        done = subprocess.run(
            command, env={**os.environ, "PATHS": list_of_paths}, capture_output=True, text=True,
            check=True,
        )
    found = json.loads(done.stdout.strip().splitlines()[-1])
    if found["wrong"]:
        raise RuntimeError(f"{found['wrong']} of {found['requests']} answers were wrong")
    return found


def rate(found):
    return found["requests"] / found["seconds"]
