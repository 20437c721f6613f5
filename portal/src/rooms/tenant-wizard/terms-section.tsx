import { Button, Flex, Select } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { useDraftView } from './draft-context';
import { valueAt, valuesOf } from './draft-text';
import { ChoiceField, NumberField, TextField, TextsField } from './fields';
import { Heading, Rows, Trouble } from './rows';
import { TEMPLATES } from './templates';
import { wizard } from './texts';

const FORMULAS = ['A', 'B', 'C', 'D', 'E', 'F'].map((value) => ({ value, label: value }));
const DESTINATIONS = ['national', 'mobile', 'service', 'international', 'premium'].map((value) => ({ value, label: value }));

/** What it costs, what is promised, what its phones may do, how long is kept. */
export function TermsSection() {
  const t = useTexts(wizard);
  return (
    <>
      <Heading hint={t('tariff_hint')}>{t('tariff')}</Heading>
      <TariffTemplate />
      <Trouble place={['tariff']} />
      <Flex gap={8} wrap>
        <TextField place={['tariff', 'platform_fee']} label={t('platform_fee')} keepsEmpty basis={140} />
        <TextField place={['tariff', 'seat_lease']} label={t('seat_lease')} keepsEmpty basis={140} />
        <TextField place={['tariff', 'number_rental']} label={t('number_rental')} keepsEmpty basis={140} />
      </Flex>
      <Rates />
      <Heading hint={t('contract_hint')}>{t('contract')}</Heading>
      <Trouble place={['contract']} />
      <Trouble place={['contract', 'service_level']} />
      <Flex gap={8} wrap>
        <ChoiceField place={['contract', 'service_level', 'formula']} label={t('formula')} options={FORMULAS} basis={100} />
        <NumberField place={['contract', 'service_level', 'seconds']} label={t('within')} unit="s" basis={120} />
        <NumberField place={['contract', 'service_level', 'target']} label={t('target')} unit="%" basis={120} />
        <NumberField place={['contract', 'service_level', 'short_abandon']} label={t('short_abandon')} unit="s" placeholder="5" basis={120} />
        <TextField place={['contract', 'valid_from']} label={t('valid_from')} keepsEmpty basis={140} />
      </Flex>
      <Heading hint={t('calling_plan_hint')}>{t('calling_plan')}</Heading>
      <Trouble place={['calling_plan']} />
      <Flex gap={8} wrap>
        <TextsField place={['calling_plan', 'destinations']} label={t('destinations')} options={DESTINATIONS} placeholder="national, mobile, service" basis={300} />
        <NumberField place={['calling_plan', 'reserved_channels']} label={t('reserved')} placeholder="0" basis={140} />
        <NumberField place={['calling_plan', 'max_call_minutes']} label={t('max_minutes')} placeholder="240" basis={140} />
        <TextField place={['calling_plan', 'spend_per_day']} label={t('spend_day')} placeholder={t('unbounded')} basis={140} />
        <TextField place={['calling_plan', 'spend_per_month']} label={t('spend_month')} placeholder={t('unbounded')} basis={140} />
      </Flex>
      <Retention />
    </>
  );
}

function Rates() {
  const t = useTexts(wizard);
  const directions = (['inbound', 'outbound'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <Rows place={['tariff', 'rates']} one={t('rate')} fresh={() => ({ direction: 'outbound', prefix: '+86', price: '0.20', unit: 60, increment: 60 })}>
      {(place) => (
        <>
          <ChoiceField place={[...place, 'direction']} label={t('direction')} options={directions} basis={120} />
          <TextField place={[...place, 'prefix']} label={t('prefix')} keepsEmpty placeholder={t('every_number')} basis={100} />
          <TextField place={[...place, 'price']} label={t('price')} keepsEmpty basis={90} />
          <NumberField place={[...place, 'unit']} label={t('unit')} unit="s" placeholder="60" basis={90} />
          <NumberField place={[...place, 'increment']} label={t('increment')} unit="s" basis={90} />
          <TextField place={[...place, 'connect_fee']} label={t('connect_fee')} placeholder="0" basis={90} />
          <NumberField place={[...place, 'from_second']} label={t('from_second')} unit="s" placeholder="0" basis={90} />
        </>
      )}
    </Rows>
  );
}

function Retention() {
  const t = useTexts(wizard);
  const { values, set } = useDraftView();
  const days = (name: string) => valueAt(values, ['retention', name]);
  const isSet = days('recording_days') !== undefined || days('number_days') !== undefined;
  return (
    <>
      <Heading hint={t('retention_hint')}>{t('retention')}</Heading>
      <Trouble place={['retention']} />
      {isSet ? (
        <Flex gap={8} wrap>
          <NumberField place={['retention', 'recording_days']} label={t('recording_days')} />
          <NumberField place={['retention', 'number_days']} label={t('number_days')} />
        </Flex>
      ) : (
        <Button type="dashed" onClick={() => set(['retention'], { recording_days: 180, number_days: 730 })}>{t('retention_set')}</Button>
      )}
    </>
  );
}

/** Takes all prices from one of the shipped files. */
function TariffTemplate() {
  const t = useTexts(wizard);
  const { set } = useDraftView();
  const names = Object.keys(TEMPLATES);
  const take = (name: string) => set(['tariff'], valueAt(valuesOf(TEMPLATES[name] ?? ''), ['tariff']));
  return (
    <Select<string>
      aria-label={t('tariff_template')}
      placeholder={t('tariff_template')}
      value={null as unknown as string}
      options={names.map((value) => ({ value, label: value }))}
      onSelect={take}
      style={{ minWidth: 260, marginBottom: 12 }}
    />
  );
}
