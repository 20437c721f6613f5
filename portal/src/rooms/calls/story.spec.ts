import type { Schemas } from '../../api/types';
import { lanesOf, marksOf } from './lanes';
import { storyOf } from './story';

type Call = Schemas['CallDetailsDto'];

const at = (seconds: number) => new Date(Date.parse('2026-11-01T08:00:00Z') + seconds * 1000).toISOString();

const INBOUND: Call = {
  id: 'cal_1', direction: 'inbound', from_number: '13800138001', to_number: '4008001001', customer_id: null, wrap_up_codes: [], customer_name: null, segment_id: null, queue: 'care', agent: '1002',
  state: 'ended', outcome: 'answered', ended_by: 'caller', wait_seconds: 12, talk_seconds: 30,
  started_at: at(0), answered_at: at(1), ended_at: at(45), offers: [], stays: [], legs: [],
  notes: null, script_steps: [], survey_answers: [],
};

const leg = (direction: string, to: string, started: number, answered: number | null, ended: number) => ({
  id: `leg_${to}`, uuid: to, direction, from: '1001', to, started_at: at(started), answered_at: answered === null ? null : at(answered),
  ended_at: at(ended), bill_seconds: 0, hangup_cause: 'NORMAL_CLEARING',
});

const ANSWERED: Call = {
  ...INBOUND,
  offers: [
    { agent: '1001', result: 'no-answer', started_at: at(4), ended_at: at(9) },
    { agent: '1002', result: 'answered', started_at: at(10), ended_at: at(15) },
  ],
  stays: [{ queue: 'care', joined_at: at(3), left_at: at(45), outcome: 'answered', agent: '1002', answered_at: at(15), released_at: at(45) }],
  legs: [leg('inbound', '4008001001', 0, 1, 45), leg('outbound', '1001', 4, null, 9), leg('outbound', '1002', 10, 15, 45)],
};

const told = (call: Call) => storyOf(call).map(({ kind, at: when, seconds }) => [kind, (Date.parse(when) - Date.parse(at(0))) / 1000, seconds]);

test('a call that one agent misses and another answers', () => {
  expect(told(ANSWERED)).toEqual([
    ['arrived', 0, 45],
    ['greeting', 1, 2],
    ['joined', 3, 12],
    ['offered', 4, 5],
    ['offered', 10, 5],
    ['answered', 15, 30],
    ['ended', 45, null],
  ]);
});

test('a caller who gives up leaves the queue', () => {
  const stays = [{ queue: 'care', joined_at: at(3), left_at: at(20), outcome: 'abandoned', agent: null, answered_at: null, released_at: null }];
  expect(told({ ...INBOUND, stays, ended_at: at(20) }).slice(2)).toEqual([['joined', 3, 17], ['left', 20, null], ['ended', 20, null]]);
});

test('a call out tells of whoever was called', () => {
  const legs = [leg('inbound', '+862160010001', 0, 8, 40), leg('outbound', '+862160010001', 1, 8, 40)];
  const call = { ...INBOUND, direction: 'outbound', answered_at: at(8), ended_at: at(40), legs };
  expect(told(call)).toEqual([['dialled', 0, 40], ['rung', 1, 7], ['party-answered', 8, 32], ['ended', 40, null]]);
  expect(lanesOf(call).map(({ party, stretches }) => [party, stretches.map(({ phase, from, to }) => [phase, from, to])])).toEqual([
    ['phone', [['ringing', 0, 8000], ['talking', 8000, 40_000]]],
    ['phone', [['ringing', 1000, 8000], ['talking', 8000, 40_000]]],
  ]);
});

test('a call without its CDRs is told as far as it is known', () => {
  expect(told(INBOUND).map(([kind]) => kind)).toEqual(['arrived', 'ended']);
});

test('each party has a lane', () => {
  expect(lanesOf(ANSWERED).map(({ party, who, stretches }) => [party, who, stretches.map(({ phase, from, to }) => [phase, from, to])])).toEqual([
    ['caller', '13800138001', [['ringing', 0, 1000], ['greeting', 1000, 3000], ['waiting', 3000, 15_000], ['talking', 15_000, 45_000]]],
    ['agent', '1001', [['ringing', 4000, 9000]]],
    ['agent', '1002', [['ringing', 10_000, 15_000], ['talking', 15_000, 45_000]]],
  ]);
});

test.each([
  // 45 s ÷ 10 s
  [45_000, [0, 10, 20, 30, 40]],
  [4_000, [0, 1, 2, 3, 4]],
  [600_000, [0, 120, 240, 360, 480, 600]],
  [0, [0]],
])('%d ms has its marks at %j s', (length, seconds) => {
  expect(marksOf(length)).toEqual(seconds.map((each) => each * 1000));
});
