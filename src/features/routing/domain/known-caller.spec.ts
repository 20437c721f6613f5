import { introduceCaller, type KnownCaller, servedAs } from './known-caller';
import type { NumberRouting } from './tenant-routing';

const NEVER = { week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }, holidays: [] };
const NUMBER: NumberRouting = { id: 'num_1', number: '4008001001', queue: 'care', greeting: 'welcome', closed: 'closed', hours: null, script: { id: 'ivr_1', version: 3 }, scriptsByHours: [{ hours: NEVER, script: { id: 'ivr_2', version: 1 } }] };
const SEGMENT = { id: 'seg_1', greeting: null, queue: null, prioritySeconds: 0 };
const of = (segment: Partial<typeof SEGMENT> | { greeting?: string; queue?: string }): KnownCaller => ({ id: 'cus_1', language: null, segment: { ...SEGMENT, ...segment } });

it.each<[what: string, caller: KnownCaller | null, greeting: string | null, queue: string]>([
  ['a stranger is served as the number says', null, 'welcome', 'care'],
  ['a customer without a segment, too', { id: 'cus_1', language: null, segment: null }, 'welcome', 'care'],
  ['a segment that says nothing leaves it so', of({}), 'welcome', 'care'],
  ['a segment has a queue of its own', of({ queue: 'vip' }), 'welcome', 'vip'],
  ['a segment has a greeting of its own', of({ greeting: 'dear-doctor' }), 'dear-doctor', 'care'],
  ['or both', of({ greeting: 'dear-doctor', queue: 'vip' }), 'dear-doctor', 'vip'],
])('%s', (_what, caller, greeting, queue) => {
  const led = queue === NUMBER.queue ? {} : { script: null, scriptsByHours: [] };
  expect(servedAs(NUMBER, caller)).toEqual({ ...NUMBER, greeting, queue, ...led });
});

it.each<[what: string, caller: KnownCaller | null, variables: string[]]>([
  ['nothing is said of a stranger', null, []],
  ['the customer alone', { id: 'cus_1', language: null, segment: null }, ['seatline_customer=cus_1']],
  ['in its language', { id: 'cus_1', language: 'en', segment: null }, ['seatline_customer=cus_1', 'seatline_language=en']],
  ['and its segment', of({}), ['seatline_customer=cus_1', 'seatline_segment=seg_1']],
  // who waits 10 s behind somebody who waits 200 s comes first: 10 + 300 > 200
  ['who counts as having waited longer', of({ prioritySeconds: 300 }), ['seatline_customer=cus_1', 'seatline_segment=seg_1', 'cc_base_score=300']],
])('%s', (_what, caller, variables) => {
  expect(introduceCaller(caller)).toEqual(variables.map((variable) => ['set', variable]));
});
