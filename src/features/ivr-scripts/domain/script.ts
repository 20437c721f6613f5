import type { Locale } from '../../tenants/domain/tenant-spec';
import type { Step } from './steps/registry';

/** A text in one language at least; whoever speaks another hears the one there is. `{{name}}` speaks a variable. */
export type SpokenText = Partial<Record<Locale, string>>;

export type Prompt = { sound: string } | { text: SpokenText };

/** What a caller is led through: steps by name, each with its exits. */
export interface Script {
  start: string;
  /** The queue that takes the caller when something fails that the script did not foresee. */
  fallback: string;
  steps: ReadonlyMap<string, Step>;
}

/** A script with all those that it calls, by their names. */
export interface Program {
  name: string;
  scripts: ReadonlyMap<string, Script>;
}

export const STEP_NAME = /^[a-z][a-z0-9_-]{0,39}$/;
export const VARIABLE_NAME = /^[a-z][a-z0-9_]{0,39}$/;

/** What every call knows from its beginning. */
export const GIVEN_VARIABLES = ['caller_number', 'called_number', 'customer_id', 'segment'] as const;

/** So many steps may a script have, and scripts call each other so deep. */
export const MOST_STEPS = 200;
export const MOST_DEPTH = 5;
