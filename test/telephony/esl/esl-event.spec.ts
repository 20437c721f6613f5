import fc from 'fast-check';
import { openFrame, type EslEvent } from '../../../src/telephony/esl/esl-event';
import { FrameParser } from '../../../src/telephony/esl/frame-parser';
import { decodeValue } from '../../../src/telephony/esl/header-text';
import { transcript } from '../transcripts';

function plain(text: string): EslEvent {
  return openFrame({ contentType: 'text/event-plain', head: '', body: Buffer.from(text, 'latin1') });
}

function json(text: string): EslEvent {
  return openFrame({ contentType: 'text/event-json', head: '', body: Buffer.from(text) });
}

function eventsOf(file: string): EslEvent[] {
  const events: EslEvent[] = [];
  const parser = new FrameParser(
    (frame) => events.push(openFrame(frame)),
    (fault) => {
      throw new Error(fault.kind);
    },
  );
  parser.push(transcript(file));
  return events;
}

/** As switch_url_encode does it: whatever is not printable ASCII, and a few more, as %XX. */
function encode(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      return byte < 33 || byte > 126 || '%:"<>@'.includes(char) ? `%${byte.toString(16).toUpperCase()}` : char;
    })
    .map((part) => (/^%.$/.test(part) ? `%0${part[1]}` : part))
    .join('');
}

describe('decodeValue', () => {
  it.each([
    ['plain', 'plain'],
    ['a%20b', 'a b'],
    ['%E4%BD%A0', '你'],
    ['%e4%bd%a0', '你'],
    ['100%', '100%'],
    ['%', '%'],
    ['%2', '%2'],
    ['%zz%20', '%zz '],
    ['%%20', '% '],
    ['%FF', '\ufffd'],
    ['%E4%BD', '\ufffd'],
    ['a%00b', 'a\0b'],
    ['&#37;E9 &#37; %FF', '&#37;E9 &#37; \ufffd'],
    ['\xe4\xbd\xa0', '你'],
    ['\xff', '\ufffd'],
  ])('%j is %j', (raw, value) => {
    expect(decodeValue(raw)).toBe(value);
  });

  it('agrees with decodeURIComponent wherever that does not throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeValue(encodeURIComponent(text))).toBe(text);
        expect(decodeValue(encode(text))).toBe(text);
      }),
    );
  });
});

describe('a plain event', () => {
  it('gives back every header that went in, hot or not, wherever it stands', () => {
    const names = fc.constantFrom('Event-Name', 'Unique-ID', 'CC-Agent', 'variable_x', 'X-Other', 'Core-UUID');
    const headers = fc.uniqueArray(fc.tuple(names, fc.string({ unit: 'grapheme' })), { selector: ([name]) => name });
    fc.assert(
      fc.property(headers, fc.string(), (pairs, body) => {
        const length = Buffer.byteLength(body);
        const lines = pairs.map(([name, value]) => `${name}: ${encode(value)}\n`).join('');
        const text = `${lines}Content-Length: ${length}\n\n`;
        const event = plain(text + Buffer.from(`${body}\nHangup-Cause: FORGED\n`).toString('latin1'));
        for (const [name, value] of pairs) expect(event.get(name)).toBe(value);
        expect(event.body).toBe(body);
        expect(event.get('Hangup-Cause')).toBeUndefined();
        expect({ ...event.headers() }).toEqual({ ...Object.fromEntries(pairs), 'Content-Length': String(length) });
      }),
    );
  });

  it('does not take the end of a name, or a variable, for the header', () => {
    const event = plain('variable_Event-Name: REQUEST_PARAMS\nX-Unique-ID: 1\nEvent-Name: API\nUnique-ID: 2\n\n');
    expect([event.name, event.get('Event-Name'), event.get('Unique-ID')]).toEqual(['API', 'API', '2']);
  });

  it('of a header that stands twice gives the first', () => {
    const event = plain('Unique-ID: a\nUnique-ID: b\nX-Y: c\nX-Y: d\n\n');
    expect([event.get('Unique-ID'), event.get('X-Y')]).toEqual(['a', 'c']);
  });

  it('without an end or without anything is just empty', () => {
    expect(plain('').name).toBe('');
    expect(plain('Event-Name: HEARTBEAT').name).toBe('HEARTBEAT');
    expect(plain('\n').get('Event-Name')).toBeUndefined();
    expect(plain('Event-Sequence: -4\nEvent-Date-Timestamp: 1e9\n\n').sequence).toBe(0);
  });
});

describe('a json event', () => {
  it.each(['', '{', 'null', '[]', '7', '"x"', '{"Event-Name":{}}', '{"toString":"x"}', '\0'])('%j is none', (text) => {
    const event = json(text);
    expect([event.name, event.sequence, event.body]).toEqual(['', 0, '']);
  });

  it('reads names that objects have of themselves only where they were sent', () => {
    expect(json('{}').get('constructor')).toBeUndefined();
    expect(json('{"__proto__":"x"}').get('__proto__')).toBe('x');
  });

  it('gives several values as the plain form does', () => {
    expect(json('{"a":["x","y"]}').get('a')).toBe('ARRAY::x|:y');
  });
});

describe('the same call heard as plain and as json', () => {
  it('has the same events with the same headers, except what the two sockets count and time for themselves', () => {
    const pick = (event: EslEvent): unknown => [event.name, event.subclass, event.sequence, event.timestamp];
    const asPlain = eventsOf('answered-caller-hangs-up.plain.esl').filter((event) => event.name !== '');
    const asJson = eventsOf('answered-caller-hangs-up.json.esl').filter((event) => event.name !== '');
    expect(asPlain.map(pick)).toEqual(asJson.map(pick));
    for (const [at, event] of asPlain.entries()) expect(event.headers()).toEqual(asJson[at]?.headers());
  });
});

it('the hostile display name is read, and its text stays text', () => {
  const names = eventsOf('hostile-display-name.plain.esl').map((event) => event.get('Caller-Caller-ID-Name'));
  expect(names.filter((name) => name === '&#37;E9 &#37; \ufffd').length).toBeGreaterThan(20);
});
