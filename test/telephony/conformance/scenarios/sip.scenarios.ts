import type { SipUser } from '../../../../freeswitch/phones/sip-user';
import { until } from '../api';
import { type Scenario, sleep } from '../scenario';
import { domainOf, type Stage } from '../stage';
import { answered, outboundMinute } from './expectations';

const INSURANCE = domainOf('insurance');

const PRESENCE = ['Event: presence', 'Accept: application/pidf+xml', 'Expires: 60'];

/** Refused is what is no success, whatever the words. */
const refused = (status: number): boolean => status >= 400;

/** The user of the stage's first agent, registered nowhere, speaking by hand. */
function byHand(stage: Stage, nth = 1): Promise<SipUser> {
  return stage.bed.phones.byHand(stage.agent(nth).account);
}

async function legsOf(stage: Stage, extension: string): Promise<Record<string, string>[]> {
  const legs = await stage.bed.channels();
  return legs.filter((leg) => leg['presence_id'] === `${extension}@${stage.domain}`);
}

/** What no phone sends by itself: SIP by hand. */
export const sipScenarios: Scenario[] = [
  {
    name: 'no-subscription-across',
    sip: true,
    alone: true,
    stages: { pharma: { agents: 1 }, insurance: { agents: 1 } },
    play: async ({ stage, facts }) => {
      const [pharma, insurance] = [stage('pharma'), stage('insurance')];
      const phone = await byHand(pharma);
      const subscribe = async (to: string, toHost: string, headers = PRESENCE) =>
        refused(await phone.ask({ method: 'SUBSCRIBE', to, toHost, headers }));
      const before = await pharma.bed.xmlRequests();
      facts['presence'] = await subscribe(insurance.agent(1).number, INSURANCE);
      facts['dialogs'] = await subscribe(insurance.agent(1).number, INSURANCE, ['Event: dialog', 'Expires: 60']);
      facts['messages'] = await subscribe(insurance.agent(1).number, INSURANCE, ['Event: message-summary', 'Expires: 60']);
      facts['foreignQueue'] = await subscribe(`callcenter+${insurance.names.queue}`, INSURANCE);
      facts['unknownQueue'] = await subscribe('callcenter+made-up', pharma.domain);
      facts['ownQueue'] = await subscribe(`callcenter+${pharma.names.queue}`, pharma.domain);
      // refused before anybody was asked for anything, so that no module waits for an answer of ours
      facts['xmlRequests'] = (await pharma.bed.xmlRequests()) - before;
    },
    expected: {
      calls: [],
      facts: {
        presence: true, dialogs: true, messages: true, foreignQueue: true, unknownQueue: true, ownQueue: true,
        xmlRequests: 0,
      },
    },
  },
  {
    name: 'no-refer',
    sip: true,
    stages: { pharma: { agents: 2 }, insurance: { agents: 2 } },
    play: async ({ stage, facts }) => {
      const [pharma, insurance] = [stage('pharma'), stage('insurance')];
      await pharma.seat(2, { kind: 'answer', afterMs: 200 }, 'on_break');
      await insurance.seat(2, { kind: 'answer', afterMs: 200 }, 'on_break');
      const phone = await byHand(pharma);
      const call = await phone.call({ to: pharma.agent(2).number });
      facts['call'] = call.status;
      const to = insurance.agent(2).number;
      const targets = {
        foreignDomain: `<sip:${to}@${INSURANCE}>`,
        ownDomain: `<sip:${to}@${pharma.domain}>`,
        // an attended transfer to a call that is not there would have the switch call whatever is named
        replaces: `<sip:${to}@${INSURANCE}?Replaces=made-up%3Bto-tag%3Da%3Bfrom-tag%3Db>`,
      };
      for (const [what, target] of Object.entries(targets)) {
        facts[what] = await call.request('REFER', [`Refer-To: ${target}`]);
      }
      facts['rang'] = (await legsOf(insurance, to)).length;
      facts['goesOn'] = (await legsOf(pharma, pharma.agent(2).number)).length;
      await call.request('BYE');
    },
    expected: { calls: [], facts: { call: 200, foreignDomain: 405, ownDomain: 405, replaces: 405, rang: 0, goesOn: 1 } },
  },
  {
    name: 'no-pick-up-across',
    sip: true,
    stages: { pharma: { agents: 1 }, insurance: { agents: 2 } },
    play: async ({ stage, facts }) => {
      const [pharma, insurance] = [stage('pharma'), stage('insurance')];
      await insurance.seat(2, { kind: 'answer', afterMs: 200 }, 'on_break');
      const talking = await (await byHand(insurance)).call({ to: insurance.agent(2).number });
      const ours = async () => legsOf(insurance, insurance.agent(2).number);
      await until('the call', async () => (await ours())[0]?.['callstate'] === 'ACTIVE');
      const [leg] = await ours();
      const thief = await byHand(pharma);
      const replacing = async (callId: string, more = '') =>
        (await thief.call({ to: '1000', headers: [`Replaces: ${callId};to-tag=a;from-tag=b${more}`] })).status;
      await replacing(talking.callId);
      await replacing(leg?.['uuid'] ?? '');
      await replacing(leg?.['uuid'] ?? '', ';a-leg=true');
      const [still] = await ours();
      // still the same leg, bridged with the same one
      facts['sameLeg'] = still?.['uuid'] === leg?.['uuid'];
      facts['sameCall'] = still?.['call_uuid'] === leg?.['call_uuid'] && still?.['callstate'] === 'ACTIVE';
      facts['bye'] = await talking.request('BYE');
    },
    expected: { calls: [], facts: { sameLeg: true, sameCall: true, bye: 200 } },
  },
  {
    name: 'caller-id-claimed',
    sip: true,
    stages: { pharma: { agents: 1 } },
    play: async ({ stage, calls, facts }) => {
      const pharma = stage('pharma');
      const claims = [
        'P-Asserted-Identity: <sip:+8610110@x>',
        'P-Preferred-Identity: <sip:+8610110@x>',
        'Remote-Party-ID: <sip:+8610110@x>;screen=yes',
      ];
      // proves to be the seat, and says in From to be somebody else
      const { account } = pharma.agent(1);
      const liar = await pharma.bed.phones.byHand({ ...account, user: '+8610110', authUser: account.user });
      const call = await liar.call({ to: '+8613900000021', headers: claims });
      calls.push({ slug: 'pharma', number: '+8613900000021', ended: null, hangup: async () => void call.request('BYE') });
      facts['call'] = call.status;
      const legs = await pharma.bed.channels();
      const trunk = legs.find((leg) => leg['dest'] === '+8613900000021' && leg['direction'] === 'outbound');
      facts['claimed'] = trunk?.['cid_num'] === '+8610110' || trunk?.['cid_name'] === '+8610110';
      const heard = await pharma.bed.carrierHeard('+8613900000021');
      facts['carrierHeardOfIt'] = heard === '' ? 'nothing' : heard.includes('8610110');
      await sleep(1500);
      await call.request('BYE');
    },
    expected: {
      calls: [
        {
          record: { direction: 'outbound', from: 'agent1', outcome: 'answered', endedBy: 'agent' },
          usage: outboundMinute('pharma'),
        },
      ],
      facts: { call: 200, claimed: false, carrierHeardOfIt: false },
    },
  },
  {
    name: 'recorded-in-tenants-folder',
    sip: true,
    stages: { pharma: { agents: 1, settings: { record: true } } },
    play: async ({ stage, calls, facts }) => {
      const pharma = stage('pharma');
      await pharma.seat(1, { kind: 'answer', afterMs: 200 });
      const call = pharma.call({ hangupAfterAnswerMs: 4500 });
      calls.push(call);
      let uuid: string | undefined;
      await until('the caller', async () => {
        uuid = (await pharma.bed.channels()).find(({ cid_num: number }) => number === call.number)?.['uuid'];
        return uuid !== undefined;
      });
      await call.ended;
      const { id } = await pharma.api.get<{ id: string }>('/v1/tenant');
      facts['recorded'] = pharma.bed.theSwitch.hasRecording?.(`${id}/${uuid}.wav`);
    },
    expected: {
      calls: [answered('pharma', { queue: 'recorded-in-tenants-folder', talked: 3, endedBy: 'caller', leg: 4 })],
      facts: { recorded: true },
    },
  },
];
