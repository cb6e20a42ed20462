"""From what the user asked for to the files to read: folders are searched, globs filled in, doubles dropped.

Within a folder only files are read whose ending a reader claims; hidden files are left alone; links are followed only to
files inside the same folder, so that a search neither loops nor leaves what it was given. What has such an ending and cannot be
read all the same, as a link that leads elsewhere, is named as unread.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.load.inputs import Skipped
from factcheck.load.kinds import all_suffixes, unread_kind

STDIN = "-"


class Place(NamedTuple):
    """A file to read, by the path that leads to it from where the user stands, or '-'; whether a folder was searched for it."""

    path: str
    searched: bool = False


def shown(path: str) -> str:
    """A path as text that can be printed and encoded, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def real(path: str) -> str:
    """The one path of the file that a path leads to, so that two ways to one file can be told; '-' is itself."""
    try:
        return path if path == STDIN else os.path.realpath(path)
    except (OSError, ValueError):
        return path


def expand(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[Place], list[Skipped], list[Skipped]]:
    """The files that paths lead to, in order of path and each once; what was not found; what folders hold besides."""
    files: list[str] = []
    found: list[str] = []
    skipped: list[Skipped] = []
    passed_over: list[Skipped] = []
    for path in sorted({os.fsdecode(path) for path in paths}):
        if path == STDIN:
            files.append(path)
        else:
            _expand_one(path, files, found, skipped, passed_over)
    chosen = _each_once(files, found)
    read = {place.path for place in chosen}
    return chosen, skipped, [item for item in passed_over if item.path not in read]


def _expand_one(path: str, files: list[str], found: list[str], skipped: list[Skipped], passed_over: list[Skipped]) -> None:
    try:
        if os.path.isdir(path):
            _search(path, found, skipped, passed_over)
        elif os.path.lexists(path) or not glob.has_magic(path):
            files.append(path)
        else:
            matches = sorted(glob.glob(path, recursive=True))
            if not matches:
                skipped.append(Skipped(shown(path), "matches no file"))
            for match in matches:
                if os.path.isdir(match):
                    _search(match, found, skipped, passed_over)
                else:
                    files.append(match)
    except (OSError, ValueError) as error:
        skipped.append(Skipped(shown(path), f"cannot be looked up: {_said(error)}"))


def _search(folder: str, files: list[str], skipped: list[Skipped], passed_over: list[Skipped]) -> None:
    """Add the readable files below a folder."""
    root = os.path.realpath(folder)
    endings = all_suffixes()
    before = len(files)
    open_folders = [folder]
    troubled = False
    while open_folders:
        here = open_folders.pop()
        try:
            with os.scandir(here) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            skipped.append(Skipped(shown(here), f"cannot be listed: {_said(error)}"))
            troubled = True
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if _belongs_to_a_page(entry.name, entries):
                    passed_over.append(Skipped(shown(entry.path), "holds what a saved web page is made of"))
                else:
                    open_folders.append(entry.path)
            elif not (_inside(entry.path, root) if entry.is_symlink() else entry.is_file()):
                unread = _ending(entry.name) in endings and not os.path.isdir(entry.path)
                (skipped if unread else passed_over).append(Skipped(shown(entry.path), _no_file(entry)))
            elif _ending(entry.name) in endings:
                files.append(entry.path)
            elif unread_kind(entry.name):
                skipped.append(Skipped(shown(entry.path), f"no reader for {unread_kind(entry.name)} files; save its text as .txt or .md"))
            else:
                passed_over.append(
                    Skipped(shown(entry.path), f"its ending is not one of {', '.join(sorted(endings))}")
                )
    if len(files) == before and not troubled:
        skipped.append(Skipped(shown(folder), f"holds no file ending in {', '.join(sorted(endings))}"))


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def _no_file(entry: os.DirEntry[str]) -> str:
    """Why an entry of a folder that is searched is not read, whatever its ending."""
    if not entry.is_symlink():
        return "is not a regular file"
    if not os.path.exists(entry.path):
        return "is a link to nothing"
    return "is a link to a folder" if os.path.isdir(entry.path) else "is a link out of the folder searched; name it to have it read"


def _belongs_to_a_page(name: str, entries: list[os.DirEntry[str]]) -> bool:
    """Whether a folder holds the pictures and frames of a saved page beside it: "story_files" of "story.html"."""
    stem, mark, _ = name.rpartition("_files")
    return bool(mark) and any(entry.name in (f"{stem}.html", f"{stem}.htm") for entry in entries)


def _inside(link: str, root: str) -> bool:
    """Whether a link leads to a file below the folder searched; a link to a folder never does."""
    target = os.path.realpath(link)
    return os.path.isfile(target) and target.startswith(root.rstrip(os.sep) + os.sep)


def _each_once(files: Iterable[str], found: Iterable[str]) -> list[Place]:
    """Sorted by path; of several paths to one file the shortest stays. found: those that folders were searched for."""
    by_file: dict[str, str] = {}
    asked = {real(path) for path in files}
    for path in sorted({*files, *found}, key=lambda path: (len(path), path)):
        by_file.setdefault(real(path), path)
    return [Place(path, file not in asked) for file, path in sorted(by_file.items(), key=lambda item: item[1])]


def _said(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
