import { Flex, Typography } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { StateDot } from '../../ui/state-dot';
import { exitsOf, isObject, type StepDocument } from './document';
import type { Change } from './ivr-scripts-queries';
import { KindIcon } from './kind-icons';
import { type StepWords, useStepWords } from './step-words';
import { ivrScripts } from './texts';

const COLOURS = { added: 'good', removed: 'bad', changed: 'busy' } as const;

/** What was added, taken out and changed, step by step, in the fields' own names. */
export function DifferenceView({ changes }: { changes: readonly Change[] }) {
  const t = useTexts(ivrScripts);
  if (changes.length === 0) return <Typography.Text type="secondary">{t('same')}</Typography.Text>;
  const steps = [...new Set(changes.map(({ step }) => step))];
  return (
    <Flex vertical component="ul" gap={8} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {steps.map((step) => <li key={step ?? ''} className="ivr-part"><StepChanges step={step} changes={changes.filter((each) => each.step === step)} /></li>)}
    </Flex>
  );
}

function StepChanges({ step, changes }: { step: string | null; changes: readonly Change[] }) {
  const t = useTexts(ivrScripts);
  const words = useStepWords();
  const [whole] = changes.filter(({ pointer }) => pointer === '');
  const change = whole ? (whole.change as keyof typeof COLOURS) : 'changed';
  const document = whole && (isObject(whole.after) ? whole.after : isObject(whole.before) ? whole.before : null);
  return (
    <>
      <Flex gap={8} align="center" wrap>
        {document && <KindIcon type={String(document['type'])} />}
        <Typography.Text strong>{step ?? t('whole_script')}</Typography.Text>
        <StateDot colour={COLOURS[change]}>{t(`change_${change}`)}</StateDot>
      </Flex>
      {document ? <WholeStep step={document as unknown as StepDocument} /> : (
        <dl className="ivr-changes">
          {changes.map((change) => (
            <div key={change.pointer}>
              <dt>{fieldText(words, change.pointer)}</dt>
              <dd><BeforeAfter field={change.pointer.split('/')[1] ?? ''} change={change} /></dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** A step that is there in one of both alone: what it says, and where it leads. */
function WholeStep({ step }: { step: StepDocument }) {
  const words = useStepWords();
  const exits = exitsOf(step).filter(({ to }) => to !== null).map((exit) => `${words.exit(step, exit)} → ${exit.to}`);
  return (
    <Typography.Text type="secondary" style={{ display: 'block' }}>
      {words.kind(step.type)}: {words.summary(step)}
      {exits.length > 0 && <span style={{ display: 'block' }}>{exits.join(' · ')}</span>}
    </Typography.Text>
  );
}

function BeforeAfter({ field, change: { change, before, after } }: { field: string; change: Change }) {
  const t = useTexts(ivrScripts);
  const words = useStepWords();
  const text = (value: unknown) => valueText(words, field, value) || t('nothing_there');
  return (
    <>
      {change !== 'added' && <del>{text(before)}</del>}
      {change === 'changed' && <span aria-hidden> → </span>}
      {change !== 'removed' && <ins>{text(after)}</ins>}
    </>
  );
}

/** @param pointer into a step: `/options/2` */
function fieldText(words: StepWords, pointer: string): string {
  const [field = '', ...rest] = pointer.split('/').slice(1);
  return [words.field(field), ...rest].join(' › ');
}

function valueText(words: StepWords, field: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (field === 'prompts' || field === 'invalid') return Array.isArray(value) ? value.map(bothLanguages).join(' · ') : String(value);
  if (field === 'branches' && Array.isArray(value)) return value.map((branch: unknown) => `${words.condition(branch)} → ${isObject(branch) ? String(branch['next'] ?? '') : ''}`).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Either may be what was changed. */
function bothLanguages(prompt: unknown): string {
  if (!isObject(prompt)) return String(prompt);
  if (!isObject(prompt['text'])) return `♪ ${String(prompt['sound'])}`;
  return Object.values(prompt['text']).map(String).join(' / ');
}
