import { EditOutlined } from '@ant-design/icons';
import { Button, Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { handTopics, useTopicName } from '../../data/hand-topics';
import { spanOf } from '../../data/period';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { FilterChoice } from '../../ui/filter-choice';
import { RoomPage } from '../../ui/room-page';
import { useFilters } from '../../ui/search-params';
import { ui } from '../../ui/texts';
import { HandsByTopic } from './hands-by-topic';
import { HandsList } from './hands-list';
import { hands } from './texts';
import { TopicsDrawer } from './topics-drawer';

const PERIODS = ['today', 'yesterday', 'week', 'month'] as const;
const STATES = ['open', 'closed', 'lowered'] as const;

interface HandsSearch {
  period?: string | undefined;
  state?: string | undefined;
  topic?: string | undefined;
}

export function HandsPage() {
  const zone = useTenant().data?.timezone;
  return zone ? <HandsOf zone={zone} /> : null;
}

function HandsOf({ zone }: { zone: string }) {
  const [t, words, nameOf] = [useTexts(hands), useTexts(ui), useTopicName()];
  const mayWrite = useMay('agents:write');
  const topics = useQuery(handTopics).data;
  const [filters, setFilters] = useFilters<Record<string, string | undefined>>();
  const { period, state, topic } = filters as HandsSearch;
  const [editing, setEditing] = useState(false);
  // days move on while one looks, but not under the page that one looks at
  const span = useMemo(() => spanOf({ period }, zone, Date.now()), [period, zone]);
  const change = (next: HandsSearch) => setFilters({ ...next, after: undefined, before: undefined });
  const edit = mayWrite && topics && <Button icon={<EditOutlined />} aria-label={`${words('edit')}: ${t('topics')}`} onClick={() => setEditing(true)}>{t('topics')}</Button>;
  return (
    <RoomPage title={t('title')} about={t('about')} actions={edit}>
      <Flex gap={8} wrap role="search">
        <FilterChoice label={t('period')} value={period} onChange={(next) => change({ period: next })} options={PERIODS.map((value) => ({ value, label: t(`period_${value}`) }))} />
        <FilterChoice label={t('topic')} value={topic} onChange={(next) => change({ topic: next })} options={(topics?.data.topics ?? []).map(({ code }) => ({ value: code, label: nameOf(code) }))} />
        <FilterChoice label={t('state')} value={state} onChange={(next) => change({ state: next })} options={STATES.map((value) => ({ value, label: t(`state_${value}`) }))} />
      </Flex>
      <Typography.Title level={5} style={{ margin: 0 }}>{t('by_topic')}</Typography.Title>
      <HandsByTopic span={span} />
      <Typography.Title level={5} style={{ margin: 0 }}>{t('all_hands')}</Typography.Title>
      <HandsList span={span} zone={zone} state={STATES.find((each) => each === state)} topic={topic} />
      {topics && <TopicsDrawer topics={topics} open={editing} onClose={() => setEditing(false)} />}
    </RoomPage>
  );
}
