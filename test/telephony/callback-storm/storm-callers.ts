import { setTimeout as sleep } from 'node:timers/promises';
import type { Phones } from '../../../freeswitch/phones/phones';
import { STORM_NUMBER } from './storm-house';

const CALLERS = 200;
const WITHIN_MS = 60_000;
/** One in so many is a VIP. */
const VIP_EVERY = 10;

/** Longer than the promise takes to say; shorter than they would wait in the queue. */
const PATIENCE_MS = 20_000;
const REDIALS_AFTER_MS = 1500;

export const stormNumbers: readonly string[] = Array.from({ length: CALLERS }, (_, caller) => `1390000${String(caller).padStart(4, '0')}`);

export const vipNumbers: readonly string[] = stormNumbers.filter((_, caller) => caller % VIP_EVERY === VIP_EVERY - 1);

/** All call within a minute; who finds no line tries again. Resolves when the last one has hung up. */
export async function storm(phones: Phones): Promise<void> {
  const callers = stormNumbers.map(async (from, caller) => {
    await sleep((caller * WITHIN_MS) / CALLERS);
    for (;;) {
      const { answered } = await phones.call({ from, to: STORM_NUMBER, hangupAfterMs: PATIENCE_MS }).ended;
      if (answered) return;
      await sleep(REDIALS_AFTER_MS);
    }
  });
  await Promise.all(callers);
}
