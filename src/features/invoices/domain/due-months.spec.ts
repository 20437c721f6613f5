import { dueMonths } from './due-months';

const DAY_MS = 86_400_000;
const at = (local: string) => new Date(`${local}+08:00`);
const books = (finalized: string[] = []) => ({
  since: at('2026-09-15T10:00:00'), timezone: 'Asia/Shanghai', finalized: new Set(finalized),
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
