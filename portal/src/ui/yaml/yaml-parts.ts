export type PartKind = 'plain' | 'key' | 'text' | 'comment';

export interface Part {
  kind: PartKind;
  text: string;
}

/** A quoted key, as JSON has them, a quoted text, a comment (a # at the begin or after a space), a key (up to its colon). */
const MARKED = /("(?:[^"\\]|\\.)*"(?=:(?:\s|$)))|("(?:[^"\\]|\\.)*"|'[^']*')|((?:^|(?<=\s))#.*$)|([\w.+-]+)(?=:(?:\s|$))/g;

/** A line of YAML in parts to be coloured; put together they are the line again. */
export function partsOf(line: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of line.matchAll(MARKED)) {
    if (match.index > end) parts.push({ kind: 'plain', text: line.slice(end, match.index) });
    const [text, quotedKey, quoted, comment] = match;
    parts.push({ kind: quotedKey !== undefined ? 'key' : quoted !== undefined ? 'text' : comment !== undefined ? 'comment' : 'key', text });
    end = match.index + text.length;
  }
  if (end < line.length) parts.push({ kind: 'plain', text: line.slice(end) });
  return parts;
}
