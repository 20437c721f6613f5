import { Card, Flex, Statistic, Typography } from 'antd';
import { useMemo } from 'react';
import { agentStateOf } from '../../live/agent-state';
import { type FloorView, queuesNow } from '../../live/floor';
import { useServerNow } from '../../live/use-server-now';
import { useTexts } from '../../texts/define-texts';
import { duration, integer } from '../../texts/formats';
import { floor } from './texts';

/** The four figures that one looks for first. */
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
      <Figure title={t('ready')} value={integer(ready)} id="ready" note={t('of_signed_in', { count: signedIn })} />
    </Flex>
  );
}

function Figure({ title, value, note, id }: { title: string; value: string; note?: string; id: string }) {
  return (
    <Card style={{ flex: '1 1 150px' }} styles={{ body: { padding: '14px 20px' } }}>
      <Statistic className="figures" title={title} value={value} data-figure={id} />
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>{note ?? ' '}</Typography.Text>
    </Card>
  );
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
