import { CloudUploadOutlined, EditOutlined, PlaySquareOutlined, SaveOutlined, StopOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api, versionOf } from '../../api/client';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import { RemoveButton } from '../../ui/remove-button';
import type { Script } from './ivr-scripts-queries';
import { ivrScripts } from './texts';
import type { ScriptDraft } from './use-script-draft';
import { WithdrawModal } from './withdraw-modal';

interface ScriptActionsProps {
  script: Script;
  draft: ScriptDraft;
  isTrying: boolean;
  onTry: () => void;
  onSave: () => void;
  onPublish: () => void;
}

/** What can be done with the script as a whole. */
export function ScriptActions({ script, draft, isTrying, onTry, onSave, onPublish }: ScriptActionsProps) {
  const t = useTexts(ivrScripts);
  const navigate = useNavigate();
  const mayWrite = useMay('ivr-scripts:write');
  const [describing, setDescribing] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const { id, name, description, live } = script;
  const changed = { params: { path: { id }, header: { 'If-Match': draft.etag } } };
  const describe = async (body: { description: string }) => draft.adopt(await versionOf(api.PATCH('/v1/ivr-scripts/{id}', { ...changed, body })));
  const remove = async () => {
    await answerOf(api.DELETE('/v1/ivr-scripts/{id}', changed));
    draft.forget();
    await navigate({ to: '/ivr-scripts' as string, ignoreBlocker: true });
  };
  return (
    <>
      <Button
        icon={<PlaySquareOutlined />}
        type={isTrying ? 'primary' : 'default'}
        aria-pressed={isTrying}
        onClick={onTry}
      >
        {t('try')}
      </Button>
      {mayWrite && (
        <>
          <Button
            icon={<SaveOutlined />}
            disabled={!draft.isDirty || draft.theirs !== null}
            loading={draft.isSaving}
            onClick={onSave}
          >
            {t('save')}
          </Button>
          <Button type="primary" icon={<CloudUploadOutlined />} disabled={draft.theirs !== null} onClick={onPublish}>{t('publish')}</Button>
          <Flex gap={8}>
            <Button
              type="text"
              icon={<EditOutlined />}
              aria-label={t('edit_description')}
              title={t('edit_description')}
              onClick={() => setDescribing(true)}
            />
            {live !== null && <Button type="text" danger icon={<StopOutlined />} aria-label={t('withdraw')} title={t('withdraw')} onClick={() => setWithdrawing(true)} />}
            <RemoveButton question={t('remove_question')} label={name} remove={remove} />
          </Flex>
        </>
      )}
      <ObjectDrawer<{ description: string }> title={name} open={describing} onClose={() => setDescribing(false)} initial={{ description }} save={describe}>
        {() => (
          <Form.Item name="description" label={t('description')}>
            <Input maxLength={200} />
          </Form.Item>
        )}
      </ObjectDrawer>
      <WithdrawModal script={script} etag={draft.etag} open={withdrawing} onClose={() => setWithdrawing(false)} onWithdrawn={draft.adopt} />
    </>
  );
}
