import { readFileSync } from 'node:fs';
import { fromText, urlEncode } from '../core/byte-string';
import type { EventBus } from '../core/event-bus';
import type { Header } from '../core/switch-event';
import type { HttpTarget, SimulatorConfig } from '../config';
import { parseXml, type XmlElement } from './xml-element';

const MAXIMUM_BYTES = 1024 * 1024;

export interface XmlRequest {
  readonly section: 'directory' | 'dialplan' | 'configuration';
  readonly tagName: string;
  readonly keyName: string;
  readonly keyValue: string;
  /** Fields before the `Event-Name: REQUEST_PARAMS` block, and after it. */
  readonly before?: readonly Header[];
  readonly after: readonly Header[];
  /** Whose calling file and line the block names. */
  readonly origin: string;
}

/** Basic authentication and other fixed headers of a request, as curl sends `gateway-credentials`. */
export function credentialHeaders(target: HttpTarget): Record<string, string> {
  const headers: Record<string, string> = { ...target.headers };
  if (target.username || target.password) {
    headers['Authorization'] = `Basic ${Buffer.from(`${target.username}:${target.password}`).toString('base64')}`;
  }
  return headers;
}

/** mod_xml_curl: asks our one binding; where that answers nothing, or "not found", the switch's own document is asked. */
export class XmlCurl {
  private readonly own: XmlElement | undefined;

  constructor(
    private readonly config: SimulatorConfig,
    private readonly bus: EventBus,
  ) {
    const { otherwise } = config.xml;
    this.own = otherwise === '' ? undefined : parseXml(readFileSync(otherwise, 'utf8'));
  }

  /** @returns the section's element, or undefined where neither has it. */
  async fetch(request: XmlRequest): Promise<XmlElement | undefined> {
    const root = parseXml(await this.post(this.form(request)));
    const answered = root?.name === 'document' ? root.find('section', 'name', request.section) : undefined;
    return answered ?? this.own?.find('section', 'name', request.section);
  }

  private form(request: XmlRequest): string {
    const fields: Header[] = [
      ['hostname', fromText(this.config.switchname)],
      ['section', request.section],
      ['tag_name', request.tagName],
      ['key_name', request.keyName],
      ['key_value', request.keyValue],
      ...(request.before ?? []),
      ...this.bus.coreHeaders('REQUEST_PARAMS', request.origin),
      ...request.after,
    ];
    return fields.map(([name, value]) => `${name}=${urlEncode(value)}`).join('&');
  }

  private async post(body: string): Promise<string> {
    const { url, timeoutSeconds } = this.config.xml;
    if (!url) return '';
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          ...credentialHeaders(this.config.xml),
          'Content-Type': 'application/x-www-form-urlencoded',
          'User-Agent': 'freeswitch-xml/1.0',
        },
        body,
        signal: AbortSignal.timeout(timeoutSeconds * 1000),
      });
      const answer = Buffer.from(await response.arrayBuffer());
      return response.status === 200 && answer.length <= MAXIMUM_BYTES ? answer.toString('latin1') : '';
    } catch {
      return '';
    }
  }
}
