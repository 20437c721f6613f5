import { Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { PanelCall } from '../../call-panels';
import { ownCall } from '../../data/own-call';
import { useTexts } from '../../texts/define-texts';
import { customer as texts } from './texts';

/** What is known of the customer who calls. Kept small: it has to be there before the first call rings. */
export function CustomerPanel({ call }: { call: PanelCall }) {
  const t = useTexts(texts);
  const { data } = useQuery({ ...ownCall(call.uuid), enabled: call.direction === 'inbound' && !call.isOver });
  if (!data?.customer) return <Typography.Text type="secondary">{t('stranger')}</Typography.Text>;
  const { id, name, segment, language, note, attributes } = data.customer;
  const about = [name ?? t('erased'), language && t(language === 'en' ? 'en' : 'zh'), segment?.description];
  return (
    <div data-customer={id}>
      <div>{about.filter(Boolean).join(' · ')}</div>
      {attributes?.map((each) => <div key={each.name}><Typography.Text type="secondary">{each.name}</Typography.Text> {each.value}</div>)}
      {note && <div className="quoted-note">{note}</div>}
    </div>
  );
}
