import { Card, Flex, Statistic, theme, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { agentStateOf } from '../../live/agent-state';
import { type FloorView, queuesNow } from '../../live/floor';
import { serviceLevelToday } from '../../live/service-level';
import { useServerNow } from '../../live/use-server-now';
import { useTexts } from '../../texts/define-texts';
import { duration, integer, percent } from '../../texts/formats';
import { floor } from './texts';

/** The figures that one looks for first. */
export function Figures({ view }: { view: FloorView }) {
  const t = useTexts(floor);
  const now = useServerNow();
  const queues = useMemo(() => queuesNow(view), [view]);
  const states = useMemo(() => [...view.agents.values()].map(agentStateOf), [view.agents]);
  const waiting = sum(queues.map((queue) => queue.waiting));
  const talking = sum(queues.map((queue) => queue.talking));
  const first = queues.flatMap(({ firstWaitingSince: since }) => (since === null ? [] : [Date.parse(since)]));
  const longest = first.length > 0 ? duration((now - Math.min(...first)) / 1000) : '–';
  const ready = states.filter((state) => state === 'ready').length;
  const signedIn = states.filter((state) => state !== 'logged_out').length;
  return (
    <Flex gap={16} wrap>
      <Figure title={t('waiting')} value={integer(waiting)} id="waiting" />
      <Figure title={t('longest_wait')} value={longest} id="longest-wait" />
      <Figure title={t('talking')} value={integer(talking)} id="talking" />
      <ServiceLevel />
      <Figure title={t('ready')} value={integer(ready)} id="ready" note={t('of_signed_in', { count: signedIn })} />
    </Flex>
  );
}

function ServiceLevel() {
  const t = useTexts(floor);
  const { data } = useQuery(serviceLevelToday);
  const { permille = null, contract } = data ?? {};
  const missed = permille !== null && contract && permille < contract.target * 10;
  const note = contract ? t('of_target', { target: contract.target, seconds: contract.answer_seconds }) : t('no_contract');
  return <Figure title={t('service_level')} value={percent(permille === null ? null : permille / 1000)} id="service-level" note={note} isBad={missed ?? false} />;
}

function Figure({ title, value, note, id, isBad = false }: { title: string; value: string; note?: string; id: string; isBad?: boolean }) {
  const { token } = theme.useToken();
  return (
    <Card style={{ flex: '1 1 150px' }} styles={{ body: { padding: '14px 20px' } }}>
      <Statistic className="figures" title={title} value={value} data-figure={id} styles={{ content: isBad ? { color: token.colorError } : {} }} />
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>{note ?? ' '}</Typography.Text>
    </Card>
  );
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
