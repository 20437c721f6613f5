import { separateWords } from '../core/separate-string';
import { nowSeconds } from '../core/clock';
import type { AgentResult } from './agents';
import type { Callcenter } from './callcenter';
import { CONFIG_USAGE } from './config-usage';
import { agentsOfQueue, membersByScore, queueRow, QUEUE_COLUMNS, table, tiersByLevel, type Row } from './listings';
import type { TierResult } from './tiers';

const WORDS = 8;
const OK = '+OK\n';
const INVALID = '-ERR Invalid!\n';
const UNKNOWN = '-ERR Unknown Error!\n';

const AGENT_REPLIES: Record<AgentResult, string> = {
  ok: OK,
  'not-found': '-ERR Agent not found!\n',
  exists: '-ERR Agent already exist!\n',
  'bad-type': '-ERR Invalid Agent Type!\n',
  'bad-status': '-ERR Invalid Agent Status!\n',
  'bad-state': '-ERR Invalid Agent State!\n',
  'bad-key': '-ERR Invalid Agent Update KEY!\n',
};

const TIER_ADD_REPLIES: Record<TierResult, string> = {
  ok: OK,
  'queue-not-found': '-ERR Queue not found!\n',
  'agent-not-found': '-ERR Agent not found!\n',
  'tier-not-found': UNKNOWN,
  exists: '-ERR Tier already exist!\n',
  'bad-state': '-ERR Invalid Tier State!\n',
  'bad-key': UNKNOWN,
};

/** `tier set` says "Agent not found" of a missing queue too, as the module does. */
const TIER_SET_REPLIES: Record<TierResult, string> = {
  ...TIER_ADD_REPLIES,
  'queue-not-found': '-ERR Agent not found!\n',
  exists: UNKNOWN,
  'bad-key': '-ERR Invalid Tier Update KEY!\n',
};

type Handler = (callcenter: Callcenter, args: readonly string[]) => Promise<string> | string;

interface Action {
  readonly least: number;
  readonly run: Handler;
}

const first = (args: readonly string[], at = 0): string => args[at] ?? '';
const integer = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : Number.parseInt(text, 10) || 0;

const AGENT: Record<string, Action> = {
  add: {
    least: 2,
    run: ({ agents }, args) => {
      const result = agents.add(first(args), first(args, 1));
      return result === 'bad-type' ? '-ERR Agent type invalid!\n' : AGENT_REPLIES[result];
    },
  },
  del: {
    least: 1,
    run: ({ store }, args) => {
      store.deleteAgent(first(args));
      return OK;
    },
  },
  reload: {
    least: 1,
    run: async (callcenter, args) => {
      const configuration = await callcenter.fetchConfiguration();
      if (!configuration) return UNKNOWN;
      await callcenter.importAgents(configuration, first(args));
      return OK;
    },
  },
  set: {
    least: 3,
    run: ({ agents }, args) => AGENT_REPLIES[agents.update(first(args), first(args, 2), first(args, 1))],
  },
  get: {
    least: 2,
    run: ({ agents }, args) => {
      const { result, value } = agents.get(first(args), first(args, 1));
      return result === 'ok' ? value : AGENT_REPLIES[result];
    },
  },
  list: {
    least: 0,
    run: ({ store }, args) => {
      if (args.length > 1) return INVALID;
      const rows = store.agents().filter(({ name }) => args[0] === undefined || name === args[0]);
      return table(rows as unknown as Row[]) + OK;
    },
  },
};

const TIER: Record<string, Action> = {
  add: {
    least: 2,
    run: async ({ tiers }, [queue = '', agent = '', level, position]) =>
      TIER_ADD_REPLIES[await tiers.add(queue, agent, integer(level, 1), integer(position, 1))],
  },
  set: {
    least: 4,
    run: async ({ tiers }, [key = '', queue = '', agent = '', value = '']) =>
      TIER_SET_REPLIES[await tiers.update(key, value, queue, agent)],
  },
  del: {
    least: 2,
    run: ({ tiers }, args) => {
      tiers.delete(first(args), first(args, 1));
      return OK;
    },
  },
  reload: {
    least: 1,
    run: async (callcenter, [queue = '', agent]) => {
      const configuration = await callcenter.fetchConfiguration();
      const which = queue.toLowerCase() === 'all' ? undefined : queue;
      const taken = await callcenter.importTiers(configuration, which, which === undefined ? undefined : agent);
      return taken ? OK : UNKNOWN;
    },
  },
  list: { least: 0, run: ({ store }) => table(tiersByLevel(store) as unknown as Row[]) + OK },
};

const QUEUE_NOT_FOUND = '-ERR Invalid Queue not found!\n';

const QUEUE: Record<string, Action> = {
  load: {
    least: 1,
    run: async (callcenter, args) => ((await callcenter.loadQueue(first(args))) ? OK : QUEUE_NOT_FOUND),
  },
  reload: {
    least: 1,
    run: async (callcenter, args) => {
      callcenter.unloadQueue(first(args));
      return (await callcenter.loadQueue(first(args))) ? OK : QUEUE_NOT_FOUND;
    },
  },
  unload: {
    least: 1,
    run: (callcenter, args) => {
      callcenter.unloadQueue(first(args));
      return OK;
    },
  },
  list: { least: 0, run: listQueues },
  count: { least: 0, run: countQueues },
};

const SECTIONS: Record<string, Record<string, Action>> = { agent: AGENT, tier: TIER, queue: QUEUE };

/** The `callcenter_config` command. Unknown sections and actions answer nothing at all. */
export async function callcenterConfig(callcenter: Callcenter, argument: string): Promise<string> {
  if (argument === '') return `-USAGE: \n${CONFIG_USAGE}\n`;
  const [section = '', action, ...args] = separateWords(argument, WORDS);
  if (action === undefined) return INVALID;
  const found = SECTIONS[section.toLowerCase()]?.[action.toLowerCase()];
  if (!found) return '';
  if (args.length < found.least) return INVALID;
  return found.run(callcenter, args);
}

function listQueues(callcenter: Callcenter, args: readonly string[]): string {
  if (args.length === 0) {
    const rows = [...callcenter.queues.values()].map(queueRow);
    return `${QUEUE_COLUMNS.join('|')}\n${table(rows).split('\n').slice(1).join('\n')}${OK}`;
  }
  const rows = subList(callcenter, args);
  return rows ? table(rows) + OK : INVALID;
}

function countQueues(callcenter: Callcenter, args: readonly string[]): string {
  if (args.length === 0) return `${callcenter.queues.size}\n`;
  if (args[0]?.toLowerCase() === 'members') return `${callcenter.store.membersOf(first(args, 1)).length}\n`;
  const rows = subList(callcenter, args);
  return rows ? `${rows.length}\n` : INVALID;
}

function subList({ store }: Callcenter, [kind = '', queue, status, state]: readonly string[]): Row[] | undefined {
  switch (kind.toLowerCase()) {
    case 'agents':
      return agentsOfQueue(store, queue ?? '').filter((agent) =>
        (status === undefined || agent.status === status) && (state === undefined || agent.state === state),
      ) as unknown as Row[];
    case 'members':
      return membersByScore(store, nowSeconds(), queue);
    case 'tiers':
      return store.tiersOf(queue ?? '') as unknown as Row[];
    default:
      return undefined;
  }
}
