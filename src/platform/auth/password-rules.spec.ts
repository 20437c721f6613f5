import { telltaleWords, weaknessOf } from './password-rules';

const WORDS = telltaleWords('li.wei@pharma.seatline.test', 'Drug maker', 'pharma', '制药公司');

it('knows what everybody knows about somebody', () => {
  expect(WORDS).toEqual(['seatline', 'pharma', 'drug', 'maker', '制药公司']);
});

it.each([
  'correct horse battery staple',
  'an entirely new one of mine',
  'zt9mYvC3n8Wq5RfL2xKp',
  '我的狗喜欢吃蓝色的奶酪和面包呢',
])('lets "%s" be', (password) => {
  expect(weaknessOf(password, WORDS)).toBeNull();
});

it.each([
  ['passwordpassword', /common/],
  ['password1234567', /common/],
  ['qwertyuiop123456', /common/],
  ['123456789012345', /common/],
  ['aaaaaaaaaaaaaaaaaaaa', /common/],
  ['P@ssw0rd!P@ssw0rd!', /common/],
  ['my PHARMA shop is open', /"pharma"/],
  ['the SeatLine of the day', /"seatline"/],
  ['欢迎来到制药公司的呼叫中心请稍等', /"制药公司"/],
])('refuses "%s"', (password, rule) => {
  expect(weaknessOf(password, WORDS)).toMatch(rule);
});

it('looks at the longest that is let through', () => {
  expect(weaknessOf('a1b2'.repeat(50), [])).toMatch(/common/);
});
