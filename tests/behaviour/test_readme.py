"""The README for a stranger: its commands name files that are there, its pictures are real."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SET_UP = "python3 -m venv .venv && .venv/bin/pip install -q -r {lock} && .venv/bin/pip install -q --no-deps . && "


def test_one_command_sets_up_and_runs_the_demonstration():
    assert SET_UP.format(lock="requirements.lock") + ".venv/bin/onrecord demo\n" in README


def test_one_command_sets_up_and_runs_the_tests():
    assert SET_UP.format(lock="requirements-dev.lock") + ".venv/bin/python -m pytest\n" in README


def test_both_lock_files_are_there_and_pin_every_package():
    for name in ("requirements.lock", "requirements-dev.lock"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        named = [line for line in lines if re.match(r"[A-Za-z0-9]", line)]

        assert len(named) > 20
        assert all("==" in line for line in named)


def test_pictures_are_drawn_from_this_program_and_fetch_nothing():
    for name in re.findall(r"\((docs/images/[a-z]+\.svg)\)", README):
        picture = (ROOT / name).read_text(encoding="utf-8")

        assert "demo.case" in picture
        assert "@font-face" not in picture
        assert not re.search(r"(?:href|src)=.https?:", picture)
