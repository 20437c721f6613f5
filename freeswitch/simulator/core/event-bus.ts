import { randomUUID } from 'node:crypto';

import { gmtStamp, localStamp, nowMicros } from './clock';
import { originOf } from './event-origins';
import { SwitchEvent, type Header } from './switch-event';

export interface EventListener {
  /** A cheap first look, so that nobody builds 300 headers for an event that nobody hears. */
  wants(name: string, subclass: string | undefined): boolean;
  deliver(event: SwitchEvent): void;
}

export interface SwitchIdentity {
  readonly hostname: string;
  readonly switchname: string;
  readonly ipv4: string;
  readonly ipv6: string;
}

export interface FireOptions {
  subclass?: string;
  /** Key into the table of calling files and lines where it is not the event's own name. */
  origin?: string;
  body?: string;
}

/** Numbers events and hands them to their listeners; a new Core-UUID with each start, as the product must notice. */
export class EventBus {
  readonly coreUuid: string = randomUUID();
  private readonly listeners = new Set<EventListener>();
  private sequence = 0;

  constructor(readonly identity: SwitchIdentity) {}

  attach(listener: EventListener): void {
    this.listeners.add(listener);
  }

  detach(listener: EventListener): void {
    this.listeners.delete(listener);
  }

  fire(name: string, fill: (event: SwitchEvent) => void, options: FireOptions = {}): void {
    const sequence = this.nextSequence();
    const hearing = [...this.listeners].filter((listener) => listener.wants(name, options.subclass));
    if (hearing.length === 0) return;
    const event = new SwitchEvent(name, options.subclass);
    if (options.subclass) event.add('Event-Subclass', options.subclass);
    event.addAll(this.coreHeaders(name, options.origin ?? name, sequence));
    fill(event);
    event.body = options.body;
    for (const listener of hearing) listener.deliver(event);
  }

  nextSequence(): number {
    return ++this.sequence;
  }

  /** The headers that every event and every XML request begins with. */
  coreHeaders(name: string, origin: string, sequence = this.nextSequence()): Header[] {
    const now = nowMicros();
    const [file, fn, line] = originOf(origin);
    const { hostname, switchname, ipv4, ipv6 } = this.identity;
    return [
      ['Event-Name', name],
      ['Core-UUID', this.coreUuid],
      ['FreeSWITCH-Hostname', hostname],
      ['FreeSWITCH-Switchname', switchname],
      ['FreeSWITCH-IPv4', ipv4],
      ['FreeSWITCH-IPv6', ipv6],
      ['Event-Date-Local', localStamp(now)],
      ['Event-Date-GMT', gmtStamp(now)],
      ['Event-Date-Timestamp', String(now)],
      ['Event-Calling-File', file],
      ['Event-Calling-Function', fn],
      ['Event-Calling-Line-Number', String(line)],
      ['Event-Sequence', String(sequence)],
    ];
  }
}
