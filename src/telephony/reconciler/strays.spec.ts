import type { ActualState } from './actual-state';
import { ASTRAY_MS, NO_STRAYS, watchStrays } from './strays';

const agent = (state: string) => ({ name: '1001@a.test', contact: '', status: 'Available', state, times: {} });
const member = (servingAgent: string, sessionUuid = 'leg-1') => ({ sessionUuid, state: 'Trying', servingAgent });
const leg = (application = 'callcenter', uuid = 'leg-1') => ({
  uuid, direction: 'inbound', destination: '4008001001', context: 'public', application, applicationData: 'care@a.test', account: '',
});
const state = (change: Partial<ActualState>): ActualState => ({
  queues: [], agents: [], tiers: [], members: [], channels: [], registrations: [], ...change,
});

const FREE = [{ kind: 'free-agent', agent: '1001@a.test' }];
const REQUEUE = [{ kind: 'requeue-caller', legUuid: 'leg-1', queue: 'care@a.test', destination: '4008001001', context: 'public' }];

it.each<[string, Partial<ActualState>, object[]]>([
  ['an agent talks to nobody', { agents: [agent('In a queue call')] }, FREE],
  ['an agent is rung for nobody', { agents: [agent('Receiving')] }, FREE],
  ['an agent talks to a caller whose leg is gone', { agents: [agent('In a queue call')], members: [member('1001@a.test')] }, FREE],
  ['an agent talks to a caller', { agents: [agent('In a queue call')], members: [member('1001@a.test')], channels: [leg()] }, []],
  ['an agent waits', { agents: [agent('Waiting')] }, []],
  ['all agents are rung for a caller', { agents: [agent('Receiving')], members: [member('ring-all')], channels: [leg()] }, []],
  ['a caller is unknown to the queue they wait in', { channels: [leg()] }, REQUEUE],
  ['a caller waits', { members: [member('')], channels: [leg()] }, []],
  ['a leg is in no queue', { channels: [leg('playback')] }, []],
])('%s, for long enough', (_what, change, mend) => {
  const seen = watchStrays(NO_STRAYS, state(change), 1_000);
  expect(seen.mend).toEqual([]);
  const young = watchStrays(seen.strays, state(change), 1_000 + ASTRAY_MS - 1);
  expect(young.mend).toEqual([]);
  const old = watchStrays(young.strays, state(change), 1_000 + ASTRAY_MS);
  expect(old.mend).toEqual(mend);
  expect([...old.strays.keys()]).toEqual([]);
});

it('forgets what was astray and is not any more, however soon it is again', () => {
  const astray = state({ agents: [agent('Receiving')] });
  const first = watchStrays(NO_STRAYS, astray, 0);
  const well = watchStrays(first.strays, state({ agents: [agent('Waiting')] }), 1_000);
  const again = watchStrays(well.strays, astray, ASTRAY_MS + 1);
  expect(again.mend).toEqual([]);
  expect(again.strays).toEqual(new Map([['1001@a.test', ASTRAY_MS + 1]]));
});
