import { separateString } from '../core/separate-string';

export interface DialTarget {
  readonly endpoint: string;
  readonly address: string;
  readonly variables: ReadonlyMap<string, string>;
}

export interface DialString {
  /** `{…}`: for every target. */
  readonly variables: ReadonlyMap<string, string>;
  /** Tried one after another (`|`), each ringing together (`,`). */
  readonly attempts: readonly (readonly DialTarget[])[];
}

/** Reads `{a=b}[c=d]user/1001@domain,sofia/gateway/x/123|…`. */
export function parseDialString(text: string): DialString {
  let rest = text.trim();
  const variables = new Map<string, string>();
  while (rest.startsWith('{') || rest.startsWith('<')) {
    const block = leadingBlock(rest, rest.startsWith('{') ? '}' : '>');
    for (const [name, value] of readVariables(block.inside)) variables.set(name, value);
    rest = block.rest.trim();
  }
  const attempts = splitOutside(rest, '|').map((attempt) => splitOutside(attempt, ',').map(readTarget));
  return { variables, attempts };
}

function readTarget(text: string): DialTarget {
  let rest = text.trim();
  const variables = new Map<string, string>();
  while (rest.startsWith('[')) {
    const block = leadingBlock(rest, ']');
    for (const [name, value] of readVariables(block.inside)) variables.set(name, value);
    rest = block.rest;
  }
  const slash = rest.indexOf('/');
  if (slash < 0) return { endpoint: rest, address: '', variables };
  return { endpoint: rest.slice(0, slash), address: rest.slice(slash + 1), variables };
}

function leadingBlock(text: string, close: string): { inside: string; rest: string } {
  const end = text.indexOf(close);
  if (end < 0) return { inside: text.slice(1), rest: '' };
  return { inside: text.slice(1, end), rest: text.slice(end + 1) };
}

function readVariables(text: string): [string, string][] {
  return separateString(text, ',')
    .filter((pair) => pair.includes('='))
    .map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1)];
    });
}

/** Splits where the delimiter stands outside `[…]`. */
function splitOutside(text: string, delimiter: string): string[] {
  const parts: string[] = [];
  let part = '';
  let nesting = 0;
  for (const char of text) {
    if (char === '[') nesting++;
    if (char === ']') nesting--;
    if (char === delimiter && nesting === 0) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  return [...parts, part];
}
