import { Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { ownCall } from '../../data/own-call';
import { defineTexts, useTexts } from '../../texts/define-texts';

const texts = defineTexts(
  'customer-facts',
  { language: 'Language', language_zh: 'Chinese', language_en: 'English', external_id: 'ID in the CRM' },
  { language: '语言', language_zh: '中文', language_en: '英文', external_id: 'CRM 编号' },
);

/** What is known of the customer who calls, beyond name and segment. Loaded for customers alone, as it has to be asked for anyway. */
export function CustomerFacts({ uuid }: { uuid: string }) {
  const t = useTexts(texts);
  const customer = useQuery(ownCall(uuid)).data?.customer;
  if (!customer) return null;
  const { id, segment, language, external_id: externalId, note, attributes } = customer;
  return (
    <div data-customer={id}>
      {segment?.description && <Typography.Text type="secondary">{segment.description}</Typography.Text>}
      <dl className="call-facts">
        {language && <><dt>{t('language')}</dt><dd>{t(language === 'en' ? 'language_en' : 'language_zh')}</dd></>}
        {externalId && <><dt>{t('external_id')}</dt><dd>{externalId}</dd></>}
        {attributes?.map(({ name, value }) => <Fact key={name} name={name} value={value} />)}
      </dl>
      {note && <div className="quoted-note">{note}</div>}
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return <><dt>{name}</dt><dd>{value || '–'}</dd></>;
}
