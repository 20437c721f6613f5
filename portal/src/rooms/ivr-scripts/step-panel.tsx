import { CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Collapse, Flex, Input, Popconfirm, Typography } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../texts/define-texts';
import { ui } from '../../ui/texts';
import { STEP_NAME } from './document';
import { FieldFrame } from './field-frame';
import type { Trouble } from './findings';
import { KindIcon } from './kind-icons';
import { fieldsOf } from './kinds';
import { useStepForm } from './step-context';
import { StepField } from './step-field';
import { useStepWords } from './step-words';
import { ivrScripts } from './texts';
import { TroubleLine } from './trouble-list';

interface StepPanelProps {
  troubles: readonly Trouble[];
  onRename: (to: string) => void;
  onRemove: () => void;
  onDuplicate: () => void;
}

/** The form of one step: its names, what is wrong with it, and its kind's fields. */
export function StepPanel({ troubles, onRename, onRemove, onDuplicate }: StepPanelProps) {
  const [t, common] = [useTexts(ivrScripts), useTexts(ui)];
  const words = useStepWords();
  const { name, step, mayWrite, put } = useStepForm();
  const fields = fieldsOf(step.type).filter(({ when }) => when?.(step) ?? true);
  const [daily, more] = [fields.filter((each) => !each.more), fields.filter((each) => each.more)];
  const title = typeof step.title === 'string' ? step.title : '';
  return (
    <Flex vertical gap={12}>
      <Flex gap={10} align="center" style={{ paddingInlineEnd: 32 }}>
        <KindIcon type={step.type} />
        <div style={{ flex: 1, minWidth: 0 }}>
          <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }} ellipsis>{words.step(name, step)}</Typography.Title>
          <Typography.Text type="secondary" style={{ fontSize: 13 }}>{words.kind(step.type)}: {words.about(step.type)}</Typography.Text>
        </div>
      </Flex>
      {troubles.length > 0 && <Flex vertical gap={4} role="status">{troubles.map((each, index) => <TroubleLine key={index} trouble={each} />)}</Flex>}
      <div>
        <FieldFrame id="step-title" label={t('step_title')}>
          <Input
            id="step-title"
            readOnly={!mayWrite}
            maxLength={80}
            placeholder={name}
            value={title}
            onChange={({ target }) => put(['title'], target.value || undefined)}
          />
        </FieldFrame>
        {daily.map((field) => <StepField key={field.name} field={field} />)}
        <Collapse
          ghost
          size="small"
          items={[{
            key: 'more',
            label: t('more'),
            children: (
              <>
                {more.map((field) => <StepField key={field.name} field={field} />)}
                <StepName onRename={onRename} />
              </>
            ),
          }]}
        />
      </div>
      {mayWrite && (
        <Flex gap={8} wrap>
          <Button icon={<CopyOutlined />} onClick={onDuplicate}>{t('duplicate')}</Button>
          <Popconfirm
            title={t('remove_step_question', { name: words.step(name, step) })}
            styles={{ root: { maxWidth: 340 } }}
            okText={common('remove')}
            cancelText={common('cancel')}
            okButtonProps={{ danger: true }}
            onConfirm={onRemove}
          >
            <Button danger icon={<DeleteOutlined />}>{t('remove_step')}</Button>
          </Popconfirm>
        </Flex>
      )}
    </Flex>
  );
}

/** Takes effect when it is typed to its end, as everything that names the step follows. */
function StepName({ onRename }: { onRename: (to: string) => void }) {
  const t = useTexts(ivrScripts);
  const { name, document, mayWrite } = useStepForm();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? name;
  const isTaken = shown !== name && Object.hasOwn(document.steps, shown);
  const errors = [...(STEP_NAME.test(shown) ? [] : [t('step_name_rule')]), ...(isTaken ? [t('step_name_taken')] : [])];
  const done = () => {
    if (errors.length > 0) return;
    if (shown !== name) onRename(shown);
    setTyped(null);
  };
  return (
    <FieldFrame id="step-name" label={t('step_name')} hint={t('step_name_hint')} errors={errors}>
      <Input
        id="step-name"
        readOnly={!mayWrite}
        maxLength={40}
        spellCheck={false}
        autoCapitalize="none"
        value={shown}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={done}
        onPressEnter={done}
      />
    </FieldFrame>
  );
}
