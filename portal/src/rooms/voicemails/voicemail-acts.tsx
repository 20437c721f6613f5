import { CheckOutlined, RollbackOutlined, UserOutlined } from '@ant-design/icons';
import { App, Button, Space } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { queries } from '../../api/queries';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { RemoveButton } from '../../ui/remove-button';
import { ui } from '../../ui/texts';
import type { Voicemail } from './voicemails-queries';
import { voicemails } from './texts';

/** What may be done with it as it stands. */
export function VoicemailActs({ voicemail }: { voicemail: Voicemail }) {
  const t = useTexts(voicemails);
  const [mayWrite, mayDelete] = [useMay('voicemails:write'), useMay('voicemails:delete')];
  const { id, state } = voicemail;
  const path = { params: { path: { id } } };
  return (
    <Space wrap>
      {mayWrite && state === 'new' && (
        <Act type="primary" icon={<UserOutlined />} label={t('take')} act={() => answerOf(api.POST('/v1/voicemails/{id}/taken', path))} />
      )}
      {mayWrite && state === 'taken' && (
        <Act type="primary" icon={<CheckOutlined />} label={t('finish')} act={() => answerOf(api.POST('/v1/voicemails/{id}/done', path))} />
      )}
      {mayWrite && state !== 'new' && <Act icon={<RollbackOutlined />} label={t('reopen')} act={() => answerOf(api.POST('/v1/voicemails/{id}/reopened', path))} />}
      {mayDelete && voicemail.audio_deleted_at === null && (
        <RemoveButton question={t('remove_question')} label={t('title')} remove={() => answerOf(api.DELETE('/v1/voicemails/{id}', path))} />
      )}
    </Space>
  );
}

interface ActProps {
  label: string;
  icon: React.ReactNode;
  type?: 'primary';
  act: () => Promise<unknown>;
}

/** A refusal says why, mostly that somebody was faster: then it is shown as it stands. */
function Act({ label, icon, type, act }: ActProps) {
  const t = useTexts(ui);
  const { message } = App.useApp();
  const acting = useMutation({
    mutationFn: act,
    onError: (error) => {
      void message.error((error instanceof ProblemError && error.problem.detail) || t('failed'));
      void queries.invalidateQueries({ queryKey: ['voicemails'] });
    },
  });
  return <Button {...(type && { type })} icon={icon} aria-label={label} loading={acting.isPending} onClick={() => acting.mutate()}>{label}</Button>;
}
