"""Measures how long osteolint takes to write reports of very many findings; scripts/bench is the way to call it.

A made site holds the findings: on every page ten embeds with eight faults each, every embed with a product of its own, so
that no two findings are the same. Each format alone, and all eight in one run, stand beside a run that writes text to
/dev/null.
"""
import argparse
import pathlib
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
from bench_run import BENCH, ROOT, Contender, print_table, race  # noqa: E402

FORMATS = {"text": "txt", "json": "json", "html": "html", "sarif": "sarif", "junit": "xml", "github": "github", "gitlab": "gitlab",
           "markdown": "md"}
EMBEDS_A_PAGE = 10
# Eight faults: scheme, client, misspelled product, placeholder for the user, no title, hidden, sandbox, doubled attribute.
EMBED = ('<div class="course"><h2>Course {number}</h2>\n'
         '  <iframe src="http://www.osteocom.me/embed/course?clientId=short&amp;productid={product:024x}&amp;partnerUserId=USER_ID"\n'
         '          width="0" height="420" class="a" class="b" sandbox="allow-scripts"></iframe></div>\n')


def made_site(findings):
    """The folder of a site with at least so many findings."""
    count = -(-findings // (8 * EMBEDS_A_PAGE))
    folder = BENCH / f"findings-{count}"
    if (folder / ".complete").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for page in range(count):
        embeds = "".join(EMBED.format(number=number, product=0x5A0000000000000000000000 + number)
                         for number in range(page * EMBEDS_A_PAGE, (page + 1) * EMBEDS_A_PAGE))
        (folder / f"page-{page:05}.html").write_text(
            f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Page {page}</title></head><body>\n{embeds}</body></html>\n')
    (folder / ".complete").touch()
    return folder


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench reports", description="Measure the writing of reports.")
    parser.add_argument("--findings", type=int, default=100_000, help="how many findings the site has (default: 100,000)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds (default: 5)")
    parser.add_argument("--osteolint", default=ROOT / ".build/release/osteolint", help="the binary; none is built then")
    args = parser.parse_args()
    binary = str(pathlib.Path(args.osteolint).resolve())
    site = made_site(args.findings)
    with tempfile.TemporaryDirectory() as folder:
        names = {form: f"{folder}/report.{ending}" for form, ending in FORMATS.items()}
        check = [binary, "check", "."]
        basis = Contender("check, text to /dev/null", [*check, "--format", "text=/dev/null"], (1,))
        single = [Contender(f"check --format {form}", [*check, "--format", f"{form}={name}"], (1,)) for form, name in names.items()]
        every = [part for form, name in names.items() for part in ("--format", f"{form}={name}")]
        whole = Contender("check, all eight formats", [*check, *every], (1,))
        race([basis, *single, whole], site, args.rounds)
        sizes = {form: pathlib.Path(name).stat().st_size for form, name in names.items()}
    print_table(f"{args.findings:,} findings; medians of {args.rounds} rounds; MB/s is of all that is written",
                [basis, *single, whole], sum(sizes.values()), basis, "basis")
    print("\n  sizes: " + ", ".join(f"{form} {size / 1e6:.1f} MB" for form, size in sizes.items()))
    least = min(one.median("seconds") for one in single)
    print(f"  all eight formats: {whole.median('seconds'):.2f} s, of which {least:.2f} s are reading and linting, as the cheapest format "
          f"alone takes;\n  so writing them takes {whole.median('seconds') - least:.2f} s (aim 3), peak {whole.peak:.0f} MB (aim 300)")


if __name__ == "__main__":
    main()
