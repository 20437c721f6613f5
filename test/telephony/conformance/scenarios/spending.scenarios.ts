import { until } from '../api';
import type { Scenario } from '../scenario';
import { all, type PlacedCall, type Stage } from '../stage';
import { vainLeg } from './expectations';

const PICKS_UP = { kind: 'answer', afterMs: 200 } as const;
const OUTSIDE = '+8613900000';
const REFUSED = {
  sip: 403,
  record: { direction: 'outbound', outcome: 'spend-cap', endedBy: 'system', talkSeconds: 0 },
  offers: [],
  legs: [{ ...vainLeg('CALL_REJECTED'), direction: 'inbound' }],
  usage: [],
  seenBy: ['thrifty'],
};

/** In micro-units. */
async function spent(stage: Stage): Promise<number> {
  const usage = await all<{ id: string; amount_micro: string }>(stage.api, '/v1/usage?kind=outbound');
  return usage.reduce((sum, { amount_micro: amount }) => sum + Number(amount), 0);
}

/** The leg beyond the trunk, once somebody talks there. */
async function talking(stage: Stage, to: string): Promise<string> {
  let uuid: string | undefined;
  await until(`${to} talking`, async () => {
    const legs = await stage.bed.channels();
    uuid = legs.find(({ dest, direction, callstate }) => dest === to && direction === 'outbound' && callstate === 'ACTIVE')?.['uuid'];
    return uuid !== undefined;
  });
  return uuid ?? '';
}

/** The tenant may spend 0.05 a day, at 0.01 a second. */
export const spendingScenarios: Scenario[] = [
  {
    name: 'spend-cap',
    stages: { thrifty: { agents: 2 } },
    play: async ({ stage, calls, facts }) => {
      const thrifty = stage('thrifty');
      await thrifty.seat(1, PICKS_UP, 'on_break');
      await thrifty.seat(2, PICKS_UP, 'on_break');
      const dial = (nth: number, to: string): PlacedCall => {
        const call = thrifty.dial(nth, { to: `${OUTSIDE}${to}` });
        calls.push(call);
        return call;
      };
      // the world outside would hang up after 4 s; the first call is cut before, at what the day affords
      const first = dial(1, '031');
      await until('the first call', async () => (await thrifty.bed.channels()).some(({ dest, application }) => dest === `${OUTSIDE}031` && application === 'bridge'));
      await dial(2, '032').ended;
      await first.ended;
      await until('the first call rated', async () => (await spent(thrifty)) > 0);
      await dial(1, '033').ended;
      const micro = await spent(thrifty);
      facts['withinTheCap'] = micro > 0 && micro <= 50_000;
    },
    expected: {
      calls: [
        { sip: 200, record: { direction: 'outbound', outcome: 'answered', endedBy: 'system', talkSeconds: 3 } },
        REFUSED,
        REFUSED,
      ],
      facts: { withinTheCap: true },
    },
  },
  {
    name: 'moment-of-the-cut-is-moved',
    stages: { insurance: { agents: 1 } },
    play: async ({ stage, calls }) => {
      const insurance = stage('insurance');
      await insurance.seat(1, PICKS_UP, 'on_break');
      for (const [nth, forgotten] of [true, false].entries()) {
        const to = `${OUTSIDE}04${nth}`;
        const call = insurance.dial(1, { to });
        calls.push(call);
        const leg = await talking(insurance, to);
        await insurance.bed.cut(leg, 1);
        if (forgotten) await insurance.bed.forgetCuts(leg);
        await call.ended;
      }
    },
    expected: {
      calls: [
        // the world outside hangs up after 4 s
        { sip: 200, record: { outcome: 'answered', endedBy: 'caller', talkSeconds: 4 } },
        { sip: 200, record: { outcome: 'answered', endedBy: 'system', talkSeconds: 1 } },
      ],
    },
  },
];
