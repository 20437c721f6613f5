import { AGENT_TIMINGS, type AgentTiming } from '../../queues/domain/agent-timing';
import {
  QUEUE_SETTINGS,
  REFUSED_QUEUE_SETTINGS,
  type QueueSetting,
  type QueueSettings,
} from '../../queues/domain/queue-settings';
import { MOST_SKILLS_OF_QUEUE } from '../../skills/domain/skill-level';
import { readTiming } from './read-agents';
import { readRange } from './read-numbers-of';
import { readSkillLevels } from './read-skills';
import type { QueueSpec, TierSpec } from './tenant-spec';
import { QUEUE_NAME, SOUND_NAME } from './text-rules';
import type { Located, YamlCursor } from './yaml-cursor';

/** A queue with the places of its tiers, and the timing it states for its agents. */
export interface DeclaredQueue {
  spec: Omit<QueueSpec, 'tiers'>;
  tiers: Located<TierSpec>[];
  agentTiming: Partial<AgentTiming>;
}

const HIGHEST_LEVEL = 100;
export const HIGHEST_POSITION = 30_000;

const KEYS = [
  'name',
  ...QUEUE_SETTINGS.map((setting) => setting.yamlName),
  'wrap_up_code_required',
  ...AGENT_TIMINGS.map((setting) => setting.yamlName),
  'requires',
  'tiers',
];

export function readQueues(section: YamlCursor): Located<DeclaredQueue>[] {
  return section.items('a list of queues').flatMap((at) => {
    if (!at.expectMap(KEYS, REFUSED_QUEUE_SETTINGS)) return [];
    const required = at.field('wrap_up_code_required');
    const value: DeclaredQueue = {
      spec: {
        name: at.field('name').text(QUEUE_NAME),
        ...readSettings(at),
        wrapUpCodeRequired: required.present && required.flag(),
        requires: readSkillLevels(at.field('requires'), MOST_SKILLS_OF_QUEUE),
      },
      tiers: readTiers(at.field('tiers')),
      agentTiming: readTiming(at),
    };
    return [{ value, at }];
  });
}

function readSettings(queue: YamlCursor): QueueSettings {
  const settings = QUEUE_SETTINGS.map((setting) => [setting.key, readSetting(queue.field(setting.yamlName), setting)]);
  // The table holds each key of QueueSettings once, with a type to match; queue-settings.spec.ts sees to it.
  return Object.fromEntries(settings) as unknown as QueueSettings;
}

function readSetting(field: YamlCursor, { key, type, otherwise }: QueueSetting): string | number | boolean | null {
  // A queue must say its strategy: the one default that decides who is rung.
  if (!field.present && key !== 'strategy') return type.default;
  switch (type.kind) {
    case 'seconds':
      return field.integer(type.min, type.max);
    case 'flag':
      return field.flag();
    case 'choice':
      return field.oneOf(type.choices, type.refused, otherwise);
    case 'sound':
      return readSound(field);
    case 'queue':
      return readOptionalQueue(field);
  }
}

/** A queue's name; `none` and a missing field are null. */
function readOptionalQueue(field: YamlCursor): string | null {
  const name = field.text(QUEUE_NAME);
  return name === 'none' ? null : name;
}

/** A sound's name; `none` and a missing field are null. */
export function readSound(field: YamlCursor): string | null {
  if (!field.present) return null;
  const name = field.text(SOUND_NAME);
  return name === 'none' ? null : name;
}

function readTiers(section: YamlCursor): Located<TierSpec>[] {
  return section.items('a list of tiers').flatMap((at) => {
    if (!at.expectMap(['agents', 'level', 'position', 'first_position'])) return [];
    const agents = readTierAgents(at.field('agents'));
    const level = at.field('level').present ? at.field('level').integer(0, HIGHEST_LEVEL) : 0;
    const positionOf = readPositions(at);
    const last = agents.length > 0 ? positionOf(agents.length - 1) : 1;
    if (last > HIGHEST_POSITION) at.refuse(`positions must not pass ${HIGHEST_POSITION}`, last);
    return agents.map((agent, index) => ({ value: { agent, level, position: positionOf(index) }, at }));
  });
}

/** `position` gives all the same place, `first_position` numbers them on from there. */
function readPositions(tier: YamlCursor): (index: number) => number {
  const same = tier.field('position');
  const first = tier.field('first_position');
  if (same.present && first.present) tier.refuse('needs position (the same for all) or first_position, not both');
  if (first.present) {
    const start = first.integer(1, HIGHEST_POSITION);
    return (index) => start + index;
  }
  const position = same.present ? same.integer(1, HIGHEST_POSITION) : 1;
  return () => position;
}

function readTierAgents(field: YamlCursor): string[] {
  if (!field.isList) return readRange(field);
  return field.items('a list of agents').flatMap(readRange);
}
