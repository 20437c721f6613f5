import { Alert, Button, Card, Col, Flex, Grid, Row, Segmented, Typography } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useRef, useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { ProblemAlert } from '../../ui/problem-alert';
import { YamlEditor, type YamlEditorHandle } from '../../ui/yaml/yaml-editor';
import { type FileProblem, useCheckedFile } from './checked-file';
import { DraftForm, tabOf } from './draft-form';
import { wizard } from './texts';

interface EditStepProps {
  text: string;
  write: (text: string) => void;
  isChange: boolean;
  onPlanned: (plan: Schemas['PlanDto']) => void;
  /** Buttons beside the one that goes on. */
  actions: ReactNode;
}

/** A tenant as fields and as a file, side by side; each follows the other. */
export function EditStep({ text, write, isChange, onPlanned, actions }: EditStepProps) {
  const t = useTexts(wizard);
  const wide = Grid.useBreakpoint().xl ?? true;
  const [shown, setShown] = useState<'form' | 'file'>('form');
  const [tab, setTab] = useState<ReturnType<typeof tabOf>>('basics');
  const { problems, isCurrent, error } = useCheckedFile(text);
  const editor = useRef<YamlEditorHandle>(null);
  const trouble = useId();
  const planning = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/tenants/plan', { body: { file: text } })),
    onSuccess: onPlanned,
  });
  const goTo = ({ line, column, path }: FileProblem) => {
    setTab(tabOf(path));
    if (!wide) setShown('file');
    // the file may have to be shown first
    setTimeout(() => editor.current?.goTo(line, column));
  };
  const form = (
    <Card styles={{ body: { paddingTop: 8 } }}>
      <DraftForm text={text} write={write} problems={problems} isChange={isChange} tab={tab} onTab={setTab} />
    </Card>
  );
  const file = (
    <Card title={t('file')} extra={<Typography.Text type="secondary">{t('file_hint')}</Typography.Text>} styles={{ body: { padding: 0 } }} style={{ overflow: 'hidden' }}>
      <YamlEditor label={t('file')} value={text} onChange={write} badLines={problems.map(({ line }) => line)} describedBy={trouble} handle={editor} />
    </Card>
  );
  return (
    <Flex vertical gap={16}>
      {wide ? (
        <Row gutter={16}>
          <Col span={13}>{form}</Col>
          <Col span={11}><div style={{ position: 'sticky', top: 72 }}>{file}</div></Col>
        </Row>
      ) : (
        <>
          <Segmented block value={shown} onChange={setShown} options={[{ value: 'form', label: t('form') }, { value: 'file', label: t('file') }]} />
          {shown === 'form' ? form : file}
        </>
      )}
      {/* below what is typed in, which would jump otherwise */}
      <Problems id={trouble} problems={problems} isCurrent={isCurrent} onOpen={goTo} />
      <ProblemAlert error={error ?? planning.error} />
      <Flex gap={8} justify="flex-end" wrap>
        {actions}
        <Button type="primary" loading={planning.isPending} disabled={!isCurrent || problems.length > 0} onClick={() => planning.mutate()}>
          {t('to_plan')}
        </Button>
      </Flex>
    </Flex>
  );
}

const MOST_SHOWN = 5;

function Problems({ id, problems, isCurrent, onOpen }: { id: string; problems: readonly FileProblem[]; isCurrent: boolean; onOpen: (problem: FileProblem) => void }) {
  const t = useTexts(wizard);
  if (problems.length === 0) return isCurrent ? <Alert id={id} type="success" showIcon title={t('good')} /> : <Alert id={id} type="info" showIcon title={t('checking')} />;
  const rest = problems.length - MOST_SHOWN;
  const list = (
    <Flex vertical align="flex-start">
      {problems.slice(0, MOST_SHOWN).map((problem) => (
        <Button key={`${problem.line}:${problem.column}:${problem.rule}`} type="link" size="small" style={{ height: 'auto', padding: '2px 0', whiteSpace: 'normal', textAlign: 'left' }} onClick={() => onOpen(problem)}>
          <span>{t('line', { line: problem.line })}{problem.path && ` · ${problem.path}`}: {problem.rule}{problem.value !== undefined && ` (${problem.value})`}</span>
        </Button>
      ))}
      {rest > 0 && <span>{t('more_problems', { count: rest })}</span>}
    </Flex>
  );
  return <Alert id={id} type="error" showIcon role="status" title={t('problems', { count: problems.length })} description={list} />;
}
