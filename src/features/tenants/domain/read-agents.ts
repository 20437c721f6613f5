import { AGENT_TIMINGS, type AgentTiming } from '../../queues/domain/agent-timing';
import { MOST_SKILLS_OF_AGENT } from '../../skills/domain/skill-level';
import { RANGE_KEYS, readNumbersOf } from './read-numbers-of';
import { readSkillLevels } from './read-skills';
import type { AgentSpec } from './tenant-spec';
import { EMAIL, EXTENSION, FREE_TEXT } from './text-rules';
import type { Located, TextRule, YamlCursor } from './yaml-cursor';

export const HOT_DESK = 'hot_desk';

/** An agent as its own entry declares it: timing left out there may still come from a queue. */
export type DeclaredAgent = Omit<AgentSpec, keyof AgentTiming> & { timing: Partial<AgentTiming> };

const TIMING_KEYS = AGENT_TIMINGS.map((setting) => setting.yamlName);

export function readAgents(section: YamlCursor): Located<DeclaredAgent>[] {
  return section.items('a list of agents').flatMap((at) => {
    if (!at.expectMap(['number', ...RANGE_KEYS, 'name', 'seat', 'user', 'team', 'skills', ...TIMING_KEYS])) return [];
    const numbers = readNumbersOf(at, 'number');
    const example = numbers[0] ?? ANY_NUMBER;
    const name = readPattern(at.field('name'), FREE_TEXT, example);
    const seat = readPattern(at.field('seat'), SEAT, example);
    const user = at.field('user').present ? readPattern(at.field('user'), EMAIL, example).toLowerCase() : null;
    const team = at.field('team').present ? at.field('team').text(FREE_TEXT) : null;
    const skills = readSkillLevels(at.field('skills'), MOST_SKILLS_OF_AGENT);
    const timing = readTiming(at);
    return numbers.map((number) => ({
      value: {
        number,
        name: fillIn(name, number),
        seat: seat === HOT_DESK ? null : fillIn(seat, number),
        user: user === null ? null : fillIn(user, number),
        team,
        skills,
        timing,
      },
      at,
    }));
  });
}

const ANY_NUMBER = '1001';

const SEAT: TextRule = {
  pattern: new RegExp(`^${HOT_DESK}$|${EXTENSION.pattern.source}`),
  rule: `must be the extension of a seat in quotes, or ${HOT_DESK}`,
};

/** A text in which `{number}` stands for the agent's number. */
function readPattern(field: YamlCursor, { pattern, rule }: TextRule, example: string): string {
  const explained = { pattern, rule: `${rule}; {number} stands for the agent's number` };
  return field.text(explained, (text) => fillIn(text, example));
}

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
