import type { Schemas } from '../../api/types';

type Timing = Extract<keyof Schemas['AgentDto'], 'wrap_up' | 'ring_seconds' | 'max_no_answer' | 'reject_delay' | 'busy_delay' | 'no_answer_delay'>;

/** What is set for each agent, in the order that people think of it, with the API's bounds and its usual values. */
export const TIMINGS = [
  { key: 'wrap_up', unit: 'seconds', min: 0, max: 86_400, usual: 3 },
  { key: 'ring_seconds', unit: 'seconds', min: 1, max: 60, usual: 15 },
  { key: 'max_no_answer', unit: 'offers', min: 0, max: 100, usual: 3 },
  { key: 'no_answer_delay', unit: 'seconds', min: 1, max: 86_400, usual: 5 },
  { key: 'reject_delay', unit: 'seconds', min: 1, max: 86_400, usual: 5 },
  { key: 'busy_delay', unit: 'seconds', min: 1, max: 86_400, usual: 5 },
] as const satisfies readonly { key: Timing; unit: 'seconds' | 'offers'; min: number; max: number; usual: number }[];
