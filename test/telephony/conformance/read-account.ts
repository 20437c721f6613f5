import { type CallAccount, joinRepeated, type LegAccount, type RecordAccount, type UsageAccount } from './account';
import { until } from './api';
import { SLUGS } from './stages';
import { all, type PlacedCall } from './stage';
import type { TestBed } from './test-bed';

interface CallRow {
  id: string;
  direction: string;
  from_number: string;
  to_number: string;
  outcome: string | null;
  ended_by: string | null;
  queue: string | null;
  agent: string | null;
  wait_seconds: number | null;
  talk_seconds: number | null;
}

interface CallDetails extends CallRow {
  offers: { agent: string; result: string; started_at: string }[];
  legs: {
    direction: string;
    answered_at: string | null;
    ended_at: string;
    bill_seconds: number;
    hangup_cause: string;
  }[];
}

interface UsageRow {
  id: string;
  kind: string;
  seconds: number;
  billed_seconds: number;
  amount_micro: string;
  rate_prefix: string | null;
  problem: string | null;
}

/** The call's record with all its legs, once it has them. */
export async function detailsOf(bed: TestBed, call: PlacedCall, legs: number): Promise<CallDetails> {
  let details: CallDetails | undefined;
  await until(`${legs} legs of the call of ${call.number}`, async () => {
    const [row] = await callsOf(bed, call, call.slug);
    details = row && (await bed.apis[call.slug].get<CallDetails>(`/v1/calls/${row.id}`));
    return details !== undefined && details.legs.length >= legs;
  });
  return details as CallDetails;
}

/** @param nameOf says `agent1` for an agent's number, and `number` for the number that was called */
export async function readCall(
  bed: TestBed,
  call: PlacedCall,
  nameOf: (name: string) => string,
): Promise<CallAccount> {
  const api = bed.apis[call.slug];
  const rows = await callsOf(bed, call, call.slug);
  if (rows.length > 1) throw new Error(`${rows.length} calls of ${call.number}: it must be one`);
  const details = rows[0] && (await api.get<CallDetails>(`/v1/calls/${rows[0].id}`));
  const usage = details ? await all<UsageRow>(api, `/v1/usage?call_id=${details.id}`) : [];
  const offers = (details?.offers ?? []).map(({ agent, result }) => ({ agent: nameOf(agent), result }));
  return {
    sip: call.ended === null ? null : (await call.ended).status,
    record: details ? recordOf(details, nameOf) : null,
    offers: joinRepeated(offers, ({ result }) => result !== 'answered'),
    legs: joinRepeated((details?.legs ?? []).map(legOf), ({ answered }) => !answered),
    usage: usage.map(usageOf),
    seenBy: await seenBy(bed, call, details?.id),
  };
}

function callsOf(bed: TestBed, call: PlacedCall, slug: (typeof SLUGS)[number]): Promise<CallRow[]> {
  return all<CallRow>(bed.apis[slug], `/v1/calls?number=${encodeURIComponent(call.number)}`);
}

/** Who is shown the call: by the number, by its id, or by its usage. */
async function seenBy(bed: TestBed, call: PlacedCall, id: string | undefined): Promise<string[]> {
  const seeing: string[] = [];
  for (const slug of SLUGS) {
    const byNumber = (await callsOf(bed, call, slug)).length > 0;
    const byId = id !== undefined && (await bed.apis[slug].ask('GET', `/v1/calls/${id}`)).status !== 404;
    const usage = id === undefined ? [] : await all<UsageRow>(bed.apis[slug], `/v1/usage?call_id=${id}`);
    if (byNumber || byId || usage.length > 0) seeing.push(slug);
  }
  return seeing;
}

function recordOf(row: CallRow, nameOf: (name: string) => string): RecordAccount {
  return {
    direction: row.direction,
    from: nameOf(row.from_number),
    to: nameOf(row.to_number),
    outcome: row.outcome,
    endedBy: row.ended_by,
    queue: row.queue,
    agent: row.agent && nameOf(row.agent),
    waitSeconds: row.wait_seconds,
    talkSeconds: row.talk_seconds,
  };
}

function legOf({ direction, answered_at, bill_seconds, hangup_cause }: CallDetails['legs'][number]): LegAccount {
  return { direction, answered: answered_at !== null, billSeconds: bill_seconds, cause: hangup_cause };
}

function usageOf({ kind, seconds, problem, ...row }: UsageRow): UsageAccount {
  return {
    kind: problem === null ? kind : `${kind}: ${problem}`,
    seconds,
    billedSeconds: row.billed_seconds,
    amountMicro: row.amount_micro,
    ratePrefix: row.rate_prefix,
  };
}
