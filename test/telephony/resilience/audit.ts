import { existsSync, readdirSync } from 'node:fs';
import Bull from 'bull';
import { callOfLegs } from '../../../src/features/calls/domain/call-of-legs';
import type { KnownCall } from '../../../src/features/calls/domain/call-numbers-columns';
import { refineOutcome } from '../../../src/features/calls/domain/refine-outcome';
import type { Outcome } from '../../../src/telephony/calls/call-record';
import type { CdrLeg } from '../../../src/telephony/cdr/cdr-leg';
import { billingPeriodAt } from '../../../src/platform/time/billing-period';
import { openedCalls, openedLegs } from '../../factories/opened';
import type { PlacedCall } from './callers';
import type { Centre } from './centre';
import { NODE } from './centre';
import { MINUTE_MICRO } from './tenant-yaml';

type CallRow = KnownCall & { offers: number };

/** What is wrong with the books, or has not been brought to its end yet. */
export async function bookProblems(centre: Centre, placed: readonly PlacedCall[]): Promise<string[]> {
  const { problems } = await legProblems(centre);
  return [
    ...(await unfinished(centre)), ...problems, ...(await callProblems(centre, placed)), ...(await usageProblems(centre)),
  ];
}

async function unfinished(centre: Centre): Promise<string[]> {
  const [outbox] = await centre.database.sql<{ n: number }>('SELECT COUNT(*) AS n FROM outbox');
  const spooled = existsSync(centre.spoolDir) ? readdirSync(centre.spoolDir).length : 0;
  const jobs = await eventJobs(centre);
  return [
    ...(Number(outbox?.n) > 0 ? [`${outbox?.n} events in the outbox`] : []),
    ...(spooled > 0 ? [`${spooled} CDRs in the spool`] : []),
    ...Object.entries(jobs).flatMap(([state, count]) => (state !== 'completed' && count > 0 ? [`${count} ${state} jobs`] : [])),
  ];
}

async function eventJobs(centre: Centre): Promise<Record<string, number>> {
  const queue = new Bull('events', centre.servers.redisUrl, { prefix: 'seatline' });
  try {
    return { ...(await queue.getJobCounts()) };
  } finally {
    await queue.close();
  }
}

/** What is wrong with the legs: each that the switch ended must be in the books once, and no other. */
export async function legProblems(centre: Centre): Promise<{ problems: string[]; legs: number; refused: number }> {
  const rows = await openedLegs(centre.database);
  const [rejects] = await centre.database.sql<{ n: number }>('SELECT COUNT(*) AS n FROM cdr_rejects');
  const [owned, ownerless] = [centre.witness.legs.filter(({ domain }) => domain), centre.witness.legs.filter(({ domain }) => !domain)];
  const booked = new Map(rows.map((row) => [row.uuid, row]));
  const witnessed = new Map(owned.map((leg) => [leg.uuid, leg]));
  return {
    legs: rows.length,
    refused: ownerless.length,
    problems: [
      ...doubled(owned.map(({ uuid }) => uuid)).map((uuid) => `the switch ended the leg ${uuid} twice`),
      ...doubled(rows.map(({ uuid }) => uuid)).map((uuid) => `the leg ${uuid} is doubled`),
      ...owned.filter(({ uuid }) => !booked.has(uuid)).map((leg) => `the leg ${JSON.stringify(leg)} is missing`),
      ...rows.filter(({ uuid }) => !witnessed.has(uuid)).map(({ uuid }) => `nobody knows of the leg ${uuid}`),
      ...owned.flatMap(({ uuid, billSeconds }) => {
        const kept = booked.get(uuid)?.billSeconds;
        return kept === undefined || kept === billSeconds ? [] : [`the leg ${uuid} has ${kept} s, not ${billSeconds}`];
      }),
      ...(Number(rejects?.n) === ownerless.length ? [] : [`${rejects?.n} CDRs put aside, ${ownerless.length} legs of nobody`]),
    ],
  };
}

/** What is wrong with the calls: one settled row each, agreeing with its legs and with what its caller meant to do. */
async function callProblems(centre: Centre, placed: readonly PlacedCall[]): Promise<string[]> {
  const offers = await centre.database.sql<{ id: string; n: number }>('SELECT call_id AS id, COUNT(*) AS n FROM call_offers GROUP BY call_id');
  const offersOf = new Map(offers.map(({ id, n }) => [id, Number(n)]));
  const calls = (await openedCalls(centre.database)).map((call) => ({ ...call, offers: offersOf.get(call.id) ?? 0 }));
  const legs = await openedLegs(centre.database);
  // the switch says which calls came to a tenant; the rest it refused while nobody could say whose number it is
  const came = new Set(centre.witness.legs.filter(({ domain }) => domain).map(({ callerNumber }) => callerNumber));
  const taken = placed.filter(({ from }) => came.has(from));
  const legsOf = grouped(legs, ({ callUuid }) => callUuid);
  const of = grouped(calls, ({ fromNumber }) => fromNumber ?? '');
  const known = new Set(placed.map(({ from }) => from));
  return [
    ...calls.filter(({ fromNumber }) => !known.has(fromNumber ?? '')).map(({ uuid }) => `nobody placed the call ${uuid}`),
    ...taken.flatMap((call) => {
      const rows = of.get(call.from) ?? [];
      const [row] = rows;
      if (!row || rows.length > 1) return [`${rows.length} rows for the call ${JSON.stringify(call)}`];
      return rowProblems(row, legsOf.get(row.uuid) ?? [], call).map((problem) => `${call.from}: ${problem}`);
    }),
  ];
}

/** Whoever was in a menu when a process died came to the number's queue all the same. */
export async function menuProblems(centre: Centre, callers: readonly PlacedCall[]): Promise<string[]> {
  const rows = new Map((await openedCalls(centre.database)).map((call) => [call.fromNumber, call]));
  const came = new Set(centre.witness.legs.filter(({ domain }) => domain).map(({ callerNumber }) => callerNumber));
  const lost = callers.filter(({ from }) => came.has(from) && rows.get(from)?.queue !== 'care');
  return lost.map(({ from }) => `${from} did not get from the menu into the queue: ${rows.get(from)?.outcome}`);
}

function rowProblems(row: CallRow, legs: CdrLeg[], { intent }: PlacedCall): string[] {
  const facts = callOfLegs(row.uuid, legs);
  if (!facts) return ['its own leg is missing'];
  const offered = legs.filter((leg) => leg.queue?.side === 'agent').length;
  const gaveUp = row.outcome === 'abandoned' || row.outcome === 'disconnected';
  return [
    ...(row.settled ? [] : ['is not settled']),
    ...(refineOutcome(facts.outcome, row.outcome as Outcome) === row.outcome ? [] : [`${row.outcome}, but by its legs ${facts.outcome}`]),
    ...(row.talkSeconds === facts.talkSeconds ? [] : [`talked ${row.talkSeconds} s, but by its legs ${facts.talkSeconds}`]),
    ...(row.waitSeconds === facts.waitSeconds ? [] : [`waited ${row.waitSeconds} s, but by its legs ${facts.waitSeconds}`]),
    ...(row.agent === facts.agent ? [] : [`agent ${row.agent}, but by its legs ${facts.agent}`]),
    ...(row.offers >= offered ? [] : [`${row.offers} offers, but ${offered} legs to agents`]),
    ...(intent === 'patient' && gaveUp ? [`a patient caller was forgotten: ${row.outcome}`] : []),
    ...(intent === 'long-wait' && row.outcome !== 'abandoned' ? [`nobody was there, but: ${row.outcome}`] : []),
    ...(intent === 'long-talk' && row.outcome !== 'answered' ? [`did not talk: ${row.outcome}`] : []),
  ];
}

/** What is wrong with the usage: one row for each trunk leg that was answered, and the right price. */
async function usageProblems(centre: Centre): Promise<string[]> {
  const usage = await centre.database.sql<{ sourceId: string; seconds: number; amount: string; problem: string | null }>(
    'SELECT source_id AS sourceId, seconds, CAST(amount_micro AS CHAR) AS amount, problem FROM usage_records',
  );
  const billable = centre.witness.legs.filter((leg) => leg.domain && leg.fromTrunk && leg.billSeconds > 0);
  const kept = new Map(usage.map((row) => [row.sourceId, row]));
  const problems = billable.flatMap(({ uuid, billSeconds }) => {
    const row = kept.get(`${NODE}/${uuid}`);
    const amount = Math.ceil(billSeconds / 60) * MINUTE_MICRO;
    if (!row || row.problem !== null) return [`the leg ${uuid} is not rated: ${row?.problem ?? 'no row'}`];
    return Number(row.amount) === amount && row.seconds === billSeconds ? [] : [`the leg ${uuid} costs ${row.amount}, not ${amount}`];
  });
  if (usage.length !== billable.length) problems.push(`${usage.length} usage rows for ${billable.length} legs`);
  return problems;
}

/** What is wrong with the month's invoices: a total that is not the sum of its lines, or lines not of the usage. */
export async function invoiceProblems(centre: Centre): Promise<string[]> {
  const period = billingPeriodAt(new Date(), 'Asia/Shanghai').key;
  await centre.staff.post('/v1/invoices/close', { period });
  const problems: string[] = [];
  for (const tenant of centre.house.tenants) {
    const [sums] = await centre.database.sql<Record<'total' | 'lines' | 'calls' | 'usageTotal', string>>(
      `SELECT i.total_micro AS total,
              (SELECT SUM(amount_micro) FROM invoice_lines l WHERE l.tenant_id = i.tenant_id AND l.invoice_id = i.id) AS \`lines\`,
              (SELECT SUM(amount_micro) FROM invoice_lines l
               WHERE l.tenant_id = i.tenant_id AND l.invoice_id = i.id AND l.kind = 'usage') AS calls,
              (SELECT SUM(amount_micro) FROM usage_records u WHERE u.tenant_id = i.tenant_id) AS usageTotal
       FROM invoices i JOIN tenants t ON t.id = i.tenant_id WHERE t.slug = ? AND i.period = ?`,
      [tenant, period],
    );
    if (!sums) problems.push(`${tenant} has no invoice`);
    else if (`${sums.total} ${sums.calls}` !== `${sums.lines} ${sums.usageTotal}`) problems.push(`${tenant}: ${JSON.stringify(sums)}`);
  }
  return problems;
}

/** What is wrong while nobody calls: a call still shown, an agent still busy, a caller still in a queue. */
export async function floorProblems<T extends string>(centre: Centre<T>): Promise<string[]> {
  const { agents, members, channels } = await centre.witness.switchState();
  const problems = [
    ...channels.map(({ uuid }) => `the channel ${uuid} is alive`),
    ...members.filter(({ state }) => state !== 'Abandoned').map(({ sessionUuid, state }) => `${sessionUuid} is ${state} in a queue`),
    ...agents.filter(({ state }) => state !== 'Waiting').map(({ name, state }) => `${name} is ${state} on the switch`),
    ...(await centre.agentsOutOfStep()),
  ];
  for (const tenant of centre.house.tenants) {
    const floor = await centre.apis[tenant].get<Floor>('/v1/live');
    problems.push(
      ...floor.calls.map(({ uuid }) => `the call ${uuid} is shown`),
      ...floor.agents.filter(({ state }) => state !== null && state !== 'Waiting').map(({ number, state }) => `${number} is shown ${state}`),
    );
  }
  return problems;
}

export interface Floor {
  calls: { uuid: string; state: string; from: string; queue: string | null; agent: string | null; waiting_since: string | null }[];
  agents: { number: string; status: string; state: string | null }[];
}

/** Calls on the switch that no screen shows, and calls shown that are over. */
export async function pictureProblems<T extends string>(centre: Centre<T>): Promise<string[]> {
  const before = await callers(centre);
  const shown = new Set<string>();
  for (const tenant of centre.house.tenants) {
    for (const { uuid } of (await centre.apis[tenant].get<Floor>('/v1/live')).calls) shown.add(uuid);
  }
  const after = await callers(centre);
  return [
    ...[...before].filter((uuid) => after.has(uuid) && !shown.has(uuid)).map((uuid) => `the call ${uuid} is not shown`),
    ...[...shown].filter((uuid) => !before.has(uuid) && !after.has(uuid)).map((uuid) => `the call ${uuid} is shown and over`),
  ];
}

/**
 * The legs that callers are on, whom a script may have sent into their tenant's context: no agent dials here, so what came to
 * the switch is a caller's.
 */
async function callers(centre: Pick<Centre, 'witness'>): Promise<Set<string>> {
  const { channels } = await centre.witness.switchState();
  return new Set(channels.filter(({ direction, application }) => direction === 'inbound' && application !== '').map(({ uuid }) => uuid));
}

function grouped<T>(items: readonly T[], by: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return groups;
}

function doubled(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
