import type { Correction } from './correction';

/** Corrections that go to the switch together. */
export interface Batch {
  corrections: Correction[];
  /**
   * True for a single one that may make the switch fetch a queue from us: it runs in the switch's background, so that
   * a slow answer of ours does not hold up the events, and nothing else changes a queue meanwhile.
   */
  fetches: boolean;
}

/**
 * Commands of one connection run one after the other in the switch, so sending several at once saves their round
 * trips and keeps their order. The connection's events wait for them: at half a millisecond each this many hold an
 * event up by 16 ms. 200 agents and their tiers, 1,400 commands, measured: 2.0 s in the background one by one, 0.9 s
 * in the foreground one by one, 0.4 s so.
 */
const TOGETHER = 32;

/** @param loaded the queues that the switch has in memory */
export function inBatches(corrections: readonly Correction[], loaded: readonly string[]): Batch[] {
  const known = new Set(loaded);
  const batches: Batch[] = [];
  for (const correction of corrections) {
    const fetches = mayFetch(correction, known);
    const last = batches.at(-1);
    if (!fetches && last && !last.fetches && last.corrections.length < TOGETHER) last.corrections.push(correction);
    else batches.push({ corrections: [correction], fetches });
    if (correction.kind === 'add-tier') known.add(correction.queue);
  }
  return batches;
}

/** The first tier of a queue that is not loaded loads it. */
function mayFetch(correction: Correction, loaded: ReadonlySet<string>): boolean {
  if (correction.kind === 'reload-queue' || correction.kind === 'unload-queue') return true;
  return correction.kind === 'add-tier' && !loaded.has(correction.queue);
}
