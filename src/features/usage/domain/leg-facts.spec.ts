import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CdrLeg, readCdr } from '../../../telephony/cdr/cdr-leg';
import { legFacts } from './leg-facts';
import { usageOfCall } from './usage-of-call';

const AT = Date.parse('2026-10-01T02:00:00Z');

const CALLER: CdrLeg = {
  node: 'sw1', coreUuid: 'core', uuid: 'a', callUuid: 'a', direction: 'inbound', profile: 'external', tenantId: 'ten_1', domain: null,
  from: '13800138001', to: '4008001001', startedAt: AT - 1000, answeredAt: AT, endedAt: AT + 9000, billSeconds: 9,
  hangupCause: 'NORMAL_CLEARING', disposition: 'recv_bye', purpose: 'inbound', dialledBy: null, outcome: null,
  queue: null, customerId: null, segmentId: null,
};
const MEMBER: CdrLeg['queue'] = {
  side: 'member', queue: 'care@pharma.test', agent: null, memberUuid: null, agentUuid: null, bridged: false,
  joinedAt: null, answeredAt: null, terminatedAt: null, canceledAt: null, cause: null, cancelReason: null,
};
const caller: CdrLeg = { ...CALLER, queue: MEMBER };
const agent: CdrLeg = {
  ...CALLER, uuid: 'b', direction: 'outbound', profile: 'internal', to: '1001', queue: { ...MEMBER, side: 'agent' },
};
const dialled: CdrLeg = { ...CALLER, purpose: 'outbound', to: '+8613800138001', dialledBy: '1001@pharma.test' };
const phone: CdrLeg = { ...dialled, profile: 'internal' };
const trunk: CdrLeg = { ...dialled, uuid: 'c', direction: 'outbound' };

test.each<[string, CdrLeg, string | null]>([
  ['the caller', caller, 'in'],
  ['the caller whom an agent sent on outside', { ...caller, purpose: 'outbound' }, 'in'],
  ["the agent's phone, rung by the queue", agent, null],
  ["an agent's phone outside, rung by the queue: the provider's matter", { ...agent, profile: 'external' }, null],
  ['a phone that dials', phone, null],
  ['the number it dialled', trunk, 'out'],
  ['a phone rung for click to dial', { ...phone, direction: 'outbound' }, null],
  ['a leg that no SIP profile carries', { ...trunk, profile: null }, null],
])('%s', (_name, leg, expected) => {
  expect(legFacts(leg).trunk).toBe(expected);
});

test('says what else billing needs', () => {
  expect(legFacts(caller)).toEqual({
    id: 'sw1/a', trunk: 'in', number: '4008001001', billsec: 9, answeredAt: new Date(AT),
  });
  expect(legFacts({ ...caller, answeredAt: null, billSeconds: 0 }).answeredAt).toBeNull();
});

test('sent on outside, both trunk legs count', () => {
  const usage = usageOfCall([caller, agent, trunk].map(legFacts));
  expect(usage.map(({ kind, number }) => [kind, number])).toEqual([
    ['inbound', '4008001001'], ['transfer', '+8613800138001'],
  ]);
});

/** What is true of each stands in the fixtures' README: the caller's leg counts, the agents' legs do not. */
test.each([
  ['answered-caller-hangs-up', '4008001001', 9],
  ['answered-agent-hangs-up', '4008001001', 6],
  ['no-answer-then-next-agent', '4008001001', 17],
  ['queue-timeout', '4008002002', 12],
  ['agent-busy-until-timeout', '4008002002', 12],
])('the recorded call %s', (name, number, seconds) => {
  const file = join(__dirname, '../../../../test/fixtures/transcripts', `${name}.cdr.jsonl`);
  const legs = readFileSync(file, 'utf8').trim().split('\n').map((line) => {
    const reading = readCdr(line);
    if (!reading.ok) throw new Error(reading.reason);
    return reading.leg;
  });
  expect(usageOfCall(legs.map(legFacts))).toMatchObject([{ kind: 'inbound', number, seconds }]);
});
