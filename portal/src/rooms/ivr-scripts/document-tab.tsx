import { Alert, Button, Card, Flex, Typography } from 'antd';
import { useId, useRef } from 'react';
import { useTexts } from '../../texts/define-texts';
import { YamlEditor, type YamlEditorHandle } from '../../ui/yaml/yaml-editor';
import type { Trouble } from './findings';
import { placeIn } from './place-in-text';
import { ivrScripts } from './texts';

interface DocumentTabProps {
  text: string;
  write: (text: string) => void;
  /** Why it is no JSON; null where it is. */
  fault: string | null;
  troubles: readonly Trouble[];
  mayWrite: boolean;
}

/** The script as text, for whoever would rather write than draw. */
export function DocumentTab({ text, write, fault, troubles, mayWrite }: DocumentTabProps) {
  const t = useTexts(ivrScripts);
  const editor = useRef<YamlEditorHandle>(null);
  const trouble = useId();
  const placed = fault === null ? troubles.map((each) => ({ ...each, ...placeIn(text, each) })) : [];
  const errors = placed.filter(({ severity }) => severity === 'error');
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">{t('document_hint')}</Typography.Text>
      <Card styles={{ body: { padding: 0 } }} style={{ overflow: 'hidden' }}>
        <YamlEditor
          label={t('tab_document')}
          value={text}
          onChange={mayWrite ? write : () => undefined}
          badLines={errors.map(({ line }) => line)}
          describedBy={trouble}
          handle={editor}
        />
      </Card>
      {fault !== null && <Alert id={trouble} type="warning" showIcon title={t('not_json', { reason: fault })} />}
      {placed.length > 0 && (
        <Alert
          id={trouble}
          type={errors.length > 0 ? 'error' : 'warning'}
          showIcon
          role="status"
          title={t('problems', { count: placed.length })}
          description={(
            <Flex vertical align="flex-start">
              {placed.map(({ line, column, step, name, text: words }, index) => (
                <Button
                  key={index}
                  type="link"
                  size="small"
                  style={{ height: 'auto', padding: '2px 0', whiteSpace: 'normal', textAlign: 'start' }}
                  onClick={() => editor.current?.goTo(line, column)}
                >
                  <span>{t('line', { line })}{step !== null && ` · ${step}`}{name && ` · ${name}`}: {words}</span>
                </Button>
              ))}
            </Flex>
          )}
        />
      )}
    </Flex>
  );
}
