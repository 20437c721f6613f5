/**
 * What white text on a colour has at the least: WCAG 2.2, success criterion 1.4.3 (level AA) for text of the usual size.
 */
export const LEAST_CONTRAST = 4.5;

/**
 * The contrast of white text on a colour, from 1 (white) to 21 (black): 1.05 ÷ (luminance + 0.05).
 * Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
 * @param colour `#rrggbb`
 */
export function contrastWithWhite(colour: string): number {
  return 1.05 / (luminanceOf(colour) + 0.05);
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((from) => linear(parseInt(colour.slice(from, from + 2), 16) / 255));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** An sRGB channel, 0 to 1, as light. */
function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
