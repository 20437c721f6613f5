import {
  type ApiCommand,
  findRegistrationCommand,
  listAgentsCommand,
  listMembersCommand,
  listQueuesCommand,
  listTiersCommand,
  showChannelsCommand,
} from '../esl/commands';
import type { EslLink } from '../esl/esl-link';
import { type ActualState, agentOf, channelOf, memberOf, queueOf, tierOf } from './actual-state';

type Row = Record<string, unknown>;

/**
 * Reads what the switch really has.
 * @param seats `extension@domain` of those whose registrations are looked for: the others' matter to nobody
 * @throws EslError, or Error when an answer is not the list that was asked for
 */
export async function snapshot(link: EslLink, seats: readonly string[] = []): Promise<ActualState> {
  return {
    queues: (await list(link, listQueuesCommand())).map(queueOf),
    agents: (await list(link, listAgentsCommand())).map(agentOf),
    tiers: (await list(link, listTiersCommand())).map(tierOf),
    members: (await list(link, listMembersCommand())).map(memberOf),
    channels: (await list(link, showChannelsCommand())).map(channelOf),
    registrations: await registered(link, seats),
  };
}

async function registered(link: EslLink, seats: readonly string[]): Promise<string[]> {
  const replies = await Promise.all(seats.map((seat) => link.bgapi(findRegistrationCommand(seat))));
  return seats.filter((_, at) => {
    const reply = replies[at];
    return reply?.ok === true && !reply.text.startsWith('error/');
  });
}

/** In the background, so that a long list does not hold up the events. */
async function list(link: EslLink, command: ApiCommand): Promise<Row[]> {
  const reply = await link.bgapi(command);
  if (!reply.ok) throw new Error(`${command}: ${reply.reason}`);
  return rowsOf(JSON.parse(reply.text), command);
}

/** mod_callcenter wraps its rows in `response`, `show` in `rows`; no rows at all is an empty list. */
function rowsOf(answer: unknown, command: string): Row[] {
  if (typeof answer !== 'object' || answer === null) throw new Error(`${command}: not a list`);
  const { response, rows, row_count: count } = answer as Record<string, unknown>;
  const found = response ?? rows ?? (count === 0 ? [] : undefined);
  if (!Array.isArray(found)) throw new Error(`${command}: not a list`);
  return found as Row[];
}
