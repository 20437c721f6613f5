import fc from 'fast-check';
import { parseCdr } from './cdr-document';

/** Mostly such as the switch writes, and some that look like the document's own syntax. */
const lookalike = fc.constantFrom(',', '","', '"}', '\\', '\\"', 'a",', '},"variables":{', '{"', '"},"x":{"');
const text = fc.oneof(fc.string(), lookalike);
const name = fc.oneof(fc.string(), fc.constantFrom('variables', '__proto__'));
const variables = fc.dictionary(name, text, { maxKeys: 300, size: 'max' });
const cdr = fc
  .tuple(fc.dictionary(fc.string(), text), variables, fc.dictionary(fc.string(), text))
  .map(([channel, variables, after]) => ({ switchname: 'sw1', channel, variables, callflow: [after] }));

function merged(portions: object[]): object {
  return Object.fromEntries(portions.flatMap((portion) => Object.entries(portion)));
}

it('reads every document as JSON.parse does', () => {
  fc.assert(
    fc.property(cdr, (document) => {
      const { root, variables } = parseCdr(JSON.stringify(document));
      expect({ ...root, variables: merged(variables) }).toEqual(JSON.parse(JSON.stringify(document)));
    }),
  );
});

it('refuses what JSON.parse refuses, and only that', () => {
  const damage = fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.constantFrom('', '"', ',', '\\', '{', '}', 'x'));
  fc.assert(
    fc.property(cdr, damage, (document, [where, cut, instead]) => {
      const whole = JSON.stringify(document);
      const at = where % whole.length;
      const damaged = whole.slice(0, at) + instead + whole.slice(at + cut);
      expect(reads(() => objectOf(JSON.parse(damaged)))).toBe(reads(() => parseCdr(damaged)));
    }),
  );
});

it('reads the variables in portions that JSON.parse is quick with', () => {
  const names = Array.from({ length: 400 }, (_, index) => `variable_number_${index}`);
  const many = Object.fromEntries(names.map((each) => [each, 'a value as long as most']));
  const { variables } = parseCdr(JSON.stringify({ channel: {}, variables: many, callflow: [] }));
  expect(variables.length).toBeGreaterThan(3);
  expect(Math.max(...variables.map((portion) => Object.keys(portion).length))).toBeLessThan(128);
});

function objectOf(document: { variables?: unknown }): void {
  const { variables } = document;
  if (typeof variables !== 'object' || variables === null || Array.isArray(variables)) throw new Error('no variables');
}

function reads(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
