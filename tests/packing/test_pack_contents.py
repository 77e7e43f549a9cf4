"""What the pack of this checkout holds."""

import base64
import json
from pathlib import Path

import tiktoken
import uharfbuzz as hb

from aquatint import pack
from packer import fonts, slices
from packer.licences import SPDX
from packer.modules import load_modules

ROOT = Path(__file__).resolve().parents[2]


def _index() -> dict:
    return json.loads(pack.read("index.json"))


def test_pack_is_small() -> None:
    assert pack.PACK.stat().st_size < 24_000_000


def test_every_drawing_of_the_index_is_there_and_nothing_else() -> None:
    drawings = {f"art/noto/{name}.svg" for name in _index()["art"]["noto"]}
    assert len(drawings) > 1500
    assert drawings == {name for name in pack.names() if name.startswith("art/")}


def test_other_names_lead_to_drawings() -> None:
    index = _index()
    assert set(index["aliases"]["noto"].values()) <= set(index["art"]["noto"])
    assert not set(index["aliases"]["noto"]) & set(index["art"]["noto"])


def test_drawings_refer_to_their_parts_in_the_form_that_skia_follows() -> None:
    for name in ("lighthouse", "handbag", "scroll"):
        svg = pack.read(f"art/noto/{name}.svg").decode()
        assert 'xlink:href="#' in svg
        assert ' href="#' not in svg


def test_every_face_is_there() -> None:
    assert {fonts.member_name(*face) for face in fonts.faces()} <= pack.names()


def test_every_sliced_character_is_in_its_slice() -> None:
    coverage = json.loads(pack.read(slices.COVERAGE))
    assert set(coverage) == set(slices.families())
    assert len(set("".join(coverage["noto-sans-sc"].values()))) > 9000
    for family, weights in (("noto-sans-jp", ("400", "700")), ("noto-sans-kr", ("400", "700"))):
        name, characters = next(iter(coverage[family].items()))
        for weight in weights:
            font = hb.Face(hb.Blob(pack.read(f"fonts/{family}-{weight}/{name}.ttf")))
            assert set(map(ord, characters)) <= set(font.unicodes)


def test_every_packed_package_has_its_licence_text() -> None:
    for module in load_modules(ROOT).values():
        if module.name != SPDX:
            assert len(pack.read(f"licences/{module.slug}.txt")) > 1000, module.name


def test_notice_names_every_package_and_version() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for module in load_modules(ROOT).values():
        assert f"{module.name} {module.version}" in notice


def test_lock_file_knows_no_registry() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    assert all("resolved" not in entry for entry in lock["packages"].values())
    assert all("integrity" in entry for name, entry in lock["packages"].items() if name)


def test_ranks_are_those_of_o200k_base() -> None:
    pairs = [line.split() for line in pack.read("tokenizer/o200k_base.tiktoken").splitlines()]
    ranks = {base64.b64decode(token): int(rank) for token, rank in pairs}
    assert sorted(ranks.values()) == list(range(199_998))
    encoding = tiktoken.Encoding("test", pat_str=r"\w+| \w+", mergeable_ranks=ranks, special_tokens={})
    assert encoding.encode("hello world") == [24912, 2375]
