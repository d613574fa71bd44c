"""How much a PDF would unpack to, told without unpacking more than that."""

import re
import zlib

_STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78][\x01-\xff])")


def unpacked(data: bytes, limit: int) -> int:
    """Bytes of all deflated streams; counting stops a little above `limit`. Pictures stay packed: nobody unpacks them."""
    total = 0
    for found in _STREAM.finditer(data):
        if b"/Image" in data[max(found.start() - 400, 0):found.start()]:
            continue
        total += _size(data, found.end(), limit - total)
        if total > limit:
            break
    return total


def _size(data: bytes, start: int, limit: int) -> int:
    unpacker, size, packed = zlib.decompressobj(), 0, data[start:start + 65_536]
    try:
        while packed and size <= limit and not unpacker.eof:
            size += len(unpacker.decompress(packed, 1 << 20))
            packed = unpacker.unconsumed_tail
            if not packed:
                start += 65_536
                packed = data[start:start + 65_536]
    except zlib.error:  # no deflated stream, or a damaged one: the parser will say so
        return size
    return size
