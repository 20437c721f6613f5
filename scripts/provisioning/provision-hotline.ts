import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Phones } from '../../freeswitch/phones/phones';
import { readTenantFile } from '../../src/features/tenants/domain/tenant-file';
import { StaffService } from '../../src/features/staff/staff.service';
import { newPassword } from '../../src/platform/auth/passwords';
import { ProviderDatabase } from '../../src/platform/database/provider-database';
import { repositoryRoot } from '../services/repository-root';
import { ApiClient } from '../start/api-client';
import { administratorToken } from '../start/sign-ins';
import { phonesOf, startSwitch } from '../start/switch-under-us';
import { CallCentre } from './call-centre';
import { type Instance, NODE, startInstance } from './instance';
import { untilTiers } from './switch-lists';

/** What came of it. All times are seconds. */
export interface Provisioning {
  switch: 'freeswitch' | 'simulator';
  /** From the start of the first command to the first caller's word with an agent. */
  seconds: number;
  /** How long each step took, in their order. */
  steps: Record<string, number>;
  /** From the end of `apply` until all agents and tiers were on the switch. */
  onSwitchSeconds: number;
  agents: number;
  phones: number;
  answeredBy: string;
  /** Another tenant's call, begun before, was still the same agent's afterwards. */
  bystander: 'undisturbed';
}

const FILE = 'tenants/emergency-hotline.yaml';
const BYSTANDER = { tenant: 'pharma', from: '13800139000', to: '4008001001' };
const CALLER = '13800139001';
const ANSWER_MS = 500;

/**
 * From a tenant's file to its first answered call, on a Seatline of its own where another tenant's call goes on: a
 * real FreeSWITCH where FREESWITCH or the PATH names one, else the simulator.
 */
export async function provisionHotline(log: (line: string) => void): Promise<Provisioning> {
  const instance = await startInstance(log);
  try {
    // one asks here for two hundred agents, each of whom would have a share of his own
    instance.environment['TENANT_REQUESTS_PER_SECOND'] = '1000';
    for (const name of ['main', 'worker', 'switch'] as const) await instance.start(name);
    const sw = await startSwitch({
      dataDir: instance.dataDir,
      apiUrl: instance.apiUrl,
      switchSecret: instance.secrets.SWITCH_SECRET,
      eslPassword: instance.secrets.ESL_PASSWORD,
      node: NODE,
      eventSocketPort: instance.eventSocketPort,
    });
    instance.atEnd(() => sw.stop());
    const phones = phonesOf(sw.address);
    instance.atEnd(() => phones.stop());
    return { switch: sw.address.kind, ...(await besideAnotherCall(instance, phones)) };
  } finally {
    await instance.stop();
  }
}

async function besideAnotherCall(instance: Instance, phones: Phones): Promise<Omit<Provisioning, 'switch'>> {
  await tenantCommand(instance, 'apply', `tenants/${BYSTANDER.tenant}.yaml`);
  const provider = new ApiClient(instance.apiUrl, await staffToken(instance));
  const other = await CallCentre.open(BYSTANDER.tenant, provider, phones);
  const [first] = await other.seatedAgents();
  if (!first) throw new Error(`${BYSTANDER.tenant} has no agent with a seat`);
  await other.registerPhones([first], ANSWER_MS);
  await other.signIn([first]);
  const bystander = phones.call({ from: BYSTANDER.from, to: BYSTANDER.to });
  const before = await other.untilAnswered(BYSTANDER.from);
  const done = await provision(instance, provider, phones);
  const after = await other.agentOf(BYSTANDER.from);
  if (after !== before) throw new Error(`the call of ${BYSTANDER.tenant} was disturbed: agent ${before}, then ${after}`);
  await bystander.hangup();
  await bystander.ended;
  return { ...done, bystander: 'undisturbed' };
}

async function provision(instance: Instance, provider: ApiClient, phones: Phones): Promise<Omit<Provisioning, 'switch' | 'bystander'>> {
  const { number, queue, agents } = hotline();
  const watch = new StopWatch();
  await watch.step('plan', () => tenantCommand(instance, 'plan', FILE));
  await watch.step('apply', () => tenantCommand(instance, 'apply', FILE));
  const applied = performance.now();
  const failed = new AbortController();
  const onSwitch = untilTiers(instance, queue, agents, failed.signal).then(() => performance.now() - applied);
  try {
    const centre = await CallCentre.open('emergency-hotline', provider, phones);
    const seated = await centre.seatedAgents();
    await watch.step('phones registered', () => centre.registerPhones(seated, ANSWER_MS));
    await watch.step('agents signed in', () => centre.signIn(seated));
    const call = phones.call({ from: CALLER, to: number });
    const answeredBy = await watch.step('call answered', () => centre.untilAnswered(CALLER));
    const { seconds, steps } = watch;
    const onSwitchSeconds = toSeconds(await onSwitch);
    await call.hangup();
    await call.ended;
    return { seconds, steps, onSwitchSeconds, agents, phones: seated.length, answeredBy };
  } catch (error) {
    failed.abort(error);
    await onSwitch.catch(() => undefined);
    throw error;
  }
}

/** What the file declares. */
function hotline(): { number: string; queue: string; agents: number } {
  const reading = readTenantFile(readFileSync(join(repositoryRoot(__dirname), FILE), 'utf8'));
  if (!reading.ok) throw new Error(`${FILE} is wrong`);
  const { domain, numbers, agents } = reading.spec;
  const [first] = numbers;
  if (!first) throw new Error(`${FILE} has no number`);
  return { number: first.number, queue: `${first.queue}@${domain}`, agents: agents.length };
}

/** As a person types it, with all that a new process costs. */
async function tenantCommand(instance: Instance, verb: string, file: string): Promise<void> {
  const root = repositoryRoot(__dirname);
  const script = join(root, 'dist/scripts/tenant.js');
  const env = { PATH: process.env['PATH'], ...instance.environment };
  await promisify(execFile)(process.execPath, [script, verb, file], { cwd: root, env });
}

function staffToken(instance: Instance): Promise<string> {
  return instance.with(async (app) => {
    await app.get(StaffService).ensure('admin@seatline.test', 'Provider administrator', 'provider_admin', newPassword());
    return administratorToken(app.get(ProviderDatabase), instance.secrets.JWT_SECRET);
  });
}

class StopWatch {
  readonly steps: Record<string, number> = {};
  private readonly began = performance.now();

  get seconds(): number {
    return toSeconds(performance.now() - this.began);
  }

  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await work();
    this.steps[name] = toSeconds(performance.now() - began);
    return result;
  }
}

function toSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 10) / 100;
}
