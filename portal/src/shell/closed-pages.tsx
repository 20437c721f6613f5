import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts/define-texts';
import { StatusPage } from '../ui/status-page';
import { shell } from './texts';

function Home() {
  const t = useTexts(shell);
  return <Link to="/"><Button type="primary">{t('home')}</Button></Link>;
}

export function NotFoundPage() {
  const t = useTexts(shell);
  return <StatusPage status="nothing" title={t('not_found')} hint={t('not_found_hint')} action={<Home />} />;
}

export function NoPermissionPage() {
  const t = useTexts(shell);
  return <StatusPage status="closed" title={t('no_permission')} hint={t('no_permission_hint')} action={<Home />} />;
}

export function ChooseTenantPage() {
  const t = useTexts(shell);
  const toTenants = <Link to={'/tenants' as string}><Button type="primary">{t('to_tenants')}</Button></Link>;
  return <StatusPage status="info" title={t('choose_tenant')} hint={t('choose_tenant_hint')} action={toTenants} />;
}
