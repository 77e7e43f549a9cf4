"""The builder: same bytes every time, clear words when something is missing."""

import json
import zipfile
from pathlib import Path

import pytest

import make_pack
from packer import drawings, fonts, licences, ranks, slices
from packer.archive import write_archive
from packer.modules import Module, ModulesMissing, load_modules

ROOT = Path(__file__).resolve().parents[2]


def test_archive_does_not_depend_on_order_or_time(tmp_path: Path) -> None:
    members = {"b.txt": b"two", "a.txt": b"one" * 100}
    write_archive(tmp_path / "first.zip", members)
    write_archive(tmp_path / "second.zip", dict(reversed(members.items())))
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()
    assert zipfile.ZipFile(tmp_path / "first.zip").namelist() == ["a.txt", "b.txt"]
    assert not list(tmp_path.glob("*.part"))


def _package(root: Path, name: str, asked: str, installed: str | None) -> None:
    root.joinpath("package.json").write_text(json.dumps({"dependencies": {name: asked}}))
    if installed:
        folder = root / "node_modules" / name
        folder.mkdir(parents=True)
        folder.joinpath("package.json").write_text(json.dumps({"version": installed, "license": "MIT"}))


def test_missing_package_is_named_with_the_command_that_installs_it(tmp_path: Path) -> None:
    _package(tmp_path, "some-art", "1.0.0", None)
    with pytest.raises(ModulesMissing, match=r"some-art 1\.0\.0 is not installed. Run: npm install"):
        load_modules(tmp_path)


def test_other_version_is_refused(tmp_path: Path) -> None:
    _package(tmp_path, "some-art", "1.0.0", "1.0.1")
    with pytest.raises(ModulesMissing, match=r"some-art is 1\.0\.1, not 1\.0\.0"):
        load_modules(tmp_path)


def test_main_says_what_is_missing_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _package(tmp_path, "some-art", "1.0.0", None)
    monkeypatch.setattr(make_pack, "ROOT", tmp_path)
    monkeypatch.setattr(make_pack, "PACK", tmp_path / "pack.zip")
    assert make_pack.main() == 1
    assert "npm install" in capsys.readouterr().err
    assert not (tmp_path / "pack.zip").exists()


def test_ranks_become_lines_of_base64_and_rank(tmp_path: Path) -> None:
    script = tmp_path / ranks.SOURCE
    script.parent.mkdir(parents=True)
    script.write_text("export default " + json.dumps({"bpe_ranks": "! 2 Yw== ZA==\n! 0 YQ== Yg=="}) + ";")
    assert ranks.ranks(Module("r", "1", "MIT", tmp_path)) == b"YQ== 0\nYg== 1\nYw== 2\nZA== 3\n"


def test_font_of_joined_subsets_is_the_same_each_time() -> None:
    files = load_modules(ROOT)["@fontsource/montserrat"].folder / "files"
    subsets = [files / f"montserrat-{subset}-400-normal.woff2" for subset in ("latin", "latin-ext")]
    assert fonts.join(subsets, "x") == fonts.join(subsets, "x")


def test_a_slice_becomes_plain_truetype_with_its_characters() -> None:
    path = load_modules(ROOT)["@fontsource/noto-sans-jp"].folder / "files/noto-sans-jp-119-400-normal.woff2"
    characters, data = slices.read_slice(path, "x")
    assert "こ" in characters
    assert data[:4] == b"\x00\x01\x00\x00"
    assert slices.read_slice(path, "x") == (characters, data)


def test_the_share_of_a_standard_is_that_of_its_characters() -> None:
    assert slices.share_of("東京ab", "shift_jis") == 1.0
    assert slices.share_of("東\U00025ee8", "shift_jis") == 0.5


@pytest.mark.parametrize("name", ["red-apple", "white-flag", "crossed-flags"])
def test_drawings_of_things_are_wanted(name: str) -> None:
    assert drawings.wanted(name)


@pytest.mark.parametrize("name", ["waving-hand-dark-skin-tone", "man-elf-tone3", "keycap-7", "7", "digit-nine"])
def test_variants_and_digits_are_not_wanted(name: str) -> None:
    assert not drawings.wanted(name)


def test_trim_box_is_where_the_drawing_is() -> None:
    svg = drawings.OPENING.format("0 0 128 128", '<rect x="32" y="16" width="64" height="96"/>')
    box = drawings.trim_box(svg, 128)
    assert box == pytest.approx((32, 16, 64, 96), abs=0.4)


def test_empty_drawing_has_no_box() -> None:
    assert drawings.trim_box(drawings.OPENING.format("0 0 128 128", ""), 128) is None


def test_package_without_licence_file_gets_the_text_of_its_licence() -> None:
    modules = load_modules(ROOT)
    text = licences.licence(modules["js-tiktoken"], modules[licences.SPDX])
    assert text.startswith("js-tiktoken 1.0.21\nMIT\n")
    assert "Permission is hereby granted, free of charge" in text
