"""A file that is offered in the terminal: written into the folder that one is in, never over another."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from bot.dialogs.reply import Download
from bot.phrases.en import files as say
from bot.storage.database import Database
from bot.storage.files import Files

FilesOn = Callable[[Database], Files]


async def take_here(files: Files, download: Download, folder: Path) -> str:
    """Take a file that was offered; what is said of it."""
    offered = await files.find(download.secret)
    drawn = None if offered is None else await files.draw(offered)
    if offered is None or drawn is None or not await files.take(download.secret, offered):
        return say.GONE_SINCE
    try:
        return say.written(write_new(folder, download.filename, drawn).name)
    except OSError as hindrance:
        return say.not_written(hindrance.strerror or type(hindrance).__name__)


def write_new(folder: Path, filename: str, content: bytes) -> Path:
    """Write a file under its name, with a number where there is one of that name. Raises OSError where the folder takes none."""
    first = Path(filename)
    for number in count(1):
        path = folder / (filename if number == 1 else f"{first.stem} ({number}){first.suffix}")
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            continue
        return path
    raise AssertionError  # the count has no end
