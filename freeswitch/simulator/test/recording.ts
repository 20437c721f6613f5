import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseHeaders, type Headers } from './esl-client';

const DIRECTORY = join(__dirname, '../../../test/fixtures/transcripts');

/** The plain events of a recorded stream. */
export function recordedEvents(name: string): Headers[] {
  const stream = readFileSync(join(DIRECTORY, `${name}.plain.esl`), 'latin1');
  const events: Headers[] = [];
  let at = 0;
  for (let end = stream.indexOf('\n\n', at); end >= 0; end = stream.indexOf('\n\n', at)) {
    const headers = parseHeaders(stream.slice(at, end));
    const length = Number(headers['Content-Length'] ?? 0);
    const body = stream.slice(end + 2, end + 2 + length);
    at = end + 2 + length;
    if (headers['Content-Type'] === 'text/event-plain') events.push(parseHeaders(body.split('\n\n')[0] ?? ''));
  }
  return events;
}

export function recordedCdrs(name: string): { variables: Record<string, string> }[] {
  const lines = readFileSync(join(DIRECTORY, `${name}.cdr.jsonl`), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as { variables: Record<string, string> });
}

export function recordedForms(): Record<string, string>[] {
  const requests = JSON.parse(readFileSync(join(DIRECTORY, 'xml-curl-requests.json'), 'utf8')) as {
    form: Record<string, string>;
  }[];
  return requests.map(({ form }) => form);
}

/** Events that tell a call's story; their order is what the product relies on. */
const TOLD = new Set([
  'CHANNEL_CREATE', 'CHANNEL_PROGRESS', 'CHANNEL_ANSWER', 'CHANNEL_BRIDGE', 'CHANNEL_UNBRIDGE', 'CHANNEL_HANGUP',
  'CHANNEL_HANGUP_COMPLETE', 'CHANNEL_DESTROY', 'CHANNEL_EXECUTE', 'CHANNEL_EXECUTE_COMPLETE', 'DTMF', 'CUSTOM',
]);

const DIRECTIONS: Record<string, string> = { inbound: 'caller', outbound: 'agent' };

/** One line an event, e.g. `caller CHANNEL_EXECUTE callcenter` or `care@… member-queue-end Cancel TIMEOUT`. */
export function story(events: readonly Headers[]): string[] {
  return events.filter((event) => TOLD.has(event['Event-Name'] ?? '')).map((event) => {
    const leg = DIRECTIONS[event['Call-Direction'] ?? ''] ?? '-';
    const details = ['Application', 'CC-Action', 'CC-Agent', 'CC-Agent-State', 'CC-Agent-Status', 'CC-Cause',
      'CC-Cancel-Reason', 'CC-Count', 'CC-Hangup-Cause', 'Hangup-Cause', 'DTMF-Digit'];
    return [leg, event['Event-Name'], ...details.map((name) => event[name]).filter(Boolean)].join(' ');
  });
}
