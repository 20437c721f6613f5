import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Trouble } from './findings';

/** Where in a document's text something is wrong: the field itself, or the nearest that is there. Both count from 1. */
export function placeIn(text: string, { step, field }: Pick<Trouble, 'step' | 'field'>): { line: number; column: number } {
  const lines = new LineCounter();
  // JSON is YAML as well, and this reader knows where everything stands
  const document = parseDocument(text, { lineCounter: lines });
  const path = [...(step === null ? [] : ['steps', step]), ...field.split('/').filter(Boolean)].map((each) => (/^\d+$/.test(each) ? [each, Number(each)] : [each]));
  for (let length = path.length; length > 0; length -= 1) {
    const node = path.slice(0, length).reduce<unknown>(
      (at, names) => names.map((name) => (isNode(at) && 'get' in at ? (at as { get(key: unknown, keep: true): unknown }).get(name, true) : undefined)).find((each) => each !== undefined),
      document.contents,
    );
    const from = isNode(node) ? node.range?.[0] : undefined;
    if (from !== undefined) {
      const { line, col } = lines.linePos(from);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}
