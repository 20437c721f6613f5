import { answerOf, api } from '../../api/client';
import { patiently, reasonOf } from '../../api/patiently';
import { queries } from '../../api/queries';
import type { Schemas } from '../../api/types';
import { enteredTenant } from '../../session/entered-tenant';
import { session } from '../../session/session';
import { createStore } from '../../state/store';
import type { CheckedLine } from './check-lines';
import type { Column, ParsedLine } from './parse-lines';

export interface ImportLine extends CheckedLine {
  state: 'waiting' | 'writing' | 'done' | 'failed';
  /** Why it was refused, in the API's words. */
  reason?: string;
  /** Sent along, so that a line whose answer was lost is not written twice; another one once it was corrected. */
  attempt: string;
}

interface ImportState {
  lines: ImportLine[];
  running: boolean;
}

export interface ImportOrder {
  line: number;
  body: Schemas['CreateAgentDto'];
}

const NOTHING: ImportState = { lines: [], running: false };

/** The import that is prepared, goes on or is over. It stands outside of the page, so that leaving the page ends nothing. */
export const agentImport = createStore<ImportState>(NOTHING);

let run = new AbortController();

export function prepareImport(lines: ParsedLine[]): void {
  agentImport.set({ lines: lines.map((line) => ({ ...line, state: 'waiting', attempt: crypto.randomUUID() })), running: false });
}

export function correctLine(line: number, column: Column, value: string): void {
  const { lines } = agentImport.get();
  const current = lines.find((each) => each.line === line);
  if (!current) return;
  const { reason: _reason, ...rest } = current;
  const corrected: ImportLine = {
    ...rest, hasMore: false, state: 'waiting', attempt: crypto.randomUUID(), values: { ...current.values, [column]: value.trim() },
  };
  const state = agentImport.get();
  agentImport.set({ ...state, lines: lines.map((each) => (each === current ? corrected : each)) });
}

export function dropLine(line: number): void {
  const state = agentImport.get();
  agentImport.set({ ...state, lines: state.lines.filter((each) => each.line !== line) });
}

export function forgetImport(): void {
  run.abort();
  agentImport.set(NOTHING);
}

export function stopImport(): void {
  run.abort();
}

/**
 * Line by line, until all are written or refused.
 * @returns how many were written, and how many refused; null where it was stopped
 */
export async function runImport(orders: ImportOrder[]): Promise<{ done: number; failed: number } | null> {
  run = new AbortController();
  const { signal } = run;
  agentImport.set({ ...agentImport.get(), running: true });
  const count = { done: 0, failed: 0 };
  for (const order of orders) {
    if (signal.aborted) break;
    const written = await writeLine(order, signal);
    if (written !== null) count[written] += 1;
  }
  // what was asked meanwhile may know of some only
  void queries.invalidateQueries();
  if (run.signal === signal) agentImport.set({ ...agentImport.get(), running: false });
  return signal.aborted ? null : count;
}

/** @returns null where it was stopped before an answer came */
async function writeLine({ line, body }: ImportOrder, signal: AbortSignal): Promise<'done' | 'failed' | null> {
  const current = agentImport.get().lines.find((each) => each.line === line);
  if (!current) return null;
  const { reason: _reason, ...rest } = current;
  replace({ ...rest, state: 'writing' });
  try {
    await patiently(() => answerOf(api.POST('/v1/agents', { body, headers: { 'Idempotency-Key': current.attempt }, signal })), signal);
    replace({ ...rest, state: 'done' });
    return 'done';
  } catch (error) {
    if (signal.aborted) {
      replace({ ...rest, state: 'waiting' });
      return null;
    }
    replace({ ...rest, state: 'failed', reason: reasonOf(error) });
    return 'failed';
  }
}

/** Of this very attempt: the list may be another one by now. */
function replace(line: ImportLine): void {
  const state = agentImport.get();
  agentImport.set({ ...state, lines: state.lines.map((each) => (each.attempt === line.attempt ? line : each)) });
}

// another tenant's agents are none of this list's, and neither is what another person signs in for
enteredTenant.subscribe(forgetImport);
session.state.subscribe(() => session.state.get().status !== 'signed-in' && forgetImport());
