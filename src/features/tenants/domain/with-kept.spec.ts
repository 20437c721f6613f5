import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTenantFile } from './tenant-file';
import type { TenantSpec } from './tenant-spec';
import { withKept } from './with-kept';

const TEXT = readFileSync(join(__dirname, '../../../../tenants/pharma.yaml'), 'utf8');

function specOf(text: string): TenantSpec {
  const reading = readTenantFile(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.spec;
}

const current = specOf(TEXT);
const untold = TEXT.replace(/^teams:\n(  .*\n)+/m, '').replace(/^    team: .*\n/gm, '');

test('a file that does not tell of teams leaves them, and the agents in them', () => {
  const desired = specOf(untold);
  expect(desired).toMatchObject({ teams: null, agents: Array(8).fill({ team: null }) });
  expect(withKept(current, desired)).toEqual(current);
});

const unskilled = TEXT.replace(/^skills:\n(  .*\n)+/m, '').replace(/^    (skills|requires): .*\n/gm, '');

test('a file that does not tell of skills leaves them, with who has them and what queues ask for', () => {
  const desired = specOf(unskilled);
  expect(desired).toMatchObject({ skills: null, agents: Array(8).fill({ skills: [] }), queues: Array(2).fill({ requires: [] }) });
  const { skills, agents, queues } = withKept(current, desired);
  expect({ skills, agents: agents.map((agent) => agent.skills), queues }).toEqual({
    skills: current.skills, agents: current.agents.map((agent) => agent.skills), queues: current.queues,
  });
});

test('a supervisor who goes, or becomes somebody else, supervises nobody any more', () => {
  const demoted = specOf(untold.replace('role: supervisor', 'role: viewer'));
  expect(withKept(current, demoted).teams?.map(({ supervisors }) => supervisors)).toEqual([[], []]);
});

test('a file that tells of none takes them away', () => {
  const { teams, agents } = withKept(current, specOf(`${untold}teams: []\n`));
  expect([teams, agents.filter(({ team }) => team !== null)]).toEqual([[], []]);
});

test('a new tenant keeps nothing', () => {
  expect(withKept(null, specOf(untold))).toEqual(specOf(untold));
});
