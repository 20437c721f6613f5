import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueAt, valuesOf, withItem, withName, withValue } from './draft-text';

const FILE = `# A small one.
tenant: small
name: Small # as on the bill
quotas: { seats: 10 }
numbers:
  - { number: "4008001001", queue: care }

queues:
  - name: care # the only one
    record: true
`;

const lines = (text: string) => text.split('\n');
const differing = (next: string) => lines(next).filter((line) => !lines(FILE).includes(line));

it('reads what stands at a place, and nothing of what is no map', () => {
  const values = valuesOf(FILE);
  expect(valueAt(values, ['numbers', 0, 'number'])).toBe('4008001001');
  expect(valueAt(values, ['numbers', 3, 'number'])).toBeUndefined();
  expect([valuesOf('a: ['), valuesOf('- a'), valuesOf('')]).toEqual([null, null, null]);
});

it.each([
  ['a text, with its comment kept', ['name'], 'Larger', ['name: Larger # as on the bill']],
  ['a text that looks like a number, in quotes', ['name'], '0123', ['name: "0123" # as on the bill']],
  ['a number in a line of its own kind', ['quotas', 'seats'], 130, ['quotas: { seats: 130 }']],
  ['a setting that was not there', ['queues', 0, 'wrap_up'], 3, ['    wrap_up: 3']],
  ['nothing', ['queues', 0, 'record'], undefined, []],
])('writes %s', (_, place, value, expected) => {
  expect(differing(withValue(FILE, place, value))).toEqual(expected);
});

it('adds to a list as its neighbours are written, and begins one', () => {
  expect(differing(withItem(FILE, ['numbers'], { number: '95001', queue: 'care' }))).toEqual(['  - { number: "95001", queue: care }']);
  expect(differing(withItem(FILE, ['seats'], '1001..1010'))).toEqual(['seats:', '  - 1001..1010']);
});

it('renames a setting where it stands, but not to a name that is taken', () => {
  expect(differing(withName(FILE, ['queues', 0], 'record', 'recorded'))).toEqual(['    recorded: true']);
  expect(withName(FILE, ['queues', 0], 'record', 'name')).toBe(FILE);
});

it('leaves alone what cannot be read', () => {
  expect(withValue('a: [', ['b'], 1)).toBe('a: [');
});

it.each(['pharma', 'insurance', 'emergency-hotline'])('keeps every comment of %s', (name) => {
  const file = readFileSync(join(__dirname, '../../../../tenants', `${name}.yaml`), 'utf8');
  const comments = (text: string) => [...text.matchAll(/^\s*#.*$/gm)].map(([comment]) => comment.trim());
  expect(comments(withValue(file, ['name'], 'Other'))).toEqual(comments(file));
});
