import { ZH } from './zh';

export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * An English text, which is the key, and its translation. `{0}`, `{1}` stand for what varies, `{0#}` for digits only; the
 * translation names them in its own order, without the #.
 */
export type Entry = readonly [english: string, translation: string];

/** Longer than any text of ours; whatever is longer stays as it is. */
const LONGEST = 2_000;
/** A text within a text within a text: `line 3, column 5: is required: a list of agents`. */
const DEEPEST = 4;
const PLACE = /\{(\d)(#?)\}/;

interface Template {
  /** What stands before, between and after what varies. */
  pieces: string[];
  places: { index: number; digits: boolean }[];
  translation: string;
}

const EXACT: ReadonlyMap<string, string> = new Map(ZH.filter(([english]) => !PLACE.test(english)));
/** Those that say most first, so that `must be one of {0}; did you mean "{1}"?` comes before `must be one of {0}`. */
const TEMPLATES = ZH.filter(([english]) => PLACE.test(english))
  .map(([english, translation]) => ({ ...templateOf(english), translation }))
  .sort((a, b) => b.pieces.join('').length - a.pieces.join('').length);

/** The text in that language; one that no table knows stays English. */
export function translate(text: string, language: Language): string {
  return language === 'en' || text.length > LONGEST ? text : (known(text, 0) ?? text);
}

function known(text: string, depth: number): string | undefined {
  const exact = EXACT.get(text);
  if (exact !== undefined || depth === DEEPEST) return exact;
  for (const template of TEMPLATES) {
    const values = match(template, text);
    if (values) return filled(template, values.map((value) => part(value, depth + 1)));
  }
  return undefined;
}

/** What varies may be a text of ours, or several. */
function part(value: string, depth: number): string {
  const whole = known(value, depth);
  if (whole !== undefined || !value.includes('; ')) return whole ?? value;
  return value.split('; ').map((each) => known(each, depth) ?? each).join('；');
}

function templateOf(english: string): Pick<Template, 'pieces' | 'places'> {
  const [first = '', ...rest] = english.split(PLACE);
  const [pieces, places]: [string[], Template['places']] = [[first], []];
  for (let at = 0; at < rest.length; at += 3) {
    places.push({ index: Number(rest[at]), digits: rest[at + 1] === '#' });
    pieces.push(rest[at + 2] ?? '');
  }
  return { pieces, places };
}

/**
 * What stands at the template's places, each as short as can be, or null. Linear in the text, which somebody may have
 * made long: a regular expression would try every way to share it out.
 */
function match({ pieces, places }: Template, text: string): string[] | null {
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  if (!text.startsWith(first) || !text.endsWith(last)) return null;
  const end = text.length - last.length;
  const values: string[] = [];
  let at = first.length;
  for (const [index, { digits }] of places.entries()) {
    const isLast = index === places.length - 1;
    const next = isLast ? end : text.indexOf(pieces[index + 1]!, at + 1);
    const value = next < 0 || next > end ? '' : text.slice(at, next);
    if (value === '' || (digits && !/^\d+$/.test(value))) return null;
    values.push(value);
    at = next + pieces[index + 1]!.length;
  }
  return values;
}

function filled({ places, translation }: Template, values: string[]): string {
  const byIndex = new Map(places.map(({ index }, at) => [index, values[at]]));
  return translation.replace(/\{(\d)\}/g, (_, index: string) => byIndex.get(Number(index)) ?? '');
}
