import { AGENT_TIMINGS, type AgentTiming, type AgentTimingSetting } from '../../queues/domain/agent-timing';
import type { DeclaredAgent } from './read-agents';
import type { DeclaredQueue } from './read-queues';
import type { AgentSpec, SkillLevelSpec } from './tenant-spec';
import type { Located } from './yaml-cursor';

/**
 * Gives each agent its timing: what its own entry says, else what a queue that it serves says, else the default.
 * mod_callcenter keeps one value per agent, so two queues may not say different things about one agent.
 */
export function resolveTiming(
  agents: readonly Located<DeclaredAgent>[],
  queues: readonly Located<DeclaredQueue>[],
): Located<AgentSpec>[] {
  const queuesOf = groupByAgent(queues);
  const asking = queues.filter(({ value }) => value.spec.requires.length > 0).map(({ value }) => value);
  return agents.map((agent) => {
    const { timing: own, ...rest } = agent.value;
    const byHand = queuesOf.get(rest.number) ?? [];
    const serving = [...byHand, ...asking.filter((queue) => !byHand.includes(queue) && hasAll(rest.skills, queue.spec.requires))];
    const valueOf = (setting: AgentTimingSetting): number => own[setting.key] ?? fromQueues(agent, serving, setting);
    const timing = AGENT_TIMINGS.map((setting) => [setting.key, valueOf(setting)]);
    return { value: { ...rest, ...(Object.fromEntries(timing) as AgentTiming) }, at: agent.at };
  });
}

function hasAll(had: readonly SkillLevelSpec[], asked: readonly SkillLevelSpec[]): boolean {
  return asked.every(({ skill, level }) => had.some((each) => each.skill === skill && each.level >= level));
}

function groupByAgent(queues: readonly Located<DeclaredQueue>[]): Map<string, DeclaredQueue[]> {
  const groups = new Map<string, DeclaredQueue[]>();
  for (const { value: queue } of queues) {
    for (const { value: tier } of queue.tiers) {
      const group = groups.get(tier.agent);
      if (group) group.push(queue);
      else groups.set(tier.agent, [queue]);
    }
  }
  return groups;
}

function fromQueues(agent: Located<DeclaredAgent>, serving: DeclaredQueue[], setting: AgentTimingSetting): number {
  const stated = serving.filter((queue) => queue.agentTiming[setting.key] !== undefined);
  const [first] = stated;
  const other = stated.find((queue) => queue.agentTiming[setting.key] !== first?.agentTiming[setting.key]);
  if (first && other) {
    agent.at.refuse(
      `agent ${agent.value.number} gets ${setting.yamlName} ${first.agentTiming[setting.key]} from queue ` +
        `${first.spec.name} and ${other.agentTiming[setting.key]} from queue ${other.spec.name}; ` +
        'the switch keeps one per agent: say it here',
    );
  }
  return first?.agentTiming[setting.key] ?? setting.default;
}
