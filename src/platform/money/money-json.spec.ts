import fc from 'fast-check';
import { parseMoneyJson, stringifyMoney } from './money-json';

test('money travels as a string of digits under a name that ends in Micro', () => {
  const line = { amountMicro: 9_007_199_254_740_993n, quantity: 3, steps: [{ feeMicro: -5n }], unitPriceMicro: null };
  const text = stringifyMoney(line);
  expect(text).toBe(
    '{"amountMicro":"9007199254740993","quantity":3,"steps":[{"feeMicro":"-5"}],"unitPriceMicro":null}');
  expect(parseMoneyJson(text)).toEqual(line);
});

test('any amount comes back as it went', () => {
  fc.assert(fc.property(fc.bigInt(), (amountMicro) => {
    expect(parseMoneyJson(stringifyMoney({ amountMicro }))).toEqual({ amountMicro });
  }));
});

test.each(['{"amountMicro":1}', '{"amountMicro":"1.5"}', '{"amountMicro":""}', '{"amountMicro":{}}'])(
  'refuses %s', (text) => {
    expect(() => parseMoneyJson(text)).toThrow(/amountMicro must be a string of digits \(micro-units\)/);
  });
