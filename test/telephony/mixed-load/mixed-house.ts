import type { PhoneBehaviour } from '../../../freeswitch/phones/phones';
import type { House } from '../resilience/centre';
import { HOUSE_TERMS } from '../resilience/house-terms';

export const MIXED_NUMBER = '4007004001';
export const AGENTS = 10;
/** An agent rings, talks and wraps up for so long a call. */
export const HANDLE_MS = 6000;
/** Within so many seconds a VIP shall be answered. */
export const VIP_TARGET = 10;

const WRAP_UP_SECONDS = 1;
const RINGS_MS = 400;
const PHONE: PhoneBehaviour = { kind: 'answer', afterMs: RINGS_MS, hangupAfterMs: HANDLE_MS - WRAP_UP_SECONDS * 1000 - RINGS_MS };

/** One queue for all, where VIPs count as having waited five minutes longer. Whoever waits stays. */
function yaml(): string {
  return `
tenant: mixed
name: Tenant mixed
domain: mixed.seatline.test
timezone: Asia/Shanghai
currency: CNY
locale: en
quotas: { concurrent_calls: 200, seats: ${AGENTS} }
hours: {}
numbers:
  - { number: "${MIXED_NUMBER}", queue: care }
seats: ["1001..${1000 + AGENTS}"]
users:
  - { email: admin@mixed.seatline.test, name: Administrator, role: tenant_admin }
agents:
  - { range: "1001..${1000 + AGENTS}", name: "Agent {number}", seat: "{number}", max_no_answer: 0 }
segments:
  - { name: VIP, rank: 10, priority_seconds: 300, answer_target: ${VIP_TARGET}, colour: gold }
queues:
  - name: care
    strategy: longest-idle-agent
    max_wait_time: 0
    wrap_up: ${WRAP_UP_SECONDS}
    ring_seconds: 10
    tiers: [{ agents: "1001..${1000 + AGENTS}" }]
${HOUSE_TERMS}
`;
}

export const MIXED: House<'mixed'> = { tenants: ['mixed'], yaml, phoneOf: () => PHONE };
