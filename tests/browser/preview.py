#!/usr/bin/env python3
"""Opens the page of `walint preview --format html` in Chromium and looks at what is really drawn.

    python3 tests/browser/preview.py target/release/walint [FOLDER FOR SCREENSHOTS]

Needs `chromium` and `chromedriver` (Debian: chromium, chromium-driver) and nothing else: the driver speaks plain JSON
over HTTP. Ends with 0 when everything holds, 1 when something does not, 77 when there is no browser.
"""

import base64
import json
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zlib

TEMPLATES = """
name: order_update
category: UTILITY
parameter_format: NAMED
variants:
  en_US:
    header: {format: IMAGE, media: banner.png, example: "4::a"}
    body:
      text: |
        Hi *{{name}}*, your order _on *hold*_ is ~late~, say `AB-12` at the door.

        - before noon
        > A signature is needed.
      example: {name: Ana}
    footer: Reply STOP to opt out
    buttons:
      - {type: URL, text: Track order, url: "https://shop.example/t"}
  ar:
    header: تحديث الطلب
    body: {text: "مرحبًا {{name}}، طلبك *في الطريق* إليك وسيصل غدًا قبل الظهر.", example: {name: ليلى}}
    footer: أرسل كلمة إيقاف
    buttons: [{type: QUICK_REPLY, text: شكرًا}]
---
name: spring_looks
category: MARKETING
variants:
  en:
    body: {text: "Hi {{1}}, our spring looks are here. Swipe to find yours.", example: [Ana]}
    carousel:
      - {header: {format: IMAGE, media: banner.png, example: "4::a"}, body: Linen shirts, buttons: [{type: QUICK_REPLY, text: Shirts}]}
      - {header: {format: IMAGE, example: "4::a"}, body: Light jackets, buttons: [{type: QUICK_REPLY, text: Jackets}]}
      - {header: {format: IMAGE, example: "4::a"}, body: Warm shoes, buttons: [{type: QUICK_REPLY, text: Shoes}]}
---
name: hostile
category: UTILITY
variants:
  en:
    header: "<script>document.title = 'taken'</script>"
    body: "\\"><img src=x onerror=\\"document.title='taken'\\"> <b>not bold</b> and more words {{1}}"
    buttons: [{type: QUICK_REPLY, text: "</style><script>"}]
"""

CHROMIUM = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--window-size=1120,1500",
]

# What is drawn, as one object. The driver may run scripts in the page; the page itself may not.
FACTS = """
const style = (selector, name) => { const e = document.querySelector(selector); return e && getComputedStyle(e)[name]; };
const box = selector => { const e = document.querySelector(selector); return e ? e.getBoundingClientRect() : {width: 0, height: 0}; };
return {
  title: document.title,
  scripts: document.scripts.length,
  images: document.images.length,
  bubble: [box('.bubble').width, box('.bubble').height],
  picture: [style('.picture-0', 'backgroundImage').slice(0, 26), box('.picture-0').width],
  bold: Number(style('.body strong', 'fontWeight')),
  nested: Number(style('.body em strong', 'fontWeight')),
  italic: style('.body em', 'fontStyle'),
  strike: style('.body s', 'textDecorationLine'),
  mono: style('.body code', 'fontFamily').includes('monospace'),
  sample: style('.body mark', 'backgroundColor') !== style('.body', 'backgroundColor'),
  arabic: style('[lang=ar]', 'direction'),
  arabicShown: box('[lang=ar]').height > 0,
  notBold: document.querySelectorAll('.chat b').length,
  cards: document.querySelectorAll('.card').length,
  cardsInARow: new Set([...document.querySelectorAll('.card')].map(card => card.getBoundingClientRect().top)).size === 1,
  scrolls: (e => e.scrollWidth > e.clientWidth)(document.querySelector('.cards')),
  page: document.documentElement.scrollWidth <= innerWidth,
  findings: document.querySelectorAll('.findings li.error').length > 0,
  background: style('body', 'backgroundColor'),
};
"""


class Driver:
    """A browser behind chromedriver's HTTP interface."""

    def __init__(self, folder):
        # Port 0: the driver picks a free one and says which.
        self.process = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
        said = (line.partition("started successfully on port ")[2] for line in self.process.stdout)
        port = next(port for port in said if port).strip().rstrip(".")
        self.base = f"http://127.0.0.1:{port}"
        options = {"args": [*CHROMIUM, f"--user-data-dir={folder}/profile"], "binary": shutil.which("chromium")}
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        session = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self.base += f"/session/{session['sessionId']}"

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            return json.load(opener.open(request, timeout=60))["value"]
        except urllib.error.HTTPError as error:
            raise SystemExit(f"chromedriver: {error.read().decode()[:600]}")

    def run(self, script):
        return self.ask("POST", "/execute/sync", {"script": script, "args": []})

    def click(self, selector):
        found = self.ask("POST", "/element", {"using": "css selector", "value": selector})
        self.ask("POST", f"/element/{next(iter(found.values()))}/click", {})
        time.sleep(0.2)

    def screenshot(self, path):
        path.write_bytes(base64.b64decode(self.ask("GET", "/screenshot")))

    def close(self):
        try:
            self.ask("DELETE", "")
        finally:
            self.process.terminate()
            self.process.wait(timeout=20)


def png(width, height):
    """A picture of one colour."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + b"\x2a\x9d\x8f" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def main(walint, pictures):
    missing = [name for name in ("chromium", "chromedriver") if not shutil.which(name)]
    if missing:
        print(f"{' and '.join(missing)} can not be found: the preview page was not opened in a browser")
        return 77
    # A browser that is still closing may write into its profile.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        folder = pathlib.Path(folder)
        (folder / "a.yaml").write_text(TEMPLATES, encoding="utf-8")
        (folder / "banner.png").write_bytes(png(382, 200))
        page = folder / "page.html"
        subprocess.run([walint, "preview", "--format", "html", "-o", page, folder / "a.yaml"], check=True)
        driver = Driver(folder)
        try:
            return look(driver, page, pictures or folder)
        finally:
            driver.close()


def look(driver, page, pictures):
    problems = []

    def holds(name, good, seen):
        if not good:
            problems.append(f"{name}: {seen}")

    driver.ask("POST", "/url", {"url": page.as_uri()})
    facts = driver.run(FACTS)
    driver.screenshot(pictures / "light.png")
    for name, good in [
        ("title", facts["title"] == "Message preview"),
        ("scripts", facts["scripts"] == 0),
        ("images", facts["images"] == 0),
        ("bubble", facts["bubble"][0] > 200 and facts["bubble"][1] > 100),
        ("picture", facts["picture"][0].startswith('url("data:image/png') and facts["picture"][1] > 200),
        ("bold", facts["bold"] >= 600),
        ("nested", facts["nested"] >= 600),
        ("italic", facts["italic"] == "italic"),
        ("strike", facts["strike"] == "line-through"),
        ("mono", facts["mono"]),
        ("sample", facts["sample"]),
        ("arabic", facts["arabic"] == "rtl"),
        ("arabicShown", facts["arabicShown"] is False),
        ("notBold", facts["notBold"] == 0),
        ("cards", facts["cards"] == 3),
        ("cardsInARow", facts["cardsInARow"]),
        ("scrolls", facts["scrolls"]),
        ("page", facts["page"]),
        ("findings", facts["findings"]),
    ]:
        holds(name, good, facts[name])

    driver.click("label[for=f0v1]")
    driver.click("label[for=theme-dark]")
    chosen = driver.run(FACTS)
    holds("the Arabic tab shows the Arabic message", chosen["arabicShown"], chosen["arabicShown"])
    holds("the dark theme is dark", sum(map(int, chosen["background"][4:-1].split(","))) < 150, chosen["background"])
    edges = driver.run(
        "const bubble = document.querySelector('[lang=ar] .bubble').getBoundingClientRect();"
        "const chat = document.querySelector('[lang=ar]').getBoundingClientRect();"
        "return [bubble.left - chat.left, chat.right - bubble.right];"
    )
    holds("the Arabic bubble is on the right", edges[0] > edges[1], edges)
    driver.screenshot(pictures / "dark.png")

    ran = driver.run("const s = document.createElement('script'); s.textContent = 'document.title = \"ran\"';"
                     "document.head.append(s); return document.title;")
    holds("the page's policy lets no script run", ran == "Message preview", ran)
    log = [entry["message"] for entry in driver.ask("POST", "/se/log", {"type": "browser"})]
    unexpected = [message for message in log if "script-src" not in message and "default-src" not in message]
    holds("the console is empty but for the script above", not unexpected and len(log) == 1, log)

    for problem in problems:
        print(f"preview page: {problem}")
    print("preview page: as it should be" if not problems else f"preview page: {len(problems)} things are wrong")
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    raise SystemExit(main(str(pathlib.Path(sys.argv[1]).resolve()), *[pathlib.Path(p) for p in sys.argv[2:]] or [None]))
