import type { Correction } from './correction';

/** A step that the reconciler took, and whether the switch accepted it. */
export interface TakenStep {
  correction: Correction;
  accepted: boolean;
}

/** Who is told what the reconciler did. Answered by the feature that keeps it. */
export abstract class ReconcilerJournal {
  abstract record(node: string, steps: TakenStep[]): Promise<void>;
}
