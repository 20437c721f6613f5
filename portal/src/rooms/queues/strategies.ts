import type { Schemas } from '../../api/types';
import type { Translate } from '../../texts/define-texts';

type Strategy = NonNullable<Schemas['QueueSettingsDto']['strategy']>;

/** As mod_callcenter names them, the commonest first. */
export const STRATEGIES = [
  'longest-idle-agent',
  'round-robin',
  'top-down',
  'agent-with-least-talk-time',
  'agent-with-fewest-calls',
  'sequentially-by-agent-order',
  'random',
  'ring-all',
] as const satisfies readonly Strategy[];

type StrategyKey = `strategy_${'longest_idle_agent' | 'round_robin' | 'top_down' | 'agent_with_least_talk_time' | 'agent_with_fewest_calls' | 'sequentially_by_agent_order' | 'random' | 'ring_all'}`;

export function strategyName(t: Translate<StrategyKey>, strategy: Strategy = 'longest-idle-agent'): string {
  return t(`strategy_${strategy.replaceAll('-', '_')}` as StrategyKey);
}
