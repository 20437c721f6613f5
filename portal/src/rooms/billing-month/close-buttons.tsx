import { Alert, App, Button, Flex } from 'antd';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ui } from '../../ui/texts';
import { useMonthName } from './month-name';
import { isEarly, monthState } from './month-state';
import { billing } from './texts';
import type { Closing } from './use-closing';

type TenantMonth = Schemas['TenantMonthDto'];

/** Closes the month for all that have no final invoice of it. */
export function CloseAll({ period, months, closing, now }: { period: string; months: TenantMonth[]; closing: Closing; now: number }) {
  const [t, words] = [useTexts(billing), useTexts(ui)];
  const { modal } = App.useApp();
  const name = useMonthName()(period);
  const mayClose = useMay('invoices:close');
  const open = months.filter((month) => monthState(month, now) !== 'finalized');
  if (!mayClose || open.length === 0) return null;
  const isOver = open.some((month) => monthState(month, now) === 'due');
  const ask = () =>
    modal.confirm({
      title: t('question', { month: name, count: open.length }),
      content: <Flex vertical gap={8}><span>{t('question_about')}</span>{open.some((month) => isEarly(month, now)) && <Alert type="warning" showIcon title={t('question_early')} />}</Flex>,
      okText: t('close', { month: name }),
      cancelText: words('cancel'),
      onOk: () => void closing.close(open.map(({ id }) => id)),
    });
  // a draft binds nobody
  const begin = () => (isOver ? ask() : void closing.close(open.map(({ id }) => id)));
  return <Button type="primary" disabled={closing.running !== null} onClick={begin}>{isOver ? t('close', { month: name }) : t('draw')}</Button>;
}

export function CloseOne({ month, closing, now }: { month: TenantMonth; closing: Closing; now: number }) {
  const [t, words] = [useTexts(billing), useTexts(ui)];
  const { modal } = App.useApp();
  const state = monthState(month, now);
  if (!useMay('invoices:close') || state === 'finalized') return null;
  const label = state === 'due' ? t('close_single') : t('draw_single');
  const ask = () =>
    modal.confirm({
      title: `${t('close_single')}: ${month.tenant.name}?`,
      content: isEarly(month, now) ? t('question_early') : t('question_about'),
      okText: t('close_single'),
      cancelText: words('cancel'),
      onOk: () => void closing.close([month.id]),
    });
  return (
    <Button size="small" aria-label={`${label}: ${month.tenant.name}`} disabled={closing.running !== null} onClick={() => (state === 'due' ? ask() : void closing.close([month.id]))}>
      {label}
    </Button>
  );
}
