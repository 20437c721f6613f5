import { afterAttempt, type AttemptResult, opensAt, promiseKept, resultOf } from './callback';

const at = (seconds: number) => new Date(seconds * 1000);
const tried = { attempts: 0, mostAttempts: 2, retryMinutes: 10, firstTriedAt: null };

it.each<[string | null, number | null, AttemptResult]>([
  ['answered', 5, 'reached'],
  ['busy', 5, 'not_reached'],
  ['no-answer', 5, 'not_reached'],
  ['failed', 5, 'not_reached'],
  // the agent hung up before the caller answered
  ['cancelled', 5, 'not_reached'],
  ['no-answer', null, 'agent_missed'],
  ['busy', null, 'agent_missed'],
  ['channel-cap', 5, 'no_line'],
  ['spend-cap', 5, 'no_line'],
  ['lost', 5, 'lost'],
])('a call that is %s, answered by the agent at %s, is a try with the result %s', (outcome, answeredAt, result) => {
  expect(resultOf({ outcome, answeredAt: answeredAt === null ? null : at(answeredAt) })).toBe(result);
});

it.each<[string, AttemptResult, object]>([
  ['reached, it is done', 'reached', { state: 'reached', attempts: 1, firstTriedAt: at(100), reachedAt: at(100) }],
  ['not reached, it is tried again after 10 minutes', 'not_reached', { state: 'waiting', attempts: 1, firstTriedAt: at(100), nextAt: at(120 + 600) }],
  ['an agent who does not answer costs the caller no try', 'agent_missed', { state: 'waiting', attempts: 0, firstTriedAt: null, nextAt: at(125) }],
  ['neither does a line that is not free', 'no_line', { state: 'waiting', attempts: 0, firstTriedAt: null, nextAt: at(135) }],
  ['nor a call that nobody heard of again', 'lost', { state: 'waiting', attempts: 0, firstTriedAt: null, nextAt: at(121) }],
])('%s', (_what, result, expected) => {
  expect(afterAttempt(tried, result, at(100), at(120))).toMatchObject(expected);
});

it('is given up after the last try, and remembers the first', () => {
  const second = { ...tried, attempts: 1, firstTriedAt: at(50) };
  expect(afterAttempt(second, 'not_reached', at(100), at(120))).toMatchObject({ state: 'given_up', attempts: 2, firstTriedAt: at(50) });
});

it.each<[string, number | null, 'waiting' | 'cancelled', number, boolean | null]>([
  ['rung in time', 100, 'waiting', 500, true],
  ['rung at the last moment', 200, 'waiting', 500, true],
  ['rung too late', 201, 'waiting', 500, false],
  ['not rung, and there is still time', null, 'waiting', 200, null],
  ['not rung, and it is too late', null, 'waiting', 201, false],
  ['cancelled before', null, 'cancelled', 500, null],
])('a promise until 200: %s', (_what, firstTriedAt, state, now, kept) => {
  expect(promiseKept({ firstTriedAt: firstTriedAt === null ? null : at(firstTriedAt), promisedBy: at(200), state }, at(now))).toBe(kept);
});

describe('the hours of a callback', () => {
  const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  // 2026-11-16 is a Monday; UTC's clocks are never set
  const mondays = { week: { ...closed, mon: [{ open: '08:00', close: '20:00' }] }, holidays: [] };
  it.each<[string, typeof mondays | undefined, 'waiting' | 'dialling', string, string, string | null]>([
    ['open, and it is due since 08:30', mondays, 'waiting', '2026-11-16T08:30:00Z', '2026-11-16T09:00:00Z', '2026-11-16T08:30:00Z'],
    ['open when it is due', mondays, 'waiting', '2026-11-16T10:00:00Z', '2026-11-16T09:00:00Z', '2026-11-16T10:00:00Z'],
    ['closed by now', mondays, 'waiting', '2026-11-16T19:00:00Z', '2026-11-16T20:00:00Z', '2026-11-23T08:00:00Z'],
    ['closed when it is due', mondays, 'waiting', '2026-11-16T21:00:00Z', '2026-11-16T09:00:00Z', '2026-11-23T08:00:00Z'],
    ['the calendar is gone', undefined, 'waiting', '2026-11-16T08:30:00Z', '2026-11-16T09:00:00Z', null],
    ['it is being dialled', mondays, 'dialling', '2026-11-16T08:30:00Z', '2026-11-16T09:00:00Z', null],
  ])('%s', (_what, hours, state, nextAt, now, opens) => {
    expect(opensAt({ state, nextAt: new Date(nextAt) }, hours, 'UTC', new Date(now))).toEqual(opens && new Date(opens));
  });
});
