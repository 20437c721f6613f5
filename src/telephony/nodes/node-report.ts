/** What a switch process tells of the node that it drives. Times are ISO 8601. */
export interface NodeReport {
  node: string;
  at: string;
  /** Since when the process runs. */
  startedAt: string;
  link: { up: boolean; since: string; reason: string | null };
  /** What the switch told of itself last; null before its first heartbeat. */
  switch: SwitchFigures | null;
  reconciliation: ReconciliationReport | null;
}

export interface SwitchFigures {
  at: string;
  version: string;
  uptimeSeconds: number;
  /** Legs at this moment, of the most that the switch takes. */
  sessions: number;
  maxSessions: number;
  /** 0 to 100. */
  idleCpuPercent: number;
}

/** The reconciler's last pass. */
export interface ReconciliationReport {
  at: string;
  milliseconds: number;
  /** How many steps it took, by kind; none when all was as it should be. */
  corrections: Record<string, number>;
  refused: number;
  /** Why it could not be done; null when it was. */
  failure: string | null;
}
