import { App } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import { queries } from '../api/queries';
import type { Schemas } from '../api/types';
import { useTexts } from '../texts/define-texts';
import { connection } from './connection';
import type { LiveMessage } from './messages';
import { ownStatus } from './own-status-texts';

type Agent = Pick<Schemas['AgentDto'], 'number' | 'status'>;

/**
 * Has an agent's own page show a status that somebody else has set, or another page of the agent's, and say so.
 * @param readAnew reads the agent again, with the seat and whatever else goes with a status
 */
export function useOwnStatus(agent: Agent | undefined, readAnew: () => unknown): void {
  const t = useTexts(ownStatus);
  const { message: notes } = App.useApp();
  const hear = useEffectEvent((message: LiveMessage) => {
    const status = agent && statusIn(message, agent.number);
    // what this page asked for itself, its answer tells
    if (!status || status === agent.status || queries.isMutating() > 0) return;
    readAnew();
    void notes.info(t(status as 'available'));
  });
  const isAgent = agent !== undefined;
  useEffect(() => (isAgent ? connection.listen(hear) : undefined), [isAgent]);
}

function statusIn(message: LiveMessage, number: string): string | undefined {
  if (message.type === 'snapshot') return message.floor.agents.find((each) => each.number === number)?.status;
  return message.type === 'status' && message.agent.number === number ? message.agent.status : undefined;
}
