/** A channel, or anything else that knows variables. */
export interface VariableSource {
  get(name: string): string | undefined;
}

const DEPTH = 20;

/** Runs `${api(arguments)}`; undefined when there is no such command. */
export type ApiExpansion = (command: string, argument: string) => string | undefined;

/**
 * switch_channel_expand_variables: `${name}`, `${name:offset:length}` and `${api(arguments)}`, recursively.
 * An unknown name becomes nothing.
 */
export function expandVariables(
  channel: VariableSource | undefined,
  text: string,
  api: ApiExpansion,
  depth = 0,
): string {
  if (!text.includes('${') || depth > DEPTH) return text;
  let out = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('${', at);
    if (open < 0) return out + text.slice(at);
    const close = closingBrace(text, open + 2);
    if (close < 0) return out + text.slice(at);
    const value = lookUp(channel, text.slice(open + 2, close), api, depth);
    out += text.slice(at, open) + value;
    at = close + 1;
  }
  return out;
}

function closingBrace(text: string, from: number): number {
  let nesting = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') nesting++;
    else if (text[at] === '}' && --nesting === 0) return at;
  }
  return -1;
}

function lookUp(channel: VariableSource | undefined, inside: string, api: ApiExpansion, depth: number): string {
  const expression = expandVariables(channel, inside, api, depth + 1);
  const call = /^([\w.-]+)\((.*)\)$/s.exec(expression);
  if (call) return api(call[1] ?? '', call[2] ?? '') ?? '';
  const [name = '', offset, length] = expression.split(':');
  const value = expandVariables(channel, channel?.get(name) ?? '', api, depth + 1);
  return offset === undefined ? value : slice(value, Number(offset), length === undefined ? undefined : Number(length));
}

function slice(value: string, offset: number, length: number | undefined): string {
  const start = offset < 0 ? Math.max(0, value.length + offset) : offset;
  return value.slice(start, length === undefined ? undefined : start + length);
}
