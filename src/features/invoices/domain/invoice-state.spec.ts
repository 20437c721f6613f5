import { invoiceNumber } from './invoice-number';
import { nextState } from './invoice-state';

const END = new Date('2026-10-31T16:00:00Z');

test.each([
  ['draft', '2026-10-31T15:59:59.999Z', 'draft'],
  ['draft', '2026-10-31T16:00:00Z', 'finalized'],
  ['finalized', '2026-11-05T00:00:00Z', 'finalized'], // closing twice changes nothing
  ['finalized', '2026-10-01T00:00:00Z', 'finalized'], // nor does a clock that went back
] as const)('%s at %s is %s', (state, at, next) => {
  expect(nextState(state, END, new Date(at))).toBe(next);
});

test.each([
  ['pharma', 2026, 1, 'PHARMA-2026-000001'],
  ['emergency-hotline', 2026, 999_999, 'EMERGENCY-HOTLINE-2026-999999'],
  ['a1', 2027, 1_000_000, 'A1-2027-1000000'],
])('invoiceNumber(%s, %i, %i) is %s', (slug, year, seq, number) => {
  expect(invoiceNumber(slug, year, seq)).toBe(number);
});

test.each([
  ['', 2026, 1, /is not a tenant's slug/],
  ['Pharma', 2026, 1, /is not a tenant's slug/],
  ['a/b', 2026, 1, /is not a tenant's slug/],
  ['pharma', 26, 1, /year must have 4 digits, not 26/],
  ['pharma', 2026, 0, /seq must be a whole number from 1, not 0/],
  ['pharma', 2026, 1.5, /seq must be a whole number from 1, not 1.5/],
])('refuses (%s, %d, %d)', (slug, year, seq, message) => {
  expect(() => invoiceNumber(slug, year, seq)).toThrow(message);
});
