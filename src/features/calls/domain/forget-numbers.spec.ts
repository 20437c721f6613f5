import { forgetNumbers } from './forget-numbers';

const [CALLER, OWN, OUTSIDE] = ['13800138001', '4008001001', '+8613900139002'];

it.each([
  ['a caller on the trunk', 'inbound', 'inbound', CALLER, OWN, { from: null, to: OWN }],
  ['the agent who is rung for him', 'outbound', 'inbound', CALLER, '1001', { from: null, to: '1001' }],
  ['a caller who is sent on outside', 'outbound', 'inbound', CALLER, OUTSIDE, { from: null, to: null }],
  ['a phone that dials out', 'inbound', 'outbound', '1001', OUTSIDE, { from: '1001', to: null }],
  ['the trunk leg of it', 'outbound', 'outbound', '1001', OUTSIDE, { from: '1001', to: null }],
  ['a call to a service number', 'outbound', 'outbound', '1001', '10086', null],
  ['a call within the house', 'inbound', 'internal', '1001', '1002', null],
  ['a caller who withheld it', 'inbound', 'inbound', 'anonymous', OWN, null],
  ['a caller of whom nothing is said', 'inbound', 'inbound', '', OWN, null],
  ['what was forgotten already', 'inbound', 'inbound', null, OWN, null],
  ['what was erased with its key', 'outbound', 'outbound', null, null, null],
] as const)('of %s', (_leg, direction, purpose, from, to, expected) => {
  expect(forgetNumbers({ direction, purpose, from, to })).toEqual(expected);
});
