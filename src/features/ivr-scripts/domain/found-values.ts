/** A value longer than this is no name, number or state of anything. */
const MOST_CHARACTERS = 500;

/**
 * What a look-up keeps of the client's answer.
 * @param keep where each variable's value is: names of fields with dots between them
 * @returns null where the answer is no JSON object; what is missing in it, or is no text, number or truth, is empty
 */
export function foundValues(answer: string, keep: Readonly<Record<string, string>>): Record<string, string> | null {
  const document = parsed(answer);
  if (document === null) return null;
  return Object.fromEntries(Object.entries(keep).map(([variable, path]) => [variable, textAt(document, path.split('.'))]));
}

function textAt(value: unknown, [name, ...rest]: string[]): string {
  if (name !== undefined) return isObject(value) && Object.hasOwn(value, name) ? textAt(value[name], rest) : '';
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value).slice(0, MOST_CHARACTERS) : '';
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
