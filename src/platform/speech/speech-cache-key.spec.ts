import { speechCacheKey, spokenText } from './speech-cache-key';

const said = { provider: 'espeak-ng', voice: 'cmn-150', language: 'zh-CN', text: '您好' };

it('is the same for the same, and another for anything else', () => {
  const others = [{ ...said, provider: 'x' }, { ...said, voice: 'x' }, { ...said, language: 'en' }, { ...said, text: '你好' }, { ...said, voice: 'cmn', text: '-150您好' }];
  const keys = [said, ...others].map(speechCacheKey);
  expect(new Set(keys).size).toBe(6);
  expect(speechCacheKey({ ...said })).toBe(keys[0]);
  expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
});

it.each([
  ['  Good\n morning ', 'Good morning'],
  ['e\u0301t\u00e9', '\u00e9t\u00e9'],
  ['a\u0000b', 'a b'],
  ['', ''],
])('says %j as %j', (text, spoken) => {
  expect(spokenText(text)).toBe(spoken);
});
