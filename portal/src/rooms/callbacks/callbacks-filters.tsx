import { Button, Card, Flex, Input, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { allQueues } from '../../data/queues';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { FilterChoice } from '../../ui/filter-choice';
import { type CallbacksSearch, STATES } from './callbacks-queries';
import { callbacks } from './texts';

interface CallbacksFiltersProps {
  search: CallbacksSearch;
  zone: string | undefined;
  change: (change: CallbacksSearch) => void;
}

export function CallbacksFilters({ search, zone, change }: CallbacksFiltersProps) {
  const t = useTexts(callbacks);
  const mayAskForNumbers = useMay('personal-data:read');
  const queues = useQuery({ ...allQueues, enabled: useMay('queues:read') }).data ?? [];
  const { state, queue, number } = search;
  return (
    <Card styles={{ body: { padding: 12 } }} role="search">
      <Flex gap={8} wrap align="center">
        {mayAskForNumbers && (
          <Input.Search
            key={number}
            allowClear
            defaultValue={number}
            maxLength={60}
            inputMode="tel"
            placeholder={t('number_hint')}
            aria-label={t('number')}
            style={{ width: 240, maxWidth: '100%' }}
            onSearch={(typed) => change({ number: typed.replaceAll(' ', '') })}
          />
        )}
        <FilterChoice label={t('state')} value={state} onChange={(chosen) => change({ state: chosen })} options={STATES.map((value) => ({ value, label: t(`state_${value}`) }))} />
        <FilterChoice label={t('queue')} value={queue} onChange={(chosen) => change({ queue: chosen })} options={queues.map(({ name }) => ({ value: name, label: name }))} />
      </Flex>
      <Flex justify="space-between" align="center" style={{ minHeight: 24, marginTop: 8 }}>
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>{zone && t('zone', { zone })}</Typography.Text>
        {(state || queue || number) && <Button type="link" size="small" onClick={() => change({ state: '', queue: '', number: '' })}>{t('clear')}</Button>}
      </Flex>
    </Card>
  );
}
