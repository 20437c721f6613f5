import { newCall, withVariables } from './call';
import { renderPrompts, renderText } from './render-prompts';

const call = (language: 'en' | 'zh-CN') => withVariables(newCall(language), { policy: '300245', due: '2026-11-22', owed: '1234.5', name: 'Li' });

it.each([
  ['en', '{{name}}', 'Li'],
  ['en', '{{policy|digits}}', '3 0 0 2 4 5'],
  ['en', '{{ policy | number }}', '300,245'],
  ['en', '{{due|date}}', 'November 22, 2026'],
  ['zh-CN', '{{due|date}}', '2026年11月22日'],
  ['en', '{{owed|money:CNY}}', '1,234.50 Chinese yuan'],
  ['zh-CN', '{{owed|money:CNY}}', '1,234.50人民币'],
  ['en', '{{name|money}} {{name|date}} {{name|number}}', 'Li Li Li'],
  ['en', 'no {{unknown}} value', 'no  value'],
] as const)('speaks in %s %s as %s', (language, text, spoken) => {
  expect(renderText(text, call(language))).toBe(spoken);
});

it("speaks the caller's language, else the one there is, and says nothing for nothing", () => {
  const prompts = [{ text: { en: 'hello', 'zh-CN': '您好' } }, { sound: 'beep' }, { text: { en: 'only' } }, { text: { en: '{{unknown}}' } }];
  expect(renderPrompts(prompts, call('zh-CN'))).toEqual([{ text: '您好', language: 'zh-CN' }, { sound: 'beep' }, { text: 'only', language: 'en' }]);
});
