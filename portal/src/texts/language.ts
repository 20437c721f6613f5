import { createStore } from '../state/store';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'seatline.language';

export const language = createStore<Language>(chosen() ?? preferred());
language.subscribe(() => localStorage.setItem(KEY, language.get()));

export function currentLanguage(): Language {
  return language.get();
}

function chosen(): Language | null {
  const kept = localStorage.getItem(KEY);
  return LANGUAGES.find((each) => each === kept) ?? null;
}

function preferred(): Language {
  return navigator.languages.some((each) => each.startsWith('zh')) ? 'zh-CN' : 'en';
}
