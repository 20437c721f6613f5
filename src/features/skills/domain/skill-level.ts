/** From a beginner, 1, to a master, 5: Genesys' and Amazon Connect's proficiency. */
export const SKILL_LEVELS = { min: 1, max: 5 } as const;

export const MOST_SKILLS_OF_AGENT = 50;
export const MOST_SKILLS_OF_QUEUE = 10;

/** A skill with how well an agent has it, or how well a queue's agents must have it at least. */
export interface SkillLevel {
  skillId: string;
  level: number;
}
