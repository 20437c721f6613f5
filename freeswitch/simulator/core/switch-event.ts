import { jsonString, urlEncode } from './byte-string';

export type Header = readonly [name: string, value: string];
export type EventFormat = 'plain' | 'json';

/** One event: ordered headers, perhaps a body. Header names may repeat, as they do on the real switch. */
export class SwitchEvent {
  readonly headers: Header[] = [];
  body: string | undefined;

  constructor(
    readonly name: string,
    readonly subclass?: string,
  ) {}

  /** Adds a header; an absent or empty value is left out, as switch_event_add_header_string does for NULL. */
  add(name: string, value: string | number | boolean | undefined): this {
    if (value !== undefined && value !== '') this.headers.push([name, String(value)]);
    return this;
  }

  addAll(headers: readonly Header[]): this {
    this.headers.push(...headers);
    return this;
  }

  /** The value of the first header of that name, in any letter case. */
  get(name: string): string | undefined {
    const wanted = name.toLowerCase();
    return this.headers.find(([header]) => header.toLowerCase() === wanted)?.[1];
  }

  serialize(format: EventFormat): string {
    return format === 'json' ? this.toJson() : this.toPlain();
  }

  /** switch_event_serialize with encoding: one header a line, values percent-encoded, a blank line, the body. */
  toPlain(encode: (value: string) => string = urlEncode): string {
    const lines = this.headers.map(([name, value]) => `${name}: ${encode(value)}\n`).join('');
    if (this.body === undefined) return `${lines}\n`;
    return `${lines}Content-Length: ${this.body.length}\n\n${this.body}`;
  }

  toJson(): string {
    const pairs = [...this.headers];
    if (this.body !== undefined) pairs.push(['Content-Length', String(this.body.length)], ['_body', this.body]);
    return `{${pairs.map(([name, value]) => `${jsonString(name)}:${jsonString(value)}`).join(',')}}`;
  }
}
