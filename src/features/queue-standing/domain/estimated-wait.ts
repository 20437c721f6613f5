/** While nothing is known of how long calls take. Source: Genesys Cloud, estimated wait time. */
const USUAL_TALK_SECONDS = 90;

/**
 * How long a caller who joins now is likely to wait, in whole seconds: mean handling time × those who wait ÷ the agents at
 * work. Source: Genesys Cloud, estimated wait time. Infinite without an agent.
 * @param talkSeconds mean talk of the queue's latest calls, null where there were none
 */
export function estimatedWait(waiting: number, agents: number, talkSeconds: number | null): number {
  if (waiting === 0 && agents > 0) return 0;
  return agents === 0 ? Infinity : Math.ceil(((talkSeconds ?? USUAL_TALK_SECONDS) * waiting) / agents);
}
