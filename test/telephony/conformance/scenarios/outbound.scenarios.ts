import { until } from '../api';
import { type Scenario, sleep } from '../scenario';
import { all, type Stage } from '../stage';
import { agentLeg, callerLeg, outboundMinute, unserved, vainLeg } from './expectations';

/** The world outside answers after 0.7 s and hangs up 4 s later (switch-under-test.ts). */
const OUTSIDE = '+8613900000';

const REFUSED = { ...vainLeg('CALL_REJECTED'), direction: 'inbound' };

/** The number that the leg beyond the trunk presents, once there is one. */
async function presented(stage: Stage, to: string): Promise<string> {
  let shown: string | undefined;
  await until(`a leg to ${to}`, async () => {
    const legs = await stage.bed.channels();
    shown = legs.find((leg) => leg['direction'] === 'outbound' && leg['dest'] === to)?.['cid_num'];
    return shown !== undefined;
  });
  return shown === stage.names.number ? 'number' : (shown ?? '');
}

async function numberId(stage: Stage, number: string): Promise<string> {
  const rows = await all<{ id: string; number: string }>(stage.api, '/v1/numbers');
  const id = rows.find((each) => each.number === number)?.id;
  if (!id) throw new Error(`${stage.slug} has no number ${number}`);
  return id;
}

/** Only the tenant's own numbers are ever presented: see outbound-route.ts. */
export const outboundScenarios: Scenario[] = [
  {
    name: 'caller-id-of-the-tenant',
    stages: { pharma: { agents: 1 }, insurance: { agents: 0 } },
    play: async ({ stage, calls, facts }) => {
      const pharma = stage('pharma');
      const agent = pharma.agent(1);
      await pharma.seat(1, { kind: 'answer', afterMs: 200 });
      const [own, foreign] = [
        await numberId(pharma, pharma.names.number),
        await numberId(stage('insurance'), stage('insurance').names.number),
      ];
      const seat = `/v1/seats/${agent.seatId}`;
      const { etag } = await pharma.api.ask('GET', seat);
      facts['seatPresentsForeign'] = (await pharma.api.ask('PATCH', seat, { caller_number_id: foreign }, etag)).status;
      const dial = { to: `${OUTSIDE}011`, agent_id: agent.id };
      facts['clickPresentsForeign'] = (await pharma.api.ask('POST', '/v1/calls', { ...dial, caller_number_id: foreign })).status;
      await pharma.api.edit('PATCH', seat, { caller_number_id: own });
      calls.push(pharma.dial(1, { to: `${OUTSIDE}011`, hangupAfterAnswerMs: 2500 }));
      facts['presented'] = await presented(pharma, `${OUTSIDE}011`);
    },
    expected: {
      calls: [
        {
          sip: 200,
          record: { direction: 'outbound', outcome: 'answered' },
          legs: [callerLeg(2), agentLeg(2)],
          usage: outboundMinute('pharma'),
          seenBy: ['pharma'],
        },
      ],
      facts: { seatPresentsForeign: 422, clickPresentsForeign: 422, presented: 'number' },
    },
  },
  {
    name: 'destination-not-allowed',
    stages: { pharma: { agents: 1 } },
    play: async ({ stage, calls, facts }) => {
      const pharma = stage('pharma');
      await pharma.seat(1, { kind: 'answer', afterMs: 200 });
      const agent_id = pharma.agent(1).id;
      for (const to of ['+85221230001', '+8616812345', '+881612345001']) {
        facts[to] = (await pharma.api.ask('POST', '/v1/calls', { to, agent_id })).status;
        const call = pharma.dial(1, { to });
        calls.push(call);
        await call.ended;
      }
    },
    expected: {
      calls: ['+85221230001', '+8616812345', '+881612345001'].map((to) => ({
        sip: 403,
        record: { direction: 'outbound', to, outcome: 'destination-refused', endedBy: 'system' },
        offers: [],
        legs: [REFUSED],
        usage: [],
        seenBy: ['pharma'],
      })),
      facts: { '+85221230001': 422, '+8616812345': 422, '+881612345001': 422 },
    },
  },
  {
    name: 'eleventh-of-ten-channels',
    alone: true,
    varies: true,
    stages: { ten: { agents: 1 } },
    play: async ({ stage, calls, facts }) => {
      const ten = stage('ten');
      await ten.seat(1, { kind: 'answer', afterMs: 200 }, 'on_break');
      const waiting = Array.from({ length: 10 }, () => ten.call());
      calls.push(...waiting);
      const legs = async () => {
        const rows = await ten.bed.channels();
        return rows.filter(({ application_data: queue }) => queue === `${ten.names.queue}@${ten.domain}`);
      };
      await until('ten calls', async () => (await legs()).length === 10);
      const eleventh = ten.call();
      const outbound = ten.dial(1, { to: `${OUTSIDE}012` });
      calls.push(eleventh, outbound);
      await Promise.all([eleventh.ended, outbound.ended]);
      calls.push(await ten.click(1, `${OUTSIDE}013`));
      await until('the click refused', async () => {
        const [call] = await all<{ id: string; outcome: string | null }>(ten.api, `/v1/calls?number=%2B8613900000013`);
        return call?.outcome === 'channel-cap';
      });
      // one of the ten is sent to a seat: it is still one of ten
      const first = (await legs()).find(({ cid_num: number }) => number === waiting[0]?.number);
      await ten.bed.transfer(first?.['uuid'] ?? '', ten.agent(1).number, 'tenant-ten');
      await until('nine waiting', async () => (await legs()).length === 9);
      const afterTransfer = ten.call();
      calls.push(afterTransfer);
      facts['afterTransfer'] = (await afterTransfer.ended)?.status;
      await sleep(1500);
      await Promise.all(waiting.map((call) => call.hangup()));
    },
    expected: {
      calls: [
        ...Array.from({ length: 10 }, () => ({ sip: 200, seenBy: ['ten'] })),
        { sip: 503, record: { direction: 'inbound', outcome: 'channel-cap' }, usage: [] },
        { sip: 503, record: { direction: 'outbound', outcome: 'channel-cap' }, usage: [] },
        { sip: null, record: { direction: 'outbound', outcome: 'channel-cap' }, usage: [] },
        { sip: 503, record: { direction: 'inbound', outcome: 'channel-cap' }, usage: [] },
      ],
      facts: { afterTransfer: 503 },
    },
  },
  {
    name: 'no-transfer-across',
    stages: { pharma: { agents: 1 }, insurance: { agents: 2 } },
    play: async ({ stage, calls }) => {
      const [pharma, insurance] = [stage('pharma'), stage('insurance')];
      await insurance.seat(2, { kind: 'answer', afterMs: 200 }, 'on_break');
      const call = pharma.call();
      calls.push(call);
      let uuid: string | undefined;
      await until('the caller waiting', async () => {
        uuid = (await pharma.bed.channels()).find((leg) => leg['application_data']?.startsWith(pharma.names.queue))?.['uuid'];
        return uuid !== undefined;
      });
      await sleep(1500);
      // an extension that only the other tenant has; it would pick up at once
      await pharma.bed.transfer(uuid ?? '', insurance.agent(2).number, 'tenant-insurance');
    },
    expected: {
      calls: [
        { ...unserved('pharma', { queue: 'no-transfer-across', outcome: 'disconnected', endedBy: 'system' }), legs: [
          { ...callerLeg(), cause: 'NO_ROUTE_DESTINATION' },
        ] },
      ],
    },
  },
];
