import { Seal } from './seal';

const seal = new Seal('a secret of thirty-two characters');

it('gives back what it was given, and shows nothing of it meanwhile', () => {
  const sealed = seal.close('name', { secret: 'sk_visible' });
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('sk_visible');
  expect(seal.open('name', sealed)).toEqual({ secret: 'sk_visible' });
});

it.each([
  ['another name', () => seal.open('other', seal.close('name', 1))],
  ['another secret', () => new Seal('another secret').open('name', seal.close('name', 1))],
  ['a changed byte', () => seal.open('name', `A${seal.close('name', 1).slice(1, -1)}B`)],
])('does not open under %s', (_what, open) => {
  expect(open).toThrow();
});
