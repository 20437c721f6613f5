import { useTexts } from '../../texts/define-texts';
import { type Place } from './draft-text';
import { ChoiceField, SuggestField, TextField } from './fields';
import { useNamesOf } from './names-of';
import { RangeField } from './range-field';
import { Heading, Rows } from './rows';
import { wizard } from './texts';

/** Where one sits, who answers, who signs in. */
export function PeopleSection() {
  const t = useTexts(wizard);
  const numbers = useNamesOf('numbers', 'number');
  const users = useNamesOf('users', 'email').map(({ value }) => value);
  const roles = (['tenant_admin', 'supervisor', 'agent', 'viewer'] as const).map((value) => ({ value, label: t(`role_${value}`) }));
  return (
    <>
      <Heading hint={t('seats_hint')}>{t('seats')}</Heading>
      <Rows place={['seats']} one={t('seats_range')} fresh={() => ''}>
        {(place, item) =>
          typeof item === 'object' && item !== null ? (
            <>
              <RangeField place={place} single="extension" label={t('seats_range')} />
              <ChoiceField place={[...place, 'caller_number']} label={t('caller_number')} options={numbers} none={t('first_number')} />
            </>
          ) : (
            <TextField place={place} label={t('seats_range')} keepsEmpty placeholder={t('range_example')} />
          )
        }
      </Rows>
      <Gap />
      <Heading hint={t('agents_hint')}>{t('agents')}</Heading>
      <Rows place={['agents']} one={t('agents_range')} fresh={() => ({ range: '', name: 'Agent {number}', seat: '{number}' })}>
        {(place: Place) => (
          <>
            <RangeField place={place} single="number" label={t('agents_range')} />
            <TextField place={[...place, 'name']} label={t('name')} keepsEmpty />
            <SuggestField place={[...place, 'seat']} label={t('seat')} options={['{number}', 'hot_desk']} basis={140} />
            <SuggestField place={[...place, 'user']} label={t('user')} options={users} placeholder={t('no_user')} basis={220} />
          </>
        )}
      </Rows>
      <Gap />
      <Heading hint={t('users_hint')}>{t('users')}</Heading>
      <Rows place={['users']} one={t('user')} fresh={() => ({ email: '', name: '', role: 'supervisor' })}>
        {(place: Place) => (
          <>
            <TextField place={[...place, 'email']} label={t('email')} keepsEmpty basis={240} />
            <TextField place={[...place, 'name']} label={t('name')} keepsEmpty />
            <ChoiceField place={[...place, 'role']} label={t('role')} options={roles} basis={140} />
          </>
        )}
      </Rows>
    </>
  );
}

function Gap() {
  return <div style={{ height: 20 }} />;
}
