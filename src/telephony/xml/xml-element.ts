/** XML as data, so that no caller's, agent's or tenant's text ever becomes syntax. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
}

export function element(name: string, attributes: Record<string, string> = {}, ...children: XmlElement[]): XmlElement {
  return { name, attributes, children };
}

/** `<param name= value=>`, the form of most of FreeSWITCH's settings. */
export function param(name: string, value: string | number | boolean): XmlElement {
  return element('param', { name, value: String(value) });
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Characters that XML 1.0 cannot hold at all, not even escaped. */
const UNSPEAKABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escape(text: string): string {
  return text.replace(UNSPEAKABLE, '').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** One tag a line: FreeSWITCH reads an answer by lines, and drops a line that holds an XML declaration whole. */
export function render({ name, attributes, children }: XmlElement): string {
  const opening = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escape(value)}"`)].join(' ');
  if (children.length === 0) return `<${opening}/>\n`;
  return `<${opening}>\n${children.map(render).join('')}</${name}>\n`;
}

/** A whole answer to mod_xml_curl. */
export function xmlDocument(section: string, ...children: XmlElement[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${render(
    element('document', { type: 'freeswitch/xml' }, element('section', { name: section }, ...children)),
  )}`;
}

/** Tells FreeSWITCH that there is no such thing; it then looks no further than its own (empty) files. */
export const NOT_FOUND_XML = xmlDocument('result', element('result', { status: 'not found' }));
