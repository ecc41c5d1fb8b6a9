#!/usr/bin/env bash
# Makes the files of this folder again, with the encoders of Debian: ffmpeg imagemagick qpdf libimage-exiftool-perl
# libheif-examples webp ghostscript. Not part of any test: the files are committed, so that tests need no encoder.
set -euo pipefail
cd "$(dirname "$0")"

image() { convert -size "$1" gradient:'#0a7d5a'-'#f4d58d' -depth 8 "${@:3}" "$2"; }
video() { ffmpeg -nostdin -loglevel error -y -f lavfi -i smptebars=size=320x240:rate=10:duration=1 "$@"; }
sound() { ffmpeg -nostdin -loglevel error -y -f lavfi -i smptebars=size=320x240:rate=10:duration=1 \
    -f lavfi -i sine=frequency=440:duration=1 "$@"; }
fast=(-movflags +faststart -map_metadata -1 -fflags +bitexact)
main=(-c:v libx264 -profile:v main -bf 0 -crf 40 -pix_fmt yuv420p)

# Pictures that are right.
image 600x314 banner.jpg -colorspace sRGB -type TrueColor -quality 40 -strip
image 314x600 tall.jpg -type TrueColor -quality 40 -strip
image 600x314 progressive.jpg -type TrueColor -interlace JPEG -quality 40 -strip
image 600x314 banner.png -type TrueColor -define png:color-type=2 -strip
image 600x314 alpha.png -alpha set -channel A -evaluate set 60% -define png:color-type=6 -strip
cp banner.jpg renamed.png
cp banner.png renamed.jpg
cp banner.jpg copy.jpg
cp tall.jpg spare.jpg
cp banner.jpg banner

# Pictures that are not.
image 600x314 cmyk.jpg -colorspace CMYK -quality 40 -strip
image 600x314 grey.jpg -colorspace Gray -type Grayscale -quality 40 -strip
image 600x314 grey.png -colorspace Gray -define png:color-type=0 -strip
image 200x210 deep.png -depth 16 -define png:bit-depth=16 -define png:color-type=2 -strip
image 600x314 palette.png +dither -colors 4 -define png:color-type=3 -strip
image 120x80 tiny.png -define png:color-type=2 -strip
image 1200x200 ribbon.jpg -type TrueColor -quality 40 -strip
cp banner.jpg place.jpg
exiftool -q -overwrite_original -GPSLatitude=52.5163 -GPSLatitudeRef=N -GPSLongitude=13.3777 -GPSLongitudeRef=E place.jpg
cp tall.jpg turned.jpg
exiftool -q -overwrite_original -n -Orientation=6 turned.jpg
ffmpeg -nostdin -loglevel error -y -f lavfi -i smptebars=size=240x220:rate=2:duration=1 -plays 0 -pix_fmt rgb24 -f apng animated.png

# Pictures of other kinds.
convert banner.jpg -quality 20 banner.webp
cp banner.webp webp.jpg
convert -size 64x32 xc:red -delay 10 xc:blue -loop 0 banner.gif
convert -size 64x32 xc:green BMP3:green.bmp
convert -size 64x32 xc:green -compress lzw green.tiff
convert -size 64x32 xc:green green.jp2 || echo "no JPEG 2000 encoder"
convert -size 64x64 xc:green green-source.png
heif-enc -q 20 -o green.heic green-source.png || echo "no HEIC encoder"
ffmpeg -nostdin -loglevel error -y -i green-source.png -c:v libaom-av1 -still-picture 1 -pix_fmt yuv420p -cpu-used 8 green.avif || echo "no AVIF encoder"
rm -f green-source.png

# Videos that are right.
sound "${main[@]}" -c:a aac -b:a 16k "${fast[@]}" clip.mp4
video "${main[@]}" "${fast[@]}" silent.mp4
sound -c:v libx264 -profile:v baseline -crf 40 -pix_fmt yuv420p -c:a aac -b:a 16k "${fast[@]}" -f 3gp clip.3gp

# Videos that are not.
video "${main[@]}" -fflags +bitexact late.mp4
video "${main[@]}" -movflags frag_keyframe+empty_moov -fflags +bitexact fragmented.mp4
video -c:v libx264 -profile:v high -bf 2 -crf 40 -pix_fmt yuv420p "${fast[@]}" high.mp4
video -c:v libx264 -profile:v high -bf 0 -crf 40 -pix_fmt yuv420p "${fast[@]}" high-plain.mp4
video -c:v libx265 -x265-params log-level=error -crf 40 -pix_fmt yuv420p -tag:v hvc1 "${fast[@]}" h265.mp4
video -c:v libvpx-vp9 -crf 60 -b:v 0 "${fast[@]}" vp9.mp4
video -c:v mpeg4 -q:v 30 "${fast[@]}" mpeg4.mp4
video -c:v libaom-av1 -cpu-used 8 -crf 63 -b:v 0 "${fast[@]}" av1.mp4 || echo "no AV1 encoder"
sound "${main[@]}" -c:a libmp3lame -b:a 32k "${fast[@]}" mp3.mp4
sound "${main[@]}" -c:a aac -b:a 16k -map 0:v -map 1:a -map 1:a "${fast[@]}" two-tracks.mp4
sound "${main[@]}" -c:a aac -b:a 16k -encryption_scheme cenc-aes-ctr -encryption_key 76a6c65c5ea762046bd749a2e632ccbb \
    -encryption_kid a7e61c373e219033c21091fa607bf3b8 "${fast[@]}" encrypted.mp4
sound "${main[@]}" -c:a aac -b:a 16k -map 1:a "${fast[@]}" sound.mp4
sound "${main[@]}" -c:a aac -b:a 16k -movflags +faststart -fflags +bitexact -metadata location="+52.5163+013.3777/" place.mp4
video "${main[@]}" "${fast[@]}" -f mov clip.mov
video "${main[@]}" -fflags +bitexact clip.mkv
video -c:v mpeg4 -q:v 30 -fflags +bitexact clip.avi
ffmpeg -nostdin -loglevel error -y -f lavfi -i sine=frequency=440:duration=1 -c:a aac -b:a 16k "${fast[@]}" -f ipod sound.m4a
ffmpeg -nostdin -loglevel error -y -f lavfi -i sine=frequency=440:duration=1 -b:a 16k -c:a libmp3lame sound.mp3

# Documents.
gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -dCompatibilityLevel=1.4 -o terms.pdf \
    -c '/Helvetica findfont 24 scalefont setfont 72 700 moveto (Terms) show showpage 72 700 moveto (Page two) show showpage'
qpdf --encrypt secret secret 128 --use-aes=y -- terms.pdf encrypted.pdf
qpdf --object-streams=generate --encrypt "" owner 256 -- terms.pdf encrypted-streams.pdf
qpdf --linearize terms.pdf web.pdf
qpdf --object-streams=generate terms.pdf streams.pdf
python3 - <<'PY'
import zipfile

def pdf(name, action):
    objects = [f"<</Type/Catalog/Pages 2 0 R/OpenAction<<{action}>>>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"]
    text, places = "%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    index = len(text)
    text += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    text += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{index}\n%%EOF\n"
    open(name, "w").write(text)

pdf("script.pdf", "/S/J#61vaScript/JS(app.alert\\(1\\))")
pdf("launch.pdf", "/S /Launch /F (calc.exe)")
for name, inside in [("price.docx", "word/document.xml"), ("price.xlsx", "xl/workbook.xml"), ("price.zip", "price.txt")]:
    with zipfile.ZipFile(name, "w") as archive:
        if not name.endswith("zip"):
            archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), "<Types/>")
        archive.writestr(zipfile.ZipInfo(inside), "x")
open("price.txt", "w").write("Price list: 12 bicycles, 4 colours.\n")
open("page.jpg", "w").write("<!DOCTYPE html>\n<html><body>This picture is not available.</body></html>\n")
open("empty.jpg", "w").close()
data = bytearray(open("banner.png", "rb").read())
data[19] ^= 1
open("checksum.png", "wb").write(data)
data = open("banner.jpg", "rb").read()
open("cut.jpg", "wb").write(data[:len(data) // 2])
PY
du -cb -- * | tail -1
