import { DEFAULT_SERVICE_LEVEL, SERVICE_LEVEL_FORMULAS, serviceLevel, type ServiceLevelFormula } from './service-level';

// ICMI's example, 1,060 callers.
const DAY = { answered: 1000, answeredWithinT: 860, abandoned: 60, abandonedWithinT: 20, abandonedWithinS: 10 };
const NOBODY = { answered: 0, answeredWithinT: 0, abandoned: 0, abandonedWithinT: 0, abandonedWithinS: 0 };
const ALL = Object.keys(SERVICE_LEVEL_FORMULAS) as ServiceLevelFormula[];

test.each<[ServiceLevelFormula, number, string]>([
  ['A', 880 / 1060, '83.0'], // (860 + 20) ÷ (1000 + 60)
  ['B', 860 / 1000, '86.0'],
  ['C', 860 / 1060, '81.1'],
  ['D', 860 / 1040, '82.7'], // 860 ÷ (1000 + 40)
  ['E', 870 / 1060, '82.1'], // (860 + 10) ÷ 1060
  ['F', 860 / 1050, '81.9'], // 860 ÷ (1060 − 10)
])('formula %s gives that day %f, %s %%', (formula, level, percent) => {
  expect(serviceLevel(formula, DAY)).toBe(level);
  expect((level * 100).toFixed(1)).toBe(percent);
});

test('that day a promise of 85 % holds under B alone', () => {
  expect(ALL.filter((formula) => (serviceLevel(formula, DAY) ?? 0) >= 0.85)).toEqual(['B']);
});

test.each(ALL)('%s is null without callers, never 0 or 1', (formula) => {
  expect(serviceLevel(formula, NOBODY)).toBeNull();
});

test.each<[ServiceLevelFormula, number | null]>([['A', 1], ['B', null], ['C', 0], ['D', null], ['E', 1], ['F', null]])(
  '%s of a day of nothing but short abandons is %p', (formula, level) => {
    expect(serviceLevel(formula, { ...NOBODY, abandoned: 3, abandonedWithinT: 3, abandonedWithinS: 3 })).toBe(level);
  });

test.each(ALL)('%s is defined in both languages', (formula) => {
  const { en, zh } = SERVICE_LEVEL_FORMULAS[formula].definition;
  expect(en).toMatch(/answered within T.* ÷ /);
  expect(zh).toMatch(/T 秒内应答数.*÷/);
});

test('the default is C within 15 s', () => {
  expect(DEFAULT_SERVICE_LEVEL).toMatchObject({ formula: 'C', seconds: 15 });
});

test.each([
  [{ ...DAY, answeredWithinT: 1001 }, 'answeredWithinT exceeds answered'],
  [{ ...DAY, abandonedWithinT: 61 }, 'abandonedWithinT exceeds abandoned'],
  [{ ...DAY, abandonedWithinS: 61 }, 'abandonedWithinS exceeds abandoned'],
  [{ ...DAY, answered: -1 }, 'answered must be a whole number from 0, not -1'],
  [{ ...DAY, abandoned: 1.5 }, 'abandoned must be a whole number from 0, not 1.5'],
])('refuses counts that cannot be: %#', (counts, message) => {
  expect(() => serviceLevel('C', counts)).toThrow(message);
});
