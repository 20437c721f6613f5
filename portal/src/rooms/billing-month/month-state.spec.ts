import { isEarly, monthState, recentMonths, totals, usualMonth } from './month-state';

const END = '2026-10-31T16:00:00.000Z';
const at = (iso: string) => Date.parse(iso);
const month = (state?: string) => ({ ends_at: END, ...(state && { invoice: { state } }) }) as never;

it.each([
  ['finalized', 'finalized', '2026-11-05T00:00:00Z'],
  ['draft', 'due', '2026-11-05T00:00:00Z'],
  ['draft', 'draft', '2026-10-20T00:00:00Z'],
  [undefined, 'due', '2026-10-31T16:00:00Z'],
  [undefined, 'running', '2026-10-31T15:59:59Z'],
])('with a %s invoice it is %s at %s', (invoice, state, now) => {
  expect(monthState(month(invoice), at(now))).toBe(state);
});

it('is early in the first day after the end only', () => {
  expect(['2026-10-31T15:59:59Z', END, '2026-11-01T15:59:59Z', '2026-11-01T16:00:00Z'].map((now) => isEarly(month(), at(now)))).toEqual([false, true, true, false]);
});

it('sums by currency, without losing a micro-unit', () => {
  const invoice = (currency: string, micro: string) => ({ invoice: { currency, payable_micro: micro } }) as never;
  const rows = [invoice('CNY', '9007199254740993000000'), invoice('CNY', '1'), invoice('AUD', '5'), month()];
  expect(totals(rows)).toEqual([['AUD', '5'], ['CNY', '9007199254740993000001']]);
});

it('looks at the month before in the first days of one', () => {
  expect(recentMonths(new Date(2026, 0, 15)).slice(0, 2)).toEqual(['2026-01', '2025-12']);
  expect([usualMonth(new Date(2026, 10, 3)), usualMonth(new Date(2026, 10, 22))]).toEqual(['2026-10', '2026-11']);
});
