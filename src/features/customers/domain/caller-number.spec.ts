import { readCallerNumber, spellingsOf } from './caller-number';

it.each<[claimed: string, number: string | null]>([
  ['+8613800138001', '+8613800138001'],
  ['8613800138001', '+8613800138001'],
  ['008613800138001', '+8613800138001'],
  ['13800138001', '+8613800138001'],
  ['138 0013-8001', '+8613800138001'],
  ['(021) 6001 0001', '+862160010001'],
  ['02160010001', '+862160010001'],
  ['+862160010001', '+862160010001'],
  ['+1 212.555.0100', '+12125550100'],
  ['12125550100', '+12125550100'],
  // eleven digits that look like a mobile of the country are one; with its + it is what it says
  ['13125550100', '+8613125550100'],
  ['+13125550100', '+13125550100'],
  ['4008001001', '4008001001'],
  ['864008001001', '4008001001'],
  ['95519', '95519'],
  ['1001', null],
  ['anonymous', null],
  ['', null],
  ['+86138001380011234', null],
  ["1' OR '1'='1", null],
])('reads %j as %j', (claimed, number) => {
  expect(readCallerNumber(claimed)).toBe(number);
});

it.each<[number: string, spellings: string[]]>([
  ['+8613800138001', ['+8613800138001', '8613800138001', '008613800138001', '13800138001', '013800138001']],
  ['+862160010001', ['+862160010001', '862160010001', '00862160010001', '02160010001']],
  // without its + it would be somebody else's
  ['+13125550100', ['+13125550100', '0013125550100']],
  ['4008001001', ['4008001001', '+864008001001', '864008001001', '00864008001001']],
])('finds the calls of %s by %j', (number, spellings) => {
  expect(spellingsOf(number)).toEqual(spellings);
  for (const spelling of spellings) expect(readCallerNumber(spelling)).toBe(number);
});
