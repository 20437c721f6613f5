import { Alert, Input, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, versionOf } from '../../api/client';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { ActModal } from './act-modal';
import { DifferenceView } from './difference-view';
import type { ScriptDocument } from './document';
import { FieldFrame } from './field-frame';
import type { Trouble } from './findings';
import { differenceBetween, type Script } from './ivr-scripts-queries';
import { useNumbersLed } from './numbers-led';
import { ivrScripts } from './texts';
import { TroubleList } from './trouble-list';

interface PublishModalProps {
  script: Script;
  etag: string;
  document: ScriptDocument | null;
  troubles: readonly Trouble[];
  open: boolean;
  onClose: () => void;
  onPublished: (answer: { data: Script; etag: string }) => void;
}

/** The saved draft becomes what callers are led by; what changes for them is told before. */
export function PublishModal({ script, etag, document, troubles, open, onClose, onPublished }: PublishModalProps) {
  const t = useTexts(ivrScripts);
  const [note, setNote] = useState('');
  const [done, setDone] = useState('');
  const numbers = useNumbersLed(script.name);
  const errors = troubles.filter(({ severity }) => severity === 'error');
  const hints = troubles.filter(({ severity }) => severity === 'warning');
  const publish = async () => {
    const params = { path: { id: script.id }, header: { 'If-Match': etag } };
    const answer = await versionOf(api.POST('/v1/ivr-scripts/{id}/publish', { params, body: { ...(note && { note }) } }));
    onPublished(answer);
    setNote('');
    setDone(t('published_done', { version: answer.data.live }));
  };
  return (
    <ActModal
      title={t('publish_title', { name: script.name })}
      open={open}
      onClose={onClose}
      action={t('publish')}
      barred={errors.length > 0 || (!script.changed && script.live !== null)}
      act={publish}
      done={done || t('published_done', { version: (script.live ?? 0) + 1 })}
    >
      {errors.length > 0 && <Alert type="error" showIcon title={t('publish_errors')} description={<TroubleList document={document} troubles={errors} />} />}
      {hints.length > 0 && <Alert type="warning" showIcon title={t('publish_warnings')} description={<TroubleList document={document} troubles={hints} />} />}
      <Typography.Text>{t('publish_what')}</Typography.Text>
      {numbers.length > 0 && <Typography.Text className="figures">{t('publish_numbers', { numbers: numbers.map(({ number }) => number).join(', ') })}</Typography.Text>}
      {script.live === null ? <Typography.Text>{t('publish_first')}</Typography.Text> : <Changes script={script} etag={etag} from={script.live} />}
      <FieldFrame id="publish-note" label={t('note')} hint={t('note_hint')}>
        <Input id="publish-note" maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
      </FieldFrame>
    </ActModal>
  );
}

function Changes({ script, etag, from }: { script: Script; etag: string; from: number }) {
  const t = useTexts(ivrScripts);
  const query = useQuery(differenceBetween(script.id, etag, from));
  if (!script.changed) return <Typography.Text type="secondary">{t('publish_same')}</Typography.Text>;
  return (
    <>
      <Typography.Text strong>{t('publish_difference', { version: from })}</Typography.Text>
      <Loaded query={query}>{(changes) => <DifferenceView changes={changes} />}</Loaded>
    </>
  );
}
