import { randomBytes } from 'node:crypto';
import { FieldSeal } from './field-seal';
import { openNumbers, sealNumbers } from './sealed-numbers';

const NUMBER = '13800138001';
const [first, second, later] = [1, 2, 5].map((version) => ({ version, secret: randomBytes(32) })) as [Key, Key, Key];
type Key = { version: number; secret: Buffer };

const broken: string[] = [];
const of = (tenantId: string, ...keys: Key[]) => new FieldSeal(tenantId, keys, (place) => void broken.push(place));
const seal = of('ten_a', first);
beforeEach(() => void broken.splice(0));

it('opens in its place, and is never twice the same', () => {
  const sealed = seal.seal('calls.numbers a', NUMBER);
  expect(seal.open('calls.numbers a', sealed)).toBe(NUMBER);
  expect(sealed.includes(NUMBER)).toBe(false);
  expect(seal.seal('calls.numbers a', NUMBER)).not.toEqual(sealed);
  expect([seal.open('calls.numbers a', null), broken]).toEqual([null, []]);
});

it.each<[string, FieldSeal, string, (sealed: Buffer) => Buffer]>([
  ["in another row", seal, 'calls.numbers b', (sealed) => sealed],
  ["in another table", seal, 'call_legs.numbers a', (sealed) => sealed],
  ["as another tenant's", of('ten_b', first), 'calls.numbers a', (sealed) => sealed],
  ['under a key of the same version', of('ten_a', { ...second, version: 1 }), 'calls.numbers a', (sealed) => sealed],
  ['cut', seal, 'calls.numbers a', (sealed) => sealed.subarray(0, -1)],
  ['cut to nothing', seal, 'calls.numbers a', () => Buffer.alloc(0)],
  ['where a bit was changed', seal, 'calls.numbers a', (sealed) => Buffer.concat([sealed.subarray(0, -1), Buffer.from([sealed[sealed.length - 1]! ^ 1])])],
])('does not open %s, and says so', (_how, withSeal, place, change) => {
  expect(withSeal.open(place, change(seal.seal('calls.numbers a', NUMBER)))).toBeNull();
  expect(broken).toEqual([place]);
});

it('opens what earlier keys sealed, and nothing whose key is gone, about which nobody is alarmed', () => {
  const before = seal.seal('calls.numbers a', NUMBER);
  const rotated = of('ten_a', first, second);
  const after = rotated.seal('calls.numbers a', NUMBER);
  expect([rotated.open('calls.numbers a', before), rotated.open('calls.numbers a', after)]).toEqual([NUMBER, NUMBER]);
  expect([of('ten_a').open('calls.numbers a', before), of('ten_a', later).open('calls.numbers a', after)]).toEqual([null, null]);
  expect([seal.open('calls.numbers a', after), broken]).toEqual([null, []]);
  expect(() => of('ten_a').seal('calls.numbers a', NUMBER)).toThrow(/no key/);
});

it('finds the same text before and after a rotation, and nothing after the keys are gone', () => {
  const index = seal.index(NUMBER);
  expect(index).toHaveLength(16);
  expect([seal.index(NUMBER), of('ten_a', first, second).index(NUMBER)]).toEqual([index, index]);
  expect(seal.index('13800138002')).not.toEqual(index);
  expect([of('ten_b', second).index(NUMBER), of('ten_a', later).index(NUMBER)]).not.toContainEqual(index);
  expect(of('ten_a').index(NUMBER)).toBeNull();
});

it.each([
  { from: NUMBER, to: '1001' },
  { from: '', to: '4008001001' },
  { from: null, to: '4008001001' },
  { from: '\u0000"，\ud83d'.repeat(15), to: '\u0001'.repeat(60) },
])('keeps %p as they are', (numbers) => {
  const sealed = sealNumbers(seal, 'calls.numbers a', numbers);
  expect(sealed!.length).toBeLessThanOrEqual(800);
  expect(openNumbers(seal, 'calls.numbers a', sealed)).toEqual(numbers);
});

it('seals nothing where nothing is known', () => {
  const nothing = { from: null, to: null };
  expect(sealNumbers(of('ten_a'), 'calls.numbers a', nothing)).toBeNull();
  expect(openNumbers(seal, 'calls.numbers a', null)).toEqual(nothing);
});
