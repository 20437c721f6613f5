import { PATIENCE_MS } from '../../factories/patience';

const LOOK_EVERY_MS = 150;

/**
 * Looks again and again until nothing is wrong any more. Whoever looks says what still is; a look that throws counts
 * as one thing wrong, for a process that is just coming back refuses to be asked.
 * @returns the seconds it took
 * @throws Error with what is still wrong when the patience is at its end
 */
export async function untilRight(what: string, look: () => Promise<string[]>, patienceMs = PATIENCE_MS): Promise<number> {
  const began = Date.now();
  for (;;) {
    const wrong = await look().catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
    if (wrong.length === 0) return Math.round((Date.now() - began) / 100) / 10;
    if (Date.now() - began > patienceMs) {
      throw new Error(`${what}: after ${patienceMs / 1000} s still wrong:\n  ${wrong.slice(0, 20).join('\n  ')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
