import type { Locale } from '../../tenants/domain/tenant-spec';
import type { JsonCursor, TextRules } from '../../../platform/json/json-cursor';
import { brokenPlaceholders } from './render-prompts';
import type { Prompt, SpokenText } from './script';

export const SPEECH_LANGUAGES: readonly Locale[] = ['zh-CN', 'en'];
/** What the languages are called in a document, whose names have no capitals. */
const TEXT_FIELDS: Record<string, Locale> = { zh: 'zh-CN', en: 'en' };
export const SOUND_NAME = /^[a-z0-9][a-z0-9_-]{0,59}$/;

const MOST_PROMPTS = 10;
/** In characters. */
const SPOKEN: TextRules = { max: 1000 };

/** `least` 0 for prompts that may be left out. */
export function readPrompts(at: JsonCursor, least = 1): Prompt[] {
  return at.list(least, MOST_PROMPTS).map(readPrompt);
}

function readPrompt(at: JsonCursor): Prompt {
  at.object(['sound', 'text']);
  const [sound, text] = [at.field('sound'), at.field('text')];
  if (sound.present === text.present) at.refuse('must have either a sound or a text');
  if (sound.present) return { sound: sound.text({ max: 60, pattern: SOUND_NAME, rule: 'must be the name of a sound: a-z 0-9 - _' }) };
  return { text: text.present ? readSpokenText(text) : {} };
}

/** A text in one language at least. */
export function readSpokenText(at: JsonCursor, rules: TextRules = SPOKEN): SpokenText {
  const fields = Object.keys(TEXT_FIELDS);
  at.object(fields);
  const texts = Object.entries(TEXT_FIELDS).map(([field, language]) => [language, at.field(field)] as const).filter(([, text]) => text.present);
  if (texts.length === 0) at.refuse(`must be given in ${fields.join(' or ')}`);
  return Object.fromEntries(texts.map(([language, text]) => [language, readSpeakable(text, rules)]));
}

/** A text whose variables are written as they must be. */
export function readSpeakable(at: JsonCursor, rules: TextRules = SPOKEN): string {
  const text = at.text(rules);
  const [broken] = brokenPlaceholders(text);
  if (broken !== undefined) at.refuse('has a variable that is not written as {{name}} or {{name|digits}}, number, date, money:CNY');
  return text;
}
