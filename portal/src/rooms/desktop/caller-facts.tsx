import { Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { ownCall } from '../../data/own-call';
import type { Schemas } from '../../api/types';
import { ScriptPath } from '../../ui/script-path';
import { defineTexts, useTexts } from '../../texts/define-texts';

const texts = defineTexts(
  'caller-facts',
  { language: 'Language', language_zh: 'Chinese', language_en: 'English', external_id: 'ID in the CRM' },
  { language: '语言', language_zh: '中文', language_en: '英文', external_id: 'CRM 编号' },
);

/** What is known of who calls beyond name and segment, and the way that he has come. */
export function CallerFacts({ uuid }: { uuid: string }) {
  const { data } = useQuery(ownCall(uuid));
  if (!data) return null;
  return (
    <>
      {data.customer && <CustomerFacts customer={data.customer} />}
      {data.script_steps.length > 0 && <ScriptPath steps={data.script_steps} />}
    </>
  );
}

function CustomerFacts({ customer }: { customer: Schemas['OwnCustomerDto'] }) {
  const t = useTexts(texts);
  const { id, segment, language, external_id: externalId, note, attributes } = customer;
  return (
    <div data-customer={id}>
      {segment?.description && <Typography.Text type="secondary">{segment.description}</Typography.Text>}
      <dl className="call-facts">
        {language && <><dt>{t('language')}</dt><dd>{t(language === 'en' ? 'language_en' : 'language_zh')}</dd></>}
        {externalId && <><dt>{t('external_id')}</dt><dd>{externalId}</dd></>}
        {attributes?.map(({ name, value }) => <Fact key={name} name={name} value={value} />)}
      </dl>
      {note && <div className="quoted-note" style={{ marginTop: 12 }}>{note}</div>}
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return <><dt>{name}</dt><dd>{value || '–'}</dd></>;
}
