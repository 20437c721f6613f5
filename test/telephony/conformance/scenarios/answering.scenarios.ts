import { detailsOf } from '../read-account';
import { type Scenario, sleep } from '../scenario';
import { answered, vainLeg } from './expectations';

/** Rings 0.8 s, then talks until the other side hangs up. */
const PICKS_UP = { kind: 'answer', afterMs: 800 } as const;

/** What callers send as their display name; none of it may become syntax anywhere. */
const HOSTILE_NAMES = [
  '%E9 % %FF %00',
  "O\\'Reilly \\\" ' ; DROP TABLE calls; --",
  '<sip:9@example.test>&amp;<!-- ${hostname} $${domain}',
  '%0D%0A%0D%0Aapi status%0D%0A\\r\\n\\r\\nevent plain ALL',
  'x'.repeat(200),
];

export const answeringScenarios: Scenario[] = [
  {
    name: 'answered-caller-hangs-up',
    stages: { pharma: { agents: 1 } },
    play: async ({ stage, calls }) => {
      await stage('pharma').seat(1, PICKS_UP);
      calls.push(stage('pharma').call({ hangupAfterAnswerMs: 4500 }));
    },
    // 0.3 s of silence, 0.2 s to the offer, 0.8 s of ringing: of 4.5 s some 3.2 s are talk
    expected: {
      calls: [
        answered('pharma', { queue: 'answered-caller-hangs-up', waited: 1, talked: 3, endedBy: 'caller', leg: 4 }),
      ],
    },
  },
  {
    name: 'answered-agent-hangs-up',
    stages: { insurance: { agents: 1 } },
    play: async ({ stage, calls }) => {
      await stage('insurance').seat(1, { ...PICKS_UP, hangupAfterMs: 3000 });
      calls.push(stage('insurance').call());
    },
    expected: {
      calls: [
        answered('insurance', { queue: 'answered-agent-hangs-up', waited: 1, talked: 3, endedBy: 'agent', leg: 4 }),
      ],
    },
  },
  {
    name: 'two-tenants-same-extensions',
    stages: { pharma: { agents: 1 }, insurance: { agents: 1 } },
    play: async ({ stage, calls }) => {
      await stage('pharma').seat(1, PICKS_UP);
      await stage('insurance').seat(1, { ...PICKS_UP, hangupAfterMs: 2500 });
      calls.push(stage('pharma').call({ hangupAfterAnswerMs: 5000 }), stage('insurance').call());
    },
    expected: {
      calls: [
        answered('pharma', { queue: 'two-tenants-same-extensions', waited: 1, talked: 4, endedBy: 'caller', leg: 5 }),
        answered('insurance', { queue: 'two-tenants-same-extensions', waited: 1, talked: 2, endedBy: 'agent', leg: 4 }),
      ],
    },
  },
  {
    name: 'hostile-display-names',
    stages: { pharma: { agents: HOSTILE_NAMES.length } },
    play: async ({ stage, calls, facts }) => {
      const pharma = stage('pharma');
      for (const nth of HOSTILE_NAMES.keys()) await pharma.seat(nth + 1, PICKS_UP);
      for (const displayName of HOSTILE_NAMES) {
        calls.push(pharma.call({ displayName, hangupAfterAnswerMs: 4500 }));
        await sleep(1000); // so that the first caller gets the first agent, and so on
      }
      await Promise.all(calls.map(({ ended }) => ended));
      facts['linkIsUp'] = pharma.bed.linked;
    },
    expected: {
      calls: HOSTILE_NAMES.map((_, nth) =>
        answered('pharma', {
          queue: 'hostile-display-names', agent: `agent${nth + 1}`, waited: 1, talked: 3, endedBy: 'caller', leg: 4,
        }),
      ),
      facts: { linkIsUp: true },
    },
  },
  {
    name: 'no-answer-then-next-agent',
    stages: { pharma: { agents: 2, timing: { ringSeconds: 3 } } },
    play: async ({ stage, calls }) => {
      await stage('pharma').seat(1, { kind: 'no-answer' });
      await stage('pharma').seat(2, { ...PICKS_UP, hangupAfterMs: 2500 });
      calls.push(stage('pharma').call());
    },
    expected: {
      calls: [
        answered('pharma', {
          // 3 s of ringing in vain, and 0.8 s of ringing
          queue: 'no-answer-then-next-agent', agent: 'agent2', waited: 4, talked: 2, endedBy: 'agent', leg: 7,
          inVain: [{ agent: 'agent1', result: 'no-answer', times: 1 }], vainLegs: [vainLeg('NO_ANSWER')],
        }),
      ],
    },
  },
  {
    name: 'rejected-then-next-agent',
    stages: { insurance: { agents: 2 } },
    play: async ({ stage, calls }) => {
      await stage('insurance').seat(1, { kind: 'reject', status: 603 });
      await stage('insurance').seat(2, { ...PICKS_UP, hangupAfterMs: 2500 });
      calls.push(stage('insurance').call());
    },
    expected: {
      calls: [
        answered('insurance', {
          queue: 'rejected-then-next-agent', agent: 'agent2', waited: 1, talked: 2, endedBy: 'agent', leg: 4,
          inVain: [{ agent: 'agent1', result: 'rejected', times: 1 }], vainLegs: [vainLeg('CALL_REJECTED')],
        }),
      ],
    },
  },
  {
    name: 'wrap-up-is-respected',
    stages: { pharma: { agents: 1, timing: { wrapUp: 5 } } },
    play: async ({ stage, calls, facts }) => {
      const { bed } = stage('pharma');
      await stage('pharma').seat(1, { ...PICKS_UP, hangupAfterMs: 1500 });
      const first = stage('pharma').call();
      calls.push(first);
      await first.ended;
      const second = stage('pharma').call();
      calls.push(second);
      await second.ended;
      const [before, after] = [await detailsOf(bed, first, 2), await detailsOf(bed, second, 2)];
      const restedMs = Date.parse(after.offers[0]?.started_at ?? '') - Date.parse(before.legs[1]?.ended_at ?? '');
      facts['restedLongEnough'] = restedMs >= 5000;
    },
    expected: {
      calls: [
        answered('pharma', { queue: 'wrap-up-is-respected', waited: 1, talked: 1, endedBy: 'agent', leg: 3 }),
        answered('pharma', { queue: 'wrap-up-is-respected', talked: 1, endedBy: 'agent' }),
      ],
      facts: { restedLongEnough: true },
    },
  },
];
