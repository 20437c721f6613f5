import { foundValues } from './found-values';

const keep = { state: 'claim.state', amount: 'claim.amount', first: 'items.0.name', known: 'known' };

it.each([
  ['all of it', '{"claim":{"state":"paid","amount":12.5},"items":[{"name":"a"}],"known":true}', { state: 'paid', amount: '12.5', first: 'a', known: 'true' }],
  ['what is there', '{"claim":{"state":"paid"}}', { state: 'paid', amount: '', first: '', known: '' }],
  ['nothing of what is no plain value', '{"claim":{"state":{"a":1},"amount":null}}', { state: '', amount: '', first: '', known: '' }],
  ['no more of a text than 500 characters', `{"claim":{"state":"${'x'.repeat(900)}"}}`, { state: 'x'.repeat(500), amount: '', first: '', known: '' }],
  ['nothing that every object has', '{}', { state: '', amount: '', first: '', known: '' }],
])('keeps %s', (_, answer, expected) => {
  expect(foundValues(answer, keep)).toEqual(expected);
});

it.each(['', '<html>', '"text"', 'null', '5'])('takes %j for no answer', (answer) => {
  expect(foundValues(answer, keep)).toBeNull();
});

it('does not look where every object inherits', () => {
  expect(foundValues('{"a":{}}', { x: 'constructor.name', y: '__proto__.toString', z: 'a.constructor' })).toEqual({ x: '', y: '', z: '' });
});
