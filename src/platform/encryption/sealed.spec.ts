import { randomBytes } from 'node:crypto';
import { seal, SealBroken, unseal } from './sealed';

const [key, other] = [randomBytes(32), randomBytes(32)];
const plain = Buffer.from('13800138001');

it('opens where it was sealed for, and is never twice the same', () => {
  const sealed = seal(key, 'calls A 1', plain);
  expect(unseal(key, 'calls A 1', sealed)).toEqual(plain);
  expect(seal(key, 'calls A 1', plain)).not.toEqual(sealed);
  expect(sealed.includes(plain)).toBe(false);
});

it.each([
  ['with another key', other, 'calls A 1', (sealed: Buffer) => sealed],
  ['in another row', key, 'calls A 2', (sealed: Buffer) => sealed],
  ["as another tenant's", key, 'calls B 1', (sealed: Buffer) => sealed],
  ['cut', key, 'calls A 1', (sealed: Buffer) => sealed.subarray(0, -1)],
  ['cut to nothing', key, 'calls A 1', () => Buffer.alloc(0)],
  ['changed in one bit', key, 'calls A 1', (sealed: Buffer) => flipped(sealed, 12)],
  ['with a changed tag', key, 'calls A 1', (sealed: Buffer) => flipped(sealed, sealed.length - 1)],
])('does not open %s', (_how, withKey, place, change) => {
  expect(() => unseal(withKey, place, change(seal(key, 'calls A 1', plain)))).toThrow(SealBroken);
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
