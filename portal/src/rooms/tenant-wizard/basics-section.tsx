import { Flex } from 'antd';
import { useMemo } from 'react';
import { useTexts } from '../../texts/define-texts';
import { useDraftView } from './draft-context';
import { ChoiceField, NumberField, TextField } from './fields';
import { Heading, Trouble } from './rows';
import { wizard } from './texts';

/** Those that the provider bills in; any other of ISO 4217 can be written in the file. */
const PROMPTS = [{ value: 'zh-CN', label: '简体中文' }, { value: 'en', label: 'English' }];

/** Who the tenant is, and what its contract allows at most. */
export function BasicsSection() {
  const t = useTexts(wizard);
  const { isChange } = useDraftView();
  const zones = useMemo(() => choicesOf('timeZone'), []);
  const currencies = useMemo(() => choicesOf('currency'), []);
  const lasting = isChange ? { disabled: true, hint: t('lasting') } : {};
  return (
    <>
      <Trouble place={[]} />
      <Heading>{t('who')}</Heading>
      <Flex gap={8} wrap>
        <TextField place={['name']} label={t('name')} keepsEmpty basis={260} />
        <TextField place={['tenant']} label={t('slug')} keepsEmpty hint={t('slug_hint')} disabled={isChange} />
        <TextField place={['domain']} label={t('domain')} keepsEmpty basis={260} {...lasting} />
        <ChoiceField place={['timezone']} label={t('timezone')} options={zones} />
        <ChoiceField place={['currency']} label={t('currency')} options={currencies} {...lasting} />
        <ChoiceField place={['locale']} label={t('language')} options={PROMPTS} />
      </Flex>
      <Heading hint={t('quotas_hint')}>{t('quotas')}</Heading>
      <Trouble place={['quotas']} />
      <Flex gap={8} wrap>
        <NumberField place={['quotas', 'seats']} label={t('quota_seats')} />
        <NumberField place={['quotas', 'concurrent_calls']} label={t('quota_calls')} />
        <NumberField place={['quotas', 'requests_per_second']} label={t('quota_requests')} placeholder={t('usual')} />
      </Flex>
    </>
  );
}

function choicesOf(kind: 'timeZone' | 'currency') {
  return Intl.supportedValuesOf(kind).map((value) => ({ value, label: value }));
}
