import { spanOf } from './period';

// 06:30 on Sunday the 22nd in Shanghai, which is 8 hours ahead
const NOW = Date.parse('2026-11-21T22:30:00Z');

test.each([
  [{}, {}],
  [{ period: 'today' }, { from: '2026-11-21T16:00:00.000Z' }],
  [{ period: 'yesterday' }, { from: '2026-11-20T16:00:00.000Z', to: '2026-11-21T16:00:00.000Z' }],
  // today and the six days before
  [{ period: 'week' }, { from: '2026-11-15T16:00:00.000Z' }],
  [{ period: 'month' }, { from: '2026-10-23T16:00:00.000Z' }],
  [{ period: 'own', from: '2026-11-01T08:00' }, { from: '2026-11-01T00:00:00.000Z' }],
  [{ period: 'own', to: '2026-11-01T08:00' }, { to: '2026-11-01T00:00:00.000Z' }],
  // what somebody wrote into the address
  [{ period: 'own', from: 'yesterday' }, {}],
  [{ period: 'other', from: '2026-11-01T08:00' }, {}],
])('%j is %j', (search, span) => {
  expect(spanOf(search, 'Asia/Shanghai', NOW)).toEqual(span);
});

test('a day with 25 hours is one day', () => {
  // the clocks of Berlin were set back on the 25th
  const span = spanOf({ period: 'yesterday' }, 'Europe/Berlin', Date.parse('2026-10-26T12:00:00Z'));
  expect(span).toEqual({ from: '2026-10-24T22:00:00.000Z', to: '2026-10-25T23:00:00.000Z' });
});
