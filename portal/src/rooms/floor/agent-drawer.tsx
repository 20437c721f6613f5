import { Card, Drawer, Flex, Grid, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { agentLabel, oneAgent } from '../../data/agents';
import { agentNow, agentStateOf, agentStateSince } from '../../live/agent-state';
import { AgentStateDot } from '../../live/agent-state-dot';
import { Since } from '../../live/since';
import type { LiveFloor } from '../../live/use-floor';
import { EditAgentQueues } from '../../staffing/edit-agent-queues';
import { SetStatus } from '../../staffing/set-status';
import { useStorePart } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import type { FloorAgent } from './agent-rows';
import { floor as texts } from './texts';

/** One agent: what a supervisor changes from minute to minute. */
export function AgentDrawer({ floor, id, onClose }: { floor: LiveFloor; id: string; onClose: () => void }) {
  const small = !(Grid.useBreakpoint().sm ?? true);
  const agent = useStorePart(floor, (view) => [...(view?.agents.values() ?? [])].find((each) => each.id === id));
  return (
    <Drawer open title={agent ? agentLabel(agent) : ''} size={small ? '100%' : 480} onClose={onClose} mask={{ closable: true }}>
      {agent && <Body agent={agent} />}
    </Drawer>
  );
}

function Body({ agent }: { agent: FloorAgent }) {
  const t = useTexts(texts);
  const query = useQuery(oneAgent(agent.id));
  const { refetch } = query;
  // somebody else may change it, and the seat with it
  useEffect(() => void refetch(), [agent.status_since, refetch]);
  return (
    <Flex vertical gap={16}>
      <Flex gap={12} align="center">
        <AgentStateDot state={agentStateOf(agent)} />
        <Typography.Text type="secondary" className="figures"><Since at={agentStateSince(agent)} /></Typography.Text>
        <Link to={'/agents/$id' as string} params={{ id: agent.id } as never} style={{ marginInlineStart: 'auto' }}>{t('open_agent')}</Link>
      </Flex>
      <Card size="small" title={t('set_state')}>
        <Loaded query={query}>{({ data }) => <SetStatus agent={{ ...data, status: agentNow(data, agent).status }} />}</Loaded>
      </Card>
      <Card size="small" title={t('serves')}>
        <EditAgentQueues agentId={agent.id} mayChange />
      </Card>
    </Flex>
  );
}
