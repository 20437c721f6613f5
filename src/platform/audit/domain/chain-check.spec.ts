import { type AuditFacts, type AuditRecord, BEGINNING, digestOf, sealOf } from './audit-chain';
import { ChainCheck } from './chain-check';

const KEY = Buffer.alloc(32, 1);
const TENANT = 'ten_0000000000000000000000000A';

function chainOf(length: number): AuditRecord[] {
  const entries: AuditRecord[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const facts: AuditFacts = {
      tenantId: TENANT, seq, at: new Date(seq * 1000), actorKind: 'user', actorId: 'usr_1', actorName: 'a@b.test',
      grantId: null, address: '127.0.0.1', traceId: null, action: 'changed', objectType: 'queues', objectId: `que_${seq}`,
      detail: `{"after":{"level":${seq}}}`,
    };
    entries.push({ ...facts, digest: digestOf(entries.at(-1)?.digest ?? BEGINNING, facts) });
  }
  return entries;
}

const headOf = (entries: AuditRecord[], key = KEY) => {
  const head = { tenantId: TENANT, seq: entries.length, digest: entries.at(-1)?.digest ?? BEGINNING };
  return { ...head, seal: sealOf(key, head) };
};

const written = chainOf(5);
const head = headOf(written);

function check(entries: AuditRecord[], end: Parameters<ChainCheck['end']>[0] = head, anchors?: Map<number, string>): string[] {
  const chain = new ChainCheck(TENANT, anchors);
  for (const entry of entries) chain.follow(entry);
  return chain.end(end, KEY).map(({ seq, problem }) => `${seq}: ${problem}`);
}

/** The entries from `at` on with digests computed anew, as somebody would who knows how. */
function rewritten(entries: AuditRecord[]): AuditRecord[] {
  const done: AuditRecord[] = [];
  for (const [at, entry] of entries.entries()) {
    const facts = { ...entry, seq: at + 1 };
    done.push({ ...facts, digest: digestOf(done.at(-1)?.digest ?? BEGINNING, facts) });
  }
  return done;
}

const edited = (at: number): AuditRecord[] => written.map((entry, i) => (i === at ? { ...entry, detail: '{}' } : entry));
const without = (at: number): AuditRecord[] => written.filter((_, i) => i !== at);
const swapped = written.map((entry, i) => {
  const other = written[i === 1 ? 2 : i === 2 ? 1 : i] as AuditRecord;
  return { ...other, seq: entry.seq };
});

it.each<{ what: string; entries: AuditRecord[]; told: string[] }>([
  { what: 'nothing where nothing was done', entries: written, told: [] },
  { what: 'an edit', entries: edited(1), told: ['2: the entry was edited, or another stands in its place'] },
  { what: 'the removal of one', entries: without(2), told: ['3: the entry is missing'] },
  { what: 'the removal of the first', entries: without(0), told: ['1: the entry is missing'] },
  { what: 'the removal of the last', entries: without(4), told: ['5: the entry is missing'] },
  { what: 'the removal of several', entries: written.slice(0, 2), told: ['3: the entries 3 to 5 are missing'] },
  {
    what: 'a swap',
    entries: swapped,
    told: [2, 3, 4].map((seq) => `${seq}: the entry was edited, or another stands in its place`),
  },
  {
    what: 'an edit with all digests computed anew',
    entries: rewritten(edited(1)),
    told: ['5: the chain does not end as recorded'],
  },
  {
    what: 'a removal with all digests and numbers computed anew',
    entries: rewritten(without(2)),
    told: ['5: the entry is missing'],
  },
  {
    what: 'an entry that was added',
    entries: rewritten([...written, written[0] as AuditRecord]),
    told: ['6: the chain does not end as recorded'],
  },
])('tells of $what', ({ entries, told }) => {
  expect(check(entries)).toEqual(told);
});

it("knows an end that was written under another key, and misses one that is gone", () => {
  const short = written.slice(0, 3);
  expect(check(short, headOf(short, Buffer.alloc(32, 2)))).toEqual([expect.stringMatching(/^3: .* not written by Seatline/)]);
  expect(check(written, null)).toEqual(["5: the record of the chain's end is missing"]);
  expect(check([], null)).toEqual([]);
});

it('misses what an earlier end had, put back together with it', () => {
  const short = written.slice(0, 3);
  const anchors = new Map([[5, head.digest]]);
  expect(check(short, headOf(short))).toEqual([]);
  expect(check(short, headOf(short), anchors)).toEqual(['4: the entries 4 to 5 are missing']);
  expect(check(written, head, new Map([[4, 'other']]))).toEqual(['4: differs from what was noted elsewhere']);
});
