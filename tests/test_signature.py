"""Signed results: what verifies, and that nothing else does."""

from __future__ import annotations

import json
import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_reports import passed, wrong_values

from tutor.classroom.canonical_json import canonical_json
from tutor.classroom.keys import expected_fingerprint, fingerprint, new_key, read_private_key
from tutor.classroom.result import Result, Standing
from tutor.classroom.signature import BrokenSignature, sign_file, sign_folder, verify
from tutor.cli import main
from tutor.errors import UsageError
from tutor.report_json import to_dict

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32))
Captured = pytest.CaptureFixture[str]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture
def grades(tmp_path: Path) -> Path:
    """Two students' results, signed."""
    folder = tmp_path / "grades"
    for student, report in (("ada", passed()), ("bob", wrong_values())):
        (folder / student).mkdir(parents=True)
        result = Result(student, "outer_sum", Standing.GRADED, report=report)
        (folder / student / "outer_sum.json").write_bytes(canonical_json(to_dict(result)))
    (folder / "grades.csv").write_text("student,score\nada,5\nbob,1\n")
    sign_folder(folder, KEY, course="c0ffee")
    return folder


def test_a_folder_verifies_as_it_was_signed(grades: Path) -> None:
    found = verify(grades, fingerprint(KEY.public_key()))
    assert found.verified
    assert found.same == ("ada/outer_sum.json", "bob/outer_sum.json", "grades.csv")
    assert found.signature.course == "c0ffee"


def test_signing_again_replaces_the_signature_and_leaves_nothing_else(grades: Path) -> None:
    sign_folder(grades, OTHER)
    assert verify(grades, fingerprint(OTHER.public_key())).verified
    assert sorted(entry.name for entry in grades.iterdir()) == ["ada", "bob", "grades.csv", "signature.json"]


def test_every_file_that_was_changed_added_or_taken_away_is_named(grades: Path) -> None:
    (grades / "grades.csv").write_text("student,score\nada,5\nbob,5\n")
    (grades / "ada" / "outer_sum.json").rename(grades / "ada" / "sum.json")
    (grades / "eve").mkdir()
    (grades / "eve" / "signature.json").write_text("{}")
    found = verify(grades)
    assert not found.verified
    assert found.changed == ("grades.csv",)
    assert found.missing == ("ada/outer_sum.json",)
    assert found.added == ("ada/sum.json", "eve/signature.json")


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_byte_of_a_result_can_change(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    file = tmp_path_factory.getbasetemp() / "ada.json"
    content = canonical_json(to_dict(Result("ada", "outer_sum", Standing.GRADED, report=passed())))
    file.write_bytes(content)
    sign_file(file, KEY)
    place = data.draw(st.integers(0, len(content) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != content[place]))
    file.write_bytes(content[:place] + bytes([other]) + content[place + 1 :])
    assert verify(file).changed == ("ada.json",)
    file.write_bytes(content)
    assert verify(file).verified


def test_swapped_results_of_two_students_are_both_named(grades: Path) -> None:
    ada, bob = (grades / student / "outer_sum.json" for student in ("ada", "bob"))
    one, other = ada.read_bytes(), bob.read_bytes()
    ada.write_bytes(other)
    bob.write_bytes(one)
    assert verify(grades).changed == ("ada/outer_sum.json", "bob/outer_sum.json")
    assert verify(bob).changed == ("bob/outer_sum.json",)


def test_one_file_is_verified_by_the_signature_of_the_folder_around_it(grades: Path) -> None:
    (grades / "bob" / "outer_sum.json").write_text("{}")
    assert verify(grades / "ada" / "outer_sum.json").verified
    assert not verify(grades / "bob" / "outer_sum.json").verified


def test_a_file_carries_a_signature_of_its_own_away_from_its_folder(grades: Path, tmp_path: Path) -> None:
    sign_file(grades / "ada" / "outer_sum.json", KEY)
    away = tmp_path / "away"
    (grades / "ada").rename(away)
    assert verify(away / "outer_sum.json", fingerprint(KEY.public_key())).verified
    assert "bob" not in (away / "outer_sum.json.signature.json").read_text()


def test_a_signed_file_of_another_student_does_not_verify_under_a_new_name(grades: Path) -> None:
    file = grades / "ada" / "outer_sum.json"
    sign_file(file, KEY)
    stolen = grades / "bob" / "my_result.json"
    stolen.write_bytes(file.read_bytes())
    file.with_name("outer_sum.json.signature.json").rename(stolen.with_name("my_result.json.signature.json"))
    assert verify(stolen).added == ("my_result.json",)


def test_another_key_signs_but_is_not_the_expected_one(grades: Path) -> None:
    sign_folder(grades, OTHER)
    assert verify(grades).verified, "without --key it only says who signed"
    found = verify(grades, fingerprint(KEY.public_key()))
    assert not found.verified
    assert found.is_expected_key is False


@pytest.mark.parametrize("field", ["fingerprint", "signed_at", "course", "tutor", "files", "public_key", "signature"])
def test_no_field_of_the_signature_can_change(grades: Path, field: str) -> None:
    path = grades / "signature.json"
    values = json.loads(path.read_text())
    sign_folder(grades, OTHER, course="another")
    others = json.loads(path.read_text())
    others["signed_at"], others["tutor"], others["files"] = "2026-01-01T00:00:00Z", "9.9", others["files"][:-1]
    path.write_text(json.dumps({**values, field: others[field]}))
    found = verify(grades)
    assert not found.is_genuine
    assert not found.verified


def test_a_reformatted_signature_means_the_same(grades: Path) -> None:
    path = grades / "signature.json"
    path.write_text(json.dumps(json.loads(path.read_text()), indent=4, sort_keys=True))
    assert verify(grades).verified


@pytest.mark.parametrize("length", [0, 1, 200, -2])
def test_a_truncated_signature_does_not_verify(grades: Path, length: int) -> None:
    path = grades / "signature.json"
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(BrokenSignature, match="is not a signature"):
        verify(grades)


@pytest.mark.parametrize("name", ["../grades.csv", "/etc/passwd", "ada/../grades.csv", "", "ada//x", "./grades.csv"])
def test_a_signature_never_makes_us_read_outside_its_folder(grades: Path, name: str) -> None:
    path = grades / "signature.json"
    values = json.loads(path.read_text())
    values["files"][0]["name"] = name
    path.write_text(json.dumps(values))
    with pytest.raises(BrokenSignature, match="no file below its folder"):
        verify(grades)


def test_a_file_replaced_by_a_link_to_the_same_bytes_is_changed(grades: Path, tmp_path: Path) -> None:
    file = grades / "ada" / "outer_sum.json"
    file.rename(tmp_path / "elsewhere.json")
    file.symlink_to(tmp_path / "elsewhere.json")
    assert verify(grades).changed == ("ada/outer_sum.json",)
    assert not verify(file).verified
    with pytest.raises(UsageError, match="symbolic link, so nothing was signed"):
        sign_folder(grades, KEY)


def test_a_folder_replaced_by_a_link_and_a_pipe_are_told(grades: Path, tmp_path: Path) -> None:
    (grades / "ada").rename(tmp_path / "ada")
    (grades / "ada").symlink_to(tmp_path / "ada")
    (grades / "grades.csv").unlink()
    os.mkfifo(grades / "grades.csv")
    found = verify(grades)
    assert found.changed == ("ada/outer_sum.json", "grades.csv")
    assert found.added == ("ada",)


def test_a_name_that_is_no_text_is_signed_and_verified(grades: Path) -> None:
    (grades / os.fsdecode(b"caf\xe9.json")).write_text("{}")
    sign_folder(grades, KEY)
    assert verify(grades).verified


# Canonical JSON


@given(JSON)
def test_canonical_json_reads_back_and_is_written_the_same_again(value: object) -> None:
    written = canonical_json(value)
    assert json.loads(written) == value
    assert canonical_json(json.loads(written)) == written


@given(st.dictionaries(st.text(), JSON, max_size=6), st.randoms())
def test_canonical_json_does_not_depend_on_the_order_of_keys(value: dict[str, object], random: object) -> None:
    keys = list(value)
    random.shuffle(keys)  # type: ignore[attr-defined]
    assert canonical_json({key: value[key] for key in keys}) == canonical_json(value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [-float("inf")]])
def test_canonical_json_has_no_nan(value: object) -> None:
    with pytest.raises(ValueError):
        canonical_json(value)


def test_every_float_of_a_report_is_kept() -> None:
    report = replace(passed(), seconds=0.1 + 0.2)
    assert json.loads(canonical_json(to_dict(report)))["seconds"] == 0.1 + 0.2


# Keys and commands


def test_a_new_key_is_its_owners_alone_and_never_overwrites(tmp_path: Path) -> None:
    public, told = new_key(tmp_path / "key.pem")
    assert stat.S_IMODE((tmp_path / "key.pem").stat().st_mode) == 0o600
    assert expected_fingerprint(str(public)) == told == fingerprint(read_private_key(tmp_path / "key.pem").public_key())
    before = (tmp_path / "key.pem").read_bytes()
    for taken in (tmp_path / "key.pem", public):
        with pytest.raises(UsageError, match="exists already"):
            new_key(tmp_path / "key.pem")
        assert (tmp_path / "key.pem").read_bytes() == before
        taken.with_name("away").unlink(missing_ok=True)


def test_a_key_that_others_can_read_is_not_used(tmp_path: Path) -> None:
    new_key(tmp_path / "key.pem")
    (tmp_path / "key.pem").chmod(0o640)
    with pytest.raises(UsageError, match="Others may read") as refused:
        read_private_key(tmp_path / "key.pem")
    assert "chmod 600" in refused.value.advice


def test_the_commands_make_a_key_sign_and_verify(grades: Path, tmp_path: Path, capsys: Captured) -> None:
    key = str(tmp_path / "key.pem")
    assert main(["keygen", key]) == 0
    told = capsys.readouterr().out
    assert main(["sign", str(grades), "--key", key]) == 0
    assert main(["verify", str(grades)]) == 0
    assert "Nothing here says whose key that is" in capsys.readouterr().out
    assert main(["verify", str(grades), "--key", f"{key}.pub"]) == 0
    verified = capsys.readouterr().out
    assert verified.splitlines()[0] == "Verified: 3 files are as they were signed."
    assert "whose key" not in verified
    assert verified.split("with key ")[1].split(".")[0] in told


def test_verify_ends_with_1_and_names_the_file_when_something_changed(grades: Path, capsys: Captured) -> None:
    (grades / "grades.csv").write_text("\x1b[2J")
    (grades / "\x1b[2J").write_text("")
    assert main(["verify", str(grades)]) == 1
    told = capsys.readouterr().out
    assert "NOT VERIFIED: 2 files are as they were signed." in told
    assert "changed: grades.csv" in told
    assert "added: \\x1b[2J" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["verify", "nowhere"], "nowhere does not exist"),
        (["verify", "folder"], "There is no signature"),
        (["verify", "folder", "--key", "abc"], "abc is not there"),
        (["sign", "folder", "--key", "folder/no.pem"], "not a private key in PEM"),
        (["sign", "folder", "--key", "nowhere"], "nowhere is not there"),
    ],
)
def test_misuse_ends_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "no.pem").touch(mode=0o600)
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


def test_without_the_extra_the_command_that_installs_it_is_told(
    grades: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setitem(sys.modules, "cryptography", None)
    assert main(["verify", str(grades)]) == 2
    assert "pip install 'tensor-tutor[sign]'" in capsys.readouterr().err
