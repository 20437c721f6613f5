import { Button, Result } from 'antd';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts/define-texts';
import { shell } from './texts';

function Home() {
  const t = useTexts(shell);
  return <Link to="/"><Button type="primary">{t('home')}</Button></Link>;
}

export function NotFoundPage() {
  const t = useTexts(shell);
  return <Result status="404" title={t('not_found')} subTitle={t('not_found_hint')} extra={<Home />} />;
}

export function NoPermissionPage() {
  const t = useTexts(shell);
  return <Result status="403" title={t('no_permission')} subTitle={t('no_permission_hint')} extra={<Home />} />;
}

export function ChooseTenantPage() {
  const t = useTexts(shell);
  const toTenants = <Link to={'/tenants' as string}><Button type="primary">{t('to_tenants')}</Button></Link>;
  return <Result status="info" title={t('choose_tenant')} subTitle={t('choose_tenant_hint')} extra={toTenants} />;
}
