import { Alert, Button, Card, Collapse, Empty, Flex, Typography } from 'antd';
import { type ReactNode, useMemo } from 'react';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { integer } from '../../texts/formats';
import { ProblemAlert } from '../../ui/problem-alert';
import { KindTag } from './kind-tag';
import { countsOf, type Kind, planGroups, type PlanGroup, type PlanLine } from './plan-groups';
import { wizard } from './texts';

const KINDS: Kind[] = ['add', 'change', 'remove'];
/** A longer section waits to be opened. */
const SHORT = 12;

interface PlanStepProps {
  plan: Schemas['PlanDto'];
  /** It was read before, and somebody changed the tenant since. */
  isNew: boolean;
  isApplying: boolean;
  error: unknown;
  onApply: () => void;
  actions: ReactNode;
}

/** What is going to be created, changed and removed. */
export function PlanStep({ plan: { changes, text }, isNew, isApplying, error, onApply, actions }: PlanStepProps) {
  const t = useTexts(wizard);
  const groups = useMemo(() => planGroups(changes), [changes]);
  const counts = countsOf(changes);
  const open = groups.filter(({ lines, counts: own }) => lines.length <= SHORT || own.remove > 0).map(({ section }) => section);
  return (
    <Flex vertical gap={16}>
      {isNew && <Alert type="warning" showIcon title={t('plan_changed')} />}
      {counts.remove > 0 && <Alert type="error" showIcon title={t('plan_removes', { count: counts.remove })} description={t('plan_removes_about')} />}
      <Card title={<Counts counts={counts} isLong />} styles={{ body: { padding: groups.length > 0 ? 0 : 24 } }}>
        {groups.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('plan_empty')} />
        ) : (
          <Collapse key={text} bordered={false} defaultActiveKey={open} items={groups.map((group) => ({ key: group.section, label: <b>{t(`section_${group.section}` as 'section_seats')}</b>, extra: <Counts counts={group.counts} />, children: <Lines group={group} /> }))} />
        )}
      </Card>
      <ProblemAlert error={error} />
      {isApplying && <Alert type="info" showIcon title={t('applying')} />}
      <Flex gap={8} justify="flex-end" wrap>
        {actions}
        <Button type="primary" danger={counts.remove > 0} loading={isApplying} disabled={changes.length === 0} onClick={onApply}>
          {t('apply')}
        </Button>
      </Flex>
    </Flex>
  );
}

function Counts({ counts, isLong = false }: { counts: Record<Kind, number>; isLong?: boolean }) {
  const t = useTexts(wizard);
  return (
    <Flex gap={4} wrap>
      {KINDS.filter((kind) => isLong || counts[kind] > 0).map((kind) => (
        <KindTag key={kind} kind={kind} isNothing={counts[kind] === 0}>{integer(counts[kind])} {t(`kind_${kind}`)}</KindTag>
      ))}
    </Flex>
  );
}

function Lines({ group: { lines } }: { group: PlanGroup }) {
  return <Flex vertical gap={6}>{lines.map((line, index) => <Line key={index} line={line} />)}</Flex>;
}

function Line({ line: { kind, name, count, details } }: { line: PlanLine }) {
  const t = useTexts(wizard);
  return (
    <Flex gap={10} align="baseline" wrap>
      <KindTag kind={kind}>{t(`kind_${kind}`)}</KindTag>
      {name !== '' && <Typography.Text strong className="figures">{name}</Typography.Text>}
      {count > 1 && <Typography.Text type="secondary">{t('times', { count })}</Typography.Text>}
      <Typography.Text type="secondary" style={{ flex: '1 1 260px', overflowWrap: 'anywhere' }}>{details}</Typography.Text>
    </Flex>
  );
}
