import { separateString, separateWords } from './separate-string';

describe('separateWords', () => {
  it.each([
    ["agent set status 1001@a.test 'On Break'", 8, ['agent', 'set', 'status', '1001@a.test', 'On Break']],
    ['agent set status 1001@a.test Available (On Demand)', 8,
      ['agent', 'set', 'status', '1001@a.test', 'Available', '(On', 'Demand)']],
    ['  a   b ', 8, ['a', 'b']],
    ['a b c', 2, ['a', 'b']],
    ["it\\'s one", 8, ["it's", 'one']],
    ['', 8, []],
  ])('%j with at most %d words', (text, limit, words) => {
    expect(separateWords(text, limit)).toEqual(words);
  });
});

describe('separateString', () => {
  it.each([
    ['a,b,,c', ['a', 'b', '', 'c']],
    ["a='x,y',b=2", ['a=x,y', 'b=2']],
    ['^^:a=1,2:b=3', ['a=1,2', 'b=3']],
  ])('%j', (text, words) => {
    expect(separateString(text, ',')).toEqual(words);
  });
});
