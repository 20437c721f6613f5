import { type Bucket, QuestionRate, takeOne } from './question-rate';

const ALLOWANCE = { burst: 3, perSecond: 2 };

it.each<[what: string, bucket: Bucket | undefined, atMs: number, left: number | null]>([
  ['a stranger has the whole burst', undefined, 0, 2],
  ['one less each time', { left: 2, atMs: 0 }, 0, 1],
  ['the last one', { left: 1, atMs: 0 }, 0, 0],
  ['none left', { left: 0, atMs: 0 }, 0, null],
  ['not quite one again', { left: 0, atMs: 0 }, 499, null],
  ['one again', { left: 0, atMs: 0 }, 500, 0],
  ['never more than the burst', { left: 0, atMs: 0 }, 60_000, 2],
  ['a clock that went back', { left: 1, atMs: 1000 }, 0, 0],
])('%s', (_what, bucket, atMs, left) => {
  expect(takeOne(bucket, ALLOWANCE, atMs)?.left ?? null).toBe(left);
});

it('counts whoever asks by himself', () => {
  const rate = new QuestionRate(ALLOWANCE);
  const allowed = ['a', 'a', 'a', 'a', 'b'].map((key) => rate.allows(key, 0));
  expect(allowed).toEqual([true, true, true, false, true]);
});

it('forgets strangers that have not come back', () => {
  const rate = new QuestionRate(ALLOWANCE);
  for (let nth = 0; nth < 30_000; nth += 1) expect(rate.allows(`10.0.0.${nth}`, nth)).toBe(true);
  expect((rate as unknown as { buckets: Map<string, unknown> }).buckets.size).toBeLessThanOrEqual(12_000);
});
