import { Flex, Input, InputNumber, Segmented } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { isObject } from './document';
import { NamedSelect } from './named-select';
import { useStepForm } from './step-context';
import { stepTexts } from './step-texts';

/** One agent, the one who knows the caller, or a number outside. */
export function TargetEditor() {
  const t = useTexts(stepTexts);
  const { step, mayWrite, put } = useStepForm();
  const kind = targetOf(isObject(step['to']) ? step['to'] : {});
  return (
    <Flex vertical gap={8}>
      <Segmented
        disabled={!mayWrite}
        value={kind}
        options={TARGETS.map((value) => ({ value, label: t(`to_${value}`) }))}
        onChange={(next) => put(['to'], FRESH_TARGET[next])}
      />
      <TargetValue kind={kind} />
    </Flex>
  );
}

const TARGETS = ['agent', 'last_agent', 'number'] as const;
type TargetKind = (typeof TARGETS)[number];

const FRESH_TARGET: Record<TargetKind, Record<string, unknown>> = { agent: {}, last_agent: { last_agent_days: 30 }, number: { number: '' } };

function targetOf(to: Record<string, unknown>): TargetKind {
  if ('number' in to) return 'number';
  return 'last_agent_days' in to ? 'last_agent' : 'agent';
}

function TargetValue({ kind }: { kind: TargetKind }) {
  const t = useTexts(stepTexts);
  const { step, known, mayWrite, put } = useStepForm();
  const to = isObject(step['to']) ? step['to'] : {};
  switch (kind) {
    case 'agent':
      return <NamedSelect label={t('to_agent')} choices={known.agents} value={to['agent']} onChange={(next) => put(['to'], next === undefined ? {} : { agent: next })} />;
    case 'last_agent':
      return (
        <InputNumber
          aria-label={t('to_last_agent')}
          disabled={!mayWrite}
          style={{ width: '100%' }}
          min={1}
          max={365}
          precision={0}
          suffix={t('last_agent_days')}
          value={Number(to['last_agent_days'])}
          onChange={(next) => put(['to'], { last_agent_days: next ?? 30 })}
        />
      );
    case 'number':
      return (
        <Input
          aria-label={t('to_number')}
          readOnly={!mayWrite}
          placeholder={t('to_number_hint')}
          maxLength={30}
          value={String(to['number'] ?? '')}
          onChange={({ target }) => put(['to'], { number: target.value })}
        />
      );
  }
}
