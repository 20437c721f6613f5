import { changeOf } from './change-of';

const day = new Date('2026-11-01T00:00:00.000Z');

describe('changeOf', () => {
  it.each([
    { what: 'a new row', before: null, after: { id: 'a', name: 'care' }, change: { after: { name: 'care' } } },
    { what: 'a row that went', before: { tenantId: 't', name: 'care' }, after: null, change: { before: { name: 'care' } } },
    {
      what: 'one field of two',
      before: { name: 'care', level: 1 },
      after: { name: 'care', level: 2 },
      change: { before: { level: 1 }, after: { level: 2 } },
    },
    { what: 'nothing', before: { name: 'care' }, after: { name: 'care' }, change: null },
    { what: 'what is ignored', before: { version: 1, seen: day }, after: { version: 2, seen: null }, change: null },
    {
      what: 'one setting of several',
      before: { settings: { wait: 1, record: true } },
      after: { settings: { wait: 2, record: true } },
      change: { before: { 'settings.wait': 1 }, after: { 'settings.wait': 2 } },
    },
    { what: 'equal times and objects', before: { at: day, a: { b: 1 } }, after: { at: new Date(day), a: { b: 1 } }, change: null },
    {
      what: 'a field that was empty',
      before: { closed: null },
      after: { closed: 'closed' },
      change: { before: { closed: null }, after: { closed: 'closed' } },
    },
    {
      what: 'secrets, which it hides',
      before: { passwordHash: 'x', totpSecret: null },
      after: { passwordHash: 'y', totpSecret: Buffer.from('z') },
      change: {
        before: { passwordHash: '(hidden)', totpSecret: null },
        after: { passwordHash: '(hidden)', totpSecret: '(hidden)' },
      },
    },
    { what: 'bytes, which it hides', before: null, after: { number: Buffer.from('1') }, change: { after: { number: '(hidden)' } } },
    { what: 'large numbers', before: { micro: 1n }, after: { micro: 2n }, change: { before: { micro: '1' }, after: { micro: '2' } } },
  ])('tells of $what', ({ before, after, change }) => {
    expect(changeOf(before, after, ['version', 'seen'])).toEqual(change);
  });
});
