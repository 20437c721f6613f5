import { PhoneOutlined } from '@ant-design/icons';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useTexts } from '../../texts/define-texts';
import { exitsOf, type StepDocument } from './document';
import { KindIcon } from './kind-icons';
import { useStepWords } from './step-words';
import { ivrScripts } from './texts';

export interface StepData extends Record<string, unknown> {
  name: string;
  step: StepDocument;
  /** What the steps are called to which its exits lead. */
  targets: Record<string, string | null>;
  errors: number;
  warnings: number;
  /** While it is tried out: where the caller is, or has been. */
  trail: 'here' | 'walked' | null;
}

export type StepNodeType = Node<StepData, 'step'>;
export type BeginNodeType = Node<Record<string, never>, 'begin'>;

export const StepNode = memo(function StepNode({ data: { name, step, targets, errors, warnings, trail } }: NodeProps<StepNodeType>) {
  const t = useTexts(ivrScripts);
  const words = useStepWords();
  return (
    <div className="ivr-node" data-trail={trail ?? undefined} data-severity={errors > 0 ? 'error' : warnings > 0 ? 'warning' : undefined}>
      <Handle type="target" position={Position.Left} className="ivr-in" />
      <div className="ivr-node-head">
        <KindIcon type={step.type} />
        <div className="ivr-node-names">
          <div className="ivr-node-title">{words.step(name, step)}</div>
          <div className="ivr-node-kind">{words.kind(step.type)}{words.step(name, step) !== name && ` · ${name}`}</div>
        </div>
        {errors > 0 && <span className="ivr-badge" data-severity="error" title={t('errors', { count: errors })}>{errors}</span>}
        {errors === 0 && warnings > 0 && <span className="ivr-badge" data-severity="warning" title={t('warnings', { count: warnings })}>{warnings}</span>}
      </div>
      <div className="ivr-node-summary">{words.summary(step)}</div>
      {exitsOf(step).map((exit) => (
        <div key={exit.id} className="ivr-exit">
          <span className="ivr-exit-name">{words.exit(step, exit)}</span>
          <span className="ivr-exit-to" data-open={(exit.to === null && !exit.isOptional) || undefined}>
            {exit.to === null ? (exit.isOptional ? words.unset(exit.id) : t('not_connected')) : (targets[exit.id] ?? exit.to)}
          </span>
          <Handle type="source" position={Position.Right} id={exit.id} className="ivr-out" />
        </div>
      ))}
    </div>
  );
});

export const BeginNode = memo(function BeginNode() {
  const t = useTexts(ivrScripts);
  return (
    <div className="ivr-begin">
      <PhoneOutlined aria-hidden /> {t('begin')}
      <Handle type="source" position={Position.Right} id="start" className="ivr-out" />
    </div>
  );
});
