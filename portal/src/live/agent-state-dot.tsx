import { useTexts } from '../texts/define-texts';
import { StateDot } from '../ui/state-dot';
import { AGENT_COLOURS, type AgentState } from './agent-state';
import { agentStates } from './agent-state-texts';

export function AgentStateDot({ state }: { state: AgentState }) {
  const t = useTexts(agentStates);
  return <StateDot colour={AGENT_COLOURS[state]}>{t(state)}</StateDot>;
}
