import { until } from '../api';
import { type Scenario, sleep } from '../scenario';
import { domainOf, type PlacedCall, type Stage } from '../stage';
import { agentLeg, answered, callerLeg, outboundMinute } from './expectations';

const MS_PER_CALL = 60_000 / 220;
const PICKS_UP = { kind: 'answer', afterMs: 200 } as const;

interface Seat {
  id: string;
  suspended_at: string | null;
  suspension: string | null;
}

/** A seat's phone dials 220 times a minute until it is refused, and a little on. @returns when it was first refused */
async function flood(stage: Stage, calls: PlacedCall[]): Promise<number> {
  const startedAt = Date.now();
  let refusedAt: number | undefined;
  const follow = async ({ ended }: PlacedCall) => {
    const result = await ended;
    if (result?.status === 403) refusedAt ??= Date.now();
  };
  for (let nth = 0; nth < 60 && (refusedAt === undefined || nth % 8 !== 0); nth += 1) {
    const call = stage.dial(1, { to: `+86139000002${String(nth).padStart(2, '0')}` });
    calls.push(call);
    void follow(call);
    await sleep(startedAt + (nth + 1) * MS_PER_CALL - Date.now());
  }
  return ((refusedAt ?? Number.POSITIVE_INFINITY) - startedAt) / 1000;
}

/** Somebody has a seat's password. */
export const fraudScenarios: Scenario[] = [
  {
    name: 'stolen-extension-cut-in-10-s',
    alone: true,
    varies: true,
    stages: { pharma: { agents: 2 }, insurance: { agents: 1 } },
    play: async ({ stage, calls, facts }) => {
      const [pharma, insurance] = [stage('pharma'), stage('insurance')];
      await pharma.seat(1, PICKS_UP, 'on_break');
      await pharma.seat(2, PICKS_UP, 'on_break');
      await insurance.seat(1, PICKS_UP);
      const own = pharma.dial(2, { to: '+8613900000191', hangupAfterAnswerMs: 3000 });
      const others = insurance.call({ hangupAfterAnswerMs: 14_000 });
      const thiefs: PlacedCall[] = [];
      facts['cutWithin10s'] = (await flood(pharma, thiefs)) <= 10;
      const results = await Promise.all(thiefs.map(({ ended }) => ended));
      // those that still rang when the seat was suspended were cut too
      facts['tooMany'] = results.filter((result) => result?.answered).length > 20;
      const { account, seatId } = pharma.agent(1);
      const path = `/v1/seats/${seatId}`;
      const seat = await pharma.api.get<Seat>(path);
      facts['suspension'] = seat.suspended_at === null ? null : seat.suspension;
      await until('its calls over', async () => {
        const legs = await pharma.bed.channels();
        return legs.every(({ accountcode }) => accountcode !== seatId);
      });
      await until('its phone forgotten', async () => !(await pharma.bed.isRegistered(account.user, domainOf('pharma'))));
      facts['register'] = await pharma.bed.phones.register({ ...account, behaviour: PICKS_UP });
      await pharma.api.delete(`${path}/suspension`);
      facts['afterwards'] = await pharma.bed.phones.register({ ...account, behaviour: PICKS_UP });
      calls.push(own, others, ...thiefs.slice(0, 20));
    },
    expected: {
      calls: [
        {
          sip: 200, record: { direction: 'outbound', outcome: 'answered' },
          legs: [callerLeg(3), agentLeg(3)], usage: outboundMinute('pharma'),
        },
        answered('insurance', {
          queue: 'stolen-extension-cut-in-10-s', talked: 13, endedBy: 'caller', leg: 14,
        }),
        ...Array.from({ length: 20 }, () => ({ record: { direction: 'outbound' } })),
      ],
      facts: { cutWithin10s: true, tooMany: false, suspension: 'too-many-calls', register: 403, afterwards: 200 },
    },
  },
];
