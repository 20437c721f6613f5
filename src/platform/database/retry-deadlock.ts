const DEADLOCK = 1213;
const LOCK_WAIT_TIMEOUT = 1205;
const TRIES = 5;

/**
 * Runs a transaction again when the database chose it as the victim of a deadlock: InnoDB has undone it whole, and
 * says itself that it should be restarted.
 */
export async function retryDeadlock<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await transaction();
    } catch (error) {
      const { errno } = error as { errno?: number };
      if ((errno !== DEADLOCK && errno !== LOCK_WAIT_TIMEOUT) || tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * tried * (1 + Math.random())));
    }
  }
}
