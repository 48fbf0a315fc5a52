"""Installed packages → exit code 1 where one can be had only under the GPL."""

import re
import sys
from importlib.metadata import Distribution, distributions


def licences_of(package: Distribution) -> list[str]:
    """The licences that a package offers, as it names them."""
    meta = package.metadata
    expression = meta.get("License-Expression")
    if expression:
        return re.split(r"\s+OR\s+", expression)
    classifiers = meta.get_all("Classifier") or []
    named = [line.split("::")[-1].strip() for line in classifiers if line.startswith("License ::")]
    return named or [(meta.get("License") or "")[:200]]


def is_gpl(licence: str) -> bool:
    """Whether it is the GPL or the AGPL; the lesser one lets us link."""
    lesser = re.search(r"LGPL|Lesser", licence)
    return not lesser and re.search(r"GPL|General Public", licence) is not None


def main() -> int:
    """1 if a package offers nothing but the GPL, else 0."""
    bad = [
        f"{package.metadata['Name']}: {', '.join(licences_of(package))}\n"
        for package in distributions()
        if all(is_gpl(licence) for licence in licences_of(package))
    ]
    sys.stderr.writelines(bad)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
