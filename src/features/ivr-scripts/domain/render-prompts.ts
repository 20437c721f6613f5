import type { Locale } from '../../tenants/domain/tenant-spec';
import type { Call } from './call';
import type { Spoken } from './command';
import type { Prompt, SpokenText } from './script';

/** How a variable is spoken: `{{amount|money:CNY}}`; without a format, as it is. */
const PLACEHOLDER = /\{\{\s*([a-z][a-z0-9_]*)\s*(?:\|\s*(digits|number|date|money)(?::([A-Z]{3}))?\s*)?\}\}/g;
const ANY_PLACEHOLDER = /\{\{[^}]*\}?\}?/g;

/** Prompts as they are to be heard: in the caller's language, where they are written in it, with his variables. */
export function renderPrompts(prompts: readonly Prompt[], call: Call): Spoken[] {
  return prompts.flatMap((prompt): Spoken[] => {
    if ('sound' in prompt) return [prompt];
    const { language, text: written } = textIn(prompt.text, call.language);
    const text = renderText(written, { ...call, language });
    return text.trim() === '' ? [] : [{ text, language }];
  });
}

/** What there is in somebody's language, or else in another. */
export function textIn(texts: SpokenText, wanted: Locale): { language: Locale; text: string } {
  const language = texts[wanted] === undefined ? (Object.keys(texts)[0] as Locale) : wanted;
  return { language, text: texts[language] ?? '' };
}

/** A text with its variables filled in; one that has no value is passed over. */
export function renderText(text: string, { variables, language }: Pick<Call, 'variables' | 'language'>): string {
  return text.replace(PLACEHOLDER, (_, name: string, format?: string, currency?: string) =>
    spokenForm(variables[name] ?? '', format, currency, language),
  );
}

/** The variables that a text speaks. */
export function variablesOf(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}

/** What looks like a variable and is none. */
export function brokenPlaceholders(text: string): string[] {
  return text.replace(PLACEHOLDER, '').match(ANY_PLACEHOLDER) ?? [];
}

function spokenForm(value: string, format: string | undefined, currency: string | undefined, language: Locale): string {
  switch (format) {
    case 'digits':
      // one by one, and not as one large number
      return [...value].join(' ');
    case 'number':
      return isNumber(value) ? new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(Number(value)) : value;
    case 'money':
      return isNumber(value) ? money(Number(value), currency ?? 'CNY', language) : value;
    case 'date':
      return isDate(value) ? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(value)) : value;
    default:
      return value;
  }
}

function money(amount: number, currency: string, language: Locale): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name' }).format(amount);
}

function isNumber(value: string): boolean {
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(value);
}

function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}
