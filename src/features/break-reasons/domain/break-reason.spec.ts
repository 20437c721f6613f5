import { BREAK_CODE, MOST_REASONS, secondOfCode, USUAL_REASONS } from './break-reason';

it.each([
  [[], -1],
  [['lunch'], -1],
  [['lunch', 'rest'], -1],
  [['lunch', 'rest', 'lunch'], 2],
  [['lunch', 'lunch', 'rest', 'rest'], 1],
])('of %j the one too many is %d', (codes, place) => {
  expect(secondOfCode(codes.map((code) => ({ code })))).toBe(place);
});

it('ships reasons that a tenant may have', () => {
  expect(USUAL_REASONS.length).toBeLessThanOrEqual(MOST_REASONS);
  expect(secondOfCode(USUAL_REASONS)).toBe(-1);
  for (const { code } of USUAL_REASONS) expect(code).toMatch(BREAK_CODE.pattern);
});
