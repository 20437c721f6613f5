/**
 * switch_separate_string for blanks: single quotes group, a backslash keeps the next character, runs of blanks count
 * as one, and nothing after the last allowed word is kept.
 */
export function separateWords(text: string, limit: number): string[] {
  return split(text, ' ', limit, true);
}

/** The same for another delimiter, two of which enclose an empty word. A leading `^^X` makes X the delimiter. */
export function separateString(text: string, delimiter: string, limit = 1024): string[] {
  if (text.startsWith('^^') && text.length > 3) return split(text.slice(3), text.charAt(2), limit, text[2] === ' ');
  return split(text, delimiter, limit, delimiter === ' ');
}

function split(text: string, delimiter: string, limit: number, blanks: boolean): string[] {
  const words: string[] = [];
  let word = '';
  let quoted = false;
  const end = (): void => {
    if (!blanks || word !== '') words.push(clean(word));
    word = '';
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') word += char + text.charAt(++at);
    else if (char === delimiter && !quoted) end();
    else {
      if (char === "'") quoted = !quoted;
      word += char;
    }
  }
  end();
  return words.slice(0, limit);
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', s: ' ' };

function clean(word: string): string {
  const unquoted = word.trim().replace(/\\(.)|'/gs, (_, escaped?: string) => {
    if (escaped === undefined) return '';
    return ESCAPES[escaped] ?? (escaped === "'" || escaped === '"' || escaped === '\\' ? escaped : `\\${escaped}`);
  });
  return unquoted;
}
