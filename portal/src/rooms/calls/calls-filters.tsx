import { Button, Card, Flex, Input, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { agentLabel, allAgents } from '../../data/agents';
import { OUTCOMES, useOutcomeName } from '../../data/outcomes';
import { allQueues } from '../../data/queues';
import { useSegments } from '../../data/segments';
import { useWrapUpCodeName, useWrapUpCodes } from '../../data/wrap-up-codes';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { FilterChoice } from '../../ui/filter-choice';
import { type CallsSearch, DIRECTIONS } from './calls-queries';
import { PERIODS } from '../../data/period';
import { calls } from './texts';

interface CallsFiltersProps {
  search: CallsSearch;
  zone: string;
  change: (change: Partial<CallsSearch>) => void;
}

export function CallsFilters({ search, zone, change }: CallsFiltersProps) {
  const [t, outcomeName] = [useTexts(calls), useOutcomeName()];
  const mayAskForNumbers = useMay('personal-data:read');
  const isNarrowed = Object.values(search).some(Boolean);
  const clear = () => change({ number: '', direction: '', outcome: '', queue: '', agent: '', code: '', segment: '', period: '', from: '', to: '' });
  return (
    <Card styles={{ body: { padding: 12 } }} role="search">
      <Flex gap={8} wrap align="center">
        {mayAskForNumbers && (
          <Input.Search
            key={search.number}
            allowClear
            defaultValue={search.number}
            maxLength={60}
            inputMode="tel"
            placeholder={t('number_hint')}
            aria-label={t('number')}
            style={{ width: 280, maxWidth: '100%' }}
            onSearch={(number) => change({ number: number.replaceAll(' ', '') })}
          />
        )}
        <FilterChoice label={t('direction')} value={search.direction} onChange={(direction) => change({ direction })} options={DIRECTIONS.map((value) => ({ value, label: t(`direction_${value}`) }))} />
        <FilterChoice label={t('outcome')} value={search.outcome} onChange={(outcome) => change({ outcome })} options={OUTCOMES.map((value) => ({ value, label: outcomeName(value) }))} />
        <QueueChoice value={search.queue} onChange={(queue) => change({ queue })} />
        <AgentChoice value={search.agent} onChange={(agent) => change({ agent })} />
        <CodeChoice value={search.code} onChange={(code) => change({ code })} />
        <SegmentChoice value={search.segment} onChange={(segment) => change({ segment })} />
        <FilterChoice label={t('period_all')} value={search.period} onChange={(period) => change({ period, from: '', to: '' })} options={PERIODS.map((value) => ({ value, label: t(`period_${value}`) }))} />
        {search.period === 'own' && <OwnPeriod search={search} change={change} />}
      </Flex>
      <Flex justify="space-between" align="center" style={{ minHeight: 24, marginTop: 8 }}>
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>{t('zone', { zone })}</Typography.Text>
        {isNarrowed && <Button type="link" size="small" onClick={clear}>{t('clear')}</Button>}
      </Flex>
    </Card>
  );
}

type ChoiceProps = Pick<ComponentProps<typeof FilterChoice>, 'value' | 'onChange'>;

function QueueChoice(props: ChoiceProps) {
  const t = useTexts(calls);
  const { data } = useQuery({ ...allQueues, enabled: useMay('queues:read') });
  return <FilterChoice {...props} label={t('queue')} options={(data ?? []).map(({ name }) => ({ value: name, label: name }))} />;
}

function AgentChoice(props: ChoiceProps) {
  const t = useTexts(calls);
  const { data } = useQuery({ ...allAgents, enabled: useMay('agents:read') });
  return <FilterChoice {...props} label={t('agent')} options={(data ?? []).map((agent) => ({ value: agent.number, label: agentLabel(agent) }))} />;
}

function CodeChoice(props: ChoiceProps) {
  const [t, nameOf] = [useTexts(calls), useWrapUpCodeName()];
  const codes = useWrapUpCodes();
  if (codes.length === 0) return null;
  const options = [...codes.map(({ code }) => ({ value: code, label: nameOf(code) })), { value: 'none', label: t('no_code') }];
  return <FilterChoice {...props} label={t('wrap_up_code')} options={options} />;
}

function SegmentChoice(props: ChoiceProps) {
  const t = useTexts(calls);
  const segments = useSegments();
  if (segments.length === 0) return null;
  return <FilterChoice {...props} label={t('segment')} options={segments.map(({ id, name }) => ({ value: id, label: name }))} />;
}

/** The browser's own fields: they are typed into, picked from and read aloud as people are used to. */
function OwnPeriod({ search, change }: Pick<CallsFiltersProps, 'search' | 'change'>) {
  const t = useTexts(calls);
  return (
    <>
      {(['from', 'to'] as const).map((side) => (
        <Input
          key={side}
          type="datetime-local"
          max="9999-12-31T23:59"
          aria-label={side === 'from' ? t('begun_from') : t('begun_before')}
          title={side === 'from' ? t('begun_from') : t('begun_before')}
          style={{ width: 210, maxWidth: '100%' }}
          defaultValue={search[side]}
          onChange={({ target }) => change({ [side]: target.value })}
        />
      ))}
    </>
  );
}
