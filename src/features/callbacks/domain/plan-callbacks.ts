/** Somebody who is to be called back, and may be now. Instants in epoch milliseconds. */
export interface DueCallback {
  id: string;
  queue: string;
  /** One name for his number, whatever queue he waits for. */
  caller: string;
  /** From when on he counts as waiting: he keeps the place that he had. */
  placeAt: number;
  /** Whether he is on the phone with us, or being dialled for another reason. */
  busy: boolean;
}

/** An agent who could take a call of the queue at this moment. */
export interface ReadyAgent {
  number: string;
  /** Of his place in the queue: lower ones come first. */
  level: number;
  readySince: number;
}

export interface Floor {
  ready: ReadonlyMap<string, readonly ReadyAgent[]>;
  /** Since when each caller waits who is on the line, by queue. */
  waiting: ReadonlyMap<string, readonly number[]>;
  /** Calls that the tenant may have besides those that it has. */
  freeLines: number;
}

export interface Assignment {
  callbackId: string;
  agent: string;
}

/**
 * Whom to call back now, and who does it. Who has waited longest comes first, on the line or not: as many agents of a queue
 * are left to its callers on the line as stand there before him. Nobody is rung for two queues at once. An agent is chosen by level, then by how long he is ready.
 */
export function planCallbacks(callbacks: readonly DueCallback[], floor: Floor): Assignment[] {
  const [taken, rung] = [new Set<string>(), new Set<string>()];
  const assignments: Assignment[] = [];
  const inOrder = [...callbacks].sort((a, b) => a.placeAt - b.placeAt || (a.id < b.id ? -1 : 1));
  for (const { id, queue, caller, placeAt, busy } of inOrder) {
    if (busy || rung.has(caller) || assignments.length >= floor.freeLines) continue;
    const ready = (floor.ready.get(queue) ?? []).filter(({ number }) => !taken.has(number));
    const before = (floor.waiting.get(queue) ?? []).filter((since) => since <= placeAt).length;
    const [agent] = [...ready].sort((a, b) => a.level - b.level || a.readySince - b.readySince);
    if (!agent || ready.length <= before) continue;
    taken.add(agent.number);
    rung.add(caller);
    assignments.push({ callbackId: id, agent: agent.number });
  }
  return assignments;
}
