/** What a session remembers of its refresh tokens. */
export interface RefreshState {
  endedAt: Date | null;
  refreshHash: string;
  refreshedAt: Date;
  previousHash: string | null;
}

/** For so long the token before the last one gets the last one again. */
export const REPEATED_MS = 60_000;

/**
 * What becomes of a refresh token that belongs to the session.
 *
 * `repeat`: an answer may have been lost on its way, and two tabs may ask at once. Each gets the same token, so that
 * nobody holds one that will look stolen. `reused`: two hold what one was given, and which of them is the thief cannot be
 * told; the session must end.
 */
export function decideRefresh(session: RefreshState, shownHash: string, now: Date): 'rotate' | 'repeat' | 'reused' | 'over' {
  if (session.endedAt) return 'over';
  if (shownHash === session.refreshHash) return 'rotate';
  const fresh = now.getTime() - session.refreshedAt.getTime() < REPEATED_MS;
  return fresh && shownHash === session.previousHash ? 'repeat' : 'reused';
}
