import { SKILL_LEVELS } from '../../skills/domain/skill-level';
import type { SkillLevelSpec, SkillSpec } from './tenant-spec';
import { FREE_TEXT, PURPOSE } from './text-rules';
import type { Located, YamlCursor } from './yaml-cursor';

/** Null where the file does not tell of skills: those that the tenant has made stay. */
export function readSkills(section: YamlCursor): Located<SkillSpec>[] | null {
  if (!section.present) return null;
  return section.items('a list of skills').flatMap((at) => (at.expectMap(['name', 'description']) ? [{ value: readSkill(at), at }] : []));
}

function readSkill(at: YamlCursor): SkillSpec {
  const description = at.field('description');
  return { name: at.field('name').text(FREE_TEXT), description: description.present ? description.text(PURPOSE) : '' };
}

/** How well an agent has skills, or a queue asks for them: `{ English: 4 }`. None where it is not said. */
export function readSkillLevels(field: YamlCursor, most: number): SkillLevelSpec[] {
  if (!field.present) return [];
  const levels = field
    .entries('levels by the names of skills, such as { English: 4 }')
    .map(({ key, at }) => ({ skill: key, level: at.integer(SKILL_LEVELS.min, SKILL_LEVELS.max) }));
  if (levels.length > most) field.refuse(`must be ${most} skills at most`, levels.length);
  return levels;
}
