"""Settings: flag over environment over file over default, and nothing unknown."""

from pathlib import Path

import pytest

from onrecord.settings import BadSetting, read_settings, write_default_settings


def test_a_case_without_settings_has_the_defaults(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "mycase", environ={})

    assert (settings.name, settings.by, settings.jobs) == ("mycase", "unnamed", None)
    assert set(settings.origins.values()) == {"default"}


def test_flag_beats_environment_beats_file(tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text('name = "a name"\nby = "file"\njobs = 1\n')
    environ = {"ONRECORD_BY": "environment", "ONRECORD_JOBS": "2", "PATH": "/bin"}

    settings = read_settings(tmp_path, flags={"jobs": 3, "by": None}, environ=environ)

    assert (settings.name, settings.by, settings.jobs) == ("a name", "environment", 3)
    assert settings.origins == {"name": "onrecord.toml", "by": "environment", "jobs": "flag"}


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text('colour = "red"\n')

    with pytest.raises(BadSetting) as caught:
        read_settings(tmp_path, environ={"ONRECORD_JOBS": "many", "ONRECORD_BYE": "x"})

    assert "onrecord.toml: unknown setting 'colour'" in str(caught.value)
    assert "environment: unknown setting 'bye'" in str(caught.value)
    assert "environment: jobs = 'many'" in str(caught.value)


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text("no = = toml")

    with pytest.raises(BadSetting, match=r"onrecord\.toml"):
        read_settings(tmp_path, environ={})


def test_a_new_case_is_called_as_its_folder(tmp_path: Path) -> None:
    case = tmp_path / 'a "quoted" name'
    case.mkdir()
    write_default_settings(case)

    settings = read_settings(case, environ={})
    assert settings.name == 'a "quoted" name'
    assert settings.origins["name"] == "onrecord.toml"


def test_settings_of_a_case_are_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text('name = "mine"\n')
    write_default_settings(tmp_path)

    assert read_settings(tmp_path, environ={}).name == "mine"
