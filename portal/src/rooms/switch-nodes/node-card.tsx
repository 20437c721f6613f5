import { Alert, Card, Descriptions, Empty, Flex, Table, Typography } from 'antd';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { integer, moment } from '../../texts/formats';
import type { StateColour } from '../../theme/theme';
import { StateDot } from '../../ui/state-dot';
import { UsageBar } from '../../ui/usage-bar';
import { stateOf, type NodeState } from './node-state';
import { useStepsText } from './steps-text';
import { nodesTexts } from './texts';
import { useAgo } from './use-ago';

type Node = Schemas['SwitchNodeDto'];

const COLOURS: Record<NodeState, StateColour> = { up: 'good', down: 'bad', gone: 'bad' };

export function NodeCard({ node }: { node: Node }) {
  const t = useTexts(nodesTexts);
  const { ago } = useAgo();
  const state = stateOf(node);
  return (
    <Card title={<span>{node.node}</span>} extra={<StateDot colour={COLOURS[state]}>{t(`state_${state}`)}</StateDot>}>
      <Flex vertical gap={16}>
        {state === 'gone' && <Alert type="error" showIcon title={t('gone', { ago: ago(node.at) })} />}
        {state === 'down' && <Alert type="error" showIcon title={t('down', { reason: node.link.reason ?? '–' })} />}
        <Facts node={node} />
        <Mended node={node} />
        <Findings findings={node.findings} />
      </Flex>
    </Card>
  );
}

function Facts({ node: { link, started_at: startedAt, switch: figures, reconciliation } }: { node: Node }) {
  const t = useTexts(nodesTexts);
  const { ago, lasting } = useAgo();
  const items = [
    { key: 'link', label: t('link'), children: <span>{t(link.up ? 'state_up' : 'state_down')} {t('link_since', { ago: ago(link.since) })}</span> },
    { key: 'process', label: t('process'), children: ago(startedAt) },
    { key: 'version', label: t('version'), children: figures ? <span style={{ overflowWrap: 'anywhere' }}>{figures.version}</span> : t('not_yet') },
    { key: 'uptime', label: t('uptime'), children: figures ? lasting(figures.uptime_seconds) : t('not_yet') },
    { key: 'sessions', label: t('sessions'), children: figures ? <UsageBar label={t('sessions')} used={figures.sessions} limit={figures.max_sessions} refuses /> : t('not_yet') },
    { key: 'idle', label: t('idle'), children: figures ? `${figures.idle_cpu_percent} %` : t('not_yet') },
    { key: 'reconciled', label: t('reconciled'), children: reconciliation ? t('reconciled_text', { ago: ago(reconciliation.at), ms: integer(reconciliation.milliseconds) }) : t('not_yet') },
    { key: 'steps', label: t('what'), children: reconciliation ? <Steps of={reconciliation} /> : t('not_yet') },
  ];
  return <Descriptions column={{ xs: 1, md: 2 }} size="small" items={items} styles={{ label: { width: 150 } }} />;
}

function Steps({ of: { corrections, failure } }: { of: NonNullable<Node['reconciliation']> }) {
  const [t, stepsText] = [useTexts(nodesTexts), useStepsText()];
  if (failure !== null) return <Typography.Text type="danger">{t('failed', { why: failure })}</Typography.Text>;
  return <>{Object.keys(corrections).length === 0 ? t('as_it_should') : stepsText(corrections)}</>;
}

function Mended({ node: { mended } }: { node: Node }) {
  const t = useTexts(nodesTexts);
  const figures = [
    { key: 'agents_freed', value: mended.agents_freed },
    { key: 'callers_requeued', value: mended.callers_requeued },
    { key: 'passes', value: mended.passes },
    { key: 'refused', value: mended.refused },
  ] as const;
  return (
    <div>
      <Typography.Title level={3} style={{ fontSize: 16 }}>{t('mended')}</Typography.Title>
      <Flex gap={24} wrap>
        {figures.map(({ key, value }) => (
          <div key={key}>
            <Typography.Text className="figures" style={{ fontSize: 24, display: 'block' }}>{integer(value)}</Typography.Text>
            <Typography.Text type="secondary">{t(key)}</Typography.Text>
          </div>
        ))}
      </Flex>
    </div>
  );
}

function Findings({ findings }: { findings: Node['findings'] }) {
  const [t, stepsText] = [useTexts(nodesTexts), useStepsText()];
  if (findings.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('nothing_found')} />;
  return (
    <div>
      <Typography.Title level={3} style={{ fontSize: 16 }}>{t('findings')}</Typography.Title>
      <Table<Node['findings'][number]>
        size="small"
        rowKey="id"
        dataSource={findings}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
        scroll={{ x: 'max-content' }}
        expandable={{ expandedRowRender: ({ examples }) => <Flex vertical>{examples.map((each) => <Typography.Text code key={each}>{each}</Typography.Text>)}</Flex> }}
        columns={[
          { title: t('at'), key: 'at', render: (_, { created_at: at }) => moment(at, undefined) },
          { title: t('tenant'), key: 'tenant', render: (_, { tenant_id: id, tenant_name: name }) => <Link to={'/tenants/$id' as string} params={{ id } as never}>{name}</Link> },
          { title: t('what'), key: 'what', render: (_, { counts }) => stepsText(counts) },
          { title: t('refused'), key: 'refused', align: 'right', render: (_, { refused }) => <span className="figures">{refused}</span> },
        ]}
      />
    </div>
  );
}
