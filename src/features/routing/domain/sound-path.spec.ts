import { type SoundOwner, soundPath, speaking } from './sound-path';

const OWN = { 'zh-CN': '/sounds/welcome-zh.wav', en: '/sounds/welcome-en.wav' };
const TENANT: SoundOwner = { locale: 'zh-CN', sounds: new Map(Object.entries(OWN).map(([language, path]) => [language, new Map([['welcome', path]])])) };

it.each<[what: string, language: string | null | undefined, name: string, path: string]>([
  ["a stranger hears the tenant's language", undefined, 'welcome', OWN['zh-CN']],
  ['and whose language nobody has noted', null, 'busy', 'zh-CN/busy.wav'],
  ['a customer his own', 'en', 'welcome', OWN.en],
  ["also of the platform's sounds", 'en', 'busy', 'en/busy.wav'],
  ['where it is one that we speak', 'fr', 'welcome', OWN['zh-CN']],
])('%s', (_what, language, name, path) => {
  expect(soundPath(speaking(TENANT, language), name)).toBe(path);
});
