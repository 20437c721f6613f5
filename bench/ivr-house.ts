import type { House } from '../test/telephony/resilience/centre';
import { HOUSE_TERMS } from '../test/telephony/resilience/house-terms';

/** Into the queue at once; through a script that leads there at once; through many steps; and held in a menu. */
export const NUMBERS = { plain: '4007005001', led: '4007005002', long: '4007005003', held: '4007005004' } as const;

/** Steps of the long script, each a question that nobody answers within its second. */
export const STEPS = 12;

const ASKED = '{ type: menu, prompts: [{ sound: welcome }], timeout_seconds: 1, tries: 1, options: {}';

function steps(): string {
  const names = Array.from({ length: STEPS }, (_, step) => `step-${step + 1}`);
  return names.map((name, step) => `      ${name}: ${ASKED}, on_no_choice: ${names[step + 1] ?? 'bye'} }`).join('\n');
}

/** Nobody sits in the queue: whoever comes into it waits. */
function yaml(): string {
  return `
tenant: bench
name: Tenant bench
domain: bench.seatline.test
timezone: Asia/Shanghai
currency: CNY
locale: en
quotas: { concurrent_calls: 2000, seats: 1 }
hours: {}
numbers:
  - { number: "${NUMBERS.plain}", queue: care }
  - { number: "${NUMBERS.led}", queue: care, ivr: straight }
  - { number: "${NUMBERS.long}", queue: care, ivr: long }
  - { number: "${NUMBERS.held}", queue: care, ivr: held }
seats: ["1001"]
users:
  - { email: admin@bench.seatline.test, name: Administrator, role: tenant_admin }
agents:
  - { number: "1001", name: Agent 1001, seat: "1001" }
queues:
  - { name: care, strategy: longest-idle-agent, max_wait_time: 0, wrap_up: 1, ring_seconds: 10, tiers: [{ agents: "1001" }] }
ivr_scripts:
  straight:
    start: people
    fallback: care
    steps:
      people: { type: queue, queue: care }
  long:
    start: step-1
    fallback: care
    steps:
${steps()}
      bye: { type: hang_up }
  held:
    start: ask
    fallback: care
    steps:
      ask: { type: menu, prompts: [{ sound: welcome }], timeout_seconds: 30, tries: 5, on_no_choice: bye, options: { "1": ask } }
      bye: { type: hang_up }
${HOUSE_TERMS}
calling_plan:
  calls_per_second: 500
`;
}

export const BENCH: House<'bench'> = { tenants: ['bench'], yaml, phoneOf: () => null };
