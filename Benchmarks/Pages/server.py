"""The program as a server on a free port, stopped by its own process number."""

import re
import signal
import subprocess
import time


class Server:
    def __init__(self, *command):
        begin = time.monotonic()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://[^:\s]+:(\d+)", line)
        if not found:
            self.stop()
            raise RuntimeError(f"no address: {line}")
        self.port = int(found.group(1))
        self.seconds_to_start = time.monotonic() - begin

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)

    def megabytes(self, name="VmRSS"):
        """Resident memory of the process: now (VmRSS) or at its most (VmHWM)."""
        with open(f"/proc/{self.process.pid}/status") as file:
            return int(re.search(rf"{name}:\s+(\d+) kB", file.read()).group(1)) / 1024

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat") as file:
            words = file.read().rsplit(")", 1)[1].split()
        return (int(words[11]) + int(words[12])) / 100
