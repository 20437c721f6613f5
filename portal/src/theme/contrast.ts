type Channels = readonly [number, number, number];

/** The contrast of two colours, 1 to 21: WCAG 2.2, definition of contrast ratio. @param a, b `#rrggbb` */
export function contrastOf(a: string, b: string): number {
  const [darker, lighter] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** What text has to have at the least (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** The colour itself, or as little of white or black more as it takes for text on `ground` to be legible. */
export function legibleOn(ground: string, colour: string): string {
  const target = luminanceOf(ground) < 0.2 ? '#ffffff' : '#000000';
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, target, share);
    if (contrastOf(mixed, ground) >= LEAST_CONTRAST) return mixed;
  }
  return target;
}

function mix(colour: string, other: string, share: number): string {
  const [a, b] = [channelsOf(colour), channelsOf(other)];
  return `#${a.map((channel, place) => Math.round(channel + ((b[place] ?? 0) - channel) * share).toString(16).padStart(2, '0')).join('')}`;
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((channel) => linear(channel / 255)) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function channelsOf(colour: string): Channels {
  return [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16)) as unknown as Channels;
}
