"""A folder whose new names must survive a loss of power."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """See that the files of a folder are found in it after a loss of power; Windows has no way to, and needs none."""
    if os.name != "nt":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
