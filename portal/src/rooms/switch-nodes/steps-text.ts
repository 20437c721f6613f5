import { useTexts } from '../../texts/define-texts';
import { integer } from '../../texts/formats';
import { nodesTexts } from './texts';

const STEPS = [
  'add_agent', 'set_agent_time', 'set_agent_contact', 'set_agent_status', 'free_agent', 'delete_agent', 'add_tier', 'set_tier_level', 'set_tier_position',
  'delete_tier', 'reload_queue', 'unload_queue', 'end_call', 'end_registration', 'requeue_caller',
] as const;

/** `agents put into queues: 200; agents added: 200`, the most frequent first; a kind that has no words yet by its own name. */
export function useStepsText(): (counts: Record<string, unknown>) => string {
  const t = useTexts(nodesTexts);
  const text = ([kind, count]: [string, unknown]): string => {
    const known = STEPS.find((each) => each === kind.replaceAll('-', '_'));
    const times = integer(Number(count));
    return known ? t(`step_${known}`, { times }) : `${kind}: ${times}`;
  };
  return (counts) => Object.entries(counts).sort(([, a], [, b]) => Number(b) - Number(a)).map(text).join(t('steps_between'));
}
