import { maskNumber } from './mask-number';

it.each([
  ['13800138001', '138****8001', 'a mobile number'],
  ['+8613800138001', '+86*******8001', 'in E.164'],
  ['008613800138001', '008********8001', 'with a trunk prefix'],
  ['02012345678', '020****5678', 'a line with its area'],
  ['12345678', '12****78', 'a line without'],
  ['1234567', '1****67', 'a short line'],
  ['+12025550123', '+12*****0123', 'foreign'],
  ['+3545512', '+3****12', 'short and foreign'],
  ['+35455', '+****5', 'shorter'],
  ['123456', '123456', 'a service number'],
  ['10086', '10086', 'a service number'],
  ['1001', '1001', 'an extension'],
  ['110', '110', 'an emergency number'],
  ['', '', 'none'],
  ['anonymous', 'anonymous', 'withheld'],
  ['Restricted', 'Restricted', 'withheld'],
  ['alice', '****e', 'a name'],
  ['bob', '***', 'a short name'],
  ['alice@example.org', 'ali**********.org', 'an address'],
])('shows %p as %p: %s', (number, masked) => {
  expect(maskNumber(number)).toBe(masked);
});

it('hides four characters at least and never changes the length', () => {
  for (let length = 7; length <= 60; length += 1) {
    const masked = maskNumber('5'.repeat(length));
    expect([masked.length, masked.split('*').length - 1 >= 4]).toEqual([length, true]);
  }
});
