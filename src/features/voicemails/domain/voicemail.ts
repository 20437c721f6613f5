/** `expected` from when the caller is asked to speak until what he said is taken in; then it waits for somebody to see to it. */
export const VOICEMAIL_STATES = ['new', 'taken', 'done'] as const;
export type VoicemailState = (typeof VOICEMAIL_STATES)[number];

export interface SeenTo {
  state: VoicemailState | 'expected';
  takenById: string | null;
}

/** What an act comes to: a change, nothing to do, or why it may not be. */
export type Outcome = 'changes' | 'same' | 'taken-by-another' | 'not-taken' | 'over';

/** Somebody takes it on; two do not. */
export function take({ state, takenById }: SeenTo, by: string): Outcome {
  if (state === 'done') return 'over';
  if (state === 'new') return 'changes';
  return takenById === by ? 'same' : 'taken-by-another';
}

/** Whoever may see to messages may finish one that another has taken, who is ill, say. */
export function finish({ state }: SeenTo): Outcome {
  if (state === 'done') return 'same';
  return state === 'new' ? 'not-taken' : 'changes';
}

/** It waits for somebody again. */
export function reopen({ state }: SeenTo): Outcome {
  return state === 'new' ? 'same' : 'changes';
}
