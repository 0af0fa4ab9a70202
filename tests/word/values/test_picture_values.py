"""How large a picture stands in the box that a template gives it, and how it is turned."""

import pytest

from docgen.pictures.picture import Picture, read_picture
from docgen.word.values.picture_values import COARSEST, fitted, has_picture, of_picture
from tests.pictures.made_pictures import jpeg, png
from tests.word.pictures.filled_picture import drawings, picture, render, template

CM = 360_000
BOX = (8 * CM, 6 * CM)


def sized(width, height, orientation=1):
    return Picture(b"", "png", width, height, orientation)


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (800, 600, (8 * CM, 6 * CM)),
        (1600, 400, (8 * CM, 2 * CM)),
        (500, 1000, (3 * CM, 6 * CM)),
        (4000, 3000, (8 * CM, 6 * CM)),
    ],
)
def test_a_picture_fills_the_box_as_far_as_its_shape_allows(width, height, expected):
    assert fitted(sized(width, height), *BOX) == expected


def test_a_picture_that_is_turned_is_measured_as_it_stands():
    stored = fitted(sized(1000, 500, 6), *BOX)
    assert stored == (6 * CM, 3 * CM), "it stands 3 wide and 6 high"


def test_a_small_picture_is_not_blown_up():
    assert fitted(sized(20, 10), *BOX) == (20 * COARSEST, 10 * COARSEST)
    assert fitted(sized(1, 19_999), *BOX) == (108, 6 * CM)


@pytest.mark.parametrize(
    ("held", "turn"),
    [
        (1, (0, "0")),
        (2, (0, "1")),
        (3, (10_800_000, "0")),
        (4, (10_800_000, "1")),
        (5, (16_200_000, "1")),
        (6, (5_400_000, "0")),
        (7, (5_400_000, "1")),
        (8, (16_200_000, "0")),
    ],
)
def test_each_way_to_hold_a_camera_stands_upright_in_the_same_size(held, turn):
    (shown,) = drawings(render(template("[{{ beeld }}]", "na"), {"beeld": picture(jpeg(f"gedraaid-{held}"))}))
    assert shown["turn"] == turn and shown["size"] == shown["inner"]
    across, down = shown["size"] if held < 5 else shown["size"][::-1]
    assert (across, down) == (48 * COARSEST, 32 * COARSEST)


def test_spaces_and_line_breaks_in_the_alternative_text_are_one_space():
    (shown,) = drawings(render(template("[{{ beeld }}]", "na"), {"beeld": picture(alt="Een plein\n  met bomen")}))
    assert shown["alt"] == "Een plein met bomen"


@pytest.mark.parametrize(("value", "there"), [(None, False), ("", False), ("tekst", True), ({"bestand": None}, False)])
def test_whether_there_is_something_to_show(value, there):
    assert has_picture(value) is there


def test_of_a_picture_as_bytes_of_its_own_the_size_is_known():
    assert of_picture(read_picture(png(400, 300)), "cx", *BOX, "rId1") == 8 * CM
    assert of_picture({"bestand": png(40, 30), "alt": "x"}, "cx", *BOX, "rId1") == 40 * COARSEST
