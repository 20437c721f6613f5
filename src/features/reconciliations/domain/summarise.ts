import type { Correction } from '../../../telephony/reconciler/correction';
import type { TakenStep } from '../../../telephony/reconciler/reconciler-journal';

/** What one pass of the reconciler did for one tenant. */
export interface Findings {
  /** How often each kind of step was taken. */
  counts: Record<string, number>;
  /** Steps that the switch refused; the next pass tries again. */
  refused: number;
  /** What was mended, `kind subject`, the first few: a provisioning takes hundreds of steps. */
  examples: string[];
}

const EXAMPLES = 20;

/** The steps of a pass by SIP domain; a step that belongs to no domain is left out. */
export function summarise(steps: readonly TakenStep[]): Map<string, Findings> {
  const byDomain = new Map<string, Findings>();
  for (const { correction, accepted } of steps) {
    const subject = subjectOf(correction);
    const domain = subject.split('@')[1];
    if (domain === undefined) continue;
    const findings = byDomain.get(domain) ?? { counts: {}, refused: 0, examples: [] };
    findings.counts[correction.kind] = (findings.counts[correction.kind] ?? 0) + 1;
    if (!accepted) findings.refused += 1;
    if (findings.examples.length < EXAMPLES) findings.examples.push(`${correction.kind} ${subject}`);
    byDomain.set(domain, findings);
  }
  return byDomain;
}

/** The agent, queue or seat that a step is about, with its domain. */
function subjectOf(correction: Correction): string {
  if ('seat' in correction) return correction.seat;
  return 'agent' in correction ? correction.agent : correction.queue;
}
