import { useStore } from '../state/store';
import { useNow } from '../ui/use-now';
import { connection } from './connection';

/** The server's time, second by second: a machine whose clock is wrong shows right waits all the same. */
export function useServerNow(): number {
  return useNow() + useStore(connection.clockLead);
}
