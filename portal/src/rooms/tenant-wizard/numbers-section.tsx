import { useTexts } from '../../texts/define-texts';
import { ChoiceField, SuggestField, TextField } from './fields';
import { useCalendarNames, useNamesOf } from './names-of';
import { Heading, Rows } from './rows';
import { wizard } from './texts';

const SOUNDS = ['welcome', 'closed'];

/** What callers dial, and where each leads. */
export function NumbersSection() {
  const t = useTexts(wizard);
  const queues = useNamesOf('queues', 'name');
  const calendars = useCalendarNames();
  return (
    <>
      <Heading hint={t('numbers_hint')}>{t('numbers')}</Heading>
      <Rows place={['numbers']} one={t('number')} fresh={() => ({ number: '', queue: queues[0]?.value ?? '', greeting: 'welcome' })}>
        {(place) => (
          <>
            <TextField place={[...place, 'number']} label={t('number')} keepsEmpty />
            <ChoiceField place={[...place, 'queue']} label={t('queue')} options={queues} basis={140} />
            <ChoiceField place={[...place, 'hours']} label={t('open')} options={calendars} none={t('always_open')} basis={140} />
            <SuggestField place={[...place, 'greeting']} label={t('greeting')} options={SOUNDS} placeholder={t('no_sound')} basis={140} />
            <SuggestField place={[...place, 'closed']} label={t('closed')} options={SOUNDS} placeholder={t('no_sound')} basis={140} />
            <TextField place={[...place, 'ivr']} label={t('ivr')} placeholder={t('no_ivr')} basis={140} />
          </>
        )}
      </Rows>
    </>
  );
}
