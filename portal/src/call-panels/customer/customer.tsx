import { Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/types';
import type { PanelCall } from '../../call-panels';
import { ownCall } from '../../data/own-call';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ProblemAlert } from '../../ui/problem-alert';
import { SegmentTag } from '../../ui/segment-tag';
import { customer as texts } from './texts';

/** What is known of the customer who calls. */
export function CustomerPanel({ call }: { call: PanelCall }) {
  const t = useTexts(texts);
  const cameIn = call.direction === 'inbound';
  const { data, error } = useQuery({ ...ownCall(call.uuid), enabled: cameIn && !call.isOver });
  if (!cameIn) return <Typography.Text type="secondary">{t('only_callers')}</Typography.Text>;
  if (error && !data) return <ProblemAlert error={error} />;
  if (!data) return call.isOver ? <Typography.Text type="secondary">{t('over')}</Typography.Text> : null;
  if (!data.customer) return <Typography.Text type="secondary" data-customer="none">{t('stranger')}</Typography.Text>;
  return <Known customer={data.customer} />;
}

function Known({ customer }: { customer: Schemas['OwnCustomerDto'] }) {
  const t = useTexts(texts);
  const mayOpen = useMay('customers:read');
  const { id, name, segment, language, external_id: externalId, note, attributes } = customer;
  return (
    <Flex vertical gap={12} data-customer={id}>
      <Flex gap={12} align="center" wrap>
        <Typography.Text strong style={{ fontSize: 18 }}>{name ?? t('erased')}</Typography.Text>
        <SegmentTag segment={segment} />
      </Flex>
      {segment?.description && <Typography.Text type="secondary">{segment.description}</Typography.Text>}
      <dl className="call-facts">
        {language && <><dt>{t('language')}</dt><dd>{t(language === 'en' ? 'language_en' : 'language_zh')}</dd></>}
        {externalId && <><dt>{t('external_id')}</dt><dd>{externalId}</dd></>}
        {(attributes ?? []).map((each) => <Attribute key={each.name} {...each} />)}
      </dl>
      {note && <Typography.Paragraph className="quoted-note" style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{note}</Typography.Paragraph>}
      {mayOpen && <Link to={'/customers/$id' as string} params={{ id } as never}>{t('open')}</Link>}
    </Flex>
  );
}

function Attribute({ name, value }: { name: string; value: string }) {
  return <><dt>{name}</dt><dd>{value || '–'}</dd></>;
}
