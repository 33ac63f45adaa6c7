"""Makes icon.png, the packages' icon: a play sign on a dark square, drawn from the numbers below and nothing else."""

import os
import struct
import zlib

SIZE, SAMPLES, RADIUS = 128, 4, 28
INK, PLAY = (24, 32, 56), (98, 214, 182)


def inside_square(x, y):
    dx = max(RADIUS - x, 0, x - (SIZE - RADIUS))
    dy = max(RADIUS - y, 0, y - (SIZE - RADIUS))
    return dx * dx + dy * dy <= RADIUS * RADIUS


def inside_play(x, y):
    return 46 <= x <= 94 and abs(y - 64) <= (94 - x) * 30 / 48


def pixel(column, row):
    red = green = blue = covered = 0
    for i in range(SAMPLES):
        for j in range(SAMPLES):
            x, y = column + (i + 0.5) / SAMPLES, row + (j + 0.5) / SAMPLES
            if inside_square(x, y):
                colour = PLAY if inside_play(x, y) else INK
                red, green, blue, covered = red + colour[0], green + colour[1], blue + colour[2], covered + 1
    if covered == 0:
        return bytes(4)
    return bytes((red // covered, green // covered, blue // covered, 255 * covered // SAMPLES ** 2))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


rows = b"".join(b"\0" + b"".join(pixel(x, y) for x in range(SIZE)) for y in range(SIZE))
png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "icon.png"), "wb") as file:
    file.write(png)
