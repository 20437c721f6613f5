import { AGENT_TIMINGS, type AgentTiming } from '../../queues/domain/agent-timing';
import { RANGE_KEYS, readNumbersOf } from './read-numbers-of';
import type { AgentSpec } from './tenant-spec';
import { EMAIL_PATTERN, FREE_TEXT_PATTERN } from './text-rules';
import type { Located, YamlCursor } from './yaml-cursor';

export const HOT_DESK = 'hot_desk';

/** An agent as its own entry declares it: timing left out there may still come from a queue. */
export type DeclaredAgent = Omit<AgentSpec, keyof AgentTiming> & { timing: Partial<AgentTiming> };

const TIMING_KEYS = AGENT_TIMINGS.map((setting) => setting.yamlName);

export function readAgents(section: YamlCursor): Located<DeclaredAgent>[] {
  return section.items('a list of agents').flatMap((at) => {
    if (!at.expectMap(['number', ...RANGE_KEYS, 'name', 'seat', 'user', ...TIMING_KEYS])) return [];
    const name = at.field('name').text(FREE_TEXT_PATTERN);
    const seat = at.field('seat').text(SEAT);
    const user = at.field('user').present ? at.field('user').text(EMAIL_PATTERN).toLowerCase() : null;
    const timing = readTiming(at);
    return readNumbersOf(at, 'number').map((number) => ({
      value: {
        number,
        name: fillIn(name, number),
        seat: seat === HOT_DESK ? null : fillIn(seat, number),
        user: user === null ? null : fillIn(user, number),
        timing,
      },
      at,
    }));
  });
}

const SEAT = {
  pattern: /^(hot_desk|\{number\}|[1-9]\d{3,5})$/,
  rule: 'must be the extension of a seat in quotes, "{number}" for the agent\'s own number, or hot_desk',
};

/** The agent timing that a map states, be it an agent's or, for all of its agents, a queue's. */
export function readTiming(map: YamlCursor): Partial<AgentTiming> {
  const timing: Partial<AgentTiming> = {};
  for (const { key, yamlName, min, max, belowMin } of AGENT_TIMINGS) {
    const field = map.field(yamlName);
    if (field.present) timing[key] = field.integer(min, max, belowMin);
  }
  return timing;
}

function fillIn(pattern: string, number: string): string {
  return pattern.replaceAll('{number}', number);
}
