import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../../scripts/services/repository-root';
import { InsurersCrm } from '../../../scripts/start/insurers-crm';
import { SmsGatewayStandIn } from '../../../scripts/start/sms-gateway-stand-in';
import { readTenantFile } from '../../../src/features/tenants/domain/tenant-file';
import type { TenantSpec } from '../../../src/features/tenants/domain/tenant-spec';
import { until } from '../conformance/api';
import { sleep } from '../conformance/scenario';
import { all, Stage } from '../conformance/stage';
import type { SwitchStarter } from '../conformance/switch-under-test';
import { TestBed } from '../conformance/test-bed';
import { type ScriptedCaller, WHILE_CLOSED, WHILE_OPEN } from './callers';

const TENANTS = ['pharma', 'insurance'] as const;
type Slug = (typeof TENANTS)[number];

const SCRIPTS: Record<Slug, string> = { pharma: 'health-line', insurance: 'claims-line' };
/** Mobile numbers of callers begin with it. */
const [OPEN_PREFIX, CLOSED_PREFIX] = ['1381', '1382'];
/** So that not all phones are started in one instant. */
const STAGGER_MS = 300;
/** Longer than the longest way. */
const PATIENCE_MS = 90_000;
const HOURS = { always: [{ open: '00:00', close: '24:00' }], never: [] };

interface CallDetails {
  outcome: string | null;
  agent: string | null;
  script_steps: string[];
  survey_answers: { question: string; score: number }[];
}

/**
 * The tenants as they are shipped, and callers who press each key and none, whose client's systems fail, and who hang up in
 * each step. @returns what is wrong, and how many calls there were
 */
export async function runShippedScripts(startSwitch: SwitchStarter): Promise<{ calls: number; problems: string[] }> {
  const [crm, gateway] = [await InsurersCrm.start(), await SmsGatewayStandIn.start()];
  try {
    const environment = { OUTGOING_STAND_INS: crm.standIn, SMS_URL: gateway.url };
    const bed = await TestBed.start(startSwitch, [], { tenants: specs('always'), environment });
    try {
      for (const slug of TENANTS) await seatAgents(bed, slug);
      const open = await play(bed, OPEN_PREFIX, WHILE_OPEN);
      for (const spec of Object.values(specs('never'))) await bed.applyTenant(spec);
      for (const slug of TENANTS) await eachAgent(bed, slug, ({ id }) => bed.apis[slug].put(`/v1/agents/${id}/status`, { status: 'on_break' }));
      const closed = await play(bed, CLOSED_PREFIX, WHILE_CLOSED);
      return { calls: WHILE_OPEN.length + WHILE_CLOSED.length, problems: [...open, ...closed, ...smsProblems(gateway)] };
    } finally {
      await bed.stop();
    }
  } finally {
    await crm.stop();
    await gateway.stop();
  }
}

/** As shipped, but that they are open always, or never, whatever the hour of the test. */
function specs(hours: keyof typeof HOURS): Record<Slug, TenantSpec> {
  return { pharma: shipped('pharma', hours), insurance: shipped('insurance', hours) };
}

function shipped(slug: Slug, hours: keyof typeof HOURS): TenantSpec {
  const reading = readTenantFile(readFileSync(join(repositoryRoot(__dirname), 'tenants', `${slug}.yaml`), 'utf8'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const week = Object.fromEntries(days.map((day) => [day, HOURS[hours]])) as TenantSpec['hours'][number]['week'];
  const asked = ['service', 'claims-line'];
  return { ...reading.spec, hours: reading.spec.hours.map((each) => (asked.includes(each.name) ? { ...each, week, holidays: [] } : each)) };
}

async function seatAgents(bed: TestBed, slug: Slug): Promise<void> {
  const seats = await all<{ id: string; extension: string }>(bed.apis[slug], '/v1/seats');
  await eachAgent(bed, slug, async ({ id, number }) => {
    const seat = seats.find(({ extension }) => extension === number);
    if (!seat) return;
    const account = await Stage.credentials(bed.apis[slug], seat.id);
    await bed.phones.register({ ...account, behaviour: { kind: 'answer', afterMs: 500, hangupAfterMs: 2000 } });
    await bed.apis[slug].put(`/v1/agents/${id}/status`, { status: 'available' });
  });
}

/** Those with seats of their own. */
async function eachAgent(bed: TestBed, slug: Slug, work: (agent: { id: string; number: string; seat_id: string | null }) => Promise<unknown>): Promise<void> {
  const agents = await all<{ id: string; number: string; seat_id: string | null }>(bed.apis[slug], '/v1/agents');
  for (const agent of agents.filter(({ seat_id: seat }) => seat !== null)) await work(agent);
}

async function play(bed: TestBed, prefix: string, callers: readonly ScriptedCaller[]): Promise<string[]> {
  const problems = await Promise.all(
    callers.map(async (caller, index) => {
      await sleep(index * STAGGER_MS);
      const from = numberAt(prefix, index);
      const { digits, hangupAfterMs = PATIENCE_MS } = caller;
      await bed.phones.call({ from, to: numberOf(caller.tenant), hangupAfterMs, ...(digits && { digits }) }).ended;
      return [...problemsOf(caller, await recordOf(bed, caller.tenant, from)), ...(await callbackProblems(bed, caller, from))];
    }),
  );
  return problems.flat();
}

function numberAt(prefix: string, index: number): string {
  return `${prefix}${String(index).padStart(7, '0')}`;
}

/** Who is promised an SMS gets one, and nobody else. */
function smsProblems({ taken }: SmsGatewayStandIn): string[] {
  const expected = WHILE_OPEN.flatMap(({ sms }, index) => (sms === undefined ? [] : [`+86${numberAt(OPEN_PREFIX, index)} ${sms}`]));
  const got = taken.map(({ to, text }) => `${to} ${text}`);
  const isRight = got.length === expected.length && expected.every((sms) => got.some((each) => each.startsWith(sms)));
  return isRight ? [] : [`the SMS were ${JSON.stringify(got)}, not ${JSON.stringify(expected)}`];
}

function numberOf(slug: Slug): string {
  const number = specs('always')[slug].numbers.find(({ ivr }) => ivr === SCRIPTS[slug]);
  if (!number) throw new Error(`no number of ${slug} is led by ${SCRIPTS[slug]}`);
  return number.number;
}

/** Once it is complete: the way is written down when its last step is over, and a look-up takes its time. */
async function recordOf(bed: TestBed, slug: Slug, from: string): Promise<CallDetails> {
  const { apis } = bed;
  let call: CallDetails | undefined;
  await until(`the record of ${from}`, async () => {
    const { data } = await apis[slug].get<{ data: { id: string; outcome: string | null }[] }>(`/v1/calls?direction=inbound&number=${from}`);
    if (data[0] && data[0].outcome !== null) call = await apis[slug].get(`/v1/calls/${data[0].id}`);
    return call !== undefined && call.script_steps.length > 0;
  });
  return call as CallDetails;
}

/** Who asked for it is called back, or not yet; nobody else is. */
async function callbackProblems(bed: TestBed, { what, tenant, callback }: ScriptedCaller, from: string): Promise<string[]> {
  const state = async () => {
    const { data } = await bed.apis[tenant].get<{ data: { state: string }[] }>(`/v1/callbacks?number=${encodeURIComponent(`+86${from}`)}`);
    return data.map((each) => each.state).join();
  };
  if (callback === 'reached') await until(`the callback to ${from}`, async () => (await state()) === callback, 40_000).catch(() => undefined);
  return (await state()) === (callback ?? '') ? [] : [`whoever ${what} has the callbacks ${await state()}`];
}

function problemsOf({ what, tenant, way, outcome, answers = {} }: ScriptedCaller, call: CallDetails): string[] {
  const went = call.script_steps.map((step) => step.replace(`${SCRIPTS[tenant]}/`, '')).join(' ');
  const told = JSON.stringify(Object.fromEntries(call.survey_answers.map(({ question, score }) => [question, score])));
  return [
    ...(went === way ? [] : [`whoever ${what} was led through ${went}, not ${way}`]),
    ...(call.outcome === outcome ? [] : [`of whoever ${what} the call is ${call.outcome}, not ${outcome}`]),
    ...(told === JSON.stringify(answers) ? [] : [`of whoever ${what} the survey knows ${told}`]),
    ...((call.agent !== null) === (outcome === 'answered') ? [] : [`whoever ${what} was with agent ${call.agent}`]),
  ];
}
