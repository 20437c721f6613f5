import { StopOutlined } from '@ant-design/icons';
import { answerOf, api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { queries } from '../../api/queries';
import { useTexts } from '../../texts/define-texts';
import { AskButton } from '../../ui/ask-button';
import { useNumberText } from '../../ui/use-number-text';
import type { Callback } from './callbacks-queries';
import { callbacks } from './texts';

/** Ends a callback after a question, as it was shown: one that has moved on is shown anew first. */
export function CallOff({ callback, small }: { callback: Pick<Callback, 'id' | 'version' | 'number'>; small?: true }) {
  const [t, shown] = [useTexts(callbacks), useNumberText()];
  const { id, version, number } = callback;
  const act = async () => {
    try {
      await answerOf(api.POST('/v1/callbacks/{id}/cancel', { params: { path: { id }, header: { 'If-Match': `"${version}"` } } }));
    } catch (error) {
      void queries.invalidateQueries({ queryKey: ['callbacks'] });
      if (!(error instanceof ProblemError)) throw error;
      if (error.is('precondition_failed')) throw new ProblemError({ ...error.problem, detail: t('moved_on') });
      if (error.is('conflict')) throw new ProblemError({ ...error.problem, detail: t('over') });
      throw error;
    }
  };
  const look = small ? ({ size: 'small', type: 'text' } as const) : { icon: <StopOutlined /> };
  return (
    <AskButton danger placement="topRight" question={t('call_off_question')} confirm={t('call_off_confirm')} act={act} aria-label={`${t('call_off')}: ${shown(number)}`} {...look}>
      {t('call_off')}
    </AskButton>
  );
}
