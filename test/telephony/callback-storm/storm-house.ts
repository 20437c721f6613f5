import type { PhoneBehaviour } from '../../../freeswitch/phones/phones';
import type { House } from '../resilience/centre';
import { HOUSE_TERMS } from '../resilience/house-terms';

export const STORM_NUMBER = '4007003001';
/** Calls that the tenant may have at once: fewer than its callers and its agents would take together. */
const LINES = 30;
const AGENTS = 12;

const PHONE: PhoneBehaviour = { kind: 'answer', afterMs: 300, hangupAfterMs: 3000 };
/** Who belongs to it counts as having waited ten minutes longer. */
export const VIP_SECONDS = 600;

/** A tenant whose script asks nobody anything: who calls is called back. Without the script's engine they come into the queue. */
function yaml(): string {
  return `
tenant: storm
name: Tenant storm
domain: storm.seatline.test
timezone: Asia/Shanghai
currency: CNY
locale: en
quotas: { concurrent_calls: ${LINES}, seats: ${AGENTS} }
hours: {}
numbers:
  - { number: "${STORM_NUMBER}", queue: care, ivr: promise }
seats: ["1001..${1000 + AGENTS}"]
users:
  - { email: admin@storm.seatline.test, name: Administrator, role: tenant_admin }
agents:
  - { range: "1001..${1000 + AGENTS}", name: "Agent {number}", seat: "{number}", max_no_answer: 0 }
segments:
  - { name: VIP, rank: 10, priority_seconds: ${VIP_SECONDS}, answer_target: 10, colour: gold }
queues:
  - name: care
    strategy: longest-idle-agent
    max_wait_time: 0
    reject_delay: 2
    busy_delay: 2
    no_answer_delay: 2
    wrap_up: 1
    ring_seconds: 10
    tiers: [{ agents: "1001..${1000 + AGENTS}" }]
ivr_scripts:
  promise:
    start: ask
    fallback: care
    steps:
      ask: { type: callback, queue: care, window_minutes: 5, retry_minutes: 1, next: bye, on_failure: bye }
      bye: { type: hang_up, prompts: [{ sound: welcome }] }
${HOUSE_TERMS}
calling_plan:
  destinations: [mobile]
  seat_calls_per_minute: 60
  calls_per_minute: 1000
`;
}

export const STORM: House<'storm'> = { tenants: ['storm'], yaml, phoneOf: () => PHONE };
