import { LoginOutlined } from '@ant-design/icons';
import { Button, type ButtonProps } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EnteredTenant } from '../session/entered-tenant';
import { useMay } from '../session/use-may';
import { useTexts } from '../texts/define-texts';
import { EnterDialog } from './enter-dialog';
import { ownGrants } from './own-grants';
import { entry } from './texts';
import { useOpenTenant } from './use-open-tenant';

/** Enters a tenant: at once where the asker may already, else after saying why and for how long. */
export function EnterButton({ tenant, ...button }: { tenant: EnteredTenant } & Pick<ButtonProps, 'size' | 'type'>) {
  const t = useTexts(entry);
  const mayEnter = useMay('tenants:enter');
  const open = useOpenTenant();
  const grants = useQuery({ ...ownGrants, enabled: mayEnter });
  const [asking, setAsking] = useState(false);
  if (!mayEnter) return null;
  const isOpen = grants.data?.some((grant) => grant.tenant_id === tenant.id) ?? false;
  return (
    <>
      <Button
        icon={<LoginOutlined />}
        aria-label={t('enter_named', { name: tenant.name })}
        onClick={() => (isOpen ? open(tenant) : setAsking(true))}
        {...button}
      >
        {t('enter')}
      </Button>
      {asking && <EnterDialog tenant={tenant} onClose={() => setAsking(false)} onEntered={() => open(tenant)} />}
    </>
  );
}
