import { filterOf } from './team-filter';

const TEAMS = [
  { id: 'care', supervisors: [{ user_id: 'me', name: 'Me' }] },
  { id: 'vip', supervisors: [{ user_id: 'other', name: 'Other' }] },
  { id: 'night', supervisors: [{ user_id: 'other', name: 'Other' }, { user_id: 'me', name: 'Me' }] },
];
const OF_AGENTS = ['care', 'vip', 'night', 'gone', null];

test.each([
  ['all', OF_AGENTS],
  ['mine', ['care', 'night']],
  ['vip', ['vip']],
  ['none', ['gone', null]],
])('%s: %j', (value, shown) => {
  const filter = filterOf(value, TEAMS, 'me');
  expect(OF_AGENTS.filter((team) => filter?.(team) ?? true)).toEqual(shown);
});
