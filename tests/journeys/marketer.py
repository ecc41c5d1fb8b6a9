"""A marketer on a laptop: starts from nothing, breaks a template, sees what is wrong, has it put right, looks at it."""

import re

from common import WALINT, expect, has, lacks, run, scratch
from person import Person


def start(folder):
    """Answers what `walint init` asks."""
    person = Person(WALINT, "init", cwd=folder)
    person.sees("In which languages do you write?").answers("en_US,fr_FR")
    # A mistake is explained, and asked again.
    person.sees("did you mean `fr`?").answers("en_US,es")
    person.sees("What is your first template for?").sees("Which? [1]").answers("1")
    person.sees("Which template do you want to start from?").sees("Which? [1]").answers("")
    person.sees("before each commit").answers("no")
    person.sees("github, gitlab or none?").answers("")
    said = person.ends(0)
    has(said, "templates/order_shipped.yaml", "in English (United States) and Spanish", "Next:", "walint check", "walint preview")


def plain(text):
    """What is read on the screen: without colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def main():
    folder = scratch()
    start(folder)
    template = folder / "templates" / "order_shipped.yaml"
    first = template.read_text(encoding="utf-8")
    has(first, "en_US:", "es:")
    has(run(WALINT, "check", cwd=folder), "no findings", "Ready to submit")

    # Writes as in an e-mail: a value that YAML reads wrongly, bold with two asterisks, and an ending that Meta refuses.
    body = first.index("text:", first.index("en_US:"))
    text = re.compile(r"text: .*?(?=\n      example:)", re.S)
    broken = first[:body] + text.sub(
        "text: \"Hi {{name}}, your order **{{order}}** is on its way with {{carrier}} and arrives on {{date}}\"",
        first[body:], count=1,
    )
    expect(broken != first, "the template is not as it was when this was written", first)
    template.write_text(broken, encoding="utf-8")
    said = plain(Person(WALINT, "check", cwd=folder).ends(1))
    has(said, "error[variables/edge]", "{{date}}", "formatting/", "**{{order}}**", "help: ", "walint explain variables/edge")
    lacks(said, "panicked", "payload", "regex")
    has(plain(Person(WALINT, "explain", "variables/edge", cwd=folder).ends(0)), "What", "Why", "Fix")

    # First shown, then done; what changes words is left to the person.
    has(run(WALINT, "check", "--diff", cwd=folder, code=1), "-", "+", "*{{order}}*")
    expect(template.read_text(encoding="utf-8") == broken, "--diff changed the file")
    has(run(WALINT, "check", "--fix", cwd=folder, code=1), "Fixed 1 finding in 1 file:", "error[variables/edge]")
    fixed = template.read_text(encoding="utf-8")
    expect(fixed == broken.replace("**{{order}}**", "*{{order}}*"), "not fixed as it should be", fixed)
    template.write_text(fixed.replace("{{date}}\"", "{{date}}. Thank you for shopping with us!\""), encoding="utf-8")
    run(WALINT, "check", cwd=folder)

    # Sees what the reader will see, in the terminal and on a page.
    seen = plain(Person(WALINT, "preview", template, "--language", "en_US", cwd=folder).ends(0))
    has(seen, "Thank you for shopping with us!", "en_US")
    lacks(seen, "{{", "*")
    run(WALINT, "preview", "--format", "html", "-o", "preview.html", "templates/", cwd=folder)
    page = (folder / "preview.html").read_text(encoding="utf-8")
    has(page, "Thank you for shopping with us!", "lang=\"es\"")
    lacks(page, "<script", "http://", "src=\"https://")


if __name__ == "__main__":
    main()
