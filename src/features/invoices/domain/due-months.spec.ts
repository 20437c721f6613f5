import { dueMonths } from './due-months';

const DAY_MS = 86_400_000;
const at = (local: string) => new Date(`${local}+08:00`);
const since = at('2026-09-15T10:00:00');
const books = (finalized: string[] = []) => ({
  since, timezone: 'Asia/Shanghai', leases: [{ leasedFrom: since, leasedUntil: null as Date | null }],
  finalized: new Set(finalized), drafts: new Set<string>(),
});

test.each<[string, string, string[], string[]]>([
  ['the first month is running: its draft', '2026-09-20T09:00:00', [], ['2026-09']],
  ['within the grace day the past month waits', '2026-10-01T23:59:59', [], ['2026-10']],
  ['after it the past month comes first', '2026-10-02T00:00:00', [], ['2026-09', '2026-10']],
  ['what is finalized is left alone', '2026-11-05T09:00:00', ['2026-09', '2026-10'], ['2026-11']],
  ['what was missed is made up for', '2026-12-05T09:00:00', ['2026-10'], ['2026-09', '2026-11', '2026-12']],
  ['before the tenant was one', '2026-08-31T09:00:00', [], []],
])('%s', (_name, now, finalized, due) => {
  expect(dueMonths(books(finalized), at(now), DAY_MS)).toEqual(due);
});

describe('a tenant that was removed in October, until midnight, and applied again in January', () => {
  const removed = { leasedFrom: since, leasedUntil: at('2026-11-01T00:00:00') };
  const again = { leasedFrom: at('2027-01-20T10:00:00'), leasedUntil: null };
  test.each<[string, string, string[], string[], string[]]>([
    ['the months it was one in, and the running one', '2027-02-05T09:00:00', [], [],
      ['2026-09', '2026-10', '2027-01', '2027-02']],
    ['the gap is not made up for', '2027-02-05T09:00:00', ['2026-09', '2026-10'], [], ['2027-01', '2027-02']],
    ['a draft of the gap, for late usage, is', '2027-02-05T09:00:00', ['2026-09', '2026-10'], ['2026-11'],
      ['2026-11', '2027-01', '2027-02']],
    ['while it is gone, the running month may get late usage', '2026-12-05T09:00:00', ['2026-09', '2026-10'], [],
      ['2026-12']],
  ])('%s', (_name, now, finalized, drafts, due) => {
    const gap = { ...books(finalized), leases: [removed, again], drafts: new Set(drafts) };
    expect(dueMonths(gap, at(now), DAY_MS)).toEqual(due);
  });
});
