"""A small disk in memory, which can be filled. Only root may make one, on Linux."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NO_DISK = "a small disk cannot be made here (mount -t tmpfs needs root)"


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path | None]:
    """Where it is; None where there can be none."""
    with tempfile.TemporaryDirectory(prefix="disk-") as folder:
        mounting = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "tmpfs", folder]
        try:
            mounted = subprocess.run(mounting, capture_output=True, check=False).returncode == 0
        except OSError:
            mounted = False
        try:
            yield Path(folder) if mounted else None
        finally:
            if mounted:
                subprocess.run(["umount", "-l", folder], check=True)
