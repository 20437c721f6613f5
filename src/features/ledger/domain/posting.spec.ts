import fc from 'fast-check';
import { parseMicro } from '../../../platform/money/money';
import { posting, postingOfInvoice } from './posting';

const money = parseMicro;

test('an invoice of 19,326.8475, of which 1,093.9725 are tax, payable as 19,326.85', () => {
  const invoice = { id: 'inv_1', currency: 'CNY', totalMicro: money('19326.8475'), taxMicro: money('1093.9725'), roundingMicro: money('0.0025'), payableMicro: money('19326.85') };
  expect(postingOfInvoice(invoice)).toEqual({
    source: 'invoice:inv_1',
    currency: 'CNY',
    entries: [
      { account: 'receivable', amountMicro: money('19326.85') },
      { account: 'revenue', amountMicro: money('-18232.875') },
      { account: 'tax', amountMicro: money('-1093.9725') },
      { account: 'rounding', amountMicro: money('-0.0025') },
    ],
  });
});

test('an invoice of nothing moves nothing', () => {
  expect(postingOfInvoice({ id: 'inv_1', currency: 'CNY', totalMicro: 0n, taxMicro: 0n, roundingMicro: 0n, payableMicro: 0n }).entries).toEqual([]);
});

test('sums that contradict one another are refused, and any others come to nothing', () => {
  const amounts = fc.tuple(fc.bigInt(), fc.bigInt(), fc.bigInt());
  fc.assert(fc.property(amounts, ([totalMicro, taxMicro, roundingMicro]) => {
    const invoice = { id: 'inv_1', currency: 'CNY', totalMicro, taxMicro, roundingMicro, payableMicro: totalMicro + roundingMicro };
    expect(postingOfInvoice(invoice).entries.reduce((sum, { amountMicro }) => sum + amountMicro, 0n)).toBe(0n);
    expect(() => postingOfInvoice({ ...invoice, payableMicro: invoice.payableMicro + 1n })).toThrow('come to 1 micro-units of CNY, not to nothing');
  }));
  expect(() => posting('x', 'EUR', [{ account: 'cash', amountMicro: 1n }])).toThrow(RangeError);
});
