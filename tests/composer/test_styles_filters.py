"""Noise, filters, strokes, cells and screens that the styles are made of."""

from __future__ import annotations

import numpy as np
import pytest

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.drawing.colour import to_oklab as scalar_oklab
from aquatint.engines.composer.styles import (
    brushes,
    cells,
    course,
    filters,
    lines,
    noise,
    pixel,
    screens,
    sheet,
    strokes,
)
from aquatint.engines.composer.styles.oklab import from_oklab, to_oklab


def step(height: int = 40, width: int = 60) -> noise.Plane:
    """Dark left half, light right half."""
    plane = np.zeros((height, width), np.float32)
    plane[:, width // 2 :] = 1
    return plane


class TestNoise:
    def test_a_larger_picture_continues_the_same_noise(self) -> None:
        small, large = ((40, 50), (90, 120))
        for make in (noise.white, lambda s, c: noise.smooth(s, 7.3, c), lambda s, c: noise.clouds(s, 20, c)):
            assert np.allclose(make(small, Chance(3)), make(large, Chance(3))[:40, :50], atol=1e-5)

    def test_white_noise_is_even_and_has_no_visible_repeat(self) -> None:
        plane = noise.white((256, 256), Chance(1))
        assert plane.min() >= 0
        assert plane.max() < 1
        assert abs(float(plane.mean()) - 0.5) < 0.01
        assert abs(float(plane.std()) - 12**-0.5) < 0.01
        spectrum = np.abs(np.fft.fft2(plane - plane.mean()))
        assert spectrum.max() < 6 * np.sqrt((spectrum**2).mean())

    def test_streams_differ_by_name(self) -> None:
        assert not np.array_equal(
            noise.white((8, 8), Chance(1).fork("a")), noise.white((8, 8), Chance(1).fork("b"))
        )

    def test_streaks_are_longer_than_high(self) -> None:
        plane = noise.streaks((64, 90), 2.0, 9, Chance(2))
        assert plane.shape == (64, 90)
        assert np.abs(np.diff(plane, axis=1)).mean() < 0.3 * np.abs(np.diff(plane, axis=0)).mean()


class TestFilters:
    @pytest.mark.parametrize("sigma", [0.8, 2.0, 6.0])
    def test_blur_has_the_spread_it_says_and_keeps_the_mean(self, sigma: float) -> None:
        plane = np.zeros((121, 121), np.float32)
        plane[60, 60] = 1
        soft = filters.blur(plane, sigma)
        x = np.arange(121) - 60
        weight = soft.sum(axis=0)
        assert weight.sum() == pytest.approx(1, abs=0.02)
        assert np.sqrt((weight * x * x).sum() / weight.sum()) == pytest.approx(sigma, rel=0.2)

    @pytest.mark.parametrize("sigma", [1.0, 5.0, 17.0])
    def test_blur_is_local_to_the_last_bit(self, sigma: float) -> None:
        plane = noise.white((64, 300), Chance(4))
        other = plane.copy()
        other[:, :20] = 0.9
        reach = round(6 * sigma) + 4
        assert np.array_equal(
            filters.blur(plane, sigma)[:, 20 + reach :], filters.blur(other, sigma)[:, 20 + reach :]
        )

    def test_shrink_then_enlarge_keeps_the_shape_and_even_fields(self) -> None:
        plane = np.full((37, 53), 0.25, np.float32)
        back = filters.enlarge(filters.shrink(plane, 4), (37, 53), 4)
        assert back.shape == (37, 53)
        assert np.allclose(back, 0.25)

    def test_simplify_flattens_noise_but_keeps_an_edge(self) -> None:
        clean = np.stack([step()] * 3) * 0.5 + 0.25
        noisy = clean + 0.08 * (noise.white((40, 60), Chance(5)) - 0.5)
        simple = filters.simplify(noisy.astype(np.float32), 4)
        assert simple[:, :, :24].std() < 0.4 * noisy[:, :, :24].std()
        assert simple[0, 20, 33] - simple[0, 20, 26] > 0.4

    def test_warp_reads_from_where_it_is_told(self) -> None:
        colour = np.arange(48, dtype=np.float32).reshape(1, 6, 8)
        ones = np.ones((6, 8), np.float32)
        moved = filters.warp(colour, ones * 2, ones)
        assert np.allclose(moved[0, :4, :5], colour[0, 1:5, 2:7], atol=1e-3)
        half = filters.warp(colour, ones * 0.5, ones * 0)
        assert np.allclose(half[0, :5, :6], colour[0, :5, :6] + 0.5, atol=1e-3)

    def test_grain_runs_along_an_edge(self) -> None:
        angle, clear = filters.grain_direction(step()[None], 2.0)
        assert abs(np.cos(angle[20, 30])) < 0.05  # vertical
        assert clear[20, 30] > 0.9

    def test_value_counts_vivid_colours_as_lighter(self) -> None:
        grey, red = np.full((3, 1, 1), 0.3, np.float32), np.array([1, 0, 0], np.float32)[:, None, None]
        assert filters.value(grey)[0, 0] == pytest.approx(0.3)
        assert filters.value(red)[0, 0] > filters.luma(red)[0, 0]


class TestOklab:
    def test_agrees_with_the_scalar_formula_and_comes_back(self) -> None:
        colour = noise.white((3, 200), Chance(6)).reshape(3, 10, 20)
        lab = to_oklab(colour)
        expected = scalar_oklab(Colour(*(float(c) for c in colour[:, 4, 7])))
        assert np.allclose(lab[:, 4, 7], expected, atol=2e-3)
        assert np.allclose(from_oklab(lab), colour, atol=4e-3)


class TestLines:
    def test_contours_lie_on_the_dark_side(self) -> None:
        ink = lines.contours(step(), 2.0)[20]
        assert ink[26:30].max() > 0.9
        assert ink[33:].max() == 0
        assert ink[:18].max() == 0

    def test_ridges_find_colour_edges_of_equal_brightness(self) -> None:
        colour = np.zeros((3, 40, 60), np.float32)
        colour[0, :, :30], colour[1, :, 30:] = 0.5, 0.5 * 0.299 / 0.587
        line = lines.ridges(colour, 1.0)[20]
        assert line[29:31].max() > 0.8
        assert line[:20].max() == line[40:].max() == 0

    @pytest.mark.parametrize("radius", [1, 2, 3, 5])
    def test_highest_is_the_maximum_of_a_square(self, radius: int) -> None:
        plane = noise.white((20, 31), Chance(9))
        found = lines.highest(plane, radius)
        assert found.shape == plane.shape
        for y, x in ((0, 0), (7, 12), (19, 30)):
            square = plane[max(0, y - radius) : y + radius + 1, max(0, x - radius) : x + radius + 1]
            assert found[y, x] == square.max()

    def test_a_line_traced_again_strays_to_the_other_side(self) -> None:
        line = np.zeros((200, 200), np.float32)
        line[:, 100] = 1
        first, second = lines.retraced(line, 1.0, (6.0, 6.0), Chance(3))
        away = [(trace * np.arange(200)).sum(axis=1) / trace.sum(axis=1) - 100 for trace in (first, second)]
        assert np.abs(away[0]).max() > 1
        assert np.corrcoef(away[0], away[1])[0, 1] < -0.9

    def test_spots_are_small_and_dark(self) -> None:
        bright = np.full((200, 200), 0.6, np.float32)
        bright[40:48, 40:48] = 0.05  # an eye
        bright[100:] = 0.05  # a dark ground
        found = lines.spots(bright, 1.0)
        assert found[44, 44] > 0.9
        assert found[160, 100] == 0
        assert found[80, 100] == 0


class TestCourse:
    def test_it_leans_by_the_share_it_is_told(self) -> None:
        level = course.Course(np.ones((4, 4), np.float32), np.zeros((4, 4), np.float32), factor=10)
        where = np.array([35.0], np.float32), np.array([3.0], np.float32)
        for follow, angle in ((1.0, 0.0), (0.0, 0.7), (0.5, 0.35)):
            assert level.leaning(0.7, follow).at(*where)[0] == pytest.approx(angle, abs=1e-5)

    def test_it_runs_along_an_edge(self) -> None:
        found = course.course(np.stack([step()] * 3), 1.0, Chance(2))
        assert abs(np.cos(found.at(np.array([30.0]), np.array([20.0]))[0])) < 0.1


class TestStrokes:
    def test_seats_cover_the_picture_evenly_in_a_fixed_order(self) -> None:
        seat = strokes.seats((100, 80), 10, Chance(7))
        counts = np.histogram2d(seat.y, seat.x, bins=(5, 4), range=((0, 100), (0, 80)))[0]
        assert counts.min() >= 1
        assert counts.max() <= 8
        again = strokes.seats((100, 80), 10, Chance(7))
        assert np.array_equal(seat.x, again.x)
        assert not np.all(np.diff(seat.y) >= 0)

    def test_spines_follow_the_angle_and_stop_at_edges(self) -> None:
        colour = np.stack([step()] * 3)
        level = course.Course(np.ones((40, 60), np.float32), np.zeros((40, 60), np.float32))
        seat = strokes.Seats(
            np.array([26.0], np.float32), np.array([20.0], np.float32), np.zeros((6, 1), np.float32)
        )
        spine = strokes.spines(seat, level, np.array([30.0], np.float32), colour, 0.2)[0]
        assert np.allclose(spine[:, 1], 20)
        assert spine[:, 0].max() < 30
        assert spine[:, 0].min() == pytest.approx(11, abs=0.01)

    def test_strokes_of_one_step_are_straight_between_the_same_ends(self) -> None:
        plane = noise.smooth((40, 60), 20, Chance(4))
        bent = course.Course(np.cos(2 * plane), np.sin(2 * plane))
        seat = strokes.seats((40, 60), 10, Chance(5))
        length, flat = np.full(len(seat.x), 12, np.float32), np.zeros((1, 40, 60), np.float32)
        curved = strokes.spines(seat, bent, length, flat, 0.1, steps=2)
        straight = strokes.spines(seat, bent, length, flat, 0.1, steps=1)
        assert straight.shape == (len(seat.x), 2, 2)
        assert np.array_equal(straight, curved[:, [0, 2]])

    def test_strips_paint_where_they_lie_in_their_colour(self) -> None:
        points = np.stack([np.linspace(10, 50, 7), np.full(7, 20.0)], axis=-1)[None].astype(np.float32)
        seat = strokes.Seats(points[:, 3, 0], points[:, 3, 1], np.zeros((6, 1), np.float32))
        canvas = strokes.painting((40, 60))
        colour = np.array([[0.2], [0.8], [0.4]], np.float32)
        strokes.Strips(points, np.array([8.0], np.float32), seat).draw(
            canvas.getCanvas(), colour, 1.0, brushes.gouge()
        )
        painted = strokes.read_planes(canvas)
        assert np.allclose(painted[:, 20, 30], colour[:, 0], atol=0.02)
        assert painted[:, 8].max() == 0

    def test_no_strokes_are_no_trouble(self) -> None:
        seat = strokes.seats((20, 20), 5, Chance(1)).where(np.zeros(25, bool))
        empty = np.zeros(0, np.float32)
        nothing = np.zeros((20, 20), np.float32)
        points = strokes.spines(seat, course.Course(nothing, nothing), empty, nothing[None], 0.1)
        canvas = strokes.painting((20, 20))
        strokes.Strips(points, empty, seat).draw(canvas.getCanvas(), strokes.WHITE, empty, brushes.pen())
        assert strokes.read_planes(canvas).max() == 0


class TestCellsAndScreens:
    def test_cells_keep_to_edges_and_know_their_means(self) -> None:
        colour = np.stack([step()] * 3)
        points = cells.scattered(colour, 12, 0.7, Chance(8))
        made = cells.grown(colour, points, 2.0)
        means = made.means(colour)[0][made.label]
        assert np.abs(means - step()).max() < 0.01
        assert len(np.unique(made.label)) > 10

    def test_cells_move_to_what_is_there(self) -> None:
        # A disc that no point of the grid sits in the middle of.
        y, x = np.mgrid[0:96, 0:96].astype(np.float32)
        colour = np.stack([((x - 41) ** 2 + (y - 53) ** 2 < 81).astype(np.float32)] * 3)
        points = cells.scattered(colour, 24, 0.7, Chance(8))
        moved = cells.settled(colour, points, 2.0, 3)

        def error(chosen: cells.Points) -> float:
            made = cells.grown(colour, chosen, 2.0)
            return float(np.abs(made.means(colour)[0][made.label] - colour[0]).mean())

        assert error(moved) <= error(points)
        assert error(moved) < 0.01

    def test_four_sided_cells_turn(self) -> None:
        colour = np.full((3, 80, 80), 0.5, np.float32)
        points = cells.scattered(colour, 16, 0.6, Chance(8))
        straight = cells.grown(colour, points, 1.0, np.zeros_like(points.x))
        turned = cells.grown(colour, points, 1.0, np.full_like(points.x, np.pi / 4))
        assert not np.array_equal(straight.label, turned.label)

    @pytest.mark.parametrize("cover", [0.0, 0.25, 0.5, 0.75, 1.0])
    def test_a_screen_inks_about_as_much_as_asked(self, cover: float) -> None:
        screen = screens.dots((240, 240), 8.0, 30)
        ink = screens.screened(np.full((240, 240), cover, np.float32), screen, 0.1)
        assert float(ink.mean()) == pytest.approx(cover, abs=0.08)


class TestSheet:
    def test_large_pictures_are_painted_smaller(self) -> None:
        assert sheet.working_factor(1024, 1024) == 1
        assert sheet.working_factor(2160, 3840) == 2

    def test_hidden_colours_do_not_reach_the_sheet(self) -> None:
        pixels = np.zeros((40, 40, 4), np.uint8)
        pixels[...] = (0, 255, 0, 0)
        pixels[10:30, 10:30] = (200, 20, 20, 255)
        made, factor = sheet.open_sheet(pixels, chance=Chance(1), unit=0.2)
        assert factor == 1
        assert (made.colour[1] - made.colour[0] <= 0.01).all()
        assert made.colour[0, 8, 20] > 0.7

    def test_shading_rounds_and_spares_alpha(self) -> None:
        pixels = np.full((2, 2, 4), 200, np.uint8)
        shaded = sheet.shaded(pixels, np.full((2, 2), 0.5, np.float32))
        assert shaded[0, 0].tolist() == [100, 100, 100, 200]


def test_silhouettes_leave_out_what_is_on_a_form() -> None:
    colour = np.full((3, 120, 120), 0.9, np.float32)
    colour[:, 20:100, 20:100] = 0.2
    colour[:, 59:61, 58:62] = 0.35
    line = lines.silhouettes(colour, 4.0)
    assert line[60, 20] > 0.5
    assert line[56:64, 54:66].max() < 0.1


def test_single_cells_join_their_neighbours_unless_they_are_dither() -> None:
    colours = np.zeros((9, 9), np.intp)
    colours[4, 4], colours[2, 6:8] = 3, 5
    plain, dithered = np.zeros((9, 9), np.float32), np.ones((9, 9), np.float32)
    assert pixel._clustered(colours, plain)[4, 4] == 0
    assert (pixel._clustered(colours, plain)[2, 6:8] == 5).all()
    assert pixel._clustered(colours, dithered)[4, 4] == 3
