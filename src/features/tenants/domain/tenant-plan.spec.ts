import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderPlan } from './render-plan';
import { readTenantFile } from './tenant-file';
import { planTenant } from './tenant-plan';
import type { TenantSpec } from './tenant-spec';

function tenantOf(name: string, edit: (text: string) => string = (text) => text): TenantSpec {
  const reading = readTenantFile(edit(readFileSync(join(__dirname, '../../../../tenants', `${name}.yaml`), 'utf8')));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.spec;
}

const pharma = tenantOf('pharma');

test('a changed field is one change with its path, the value before and after', () => {
  const desired = tenantOf('pharma', (text) => text.replace('max_wait_time: 60', 'max_wait_time: 90'));
  expect(planTenant(pharma, desired).changes).toEqual([
    {
      kind: 'change',
      section: 'queues',
      path: 'queues[care].max_wait_time',
      key: 'care',
      field: 'max_wait_time',
      before: 60,
      after: 90,
    },
  ]);
});

test('an entry with another key is one removed and one added', () => {
  const desired = tenantOf('pharma', (text) => text.replace('"4008001003"', '"4008001009"'));
  expect(planTenant(pharma, desired).changes.map(({ kind, path }) => [kind, path])).toEqual([
    ['remove', 'numbers[4008001003]'],
    ['add', 'numbers[4008001009]'],
  ]);
});

test('comments, order and spelling are no difference', () => {
  const desired = tenantOf('pharma', (text) => text.replace(/^#.*$/gm, '').replace('"3000.00"', '"3000"'));
  expect(planTenant(pharma, desired)).toEqual({ tenant: 'pharma', changes: [] });
});

test('no tenant to some tenant adds every entry, the other way removes them', () => {
  const add = planTenant(null, pharma).changes;
  // 1 head, 2 calendars, 10 seats, 5 users, 2 teams, 2 skills, 8 agents, 2 queues, 6 tiers, 4 numbers, 5 wrap-up codes, 3 topics, 1 segment, 1 script,
  // 1 tariff, 3 rates, 1 contract, 1 calling plan
  expect(add).toHaveLength(58);
  expect(add.every(({ kind }) => kind === 'add')).toBe(true);
  expect(planTenant(pharma, null).changes.map(({ kind, path }) => [kind, path])).toEqual(
    add.map(({ path }) => ['remove', path]),
  );
  expect(planTenant(pharma, null).tenant).toBe('pharma');
});

test('nothing to nothing is nothing', () => {
  expect(planTenant(null, null).changes).toEqual([]);
});

test('renders like a diff, entries in a row as a range', () => {
  const desired = tenantOf('pharma', (text) =>
    text
      .replace('max_wait_time: 60', 'max_wait_time: 90')
      .replace('"1001..1010"', '"1001..1008"')
      .replaceAll('wrap_up: 3', 'wrap_up: 10'),
  );
  expect(renderPlan(planTenant(pharma, desired))).toBe(
    `seats
  - 1009..1010 (2)

agents
  ~ 1001..1008 (8)  wrap_up: 3 → 10

queues
  ~ care  max_wait_time: 60 → 90

tenant pharma: 0 to add, 9 to change, 2 to remove
`,
  );
});

test('two hundred agents are two lines, and their tiers one', () => {
  const lines = renderPlan(planTenant(null, tenantOf('emergency-hotline'))).split('\n');
  expect(lines).toContain('  + 3001..3130 (130)  name "Agent {number}", seat "{number}"');
  expect(lines).toContain('  + 3131..3200 (70)  name "Relief agent {number}", seat "hot_desk"');
  expect(lines).toContain('  + hotline  3001..3200 (200)  level 0, position 1..200');
  expect(lines.length).toBeLessThan(50);
});

test('colours a line by what it does', () => {
  const desired = tenantOf('pharma', (text) => text.replace('max_wait_time: 60', 'max_wait_time: 90'));
  expect(renderPlan(planTenant(pharma, desired), { colours: true })).toContain(
    '  \u001b[33m~ care  max_wait_time: 60 → 90\u001b[0m\n',
  );
});

test('shows numbers that seats present and how long data is kept', () => {
  const desired = {
    ...pharma,
    seats: pharma.seats.map((seat) => ({ ...seat, callerNumber: '+862160010001' })),
    retention: { recordingDays: 365, numberDays: 1095 },
  };
  expect(renderPlan(planTenant({ ...pharma, retention: { recordingDays: 180, numberDays: 1095 } }, desired))).toBe(
    `seats
  ~ 1001..1010 (10)  caller_number: none → "+862160010001"

retention
  ~ recording_days: 180 → 365

tenant pharma: 0 to add, 11 to change, 0 to remove
`,
  );
});
