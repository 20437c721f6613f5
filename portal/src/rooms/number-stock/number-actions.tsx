import { Button, Flex } from 'antd';
import { answerOf, api } from '../../api/client';
import { useTexts } from '../../texts/define-texts';
import { AskButton } from '../../ui/ask-button';
import { RemoveButton } from '../../ui/remove-button';
import type { StockedNumber } from './number-stock-page';
import { stock } from './texts';

/** Nothing can be done with one that is leased: its tenant gives it up. */
export function NumberActions({ number: { id, number, state }, hold }: { number: StockedNumber; hold: () => void }) {
  const t = useTexts(stock);
  if (state === 'leased') return null;
  const params = { path: { id } };
  return (
    <Flex gap={8} justify="flex-end" align="center">
      {state === 'free' && <Button size="small" onClick={hold} aria-label={t('hold_title', { number })}>{t('hold')}</Button>}
      {state === 'held' && (
        <AskButton size="small" aria-label={`${t('release')}: ${number}`} confirm={t('release')} question={t('release_question', { number })} act={() => answerOf(api.DELETE('/v1/number-stock/{id}/hold', { params }))}>
          {t('release')}
        </AskButton>
      )}
      <RemoveButton question={t('remove_question')} label={number} remove={() => answerOf(api.DELETE('/v1/number-stock/{id}', { params }))} />
    </Flex>
  );
}
