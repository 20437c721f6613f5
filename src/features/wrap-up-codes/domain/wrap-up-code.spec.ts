import { isCodeMissing, offeredFor, WRAP_UP_CODE } from './wrap-up-code';

const leaflet = { code: 'leaflet', active: true, queues: [] };
const order = { code: 'order', active: true, queues: ['care', 'vip'] };
const old = { code: 'old', active: false, queues: [] };

it.each([
  ['care', ['leaflet', 'order']],
  ['vip', ['leaflet', 'order']],
  ['night', ['leaflet']],
  // a call between two desks, or one that an agent placed
  [null, ['leaflet']],
])('offers for the queue %s %j', (queue, codes) => {
  expect(offeredFor([leaflet, order, old], queue).map(({ code }) => code)).toEqual(codes);
});

it.each([
  ['required and not chosen', [order], 'care', true, false, true],
  ['required and chosen', [order], 'care', true, true, false],
  ['not required', [order], 'care', false, false, false],
  ['required where all codes are of other queues', [order], 'night', true, false, false],
  ['required where no code is active', [old], 'care', true, false, false],
])('%s', (_what, codes, queue, required, chosen, missing) => {
  expect(isCodeMissing(codes, { queue, required, chosen })).toBe(missing);
});

it.each([
  ['leaflet', true],
  ['a', true],
  ['no-sale2', true],
  ['none', false],
  ['nonetheless', true],
  ['2nd', false],
  ['Leaflet', false],
  ['', false],
  ['a'.repeat(30), true],
  ['a'.repeat(31), false],
])('%s is a code: %s', (code, is) => {
  expect(WRAP_UP_CODE.pattern.test(code)).toBe(is);
});
