import { contrastWithWhite, LEAST_CONTRAST } from './contrast';

// the grey #767676 is the lightest that white text may stand on: 4.54; #777777 has 4.48
it.each([
  ['#ffffff', 1],
  ['#000000', 21],
  ['#ff0000', 4],
  ['#0000ff', 8.59],
  ['#ffff00', 1.07],
  ['#767676', 4.54],
  ['#777777', 4.48],
])('white on %s has a contrast of %d', (colour, contrast) => {
  expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 2);
});

it('draws its line between the two greys that surround it', () => {
  expect(contrastWithWhite('#767676')).toBeGreaterThan(LEAST_CONTRAST);
  expect(contrastWithWhite('#777777')).toBeLessThan(LEAST_CONTRAST);
});
