import { substitute, toRegExp } from './parse-condition';

describe('toRegExp', () => {
  it.each([
    ['^(\\d+)$', '4008001001', true],
    ['^400', '13800', false],
    ['(?i)^care$', 'CARE', true],
    ['/^care$/i', 'Care', true],
  ])('%s on %s', (expression, value, matches) => {
    expect(toRegExp(expression)?.test(value)).toBe(matches);
  });

  it('gives nothing for a broken expression', () => {
    expect(toRegExp('(')).toBeUndefined();
  });
});

it('substitute puts captured groups in, and nothing for those that are not there', () => {
  const match = /^(4)(00)(x)?/.exec('400') as RegExpMatchArray;
  expect(substitute('$1-$2-$3-$9-\\$1-$0', match)).toBe('4-00---$1-400');
});
