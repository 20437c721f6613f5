import type { Account } from './account';
import type { Expected } from './compare';
import type { PlacedCall, Stage } from './stage';
import type { Slug, StageRequest } from './stages';

/** One story of the floor: what it needs, what happens, and what must be true afterwards. */
export interface Scenario {
  /** Also the name of its queue: a-z, 0-9 and -, at most 31. */
  name: string;
  stages: Partial<Record<Slug, StageRequest>>;
  /** Resolves when nothing more will happen; the product may still be at work on it. */
  play(on: Play): Promise<void>;
  expected: Expected<Account>;
  /** Must be the only one at work. */
  alone?: boolean;
  /** What becomes of its calls hangs on milliseconds, and is not compared between switches. */
  varies?: boolean;
  /** Speaks SIP by hand, which the simulator does not hear. */
  sip?: boolean;
}

/** What a scenario plays with, and where it leaves what it saw. */
export interface Play {
  /** @throws Error when the scenario asked for no stage of that tenant */
  stage(slug: Slug): Stage;
  /** Calls whose accounts will be read, in the order of the expectation. */
  calls: PlacedCall[];
  facts: Record<string, unknown>;
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
