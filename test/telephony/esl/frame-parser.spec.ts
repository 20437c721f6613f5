import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { openFrame } from '../../../src/telephony/esl/esl-event';
import { FrameParser, type EslFrame, type FrameFault } from '../../../src/telephony/esl/frame-parser';
import { PLAIN_STREAMS, randomChunks, seededRandom, transcript } from '../transcripts';

function parse(chunks: readonly Buffer[], limits = {}): { frames: EslFrame[]; faults: FrameFault[] } {
  const frames: EslFrame[] = [];
  const faults: FrameFault[] = [];
  const parser = new FrameParser((frame) => frames.push(frame), (fault) => faults.push(fault), limits);
  for (const chunk of chunks) parser.push(chunk);
  return { frames, faults };
}

function frame(body: Buffer | string, type = 'text/event-plain'): Buffer {
  const bytes = Buffer.from(body as string);
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\nContent-Type: ${type}\n\n`), bytes]);
}

function digest(frames: readonly EslFrame[]): string {
  const hash = createHash('sha256');
  for (const each of frames) hash.update(`${each.contentType}\n${each.head}\n`).update(each.body ?? 'none');
  return hash.digest('hex');
}

const GOOD = frame('Event-Name: HEARTBEAT\n\n');
const bodyOf = (frames: EslFrame[]): string[] => frames.map((each) => (each.body ?? Buffer.alloc(0)).toString());

describe('FrameParser', () => {
  it('reads replies without a body and events with one', () => {
    const { frames, faults } = parse([
      Buffer.from('Content-Type: auth/request\n\nContent-Type: command/reply\nReply-Text: +OK accepted\n\n'),
      GOOD,
    ]);
    expect(frames.map((each) => each.contentType)).toEqual(['auth/request', 'command/reply', 'text/event-plain']);
    expect(openFrame(frames[1] as EslFrame).get('Reply-Text')).toBe('+OK accepted');
    expect(faults).toEqual([]);
  });

  it.each(PLAIN_STREAMS)('finds the same frames in %s however it is chunked', (name) => {
    const bytes = transcript(`${name}.plain.esl`);
    const whole = parse([bytes]);
    expect(whole.frames.length).toBeGreaterThan(30);
    expect(whole.faults).toEqual([]);
    const random = seededRandom(bytes.length);
    for (const most of [1, 7, 300, 9000]) {
      const chunked = parse(randomChunks(bytes, random, most));
      expect(chunked.faults).toEqual([]);
      expect(digest(chunked.frames)).toBe(digest(whole.frames));
    }
  });

  it('keeps any byte of a body, however chunked', () => {
    const bodyLists = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 8 });
    fc.assert(
      fc.property(bodyLists, fc.integer(), (bodies, seed) => {
        const stream = Buffer.concat(bodies.map((body) => frame(Buffer.from(body))));
        const { frames, faults } = parse(randomChunks(stream, seededRandom(seed), 40));
        expect(faults).toEqual([]);
        expect(frames.map((each) => each.body?.toString('hex'))).toEqual(
          bodies.map((body) => Buffer.from(body).toString('hex')),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('needs time in proportion to the bytes: one 16 MiB body in 64 KiB chunks, each byte copied once', () => {
    const body = Buffer.alloc(16 * 1024 * 1024, 'x');
    const stream = frame(body, 'api/response');
    const chunks: Buffer[] = [];
    for (let at = 0; at < stream.length; at += 65536) chunks.push(stream.subarray(at, at + 65536));
    const { frames, faults } = parse(chunks);
    expect(faults).toEqual([]);
    expect(frames[0]?.body?.equals(body)).toBe(true);
  });

  describe('faults', () => {
    it.each([
      ['-5', { kind: 'bad-length', value: '-5' }],
      ['1e9', { kind: 'bad-length', value: '1e9' }],
      ['12 ', { kind: 'bad-length', value: '12 ' }],
      ['99999999999999999999', { kind: 'bad-length', value: '99999999999999999999' }],
    ])('a length of %s is a fault and the next frame is read', (length, fault) => {
      const head = Buffer.from(`Content-Type: text/event-plain\nContent-Length: ${length}\n\n`);
      const { frames, faults } = parse([head, GOOD]);
      expect(faults).toEqual([fault]);
      expect(bodyOf(frames)).toEqual(['Event-Name: HEARTBEAT\n\n']);
    });

    it('a body longer than the cap is skipped to its last byte, unstored', () => {
      const long = frame(`a\n\nContent-Type: auth/request\n\n${'y'.repeat(100)}`);
      const chunks = randomChunks(Buffer.concat([long, GOOD]), seededRandom(1), 10);
      const { frames, faults } = parse(chunks, { maxBodyBytes: 64 });
      expect(faults).toEqual([{ kind: 'body-too-long', bytes: 131 }]);
      expect(bodyOf(frames)).toEqual(['Event-Name: HEARTBEAT\n\n']);
    });

    it.each([1, 5, 100, 5000])('a header block longer than the cap is dropped once (chunks up to %i)', (most) => {
      const long = Buffer.from(`Content-Type: text/event-plain\nX: ${'z'.repeat(3000)}\n\n`);
      const stream = Buffer.concat([GOOD, long, GOOD]);
      const { frames, faults } = parse(randomChunks(stream, seededRandom(most), most), { maxHeaderBytes: 200 });
      expect(faults).toHaveLength(1);
      expect(faults[0]?.kind).toBe('header-too-long');
      expect(frames).toHaveLength(2);
    });

    it('a stream that begins in the middle of an event is read from the next one', () => {
      for (const name of ['answered-caller-hangs-up.plain.esl', 'answered-caller-hangs-up.json.esl']) {
        const bytes = transcript(name);
        const all = parse([bytes]).frames.length;
        for (const cut of [400, 1234, 5000, 20000]) {
          const { frames, faults } = parse([bytes.subarray(cut)]);
          expect(faults.length).toBeLessThanOrEqual(2);
          expect(frames.length).toBeGreaterThan(all - 25);
        }
      }
    });

    it('of two lengths the first counts', () => {
      const { frames } = parse([Buffer.from('Content-Type: a/b\nContent-Length: 2\nContent-Length: 9\n\nhi'), GOOD]);
      expect(bodyOf(frames)).toEqual(['hi', 'Event-Name: HEARTBEAT\n\n']);
    });
  });

  it('survives 100,000 random and hostile frames: no throw, nothing hoarded, and it goes on', () => {
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => frame(Buffer.from(bytes))),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => frame(Buffer.from(bytes), 'text/event-json')),
      fc
        .constantFrom('-1', '0', 'NaN', '1e3', '4294967296', '99999999999', '0x10', '', ' 7', '7\0', '5, 5')
        .map((length) => Buffer.from(`Content-Length: ${length}\nContent-Type: text/event-plain\n\n`)),
      fc
        .constantFrom('%', '%%', '%F', '%FF', '%E4%BD', '%zz', '%00', '\0', '\xff\xfe', '%C0%80', '%ED%A0%80')
        .map((value) => frame(Buffer.from(`Event-Name: X\nCC-Agent: ${value}\nUnique-ID: ${value}a\n\n`, 'latin1'))),
      fc.constant(Buffer.from('Content-Length: 3\nContent-Length: 900000000000\nContent-Type: a/b\n\nabc')),
      fc.constant(Buffer.from('Content-Length: 50\nContent-Type: text/event-plain\n\ncut')),
      fc.constant(Buffer.from('\n\n\n\n: \n: : \n\n')),
      fc.constant(frame('{"__proto__":{"a":1},"Event-Name":["x",{"toString":1}],"CC-Agent":null', 'text/event-json')),
      fc.constant(frame(`{"Event-Name":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'text/event-json')),
    );
    let fed = 0;
    let goodAtEnd = 0;
    let runs = 0;
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 500, maxLength: 500 }), fc.integer(), (frames, seed) => {
        const parser = new FrameParser(
          (each) => {
            const event = openFrame(each);
            void [event.name, event.subclass, event.sequence, event.timestamp, event.body, event.headers()];
            void [event.get('CC-Agent'), event.get('Unique-ID'), event.get('X-Unknown'), event.get('__proto__')];
            if (event.get('Final') === String(seed)) goodAtEnd += 1;
          },
          () => undefined,
          { maxBodyBytes: 4096, maxHeaderBytes: 4096 },
        );
        for (const chunk of randomChunks(Buffer.concat(frames), seededRandom(seed), 2000)) parser.push(chunk);
        expect(parser.pendingBytes).toBeLessThanOrEqual(8192);
        // Whatever the last frame still lacked is made up for; then a good frame must come through.
        while (parser.isSkipping) parser.push(Buffer.alloc(65536, 'x'));
        parser.push(Buffer.alloc(4200, 'x'));
        parser.push(Buffer.concat([Buffer.from('\n\n'), frame(`Event-Name: X\nFinal: ${seed}\n\n`)]));
        runs += 1;
        fed += frames.length;
      }),
      { numRuns: 200 },
    );
    expect(fed).toBe(100_000);
    expect(goodAtEnd).toBe(runs);
  });
});
