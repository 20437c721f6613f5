import { EVENT_NAMES } from '../core/event-names';
import type { EventFormat, SwitchEvent } from '../core/switch-event';

const MY_EVENTS = [
  'CHANNEL_ANSWER', 'CHANNEL_APPLICATION', 'CHANNEL_BRIDGE', 'CHANNEL_CREATE', 'CHANNEL_DATA', 'CHANNEL_DESTROY',
  'CHANNEL_EXECUTE', 'CHANNEL_EXECUTE_COMPLETE', 'CHANNEL_HANGUP', 'CHANNEL_HANGUP_COMPLETE', 'CHANNEL_ORIGINATE',
  'CHANNEL_UUID', 'CHANNEL_OUTGOING', 'CHANNEL_PARK', 'CHANNEL_PROGRESS', 'CHANNEL_PROGRESS_MEDIA', 'CHANNEL_STATE',
  'CHANNEL_UNBRIDGE', 'CHANNEL_UNPARK', 'DETECTED_SPEECH', 'DTMF', 'NOTALK', 'TALK',
];

/** What one connection wants to hear: event names, subclasses of CUSTOM, and filters over all of it. */
export class Subscription {
  format: EventFormat = 'plain';
  private enabled = false;
  private readonly names = new Set<string>();
  private readonly subclasses = new Set<string>();
  private allSubclasses = false;
  private filters: { name: string; value: string }[] = [];
  /** `myevents` of this leg. */
  private ownUuid: string | undefined;

  wants(name: string, subclass: string | undefined): boolean {
    if (!this.enabled) return false;
    if (this.names.has('ALL')) return true;
    if (!this.names.has(name)) return false;
    return name !== 'CUSTOM' || subclass === undefined || this.allSubclasses || this.subclasses.has(subclass);
  }

  /** The filters' verdict on an event that the names let through. */
  passes(event: SwitchEvent): boolean {
    if (!this.passesFilters(event)) return false;
    if (this.ownUuid === undefined) return true;
    return event.get('unique-id') === this.ownUuid || event.get('job-owner-uuid') === this.ownUuid;
  }

  /** `event [plain|json] NAME… [CUSTOM SUBCLASS…]`; in it everything after CUSTOM is a subclass. */
  listen(words: readonly string[]): string {
    let keys = 0;
    let custom = false;
    for (const [at, word] of words.entries()) {
      const format = word.toLowerCase();
      if (at === 0 && (format === 'plain' || format === 'json' || format === 'xml')) {
        this.format = format === 'json' ? 'json' : 'plain';
      } else if (custom) this.subclasses.add(word);
      else if (EVENT_NAMES.has(word.toUpperCase())) {
        const name = word.toUpperCase();
        keys++;
        this.names.add(name);
        if (name === 'ALL') this.allSubclasses = true;
        custom = name === 'CUSTOM';
      }
    }
    if (keys === 0) return '-ERR no keywords supplied';
    this.enabled = true;
    return `+OK event listener enabled ${this.format}`;
  }

  nix(words: readonly string[]): string {
    let keys = 0;
    let custom = false;
    for (const word of words) {
      const name = word.toUpperCase();
      if (custom) this.subclasses.delete(word);
      else if (EVENT_NAMES.has(name)) {
        keys++;
        if (name === 'CUSTOM') custom = true;
        else this.drop(name);
      }
    }
    if (keys === 0) return '-ERR no keywords supplied';
    this.enabled = true;
    return '+OK events nixed';
  }

  private drop(name: string): void {
    if (name === 'ALL') {
      this.names.clear();
      return;
    }
    if (this.names.delete('ALL')) for (const known of EVENT_NAMES) if (known !== 'ALL') this.names.add(known);
    this.names.delete(name);
  }

  none(): string {
    if (!this.enabled) return '-ERR not listening for events';
    this.enabled = false;
    this.names.clear();
    this.subclasses.clear();
    this.allSubclasses = false;
    return '+OK no longer listening for events';
  }

  ownEvents(uuid: string, format: string): string {
    if (this.ownUuid !== undefined) return '-ERR aready enabled.';
    this.ownUuid = uuid;
    for (const name of MY_EVENTS) this.names.add(name);
    this.enabled = true;
    if (/json/i.test(format)) this.format = 'json';
    return '+OK Events Enabled';
  }

  /** `filter [add] NAME VALUE`, `filter delete NAME [VALUE]|all`. */
  filter(text: string): string {
    const [head = '', ...others] = text.trim().split(' ');
    if (others.length === 0) return '-ERR invalid syntax';
    if (head.toLowerCase() === 'delete') return this.deleteFilter(others[0] ?? '', others.slice(1).join(' '));
    const [name = '', ...value] = head.toLowerCase() === 'add' ? others : [head, ...others];
    this.filters.push({ name, value: value.join(' ') });
    return `+OK filter added. [${name}]=[${value.join(' ')}]`;
  }

  private deleteFilter(name: string, value: string): string {
    const matches = (filter: { name: string; value: string }): boolean =>
      filter.name.toLowerCase() === name.toLowerCase() && (value === '' || filter.value === value);
    this.filters = name.toLowerCase() === 'all' ? [] : this.filters.filter((filter) => !matches(filter));
    return `+OK filter deleted. [${name}][${value}]`;
  }

  /** Positive filters are alternatives; a matching negative one ends it; negatives alone let nothing through. */
  private passesFilters(event: SwitchEvent): boolean {
    if (this.filters.length === 0) return true;
    let send = false;
    for (const { name, value } of this.filters) {
      const actual = event.get(name);
      if (actual === undefined) continue;
      const negative = /^[+ ]*-/.test(value);
      if (send && !negative) continue;
      const wanted = value.replace(/^[-+ ]+/, '');
      const matched = wanted.startsWith('/')
        ? testPattern(wanted, actual)
        : wanted.toLowerCase() === actual.toLowerCase();
      if (!matched) continue;
      if (negative) return false;
      send = true;
    }
    return send;
  }
}

function testPattern(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern.replace(/^\/|\/$/g, '')).test(value);
  } catch {
    return false;
  }
}
