import pytest
from PySide6.QtGui import QPalette

from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.ui.style import DARK, LIGHT, SHAPES, Appearance, Pair, Style, Theme


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself_knows_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def pairs(theme: Theme) -> dict[str, Pair]:
    named = {name: getattr(theme, name) for name in ("accent", "selection", "match", "refusal", "caution")}
    named |= {f"severity {key}": pair for key, pair in theme.severity.items()}
    for ground in ("pane", "ground"):
        for ink in ("ink", "soft_ink"):
            named[f"{ink} on {ground}"] = Pair(getattr(theme, ink), getattr(theme, ground))
        named[f"link on {ground}"] = Pair(theme.accent.text, getattr(theme, ground))
        named[f"refusal on {ground}"] = Pair(theme.refusal.text, getattr(theme, ground))
    return named


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_stands_out_from_its_ground(theme: Theme) -> None:
    weak = {name: contrast(p.text, p.ground) for name, p in pairs(theme).items() if contrast(p.text, p.ground) < 4.5}
    assert not weak


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_and_focus_stand_out_from_the_pane(theme: Theme) -> None:
    assert contrast(theme.strong_line, theme.pane) >= 3
    assert contrast(theme.accent.text, theme.pane) >= 3


def test_every_severity_has_a_colour_in_both_themes_and_a_shape_of_its_own() -> None:
    keys = {band.key for band in CONVENTIONAL.bands}
    assert keys == set(LIGHT.severity) == set(DARK.severity) == set(SHAPES)
    assert len(set(SHAPES.values())) == len(keys)


def test_dark_puts_light_text_on_a_dark_ground(style: Style, qapp) -> None:
    style.appearance = Appearance.DARK
    style.apply()
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.WindowText).name() == DARK.ink
    assert palette.color(QPalette.ColorRole.Base).name() == DARK.pane


def test_zoom_multiplies_every_size(style: Style) -> None:
    before = style.font(1.8).pointSizeF()
    style.zoom = 200
    assert style.font(1.8).pointSizeF() == pytest.approx(before * 2)
