import { planGroups } from './plan-groups';

const add = (section: string, key: string, after: Record<string, unknown>) => ({ kind: 'add', section, path: '', key, before: null, after }) as never;
const change = (section: string, key: string, field: string, before: unknown, after: unknown) =>
  ({ kind: 'change', section, path: '', key, field, before, after }) as never;
const remove = (section: string, key: string) => ({ kind: 'remove', section, path: '', key, before: { name: 'X' }, after: null }) as never;

it('makes neighbours that differ by their number one line', () => {
  const agents = ['1001', '1002', '1003', '1005'].map((key) => add('agents', key, { name: `Agent ${key}`, seat: key, user: null }));
  expect(planGroups(agents)).toEqual([
    {
      section: 'agents',
      counts: { add: 4, change: 0, remove: 0 },
      lines: [
        { kind: 'add', name: '1001..1003', count: 3, details: 'name: Agent {number}, seat: {number}' },
        { kind: 'add', name: '1005', count: 1, details: 'name: Agent 1005, seat: 1005' },
      ],
    },
  ]);
});

it('keeps kinds, queues and details apart', () => {
  const lines = planGroups([
    add('tiers', 'care/1001', { level: 0, position: 1 }),
    add('tiers', 'care/1002', { level: 0, position: 2 }),
    add('tiers', 'vip/1003', { level: 0, position: 3 }),
    remove('tiers', 'vip/1004'),
  ])[0]!.lines;
  expect(lines.map(({ kind, name, count }) => [kind, name, count])).toEqual([
    ['add', 'care/1001..1002', 2],
    ['add', 'vip/1003', 1],
    ['remove', 'vip/1004', 1],
  ]);
});

it('says what a setting was and becomes', () => {
  const [group] = planGroups([change('queues', 'care', 'max_wait_time', 60, 30), change('queues', 'care', 'moh_sound', null, 'calm')]);
  expect(group!.lines.map(({ details }) => details)).toEqual(['max_wait_time: 60 → 30', 'moh_sound: – → calm']);
});
