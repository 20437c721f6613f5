import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replay } from '../../../scripts/replay';
import { randomChunks, seededRandom, transcript, TRANSCRIPTS } from '../transcripts';
import { callEvents, recordsOf } from './replayed';

interface Line {
  from: string;
  number: string;
  domain: string;
  queue: string;
  outcome: string;
  agent: string | null;
  waitSeconds: number;
  talkSeconds: number;
  endedBy: string;
  offers: { agent: string; result: string }[];
}

const PHARMA = { number: '4008001001', domain: 'pharma.seatline.test', queue: 'care' };
const INSURANCE = { number: '4008002002', domain: 'insurance.seatline.test', queue: 'claims' };
const BY_1001 = { outcome: 'answered', agent: '1001', offers: [{ agent: '1001', result: 'answered' }] };
const BUSY = { agent: '2001', result: 'busy' };
const NOBODY = { agent: null, talkSeconds: 0, offers: [] };

/** What is true of each recording, as its README tells it; the last figures from mod_callcenter's own epochs. */
const TRUTH: Record<string, Line[]> = {
  'answered-caller-hangs-up.plain': [
    { from: '13800138001', ...PHARMA, ...BY_1001, waitSeconds: 2, talkSeconds: 7, endedBy: 'caller' },
  ],
  'answered-caller-hangs-up.json': [
    { from: '13800138001', ...PHARMA, ...BY_1001, waitSeconds: 2, talkSeconds: 7, endedBy: 'caller' },
  ],
  'answered-agent-hangs-up.plain': [
    { from: '13800138002', ...PHARMA, ...BY_1001, waitSeconds: 2, talkSeconds: 4, endedBy: 'agent' },
  ],
  'abandoned-waiting.plain': [
    { from: '13800138003', ...PHARMA, ...NOBODY, outcome: 'abandoned', waitSeconds: 4, endedBy: 'caller' },
  ],
  'no-answer-then-next-agent.plain': [
    {
      from: '13800138004',
      ...PHARMA,
      outcome: 'answered',
      agent: '1001',
      waitSeconds: 9,
      talkSeconds: 7, // the caller's leg has 17 s: 9 of waiting, 7 of talking, the rest before the queue
      endedBy: 'caller',
      offers: [
        { agent: '1002', result: 'no-answer' },
        { agent: '1001', result: 'answered' },
      ],
    },
  ],
  'queue-timeout.plain': [
    { from: '13800138005', ...INSURANCE, ...NOBODY, outcome: 'timeout', waitSeconds: 12, endedBy: 'system' },
  ],
  'agent-busy-until-timeout.plain': [
    {
      from: '13800138007',
      ...INSURANCE,
      ...NOBODY,
      outcome: 'timeout',
      waitSeconds: 12,
      endedBy: 'system',
      offers: [BUSY, BUSY, BUSY],
    },
  ],
  'two-tenants-at-once.plain': [
    { from: '13800138008', ...PHARMA, ...BY_1001, waitSeconds: 2, talkSeconds: 6, endedBy: 'caller' },
    {
      from: '13900139009',
      ...INSURANCE,
      outcome: 'answered',
      agent: '2001',
      waitSeconds: 2,
      talkSeconds: 4,
      endedBy: 'agent',
      offers: [{ agent: '2001', result: 'answered' }],
    },
  ],
  'hostile-display-name.plain': [
    { from: '13800138011', ...PHARMA, ...BY_1001, waitSeconds: 2, talkSeconds: 4, endedBy: 'caller' },
  ],
  'ivr-digit-then-queue.plain': [
    {
      from: '13800138020',
      ...PHARMA,
      number: '4008001002',
      ...BY_1001,
      waitSeconds: 1,
      talkSeconds: 8,
      endedBy: 'caller',
    },
  ],
};

const KEYS = [
  'from',
  'number',
  'domain',
  'queue',
  'outcome',
  'agent',
  'waitSeconds',
  'talkSeconds',
  'endedBy',
  'offers',
];

function byCaller(a: Line, b: Line): number {
  return a.from < b.from ? -1 : 1;
}

async function run(...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await replay(
    args,
    (text) => out.push(text),
    (text) => err.push(text),
  );
  return { code, out, err };
}

describe.each(Object.keys(TRUTH))('%s', (name) => {
  const stream = join(TRANSCRIPTS, `${name}.esl`);
  const truth = TRUTH[name] as Line[];

  it('replayed, is what happened, in the promised order of keys', async () => {
    const { code, out, err } = await run(stream);
    expect(err).toEqual([]);
    expect(out.map((each) => JSON.parse(each) as Line)).toEqual(truth);
    for (const each of out) expect(Object.keys(JSON.parse(each) as Line)).toEqual(KEYS);
    expect(code).toBe(0);
  });

  it('with neighbouring events swapped at random, is the same', () => {
    const events = callEvents(transcript(`${name}.esl`));
    const wanted = recordsOf(events);
    const random = seededRandom(11);
    for (let round = 0; round < 20; round += 1) {
      const shuffled = [...events];
      for (let at = 1; at < shuffled.length; at += 1) {
        if (random() < 0.4) shuffled.splice(at - 1, 2, ...shuffled.slice(at - 1, at + 1).reverse());
      }
      expect(recordsOf(shuffled)).toEqual(wanted);
    }
  });

  it('cut off or begun anywhere, never throws, and tells no more calls than there were', () => {
    const bytes = transcript(`${name}.esl`);
    const random = seededRandom(5);
    for (let round = 0; round < 10; round += 1) {
      const at = Math.floor(random() * bytes.length);
      for (const part of [bytes.subarray(0, at), bytes.subarray(at)]) {
        expect(recordsOf(callEvents(part)).length).toBeLessThanOrEqual(truth.length);
      }
    }
  });
});

/** The menu's call was recorded without its CDRs. */
const WITH_CDRS = Object.keys(TRUTH).filter((name) => !name.startsWith('ivr-digit'));

describe.each(WITH_CDRS)('%s with its CDRs', (name) => {
  const stream = join(TRANSCRIPTS, `${name}.esl`);
  const cdr = join(TRANSCRIPTS, `${name.replace(/\.(plain|json)$/, '')}.cdr.jsonl`);
  const truth = TRUTH[name] as Line[];

  it('the CDRs agree', async () => {
    const { out, err } = await run(stream, '--cdr', cdr);
    expect(err).toEqual([]);
    expect(out.map((each) => JSON.parse(each) as Line)).toEqual(truth);
  });

  it('the CDRs alone tell the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'replay-'));
    try {
      const silent = join(folder, 'silent.esl');
      writeFileSync(silent, 'Content-Type: auth/request\n\n');
      const { out } = await run(silent, `--cdr=${cdr}`);
      // CDRs count microseconds and nothing finer: which of two calls came first in one of them they cannot say.
      expect(out.map((each) => JSON.parse(each) as Line).sort(byCaller)).toEqual(truth);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('replay of what cannot be read', () => {
  let folder: string;
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'replay-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([[[]], [['--cdr']], [['a', 'b']], [['a', '--cdr']], [['--what']]])('arguments %j: usage, 2', async (args) => {
    expect(await run(...args)).toEqual({ code: 2, out: [], err: ['usage: replay STREAM.esl [--cdr FILE.jsonl]'] });
  });

  it('a missing file, a directory, an empty file, noise: the reason, 1', async () => {
    const missing = join(folder, 'none.esl');
    expect(await run(missing)).toEqual({ code: 1, out: [], err: [`${missing}: cannot be read: no such file`] });
    expect(await run(folder)).toEqual({ code: 1, out: [], err: [`${folder}: cannot be read: it is a directory`] });
    for (const content of ['', 'hello\n', Buffer.from([0, 255, 10, 10, 37, 13])]) {
      const { code, out, err } = await run(file('noise.esl', content));
      expect([code, out]).toEqual([1, []]);
      expect(err[err.length - 1]).toMatch(/not an event-socket recording/);
    }
    const stream = join(TRANSCRIPTS, 'queue-timeout.plain.esl');
    expect(await run(stream, '--cdr', missing)).toMatchObject({ code: 1, out: [] });
  });

  it('a stream cut in the middle: what there is, and a warning', async () => {
    const bytes = transcript('answered-caller-hangs-up.plain.esl');
    const { code, out, err } = await run(file('cut.esl', bytes.subarray(0, 150_000)));
    expect(code).toBe(0);
    expect(out.map((each) => JSON.parse(each) as Line)).toMatchObject([{ from: '13800138001', endedBy: null }]);
    expect(err).toEqual([
      expect.stringMatching(/ends in the middle of a frame$/),
      expect.stringMatching(/ends before 1 of its calls do/),
    ]);
  });

  it('bytes overwritten at random: no crash, and still the calls that were not hit', async () => {
    const random = seededRandom(9);
    for (let round = 0; round < 15; round += 1) {
      const bytes = Buffer.from(transcript('two-tenants-at-once.plain.esl'));
      for (let hit = 0; hit < 40; hit += 1) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      const { code, out } = await run(file('hit.esl', bytes));
      expect(code).toBe(0);
      expect(out.join()).toContain('"from":"13800138008"');
    }
  });

  it('a broken CDR line is named and left out', async () => {
    const cdrs = readFileSync(join(TRANSCRIPTS, 'queue-timeout.cdr.jsonl'), 'utf8');
    const cdr = file('cdr.jsonl', `{"variables":\n[]\n{"variables":{"uuid":"x"}}\n${cdrs}`);
    const { out, err } = await run(join(TRANSCRIPTS, 'queue-timeout.plain.esl'), '--cdr', cdr);
    expect(err).toEqual([
      expect.stringMatching(/cdr.jsonl line 1: CDR left out: not JSON/),
      expect.stringMatching(/cdr.jsonl line 2: CDR left out: the CDR is not an object/),
      expect.stringMatching(/cdr.jsonl line 3: CDR left out: uuid is missing or wrong/),
    ]);
    expect(out.map((each) => JSON.parse(each) as Line)).toEqual(TRUTH['queue-timeout.plain']);
  });

  it('byte by byte or in any pieces, the stream is the same', () => {
    const bytes = transcript('hostile-display-name.plain.esl');
    const wanted = recordsOf(callEvents(bytes));
    expect(wanted).toHaveLength(1);
    for (const most of [1, 50, 5000]) {
      const pieces = randomChunks(bytes, seededRandom(most), most);
      expect(recordsOf(callEvents(Buffer.concat(pieces), pieces))).toEqual(wanted);
    }
  });
});
