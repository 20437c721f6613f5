import { listQueueRowsCommand } from '../esl/commands';
import type { EslLink } from '../esl/esl-link';
import { listRows } from './switch-picture';

/** mod_callcenter's words for those who have not been answered. */
const IN_LINE = ['Waiting', 'Trying'];

/**
 * The callers' legs of a queue (`name@domain`) in the order in which the switch will serve them: by how long they wait, and what
 * their priority adds to it.
 * @throws EslError, or Error when the answer is no list
 */
export async function queueLine(link: EslLink, queue: string): Promise<string[]> {
  const members = await listRows(link, listQueueRowsCommand('members', queue));
  return members.filter(({ state = '' }) => IN_LINE.includes(state)).map((row) => row['session_uuid'] ?? '');
}
