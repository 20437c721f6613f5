import { joinRepeated } from './account';
import { differences } from './compare';

describe('differences', () => {
  it.each([
    { what: 'one second more', expected: { waitSeconds: 3 }, actual: { waitSeconds: 4 }, told: [] },
    {
      what: 'two seconds more',
      expected: { legs: [{ billSeconds: 3 }] },
      actual: { legs: [{ billSeconds: 5 }] },
      told: ['legs[0].billSeconds: expected 3 but was 5'],
    },
    {
      what: 'one billed second more',
      expected: { billedSeconds: 60 },
      actual: { billedSeconds: 61 },
      told: ['billedSeconds: expected 60 but was 61'],
    },
    { what: 'a field that nobody expects', expected: { a: 1 }, actual: { a: 1, b: 2 }, told: [] },
    {
      what: 'an entry too many',
      expected: { legs: [{ a: 1 }] },
      actual: { legs: [{ a: 1 }, {}] },
      told: ['legs: expected [{"a":1}] but was [{"a":1},{}]'],
    },
    {
      what: 'nothing where something should be',
      expected: { record: { agent: 'agent1' } },
      actual: { record: null },
      told: ['record: expected {"agent":"agent1"} but was null'],
    },
    {
      what: 'something where nothing should be',
      expected: { record: null },
      actual: { record: {} },
      told: ['record: expected null but was {}'],
    },
  ])('tells of $what', ({ expected, actual, told }) => {
    expect(differences(expected, actual)).toEqual(told);
  });
});

it('joins neighbours that are alike and repeat themselves', () => {
  const busy = { answered: false, cause: 'USER_BUSY' };
  const talk = { answered: true, cause: 'NORMAL_CLEARING' };
  expect(joinRepeated([busy, busy, talk, talk, busy], ({ answered }) => !answered)).toEqual([
    { ...busy, times: 2 },
    { ...talk, times: 1 },
    { ...talk, times: 1 },
    { ...busy, times: 1 },
  ]);
});
