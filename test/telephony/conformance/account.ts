/**
 * What one scenario left behind, in words that are the same on every switch and in every run: agents are `agent1`,
 * `agent2` of the scenario, and there are no ids and no times of day. Seconds may differ by one (see compare.ts).
 */
export interface Account {
  calls: CallAccount[];
  /** What else the scenario saw: SIP statuses, statuses of agents, lists of the switch. */
  facts: Record<string, unknown>;
}

export interface CallAccount {
  /** The final SIP status that the caller got; null where no phone of ours placed the call. */
  sip: number | null;
  /** Null where no tenant may have a record of it. */
  record: RecordAccount | null;
  /** Repetitions one after the other are one entry with `times`. */
  offers: Repeated<{ agent: string; result: string }>[];
  legs: Repeated<LegAccount>[];
  usage: UsageAccount[];
  /** The tenants whose API shows the call, its usage, or anything by the caller's number. */
  seenBy: string[];
}

export interface RecordAccount {
  direction: string;
  /** A number, an agent's name in the scenario, or `number`: the one that the stage's tenant owns. */
  from: string;
  to: string;
  outcome: string | null;
  endedBy: string | null;
  queue: string | null;
  agent: string | null;
  waitSeconds: number | null;
  talkSeconds: number | null;
}

export interface LegAccount {
  direction: string;
  answered: boolean;
  billSeconds: number;
  cause: string;
}

export interface UsageAccount {
  kind: string;
  seconds: number;
  billedSeconds: number;
  amountMicro: string;
  ratePrefix: string | null;
}

export type Repeated<T> = T & { times: number };

/** Joins neighbours that are alike, if they are of the kind that repeats itself. */
export function joinRepeated<T extends object>(items: readonly T[], repeats: (item: T) => boolean): Repeated<T>[] {
  const joined: Repeated<T>[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    const isAgain = last && repeats(item) && JSON.stringify({ ...item, times: last.times }) === JSON.stringify(last);
    if (isAgain) last.times += 1;
    else joined.push({ ...item, times: 1 });
  }
  return joined;
}
