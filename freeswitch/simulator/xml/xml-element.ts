/** A small XML reader: what FreeSWITCH's own parser takes from a mod_xml_curl answer, no more. */
export class XmlElement {
  readonly children: XmlElement[] = [];
  text = '';

  constructor(
    readonly name: string,
    readonly attributes: ReadonlyMap<string, string>,
  ) {}

  attribute(name: string): string | undefined {
    return this.attributes.get(name);
  }

  child(name: string): XmlElement | undefined {
    return this.children.find((child) => child.name === name);
  }

  all(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** The first child of that name whose attribute has that value in any letter case. */
  find(name: string, attribute: string, value: string): XmlElement | undefined {
    const wanted = value.toLowerCase();
    return this.all(name).find((child) => child.attribute(attribute)?.toLowerCase() === wanted);
  }
}

const TOKEN = new RegExp(
  [
    /<!--[\s\S]*?-->/,
    /<\?[\s\S]*?\?>/,
    /<!\[CDATA\[([\s\S]*?)\]\]>/,
    /<![^>]*>/,
    /<(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/,
  ].map(({ source }) => source).join('|'),
  'g',
);
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Parses a document. @returns its root, or undefined when it is not well-formed. */
export function parseXml(source: string): XmlElement | undefined {
  const root = new XmlElement('', new Map());
  const open: XmlElement[] = [root];
  let at = 0;
  for (const match of source.matchAll(TOKEN)) {
    const top = open.at(-1);
    if (!top) return undefined;
    const between = source.slice(at, match.index);
    if (between.includes('<')) return undefined;
    top.text += decodeEntities(between);
    at = match.index + match[0].length;
    const [, cdata, slash, name, attributes = '', selfClosing] = match;
    if (cdata !== undefined) top.text += cdata;
    if (name === undefined) continue;
    if (slash) {
      if (top.name !== name || open.length < 2) return undefined;
      open.pop();
      continue;
    }
    const element = new XmlElement(name, parseAttributes(attributes));
    top.children.push(element);
    if (!selfClosing) open.push(element);
  }
  if (open.length !== 1 || source.slice(at).includes('<') || root.children.length !== 1) return undefined;
  return root.children[0];
}

function parseAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name, decodeEntities(double ?? single ?? ''));
  }
  return attributes;
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return Buffer.from(String.fromCodePoint(code), 'utf8').toString('latin1');
  });
}
