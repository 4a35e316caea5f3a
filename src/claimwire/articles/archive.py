"""ZIP archives: each file in them that could be read alone, except archives."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from claimwire.articles.article import Article
from claimwire.articles.errors import InputError
from claimwire.articles.files import MANY, opened
from claimwire.articles.options import ReadOptions
from claimwire.articles.places import InputFile, format_of, is_hidden, suffix_of

# Bounds of a hostile archive; text packs to a tenth, pages to a thirtieth
_MEMBERS = 200_000
_RATIO = 200
_SMALL = 64 << 20  # bytes in all below which any ratio is harmless


def read(place: InputFile, id: str, options: ReadOptions) -> Iterator[tuple[str, Article | InputError]]:
    """The articles of the files in the archive, in the order of their names. Raises InputError for it.

    A file in it is called `news.zip/2026/a.html` in messages and records.
    """
    from claimwire.articles.read import articles_of

    with opened(place) as stream:
        file = stream if stream.seekable() else io.BytesIO(stream.read(MANY))  # of a pipe
        try:
            with zipfile.ZipFile(file) as archive:
                members = _members(archive, place)
                for member in sorted(members, key=lambda m: m.filename):
                    inner = _place(archive, member, place)
                    inner_id = inner.path_id if options.id_from == "path" else inner.stem
                    yield from articles_of(inner, inner_id, replace(options, format=None))
        except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ValueError) as error:
            if isinstance(error, InputError):
                raise
            raise InputError(
                place.source, f"is no whole ZIP archive ({error}); fetch it again", "zip"
            ) from None


def _members(archive: zipfile.ZipFile, place: InputFile) -> list[zipfile.ZipInfo]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    size, packed = sum(i.file_size for i in infos), sum(i.compress_size for i in infos)
    if len(infos) > _MEMBERS or (size > _SMALL and size > _RATIO * packed):
        message = f"unpacks to {len(infos):,} files of {size:,} bytes, which is no archive of articles"
        raise InputError(place.source, message, "zip")
    paths = {i.filename: PurePosixPath(i.filename) for i in infos}
    found = [i for i in infos if _wanted(paths[i.filename])]
    if not found:
        raise InputError(place.source, "is a ZIP archive without a file that can be read", "empty")
    return found


def _wanted(path: PurePosixPath) -> bool:
    return format_of(path) not in (None, "zip") and not is_hidden(path) and "__MACOSX" not in path.parts


def _place(archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: InputFile) -> InputFile:
    source = f"{place.source}/{member.filename}"
    path = PurePosixPath(member.filename)
    cut = len(suffix_of(path))

    @contextmanager
    def inside() -> Iterator[BinaryIO]:
        try:
            with archive.open(member) as file:
                yield cast(BinaryIO, file)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError) as error:
            raise InputError(source, f"cannot be unpacked: {error}; pack it again", "zip") from None

    return InputFile(source, format_of(path) or "text", path.name[:-cut], path.as_posix()[:-cut], inside)
