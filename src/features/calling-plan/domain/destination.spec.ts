import { DEFAULT_DESTINATIONS, destinationClass, isAllowed } from './destination';

it.each([
  ['+862160010001', 'national'],
  ['+861062345678', 'national'],
  ['+8613800138000', 'mobile'],
  ['+8616812345678', 'mobile'],
  ['+8619912345678', 'mobile'],
  ['4008001001', 'service'],
  ['95588', 'service'],
  ['12320', 'service'],
  ['+8616812345', 'premium'],
  ['+862116812345', 'premium'],
  ['+86101601234', 'premium'],
  ['+85221234567', 'international'],
  ['+12125550100', 'international'],
  ['+19005550100', 'premium'],
  ['+442071234567', 'international'],
  ['+449012345678', 'premium'],
  ['+881612345678', 'premium'],
  ['+97912345678', 'premium'],
])('%s is %s', (number, kind) => {
  expect(destinationClass(number)).toBe(kind);
});

describe('isAllowed', () => {
  it.each([
    ['+862160010001', true],
    ['+8613800138000', true],
    ['4008001001', true],
    ['+85221234567', false],
    ['+12125550100', false],
    ['+8616812345', false],
    ['+881612345678', false],
  ])('by default, %s: %s', (number, allowed) => {
    expect(isAllowed(number, DEFAULT_DESTINATIONS)).toBe(allowed);
  });

  it.each<[what: string, number: string, list: string[], allowed: boolean]>([
    ['an empty list allows nothing', '+8613800138000', [], false],
    ['a class allows no other', '+862160010001', ['mobile'], false],
    ['a country by its prefix', '+85221234567', ['+852'], true],
    ['another country', '+85321234567', ['+852'], false],
    ['all countries', '+85321234567', ['international'], true],
    ['all countries, not premium abroad', '+97912345678', ['international'], false],
    ['a country, not its premium numbers', '+449012345678', ['+44'], false],
    ['a premium range by its own prefix', '+449012345678', ['+449'], true],
    ['a part of a premium range', '+449012345678', ['+4490'], true],
    ['premium by its class', '+8616812345', ['premium'], true],
    ['home by its country code, not premium', '+8616812345', ['+86'], false],
    ['home by its country code', '+862160010001', ['+86'], true],
    ['a service number by no prefix', '4008001001', ['+86', 'national', 'mobile'], false],
  ])('%s: %s under %j', (_what, number, list, allowed) => {
    expect(isAllowed(number, list)).toBe(allowed);
  });
});
