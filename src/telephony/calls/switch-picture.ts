import { type ApiCommand, listAgentsCommand, listMembersCommand, showChannelsCommand } from '../esl/commands';
import type { EslLink } from '../esl/esl-link';
import type { CallEvent } from './call-events';

/** What the switch has at a moment, by its own lists: for whoever has not heard all of its events. */
export interface SwitchPicture {
  /** The living legs, oldest first. */
  legs: string[];
  members: QueueMember[];
  agents: AgentNow[];
}

/** A caller in a queue. Times in epoch milliseconds. */
export interface QueueMember {
  memberUuid: string;
  memberLegUuid: string;
  queue: string;
  callerNumber: string | null;
  state: string;
  /** Who is being rung or talks; the strategy's name where several are rung at once. */
  servingAgent: string;
  joinedAt: number;
  bridgedAt: number;
}

/** What mod_callcenter lets an agent do; the name carries the domain. */
export interface AgentNow {
  agent: string;
  state: string;
}

type Row = Record<string, string | undefined>;

/** @throws EslError, or Error when an answer is not the list that was asked for. */
export async function readPicture(link: EslLink): Promise<SwitchPicture> {
  const channels = await listRows(link, showChannelsCommand());
  const members = await listRows(link, listMembersCommand());
  const agents = await listRows(link, listAgentsCommand());
  return {
    legs: channels.sort((a, b) => Number(a['created_epoch']) - Number(b['created_epoch'])).map((row) => row['uuid'] ?? ''),
    members: members.map(memberOf),
    agents: agents.map((row) => ({ agent: row['name'] ?? '', state: row['state'] ?? '' })),
  };
}

/** What a caller's row says, as if the events had told it. `at` is when the list was read. */
export function eventsOfMember(member: QueueMember, at: number): CallEvent[] {
  const { memberUuid, memberLegUuid, queue, callerNumber, servingAgent: agent, joinedAt, bridgedAt } = member;
  const base = { coreUuid: '', sequence: 0, memberUuid, memberLegUuid, queue };
  const seen: CallEvent = { ...base, type: 'seen-in-queue', at: joinedAt, joinedAt };
  const isAgent = agent.includes('@');
  if (member.state === 'Trying' && isAgent) {
    return [seen, { ...base, type: 'agent-offered', at, callerNumber, agent }];
  }
  if (member.state === 'Answered' && isAgent) {
    const answer = { agentLegUuid: '', joinedAt, calledAt: null, answeredAt: bridgedAt || at };
    return [seen, { ...base, type: 'agent-answered', at: answer.answeredAt, callerNumber, agent, ...answer }];
  }
  // a row may outlive its caller for a while, so that the place can be taken up again
  return member.state === 'Abandoned' ? [] : [seen];
}

function memberOf(row: Row): QueueMember {
  return {
    memberUuid: row['uuid'] ?? '',
    memberLegUuid: row['session_uuid'] ?? '',
    queue: row['queue'] ?? '',
    callerNumber: row['cid_number'] || null,
    state: row['state'] ?? '',
    servingAgent: row['serving_agent'] ?? '',
    joinedAt: Number(row['joined_epoch'] ?? 0) * 1000,
    bridgedAt: Number(row['bridge_epoch'] ?? 0) * 1000,
  };
}

/**
 * mod_callcenter wraps its rows in `response`, `show` in `rows`, which is missing when there is none.
 * @throws EslError, or Error when the answer is no list
 */
export async function listRows(link: EslLink, command: ApiCommand): Promise<Row[]> {
  const reply = await link.bgapi(command);
  if (!reply.ok) throw new Error(`${command}: ${reply.reason}`);
  const answer = JSON.parse(reply.text) as { response?: Row[]; rows?: Row[]; row_count?: number };
  const rows = answer.response ?? answer.rows ?? (answer.row_count === 0 ? [] : undefined);
  if (!Array.isArray(rows)) throw new Error(`${command}: not a list`);
  return rows;
}
