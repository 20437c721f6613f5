import { ArrowRightOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Select } from 'antd';
import { useTexts } from '../../texts/define-texts';
import type { Path } from './document';
import { KindMenu } from './kind-menu';
import { useStepForm } from './step-context';
import { useStepWords } from './step-words';
import { ivrScripts } from './texts';

interface ExitSelectProps {
  id?: string;
  /** For whoever does not see the field's name beside it. */
  label: string;
  path: Path;
  value: unknown;
  /** What happens where none is chosen; left out, one has to be. */
  unset?: string;
}

/** Where an exit leads: a step that is there, or a new one. */
export function ExitSelect({ id, label, path, value, unset }: ExitSelectProps) {
  const t = useTexts(ivrScripts);
  const words = useStepWords();
  const { document, mayWrite, errorsAt, lead, extend, goTo } = useStepForm();
  const to = typeof value === 'string' && value !== '' ? value : null;
  const isThere = to !== null && Object.hasOwn(document.steps, to);
  const options = Object.entries(document.steps).map(([name, step]) => ({ value: name, label: words.step(name, step) }));
  return (
    <Flex gap={4} style={{ flex: 1, minWidth: 0 }}>
      <Select<string>
        {...(id !== undefined && { id })}
        aria-label={label}
        allowClear
        disabled={!mayWrite}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ flex: 1, minWidth: 0 }}
        placeholder={unset ?? t('choose_step')}
        value={to}
        status={errorsAt(path.join('/')).length > 0 ? 'error' : ''}
        options={options}
        onChange={(next: string | undefined) => lead(path, next ?? null)}
      />
      <Button
        type="text"
        icon={<ArrowRightOutlined />}
        disabled={!isThere}
        aria-label={t('go_to', { name: to ?? '' })}
        title={t('go_to', { name: to ?? '' })}
        onClick={() => to !== null && goTo(to)}
      />
      {mayWrite && (
        <KindMenu onChoose={(kind) => extend(path, kind)}>
          <Button type="text" icon={<PlusOutlined />} aria-label={`${t('new_step_after')}: ${label}`} title={t('new_step_after')} />
        </KindMenu>
      )}
    </Flex>
  );
}
