import { type Document, isCollection, isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** Where something stands in a file: names of settings, and places in lists counted from 0. */
export type Place = readonly (string | number)[];

/**
 * What a file says, as plain values; null while it is no well-formed map, as it is while somebody types.
 */
export function valuesOf(text: string): Record<string, unknown> | null {
  const document = read(text);
  return document && isMap(document.contents) ? (document.toJS() as Record<string, unknown>) : null;
}

/** What stands at a place; undefined where nothing does. */
export function valueAt(values: unknown, place: Place): unknown {
  return place.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined), values);
}

/** The file with another value at a place; undefined takes it out. Comments and spelling of all else stay. */
export function withValue(text: string, place: Place, value: unknown): string {
  return changed(text, (document) => {
    if (value === undefined) document.deleteIn(place);
    else document.setIn(place, nodeFor(document, place, value));
  });
}

/** The file with one more item at the end of a list, which is begun where there is none. */
export function withItem(text: string, list: Place, item: unknown): string {
  return changed(text, (document) => {
    const present = document.getIn(list);
    if (!isSeq(present)) return document.setIn(list, document.createNode([item]));
    const node = document.createNode(item);
    const neighbour = present.items.at(-1);
    if (isCollection(node) && isCollection(neighbour)) node.flow = neighbour.flow ?? false;
    present.add(node);
  });
}

/** The file with a setting under another name, at the same place and with the same value. */
export function withName(text: string, map: Place, from: string, to: string): string {
  return changed(text, (document) => {
    const present = document.getIn(map);
    if (!isMap(present) || present.has(to)) return;
    const pair = present.items.find(({ key }) => isScalar(key) && key.value === from);
    if (pair && isScalar(pair.key)) pair.key.value = to;
  });
}

/** A scalar keeps its node, and with that its quotes and the comment behind it. */
function nodeFor(document: Document, place: Place, value: unknown): unknown {
  return isScalar(document.getIn(place, true)) && typeof value !== 'object' ? value : document.createNode(value);
}

function changed(text: string, change: (document: Document) => void): string {
  const document = read(text);
  if (!document) return text;
  change(document);
  return document.toString({ lineWidth: 0 });
}

function read(text: string): Document | null {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  return document.errors.length === 0 ? document : null;
}
