import { translate } from './translate';

it.each([
  ['There is no such object.', '对象不存在。'],
  ['The number +862160010001 belongs to another tenant.', '号码 +862160010001 属于其他租户。'],
  ['must be shorter than or equal to 31 characters', '不得超过 31 个字符'],
  // of two templates that fit, the one that says more
  ['must be one of a, b; did you mean "b"?', '须为以下之一：a, b；是否应为“b”？'],
  // what varies may be a text of its own
  ['each value must be a string', '每一项须为文本'],
  [
    'must be 4 to 6 digits not starting with 0, or a range such as "1001..1130"',
    '须为 4 至 6 位数字，不以 0 开头，或形如“1001..1130”的范围',
  ],
  [
    'line 12, column 5, queues[2].strategy: must be one of a, b (why not) (found "c")',
    '第 12 行第 5 列，queues[2].strategy：须为以下之一：a, b（why not）（实际为 "c"）',
  ],
  ['line 12, column 5: must be one of a, b', '第 12 行第 5 列：须为以下之一：a, b'],
  // or several
  [
    'A tenant keeps its domain and currency for good: domain: must stay a.test, not b.test; currency: must stay CNY, not EUR.',
    '租户的域名和币种不可更改：domain 须保持为 a.test，不得改为 b.test；currency 须保持为 CNY，不得改为 EUR。',
  ],
  // the translation has an order of its own
  [
    'agent 1001 gets wrap_up_time 5 from queue care and 9 from queue sales; the switch keeps one per agent: say it here',
    '坐席 1001 的 wrap_up_time 在队列 care 中为 5，在队列 sales 中为 9；交换机对每名坐席只保留一个值，请在此指明',
  ],
  // what somebody sent is no template
  ['must not contain "{0}"', '不得包含“{0}”'],
  ['The number $& belongs to another tenant.', '号码 $& 属于其他租户。'],
])('puts %j into Chinese', (english, chinese) => {
  expect(translate(english, 'zh-CN')).toBe(chinese);
  expect(translate(english, 'en')).toBe(english);
});

it.each(['', 'Whatever this is.', 'The number  belongs to another tenant', 'line x, column 5: must be a string', 'must be a string '])(
  'leaves %j, which no table knows, as it is',
  (text) => expect(translate(text, 'zh-CN')).toBe(text),
);

it('leaves what is longer than any text of ours as it is', () => {
  const text = `The number ${'1'.repeat(2_000)} belongs to another tenant.`;
  expect(translate(text, 'zh-CN')).toBe(text);
});
