import type { Account, CallAccount } from '../../test/telephony/conformance/account';
import { BETWEEN_SWITCHES_SECONDS, differences } from '../../test/telephony/conformance/compare';
import type { Result } from '../../test/telephony/conformance/run-scenarios';

export interface Row {
  name: string;
  real: Result | undefined;
  simulated: Result | undefined;
  /** Not for the simulator: it has no SIP. */
  sip?: boolean;
  /** Not the same on both: what hangs on milliseconds, and the total of scenarios that are not all played on both. */
  varies?: boolean;
}

/** A table of what came of each scenario on either switch, then what is wrong and what differs. */
export function report(rows: readonly Row[]): { text: string; failed: number } {
  const judged = rows.map((row) => ({ ...row, problems: problemsOf(row) }));
  const cells = judged.map(({ name, real, simulated, problems }) => [
    problems.length === 0 ? 'pass' : 'FAIL',
    name,
    summary(real?.account ?? null),
    simulated === undefined ? 'has no SIP' : summary(simulated.account),
  ]);
  const table = aligned([['', 'scenario', 'FreeSWITCH: calls, CDRs, bill', 'simulator: calls, CDRs, bill'], ...cells]);
  const wrong = judged.filter(({ problems }) => problems.length > 0);
  const complaints = wrong.flatMap(({ name, problems }) => ['', name, ...problems]);
  return { text: [...table, ...complaints, ''].join('\n'), failed: wrong.length };
}

function problemsOf({ real, simulated, sip, varies }: Row): string[] {
  const own = (who: string, result: Result | undefined) =>
    (result?.problems ?? ['was not played']).map((problem) => `  ${who}: ${problem}`);
  const apart =
    !varies && real?.account && simulated?.account
      ? [
          ...differences(real.account, simulated.account, BETWEEN_SWITCHES_SECONDS),
          ...differences(real.actions, simulated.actions).map((difference) => `events of ${difference}`),
        ]
      : [];
  return [
    ...own('FreeSWITCH', real),
    ...(sip ? [] : own('simulator', simulated)),
    ...apart.map((difference) => `  simulator differs from FreeSWITCH: ${difference}`),
  ];
}

/** Such as `2 answered+timeout, 5 CDRs, 0.45`. */
function summary(account: Account | null): string {
  if (account === null) return 'broke down';
  const { calls, facts } = account;
  if (calls.length === 0) return JSON.stringify(Object.values(facts));
  const outcomes = counted(calls.map(({ record, sip }) => record?.outcome ?? `SIP ${sip}`)).join('+');
  const legs = sum(calls.flatMap((call) => call.legs.map(({ times }) => times)));
  return `${outcomes}, ${legs} CDRs, ${billOf(calls)}`;
}

/** Each once, with how often where it is more. */
function counted(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => (count === 1 ? word : `${count} ${word}`));
}

/** Micro-units as a decimal with two digits: the tariffs of the scenarios have no more. */
function billOf(calls: readonly CallAccount[]): string {
  return (sum(calls.flatMap(({ usage }) => usage.map(({ amountMicro }) => Number(amountMicro)))) / 1e6).toFixed(2);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}
