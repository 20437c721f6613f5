import { decodeValue, findHeader } from './header-text';
import type { EslFrame } from './frame-parser';

/**
 * An event of the switch, read lazily: nothing is decoded before it is asked for. The plain and the json form give
 * the same answers to the same questions.
 */
export abstract class EslEvent {
  /** A header's decoded value; undefined where the event has none. */
  abstract get(name: string): string | undefined;

  /** The event's own body (a background job's output, a log line); empty where there is none. */
  abstract get body(): string;

  /** Every header, decoded. For looking at an event, not for the path of a call. */
  abstract headers(): Record<string, string>;

  /** Event-Name, as CHANNEL_ANSWER; empty for a frame that is no event. */
  get name(): string {
    return this.get('Event-Name') ?? '';
  }

  /** Event-Subclass of a CUSTOM event, as callcenter::info; empty otherwise. */
  get subclass(): string {
    return this.get('Event-Subclass') ?? '';
  }

  /** Event-Sequence, counted by the core from 1 since its start; 0 where it is missing. */
  get sequence(): number {
    return wholeNumber(this.get('Event-Sequence'));
  }

  /** Identity of the running core: it changes when the switch is restarted. */
  get coreUuid(): string {
    return this.get('Core-UUID') ?? '';
  }

  /** When the core made the event, in epoch milliseconds; 0 where it is missing. */
  get timestamp(): number {
    return Math.floor(wholeNumber(this.get('Event-Date-Timestamp')) / 1000);
  }
}

/**
 * The headers that calls and agents are read from. Asking for the first of them finds them all in one pass over the
 * event, which a search for each would make again and again; any other header is searched for when it is read.
 */
const HOT_HEADERS = [
  'Event-Name',
  'Event-Subclass',
  'Core-UUID',
  'Event-Sequence',
  'Event-Date-Timestamp',
  'Unique-ID',
  'Call-Direction',
  'Answer-State',
  'Hangup-Cause',
  'Other-Type',
  'Other-Leg-Unique-ID',
  'Caller-Caller-ID-Number',
  'Caller-Destination-Number',
  'Caller-Profile-Index',
  'Caller-Transfer-Source',
  'Caller-Channel-Created-Time',
  'Caller-Channel-Answered-Time',
  'Caller-Channel-Hangup-Time',
  'CC-Action',
  'CC-Queue',
  'CC-Agent',
  'CC-Agent-UUID',
  'CC-Agent-Bridged',
  'CC-Agent-Called-Time',
  'CC-Agent-Answered-Time',
  'CC-Agent-Aborted-Time',
  'CC-Bridge-Terminated-Time',
  'CC-Member-UUID',
  'CC-Member-Session-UUID',
  'CC-Member-CID-Number',
  'CC-Member-Joined-Time',
  'CC-Member-Leaving-Time',
  'CC-Cause',
  'CC-Cancel-Reason',
  'CC-Hangup-Cause',
  'variable_domain_name',
  'variable_tenant',
  'variable_cc_agent',
  'variable_cc_member_session_uuid',
  'variable_sip_hangup_disposition',
] as const;
const HOT = new Set<string>(HOT_HEADERS);
/** An empty line, which ends the headers, or a hot header with its value. */
const HOT_LINE = new RegExp(`\\n(?:\\n|(${HOT_HEADERS.join('|')}): ([^\\n]*))`, 'g');
const NAME_LINE = 'Event-Name: ';

class PlainEvent extends EslEvent {
  private text: string | null = null;
  private hot: Map<string, string> | null = null;

  constructor(private readonly bytes: Buffer) {
    super();
  }

  override get(name: string): string | undefined {
    if (!HOT.has(name)) return decoded(findHeader(this.open(), name, this.headEnd()));
    this.hot ??= findHot(this.open());
    return decoded(this.hot.get(name));
  }

  /** The name stands first in most events, so those that nobody wants cost one look. */
  override get name(): string {
    const text = this.open();
    if (!text.startsWith(NAME_LINE)) return super.name;
    const end = text.indexOf('\n');
    return decodeValue(text.slice(NAME_LINE.length, end < 0 ? text.length : end));
  }

  override get body(): string {
    const length = wholeNumber(this.get('Content-Length'));
    const start = this.headEnd() + 2;
    return length === 0 ? '' : this.bytes.toString('utf8', start, start + length);
  }

  override headers(): Record<string, string> {
    const found: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const line of this.open().slice(0, this.headEnd()).split('\n')) {
      const colon = line.indexOf(': ');
      const name = line.slice(0, colon);
      if (colon > 0 && found[name] === undefined) found[name] = decodeValue(line.slice(colon + 2));
    }
    return found;
  }

  private open(): string {
    this.text ??= this.bytes.toString('latin1');
    return this.text;
  }

  private headEnd(): number {
    const end = this.open().indexOf('\n\n');
    return end < 0 ? this.open().length : end;
  }
}

function findHot(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const colon = text.indexOf(': ');
  const first = text.slice(0, colon);
  if (HOT.has(first)) found.set(first, findHeader(text, first) ?? '');
  HOT_LINE.lastIndex = 0;
  for (let line = HOT_LINE.exec(text); line !== null; line = HOT_LINE.exec(text)) {
    const [, name, value] = line;
    if (name === undefined) break;
    if (!found.has(name)) found.set(name, value ?? '');
  }
  return found;
}

function decoded(raw: string | undefined): string | undefined {
  return raw === undefined ? undefined : decodeValue(raw);
}

class JsonEvent extends EslEvent {
  private fields: Record<string, unknown> | null = null;

  constructor(private readonly bytes: Buffer) {
    super();
  }

  override get(name: string): string | undefined {
    const fields = this.open();
    return Object.hasOwn(fields, name) ? asText(fields[name]) : undefined;
  }

  override get body(): string {
    return this.get('_body') ?? '';
  }

  override headers(): Record<string, string> {
    const found: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [name, value] of Object.entries(this.open())) {
      if (name !== '_body') found[name] = asText(value);
    }
    return found;
  }

  private open(): Record<string, unknown> {
    this.fields ??= parseObject(this.bytes.toString('utf8'));
    return this.fields;
  }
}

/** A reply's or notice's own header block, read like an event. */
class HeadEvent extends EslEvent {
  constructor(
    private readonly head: string,
    private readonly bytes: Buffer | null,
  ) {
    super();
  }

  override get(name: string): string | undefined {
    return decoded(findHeader(this.head, name));
  }

  override get body(): string {
    return this.bytes === null ? '' : this.bytes.toString('utf8');
  }

  override headers(): Record<string, string> {
    return new PlainEvent(Buffer.from(this.head, 'latin1')).headers();
  }
}

/** The event in a frame's body, or the frame itself where it is a reply or a notice. Never throws. */
export function openFrame(frame: EslFrame): EslEvent {
  const body = frame.body ?? Buffer.alloc(0);
  if (frame.contentType === 'text/event-plain') return new PlainEvent(body);
  if (frame.contentType === 'text/event-json') return new JsonEvent(body);
  return new HeadEvent(frame.head, frame.body);
}

/** A command's answer that has the form of an event: encoded headers, one a line. Never throws. */
export function openHeaders(text: string): EslEvent {
  return new PlainEvent(Buffer.from(text, 'latin1'));
}

/** Whether a frame carries an event, as opposed to a reply or a notice of the socket itself. */
export function isEventFrame(frame: EslFrame): boolean {
  return frame.contentType === 'text/event-plain' || frame.contentType === 'text/event-json';
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The switch writes a header with several values as a json array, and as ARRAY::a|:b in plain form. */
function asText(value: unknown): string {
  return Array.isArray(value) ? `ARRAY::${value.map(scalarText).join('|:')}` : scalarText(value);
}

function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function wholeNumber(text: string | undefined): number {
  return text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : 0;
}
