import { sweepSpans } from './sweep-spans';

const spans = (now: string) =>
  sweepSpans(new Date(now)).map(({ from, until }) => `${from.toISOString()} ${until.toISOString()}`);

it('looks at what is 2 minutes, an hour, 6 hours, a day and 3 days old, 5 minutes of each', () => {
  expect(spans('2026-11-21T10:05:00.000Z')).toEqual([
    '2026-11-21T09:58:00.000Z 2026-11-21T10:03:00.000Z', // 10:05 − 2 min − 5 min, 10:05 − 2 min
    '2026-11-21T09:00:00.000Z 2026-11-21T09:05:00.000Z',
    '2026-11-21T04:00:00.000Z 2026-11-21T04:05:00.000Z',
    '2026-11-20T10:00:00.000Z 2026-11-20T10:05:00.000Z',
    '2026-11-18T10:00:00.000Z 2026-11-18T10:05:00.000Z',
  ]);
});

it('looks at the same when it comes late, and goes on where it ended', () => {
  expect(spans('2026-11-21T10:09:59.999Z')).toEqual(spans('2026-11-21T10:05:00.000Z'));
  const [first] = sweepSpans(new Date('2026-11-21T10:05:00.007Z'));
  const [next] = sweepSpans(new Date('2026-11-21T10:10:00.001Z'));
  expect(next?.from).toEqual(first?.until);
});
