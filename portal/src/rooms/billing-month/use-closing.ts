import { useRef, useState } from 'react';
import { answerOf, api } from '../../api/client';
import { queries } from '../../api/queries';
import { ProblemError } from '../../api/problem';
import type { Schemas } from '../../api/types';

/** What came of one tenant's closing; `failed` where nobody answered. */
export type Outcome = Schemas['CloseOutcomeDto'] | { outcome: 'failed'; detail: string };

export interface Closing {
  /** By tenant. */
  outcomes: ReadonlyMap<string, Outcome>;
  running: { done: number; count: number } | null;
  close: (tenantIds: readonly string[]) => Promise<void>;
  stop: () => void;
}

/**
 * Closes a month tenant by tenant, so that one's trouble keeps nobody else waiting and each can be seen. A second
 * time changes nothing for those that are done.
 */
export function useClosing(period: string): Closing {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [running, setRunning] = useState<Closing['running']>(null);
  const stopped = useRef(false);
  const close = async (tenantIds: readonly string[]) => {
    stopped.current = false;
    for (const [done, id] of tenantIds.entries()) {
      if (stopped.current) break;
      setRunning({ done, count: tenantIds.length });
      const outcome = await closeOne(period, id);
      setOutcomes((before) => new Map(before).set(id, outcome));
    }
    setRunning(null);
    await queries.invalidateQueries();
  };
  return { outcomes, running, close, stop: () => (stopped.current = true) };
}

async function closeOne(period: string, tenantId: string): Promise<Outcome> {
  const header = { 'seatline-tenant': tenantId };
  try {
    const { outcomes: [outcome] } = await answerOf(api.POST('/v1/invoices/close', { params: { header }, body: { period } }));
    return outcome ?? { outcome: 'failed', detail: '–' };
  } catch (error) {
    const [first] = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
    return { outcome: 'failed', detail: first?.rule ?? (error instanceof Error ? error.message : String(error)) };
  }
}
