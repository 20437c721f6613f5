import type { LiveAgent, LiveWrapUp } from './live-view';

const TALKING = 'In a queue call';

export interface StateChange {
  number: string;
  /** mod_callcenter's word. */
  state: string;
  /** Epoch milliseconds. */
  at: number;
}

/** What a change of an agent's state means for the work after calls. */
export type WrapUpStep = 'none' | 'begins' | 'next-call';

/** mod_callcenter has no state for it: it begins where a queue's call ends, and the next call ends it. */
export function wrapUpStep(before: LiveAgent | null, { state }: StateChange): WrapUpStep {
  if (state === TALKING) return before?.state === TALKING ? 'none' : 'next-call';
  return before?.state === TALKING ? 'begins' : 'none';
}

/** @param seconds the agent's own, 0 for none */
export function wrapUpFrom({ number, at }: StateChange, seconds: number): LiveWrapUp | null {
  return seconds === 0 ? null : { number, since: new Date(at).toISOString(), until: new Date(at + seconds * 1000).toISOString() };
}
