/** PCRE as FreeSWITCH dialplans use it, turned into a JavaScript expression; undefined when it is broken. */
export function toRegExp(expression: string): RegExp | undefined {
  let source = expression;
  let flags = 's';
  const delimited = /^\/(.*)\/([imsx]*)$/s.exec(source);
  if (delimited) {
    source = delimited[1] ?? '';
    if (delimited[2]?.includes('i')) flags += 'i';
  }
  const inline = /^\(\?i\)/.exec(source);
  if (inline) {
    source = source.slice(inline[0].length);
    flags += 'i';
  }
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

/** switch_perform_substitution: `$1` to `$99` and `$0`; `\$` stays a dollar. */
export function substitute(text: string, match: RegExpMatchArray): string {
  return text.replace(/\\\$|\$(\d{1,2})/g, (_, group?: string) => {
    if (group === undefined) return '$';
    return match[Number(group)] ?? '';
  });
}
