#!/usr/bin/env python3
"""Makes sample.png, the image that the emulator serves as the result of every job of an image model: eight colour bars.

Nothing in it comes from anywhere but this file (Python 3, standard library only).
"""
import pathlib
import struct
import zlib

WIDTH, HEIGHT = 640, 360
BARS = [(255, 255, 255), (255, 255, 0), (0, 255, 255), (0, 255, 0), (255, 0, 255), (255, 0, 0), (0, 0, 255), (0, 0, 0)]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


row = bytes([0]) + b"".join(bytes(BARS[x * len(BARS) // WIDTH]) for x in range(WIDTH))
pathlib.Path(__file__).with_name("sample.png").write_bytes(
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(row * HEIGHT, 9))
    + chunk(b"IEND", b"")
)
