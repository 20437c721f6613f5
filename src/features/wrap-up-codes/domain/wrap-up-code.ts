/** How a call ended, as a tenant calls it. */
export const WRAP_UP_CODE = {
  pattern: /^(?!none$)[a-z][a-z0-9-]{0,29}$/,
  rule: 'must be 1 to 30 of a-z, 0-9 and -, beginning with a letter, and not none, which stands for calls without a code',
  max: 30,
};

/** What a call counts as for which nobody has chosen a code. */
export const NO_CODE = 'none';

interface OfferedCode {
  code: string;
  active: boolean;
  /** Names of the queues whose calls it is for; none is every call. */
  queues: readonly string[];
}

/** @param queue the queue that the call came from, null for a call of none */
export function offeredFor<C extends OfferedCode>(codes: readonly C[], queue: string | null): C[] {
  return codes.filter(({ active, queues }) => active && (queues.length === 0 || (queue !== null && queues.includes(queue))));
}

/** Whether a wrap-up may not be ended by hand. Where there is nothing to choose, nothing is asked for. */
export function isCodeMissing(codes: readonly OfferedCode[], { queue, required, chosen }: { queue: string; required: boolean; chosen: boolean }): boolean {
  return required && !chosen && offeredFor(codes, queue).length > 0;
}
