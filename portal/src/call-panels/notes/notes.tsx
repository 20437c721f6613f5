import { Button, Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { PanelCall } from '../../call-panels';
import { LONGEST_NOTE, type NoteState, noteDraft } from '../../data/note-draft';
import { ownAgent } from '../../data/own-agent';
import { useCodeChoice, useWrapUpCodeName } from '../../data/wrap-up-codes';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { BadText } from '../../ui/bad-text';
import { TextArea } from '../../ui/text-area';
import { notes } from './texts';

/** From so few on one is told. */
const FEW_LEFT = 200;

/** What the agent writes about the call, saved as it is typed. */
export function Notes({ call }: { call: PanelCall }) {
  const { data: agent } = useQuery(ownAgent);
  return agent ? <Note key={call.uuid} callUuid={call.uuid} queue={call.queue} agent={agent.number} /> : null;
}

function Note({ callUuid, queue, agent }: { callUuid: string; queue: string | null; agent: string }) {
  const t = useTexts(notes);
  const draft = noteDraft(callUuid, agent);
  const state = useStore(draft.state);
  const left = LONGEST_NOTE - state.text.length;
  return (
    <Flex vertical gap={6}>
      <Codes queue={queue} chosen={state.code} disabled={state.status === 'loading'} onChoose={(code) => draft.choose(code)} />
      <TextArea
        aria-label={t('label')}
        placeholder={t('hint')}
        rows={5}
        maxLength={LONGEST_NOTE}
        disabled={state.status === 'loading'}
        value={state.text}
        onChange={({ target }) => draft.write(target.value)}
        onBlur={() => void draft.flush()}
      />
      <Flex justify="space-between" gap={12} style={{ minHeight: 22, fontSize: 13 }}>
        <span role="status"><Saved state={state} /></span>
        {left < FEW_LEFT && <Typography.Text type="secondary" className="figures">{t('left', { count: left })}</Typography.Text>}
      </Flex>
    </Flex>
  );
}

interface CodesProps {
  queue: string | null;
  chosen: string | null;
  disabled: boolean;
  onChoose: (code: string | null) => void;
}

/** How the call ended. What is chosen is pressed again to take it back. */
function Codes({ queue, chosen, disabled, onChoose }: CodesProps) {
  const [t, nameOf] = [useTexts(notes), useWrapUpCodeName()];
  const { codes, required } = useCodeChoice(queue);
  const shown = chosen === null || codes.some(({ code }) => code === chosen) ? codes : [...codes, { code: chosen }];
  if (shown.length === 0) return null;
  return (
    <Flex vertical gap={6} role="group" aria-label={t('codes')} style={{ marginBottom: 6 }}>
      <Typography.Text type="secondary">{required ? t('codes_required') : t('codes')}</Typography.Text>
      <Flex gap={8} wrap style={{ maxHeight: 132, overflow: 'auto' }}>
        {shown.map(({ code }) => (
          <Button key={code} size="small" type={code === chosen ? 'primary' : 'default'} aria-pressed={code === chosen} disabled={disabled} onClick={() => onChoose(code === chosen ? null : code)}>{nameOf(code)}</Button>
        ))}
      </Flex>
    </Flex>
  );
}

function Saved({ state: { status, text, code, reason } }: { state: NoteState }) {
  const t = useTexts(notes);
  if (status === 'refused') return <BadText>{t('refused', { reason })}</BadText>;
  if (status === 'kept') return <BadText>{t('kept')}</BadText>;
  if (status === 'saved' && (text !== '' || code !== null)) return <Typography.Text type="secondary">{t('saved')}</Typography.Text>;
  return status === 'saving' || status === 'unsaved' ? <Typography.Text type="secondary">{t('saving')}</Typography.Text> : null;
}
