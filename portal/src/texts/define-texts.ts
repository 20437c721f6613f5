import { useTranslation } from 'react-i18next';
import { i18next } from './i18n';

/** The texts of one part of the portal, in both languages. */
export interface Texts<K extends string> {
  part: string;
  /** Never read: it carries the keys' type. */
  keys?: K;
}

/** `calls_one` and `calls_other` are asked for as `calls`, with a `count`. */
type Key<K extends string> = K extends `${infer Base}_one` ? Base : K extends `${string}_other` ? never : K;
export type Translate<K extends string> = (key: Key<K>, values?: Record<string, unknown>) => string;

/** The keys of some texts, for a function that is given their `useTexts`. */
export type KeysOf<T> = T extends Texts<infer K> ? K : never;

/** @param part the room or part whose they are; the Chinese has to have every key that the English has */
export function defineTexts<const E extends Record<string, string>>(
  part: string,
  en: E,
  zh: Record<keyof E, string>,
): Texts<keyof E & string> {
  i18next.addResourceBundle('en', part, en);
  i18next.addResourceBundle('zh-CN', part, zh);
  return { part };
}

export function useTexts<K extends string>(texts: Texts<K>): Translate<K> {
  const { t } = useTranslation(texts.part);
  return t as unknown as Translate<K>;
}

/** A text outside of React. */
export function textOf<K extends string>(texts: Texts<K>, key: Key<K>, values: Record<string, unknown> = {}): string {
  return i18next.t(key, { ns: texts.part, ...values });
}
