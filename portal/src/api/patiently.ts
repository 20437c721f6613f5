import { ProblemError } from './problem';

const WAIT_MS = 2_000;
const MOST_TRIES = 30;

/** One of many requests: what is busy or away is asked again, for a minute. @throws ProblemError where it was refused */
export async function patiently<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted || tries >= MOST_TRIES || !comesRight(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
  }
}

function comesRight(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const { status } = error.problem;
  return status === 0 || status === 429 || status >= 502;
}

/** Why something was refused, in one line. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof ProblemError)) return error instanceof Error ? error.message : String(error);
  const rules = (error.problem.errors ?? []).map(({ pointer, rule }) => `${pointer.slice(1)}: ${rule}`);
  return rules.length > 0 ? rules.join('; ') : error.message;
}
