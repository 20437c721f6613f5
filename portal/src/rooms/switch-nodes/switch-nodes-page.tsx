import { Card, Empty, Flex } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { RoomPage } from '../../ui/room-page';
import { NodeCard } from './node-card';
import { nodesTexts } from './texts';

export function SwitchNodesPage() {
  const t = useTexts(nodesTexts);
  const query = useQuery({
    queryKey: ['switch-nodes'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/switch-nodes', { signal })),
    refetchInterval: 5_000,
  });
  return (
    <RoomPage title={t('title')} about={t('about')}>
      <Loaded query={query}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <Card><Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} /></Card>
          ) : (
            <Flex vertical gap={16}>{nodes.map((node) => <NodeCard key={node.node} node={node} />)}</Flex>
          )
        }
      </Loaded>
    </RoomPage>
  );
}
