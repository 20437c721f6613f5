/** Callers of a period in a queue, counted. Whole numbers from 0; each "within" is part of its total. */
export interface WaitCounts {
  readonly answered: number;
  /** Answered after waiting T or less. */
  readonly answeredWithinT: number;
  readonly abandoned: number;
  /** Gave up after T or less. */
  readonly abandonedWithinT: number;
  /** Gave up after s or less: short abandons, often misdialled. */
  readonly abandonedWithinS: number;
}

interface Formula {
  /** Both are counts of callers. */
  readonly numerator: (counts: WaitCounts) => number;
  readonly denominator: (counts: WaitCounts) => number;
  readonly definition: { readonly en: string; readonly zh: string };
}

/**
 * The six published formulas (compared at callcentrehelper.com with ICMI's example). A promise of 85 % may hold under
 * one and fail under the other five on the same day: the contract names its formula, reports print its definition.
 */
export const SERVICE_LEVEL_FORMULAS = {
  A: {
    numerator: (c) => c.answeredWithinT + c.abandonedWithinT,
    denominator: (c) => c.answered + c.abandoned,
    definition: {
      en: '(answered within T + abandoned within T) ÷ (answered + abandoned)',
      zh: '（T 秒内应答数 + T 秒内放弃数）÷（应答数 + 放弃数）',
    },
  },
  B: {
    numerator: (c) => c.answeredWithinT,
    denominator: (c) => c.answered,
    definition: {
      en: 'answered within T ÷ answered; abandoned calls are left out',
      zh: 'T 秒内应答数 ÷ 应答数；放弃来电不计',
    },
  },
  C: {
    numerator: (c) => c.answeredWithinT,
    denominator: (c) => c.answered + c.abandoned,
    definition: {
      en: 'answered within T ÷ (answered + abandoned); every abandoned call counts against it',
      zh: 'T 秒内应答数 ÷（应答数 + 放弃数）；所有放弃来电均计为未达标',
    },
  },
  D: {
    numerator: (c) => c.answeredWithinT,
    denominator: (c) => c.answered + c.abandoned - c.abandonedWithinT,
    definition: {
      en: 'answered within T ÷ (answered + abandoned after T)',
      zh: 'T 秒内应答数 ÷（应答数 + T 秒后放弃数）',
    },
  },
  E: {
    numerator: (c) => c.answeredWithinT + c.abandonedWithinS,
    denominator: (c) => c.answered + c.abandoned,
    definition: {
      en: '(answered within T + abandoned within s) ÷ (answered + abandoned)',
      zh: '（T 秒内应答数 + s 秒内放弃数）÷（应答数 + 放弃数）',
    },
  },
  F: {
    numerator: (c) => c.answeredWithinT,
    denominator: (c) => c.answered + c.abandoned - c.abandonedWithinS,
    definition: {
      en: 'answered within T ÷ (answered + abandoned − abandoned within s); short abandons are left out',
      zh: 'T 秒内应答数 ÷（应答数 + 放弃数 − s 秒内放弃数）；短时放弃不计',
    },
  },
} as const satisfies Record<string, Formula>;

export type ServiceLevelFormula = keyof typeof SERVICE_LEVEL_FORMULAS;

/** What a contract promises; versioned by date with the contract. */
export interface ServiceLevelTerms {
  readonly formula: ServiceLevelFormula;
  /** T, 1 to 3600. */
  readonly seconds: number;
  /** s, 0 to 3600. */
  readonly shortAbandon: number;
  /** Per cent, 1 to 100. */
  readonly target: number;
}

/** The strictest formula and the trade's usual promise: more than 85 % answered within 15 s. */
export const DEFAULT_SERVICE_LEVEL: ServiceLevelTerms = { formula: 'C', seconds: 15, shortAbandon: 5, target: 85 };

/**
 * The service level, 0 to 1; null when there is no call to measure, which is neither kept nor broken.
 * @throws RangeError when the counts contradict one another
 */
export function serviceLevel(formula: ServiceLevelFormula, counts: WaitCounts): number | null {
  checkCounts(counts);
  const { numerator, denominator }: Formula = SERVICE_LEVEL_FORMULAS[formula];
  const callers = denominator(counts);
  return callers === 0 ? null : numerator(counts) / callers;
}

function checkCounts(counts: WaitCounts): void {
  for (const [name, count] of Object.entries(counts)) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`${name} must be a whole number from 0, not ${count}`);
    }
  }
  if (counts.answeredWithinT > counts.answered) throw new RangeError('answeredWithinT exceeds answered');
  if (counts.abandonedWithinT > counts.abandoned) throw new RangeError('abandonedWithinT exceeds abandoned');
  if (counts.abandonedWithinS > counts.abandoned) throw new RangeError('abandonedWithinS exceeds abandoned');
}
