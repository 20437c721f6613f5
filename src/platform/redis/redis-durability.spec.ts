import { lossySettings } from './redis-durability';

const GOOD = { appendonly: 'yes', appendfsync: 'always', 'maxmemory-policy': 'noeviction' };

it.each([
  [{}, []],
  [{ appendonly: 'no' }, ['appendonly yes']],
  [{ appendfsync: 'everysec' }, ['appendfsync always']],
  [{ appendfsync: 'no', 'maxmemory-policy': 'allkeys-lru' }, ['appendfsync always', 'maxmemory-policy noeviction']],
  [{ appendonly: undefined }, ['appendonly yes']],
])('with %j one must set %j', (settings, expected) => {
  expect(lossySettings({ ...GOOD, ...settings })).toEqual(expected);
});
