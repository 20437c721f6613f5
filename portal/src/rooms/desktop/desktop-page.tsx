import { Flex } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { ProblemError } from '../../api/problem';
import type { Schemas } from '../../api/types';
import { useOwnStatus } from '../../live/use-own-status';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { StatusPage } from '../../ui/status-page';
import { CallCards } from './call-cards';
import { ownAgent } from './desktop-queries';
import { PhoneCard } from './phone-card';
import { StatusCard } from './status-card';
import { desktop } from './texts';

/** Where an agent works: the state on the left, the call in the middle, the phone on the right. */
export function DesktopPage() {
  const t = useTexts(desktop);
  const query = useQuery(ownAgent);
  useOwnStatus(query.data, query.refetch);
  if (query.error instanceof ProblemError && query.error.is('not_found')) {
    return <StatusPage status="info" title={t('no_agent')} hint={t('no_agent_hint')} />;
  }
  return <Loaded query={query}>{(agent) => <Desktop agent={agent} />}</Loaded>;
}

function Desktop({ agent }: { agent: Schemas['AgentDto'] }) {
  return (
    <Flex gap={16} wrap align="flex-start">
      <Flex vertical gap={16} style={{ flex: '1 1 280px', maxWidth: 420, minWidth: 0 }}>
        <StatusCard agent={agent} />
        <PhoneCard agent={agent} />
      </Flex>
      <div style={{ flex: '3 1 460px', minWidth: 0 }}>
        <CallCards agent={agent} />
      </div>
    </Flex>
  );
}
