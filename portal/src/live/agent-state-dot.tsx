import { useBreakReasonName } from '../data/break-reasons';
import { useTexts } from '../texts/define-texts';
import { StateDot } from '../ui/state-dot';
import { AGENT_COLOURS, type AgentState } from './agent-state';
import { agentStates } from './agent-state-texts';

/** @param reason the code of the reason for a break */
export function AgentStateDot({ state, reason = null }: { state: AgentState; reason?: string | null }) {
  const t = useTexts(agentStates);
  return (
    <StateDot colour={AGENT_COLOURS[state]}>
      {state === 'on_break' && reason !== null ? <BreakReasonName code={reason} /> : t(state)}
    </StateDot>
  );
}

function BreakReasonName({ code }: { code: string }) {
  const t = useTexts(agentStates);
  return `${t('on_break')} · ${useBreakReasonName()(code)}`;
}
