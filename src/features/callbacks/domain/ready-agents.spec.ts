import type { LiveCall } from '../../live/domain/live-view';
import { type AtWork, readyAgents } from './ready-agents';

const NOW = Date.parse('2026-11-20T08:00:00Z');
const ANN: AtWork = { number: '1001', status: 'available', extension: '2001' };
const PICTURE = { states: [{ number: '1001', state: 'Waiting', since: '2026-11-20T07:59:00Z' }], wrapUps: [], calls: [], dialling: new Set<string>() };
const call = (over: Partial<LiveCall>) => [{ agent: null, offeredTo: null, seats: [], ...over } as unknown as LiveCall];
const wrapUp = (until: string) => [{ number: '1001', since: '2026-11-20T07:58:00Z', until }];

it.each<[string, AtWork, Partial<typeof PICTURE> | { calls: LiveCall[] } | { wrapUps: ReturnType<typeof wrapUp> }, boolean]>([
  ['ready', ANN, {}, true],
  ['on a break', { ...ANN, status: 'on_break' }, {}, false],
  ['signed in at no seat', { ...ANN, extension: null }, {}, false],
  ['not known to the switch', ANN, { states: [] }, false],
  ['rung by the switch', ANN, { states: [{ number: '1001', state: 'Receiving', since: '2026-11-20T07:59:00Z' }] }, false],
  ['offered a call', ANN, { calls: call({ offeredTo: '1001' }) }, false],
  ['talking', ANN, { calls: call({ agent: '1001' }) }, false],
  ['talking from his seat', ANN, { calls: call({ seats: ['2001'] }) }, false],
  ["beside a colleague's call", ANN, { calls: call({ agent: '1002', seats: ['2002'] }) }, true],
  ['wrapping up', ANN, { wrapUps: wrapUp('2026-11-20T08:00:01Z') }, false],
  ['done with wrapping up', ANN, { wrapUps: wrapUp('2026-11-20T08:00:00Z') }, true],
  ['being rung for a callback', ANN, { dialling: new Set(['1001']) }, false],
])('%s', (_what, agent, over, isReady) => {
  const found = readyAgents([agent], { ...PICTURE, ...over }, NOW);
  expect(found).toEqual(new Map(isReady ? [['1001', NOW - 60_000]] : []));
});
