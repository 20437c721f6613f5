import { Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { allTenants } from '../../data/tenants';
import { useTexts } from '../../texts/define-texts';
import type { StockedNumber } from './number-stock-page';
import { stock } from './texts';

/** Who may lease it. A tenant that was removed has no page any more. */
export function HeldFor({ number: { held_for: id, held_for_name: name } }: { number: StockedNumber }) {
  const t = useTexts(stock);
  const { data } = useQuery(allTenants);
  if (id === null) return <Typography.Text type="secondary">{t('for_all')}</Typography.Text>;
  if (data && !data.some((tenant) => tenant.id === id)) return <>{name} <Typography.Text type="secondary">({t('gone')})</Typography.Text></>;
  return <Link to={'/tenants/$id' as string} params={{ id } as never}>{name}</Link>;
}
