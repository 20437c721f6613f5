import { PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Card, Flex } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { exitsOf, type ScriptDocument } from './document';
import type { Trouble } from './findings';
import type { Trail } from './graph-parts';
import { KindIcon } from './kind-icons';
import { KindMenu } from './kind-menu';
import type { KindName } from './kinds';
import { useStepWords } from './step-words';
import { ivrScripts } from './texts';

interface StepListProps {
  document: ScriptDocument;
  troubles: readonly Trouble[];
  trail: Trail | null;
  selected: string | null;
  onSelect: (name: string) => void;
  /** Left out where nothing may be changed. */
  onAdd?: ((kind: KindName) => void) | undefined;
}

/** The steps one below the other, in the order in which a caller comes to them: for small screens. */
export function StepList({ document, troubles, trail, selected, onSelect, onAdd }: StepListProps) {
  const t = useTexts(ivrScripts);
  const words = useStepWords();
  return (
    <Card styles={{ body: { padding: 0 } }}>
      <ul className="ivr-list" aria-label={t('step_list')}>
        {inOrder(document).map((name) => {
          const step = document.steps[name]!;
          const errors = troubles.filter((each) => each.step === name && each.severity === 'error').length;
          return (
            <li key={name} data-trail={trail?.here === name ? 'here' : trail?.walked.includes(name) ? 'walked' : undefined}>
              <button type="button" className="ivr-list-step" aria-pressed={selected === name} onClick={() => onSelect(name)}>
                <KindIcon type={step.type} />
                <span className="ivr-list-text">
                  <strong>{words.step(name, step)}</strong>
                  <span className="ivr-list-about">{words.kind(step.type)} · {words.summary(step)}</span>
                  {exitsOf(step).filter(({ to, isOptional }) => to !== null || !isOptional).map((exit) => (
                    <span key={exit.id} className="ivr-list-about">
                      {words.exit(step, exit)} → {exit.to === null ? t('not_connected') : words.step(exit.to, document.steps[exit.to])}
                    </span>
                  ))}
                </span>
                {errors > 0 && <span className="ivr-badge" data-severity="error">{errors}<span className="ivr-aside"> {t('errors', { count: errors })}</span></span>}
                <RightOutlined aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
      {onAdd && (
        <Flex style={{ padding: 12 }}>
          <KindMenu onChoose={onAdd}><Button block icon={<PlusOutlined />}>{t('add_step')}</Button></KindMenu>
        </Flex>
      )}
    </Card>
  );
}

/** As a caller comes to them; what nobody comes to stands at the end. */
function inOrder({ start, steps }: ScriptDocument): string[] {
  const seen = new Set<string>();
  const open = [start];
  for (let name = open.shift(); name !== undefined; name = open.shift()) {
    const step = steps[name];
    if (!step || seen.has(name)) continue;
    seen.add(name);
    open.push(...exitsOf(step).flatMap(({ to }) => (to === null ? [] : [to])));
  }
  return [...seen, ...Object.keys(steps).filter((name) => !seen.has(name))];
}
