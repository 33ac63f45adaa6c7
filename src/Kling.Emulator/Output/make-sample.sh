#!/bin/sh
# Makes sample.mp4, the video that the emulator serves as every job's result: four seconds of ffmpeg's own moving test card.
# Nothing in it comes from anywhere but the command below (ffmpeg 5.1, libx264).
set -eu
cd "$(dirname "$0")"
ffmpeg -hide_banner -loglevel error -y \
  -f lavfi -i "testsrc2=size=640x360:rate=24:duration=4" \
  -c:v libx264 -preset veryslow -crf 36 -pix_fmt yuv420p \
  -map_metadata -1 -fflags +bitexact -flags:v +bitexact \
  -movflags +faststart \
  sample.mp4
