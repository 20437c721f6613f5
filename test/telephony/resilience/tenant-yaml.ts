import type { PhoneBehaviour } from '../../../freeswitch/phones/phones';
import type { House } from './centre';

/** Inbound minutes begun, in micro-units of the currency: 0.18. */
export const MINUTE_MICRO = 180_000;

/** The queue's longest wait, in seconds. */
export const DESK_PATIENCE = 12;

export const TENANTS = ['north', 'south'] as const;
export type TenantName = (typeof TENANTS)[number];

export const NUMBERS: Record<TenantName, Record<'care' | 'desk' | 'line' | 'empty' | 'menu', string>> = {
  north: { care: '4007001001', desk: '4007001002', line: '4007001003', empty: '4007001004', menu: '4007001005' },
  south: { care: '4007002001', desk: '4007002002', line: '4007002003', empty: '4007002004', menu: '4007002005' },
};

/** Whoever sits at them, and how their phones behave. Agents of the queue `empty` never sign in. */
const AGENTS = {
  care: range(1001, 1025),
  desk: range(1026, 1029),
  line: [1030],
  empty: [1031],
};
/** Whose phone is never answered: put on a break by the first call missed. */
const NEVER_ANSWERS = 1004;
const ALWAYS_REFUSES = 1003;

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A tenant of 30 agents at their phones: a big queue, a crowded one, one for a single long call, one with nobody. */
function tenantYaml(tenant: TenantName): string {
  const numbers = NUMBERS[tenant];
  const queue = (name: string, wait: number, from: number, to: number) => `
  - name: ${name}
    strategy: longest-idle-agent
    max_wait_time: ${wait}
    reject_delay: 2
    busy_delay: 2
    no_answer_delay: 2
    wrap_up: 1
    ring_seconds: 4
    tiers: [{ agents: "${from}..${to}" }]`;
  return `
tenant: ${tenant}
name: Tenant ${tenant}
domain: ${tenant}.seatline.test
timezone: Asia/Shanghai
currency: CNY
locale: en
quotas: { concurrent_calls: 200, seats: 40 }
hours: {}
numbers:
  - { number: "${numbers.care}", queue: care, greeting: welcome }
  - { number: "${numbers.desk}", queue: desk, greeting: welcome }
  - { number: "${numbers.line}", queue: line }
  - { number: "${numbers.empty}", queue: empty }
  - { number: "${numbers.menu}", queue: care, ivr: menu }
seats: ["1001..1031"]
users:
  - { email: admin@${tenant}.seatline.test, name: Administrator, role: tenant_admin }
agents:
  - { range: "1001..1003", name: "Agent {number}", seat: "{number}", max_no_answer: 0 }
  - { number: "1004", name: Agent 1004, seat: "1004", max_no_answer: 1 }
  - { range: "1005..1031", name: "Agent {number}", seat: "{number}", max_no_answer: 0 }
queues:${queue('care', 60, 1001, 1025)}${queue('desk', DESK_PATIENCE, 1026, 1029)}${queue('line', 60, 1030, 1030)}${queue('empty', 0, 1031, 1031)}
ivr_scripts:
  menu:
    start: ask
    fallback: care
    steps:
      ask: { type: menu, prompts: [{ sound: welcome }], timeout_seconds: 2, tries: 3, on_no_choice: people, options: { "1": ask } }
      people: { type: queue, queue: care }
tariff:
  platform_fee: "1000.00"
  seat_lease: "100.00"
  number_rental: "50.00"
  rates:
    - { direction: inbound, prefix: "", price: "0.18", unit: 60, increment: 60, from_second: 0 }
contract:
  service_level: { formula: A, seconds: 15, short_abandon: 5, target: 85 }
  valid_from: 2026-01-01
`;
}

/** The desk's agents always end their calls; of the others every fifth does. */
function phoneOf(agent: number): PhoneBehaviour | null {
  if (AGENTS.empty.includes(agent)) return null;
  if (agent === NEVER_ANSWERS) return { kind: 'no-answer' };
  if (agent === ALWAYS_REFUSES) return { kind: 'reject', status: 486 };
  if (AGENTS.desk.includes(agent)) return { kind: 'answer', afterMs: 400, hangupAfterMs: 3000 };
  if (AGENTS.care.includes(agent) && agent % 5 === 0) return { kind: 'answer', afterMs: 400, hangupAfterMs: 4000 };
  return { kind: 'answer', afterMs: 800 };
}

export const TWO_TENANTS: House<TenantName> = { tenants: TENANTS, yaml: tenantYaml, phoneOf };
