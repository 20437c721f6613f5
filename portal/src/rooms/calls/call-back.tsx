import { PhoneOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { isMissed } from '../../data/outcomes';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { AskButton } from '../../ui/ask-button';
import { calls } from './texts';

type Call = Pick<Schemas['CallDetailsDto'], 'id' | 'direction' | 'queue' | 'outcome'>;

/** What is left out has its default, of which the generated types know nothing. */
const USUAL = {} as Schemas['CallBackDto'];

/** Has whoever waited in vain called back, and opens the callback; nothing for a call that leaves nobody waiting. */
export function CallBack({ call: { id, direction, queue, outcome } }: { call: Call }) {
  const t = useTexts(calls);
  const navigate = useNavigate();
  if (!useMay('callbacks:write') || direction !== 'inbound' || queue === null || !isMissed(outcome)) return null;
  const book = async () => {
    const callback = await answerOf(api.POST('/v1/calls/{id}/callback', { params: { path: { id } }, body: USUAL }));
    await navigate({ to: '/callbacks/$id' as string, params: { id: callback.id } as never });
  };
  return <AskButton icon={<PhoneOutlined />} placement="bottomRight" question={t('call_back_question', { queue })} act={book}>{t('call_back')}</AskButton>;
}
