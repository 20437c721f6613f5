/** Why an agent is on a break, as a tenant calls it. */
export interface BreakReason {
  /** Stays where the names change: agents' records hold it. */
  code: string;
  nameEn: string;
  nameZh: string;
}

export const BREAK_CODE = { pattern: /^[a-z][a-z0-9-]*$/, rule: 'must be a-z, 0-9 and -, beginning with a letter', max: 20 };
export const MOST_REASONS = 20;

/** What a tenant has before it says otherwise. */
export const USUAL_REASONS: readonly BreakReason[] = [
  { code: 'lunch', nameEn: 'Lunch', nameZh: '用餐' },
  { code: 'rest', nameEn: 'Rest', nameZh: '休息' },
  { code: 'training', nameEn: 'Training', nameZh: '培训' },
  { code: 'meeting', nameEn: 'Meeting', nameZh: '会议' },
  { code: 'back-office', nameEn: 'Back office', nameZh: '后台处理' },
];

/** The place of the first code that stands in the list already; -1 where each stands there once. */
export function secondOfCode(reasons: readonly Pick<BreakReason, 'code'>[]): number {
  return reasons.findIndex(({ code }, place) => reasons.findIndex((each) => each.code === code) < place);
}
