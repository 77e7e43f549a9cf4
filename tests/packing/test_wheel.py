"""The wheel is complete, and what a user installs with it stays small."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]
LARGEST_INSTALL = 300_000_000


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return next(folder.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_holds_the_pack_all_data_files_and_the_notices(wheel: Path) -> None:
    members = set(zipfile.ZipFile(wheel).namelist())
    data = {str(path.relative_to(ROOT / "src")) for path in (ROOT / "src").rglob("*.toml")}
    assert data
    assert data <= members
    assert "aquatint/pack.zip" in members
    assert "aquatint/py.typed" in members
    assert any(name.endswith("licenses/NOTICE") for name in members)
    assert not any("node_modules" in name for name in members)


@pytest.mark.slow
def test_the_installed_wheel_draws_without_npm(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
    ]
    subprocess.run([*install, str(wheel)], check=True, timeout=120)
    code = (
        "import aquatint, sys; assert 'site' in aquatint.__file__; from aquatint.cli import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", code, "draw", "a red apple", "-o", "apple.png", "--size", "1024x640"]
    path = os.fspath(target)
    environment = {"PYTHONPATH": path, "PATH": "", "HOME": os.fspath(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    with Image.open(tmp_path / "apple.png") as picture:
        assert picture.size == (1024, 640)


def test_the_base_install_stays_under_300_mb() -> None:
    sizes = {name: installed_bytes(name) for name in requirements_of("aquatint", set())}
    total = sum(sizes.values())
    largest = sorted(sizes, key=lambda name: -sizes[name])[:5]
    assert total < LARGEST_INSTALL, f"{total / 1e6:.0f} MB, the largest are {largest}"


def requirements_of(name: str, seen: set[str]) -> set[str]:
    """Every distribution that a plain install of ``name`` brings, found in this environment."""
    if name in seen:
        return seen
    try:
        wanted = distribution(name).requires or []
    except PackageNotFoundError:
        return seen
    seen.add(name)
    for requirement in wanted:
        if "extra ==" not in requirement:
            found = re.match(r"[A-Za-z0-9._-]+", requirement)
            assert found is not None
            requirements_of(found[0].lower(), seen)
    return seen


def installed_bytes(name: str) -> int:
    """Bytes of a distribution's files."""
    files = distribution(name).files or []
    return sum(path.stat().st_size for file in files if (path := Path(str(file.locate()))).is_file())
