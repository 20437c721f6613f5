/** Inbound minutes begun, in micro-units of the currency: 0.18. */
export const MINUTE_MICRO = 180_000;

/** The queue's longest wait, in seconds. */
export const DESK_PATIENCE = 12;

export const TENANTS = ['north', 'south'] as const;
export type TenantName = (typeof TENANTS)[number];

export const NUMBERS: Record<TenantName, Record<'care' | 'desk' | 'line' | 'empty', string>> = {
  north: { care: '4007001001', desk: '4007001002', line: '4007001003', empty: '4007001004' },
  south: { care: '4007002001', desk: '4007002002', line: '4007002003', empty: '4007002004' },
};

/** Whoever sits at them, and how their phones behave. Agents of the queue `empty` never sign in. */
export const AGENTS = {
  care: range(1001, 1025),
  desk: range(1026, 1029),
  line: [1030],
  empty: [1031],
};
/** Whose phone is never answered: put on a break by the first call missed. */
export const NEVER_ANSWERS = 1004;
export const ALWAYS_REFUSES = 1003;

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A tenant of 30 agents at their phones: a big queue, a crowded one, one for a single long call, one with nobody. */
export function tenantYaml(tenant: TenantName): string {
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
seats: ["1001..1031"]
users:
  - { email: admin@${tenant}.seatline.test, name: Administrator, role: tenant_admin }
agents:
  - { range: "1001..1003", name: "Agent {number}", seat: "{number}", max_no_answer: 0 }
  - { number: "1004", name: Agent 1004, seat: "1004", max_no_answer: 1 }
  - { range: "1005..1031", name: "Agent {number}", seat: "{number}", max_no_answer: 0 }
queues:${queue('care', 60, 1001, 1025)}${queue('desk', DESK_PATIENCE, 1026, 1029)}${queue('line', 60, 1030, 1030)}${queue('empty', 0, 1031, 1031)}
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
