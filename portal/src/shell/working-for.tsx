import { Button, Typography } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { queries } from '../api/queries';
import { useTenant } from '../session/tenant';
import { enteredTenant } from '../session/entered-tenant';
import type { Me } from '../session/session';
import { useStore } from '../state/store';
import { useTexts } from '../texts/define-texts';
import { shell } from './texts';

/** Whose call centre is on the screen. */
export function WorkingFor({ me }: { me: Me }) {
  return me.kind === 'staff' ? <Entered /> : <Own />;
}

function Own() {
  const { data } = useTenant();
  return <Typography.Text strong ellipsis style={{ maxWidth: 260 }}>{data?.name}</Typography.Text>;
}

function Entered() {
  const t = useTexts(shell);
  const tenant = useStore(enteredTenant);
  const navigate = useNavigate();
  if (!tenant) return null;
  const leave = () => {
    enteredTenant.set(null);
    queries.clear();
    void navigate({ to: '/' });
  };
  return (
    <div className="working-for" role="status">
      <span className="working-for-words">{t('working_for')}: </span>
      <Typography.Text strong ellipsis className="working-for-name">{tenant.name}</Typography.Text>
      <Button size="small" type="link" onClick={leave}>{t('leave')}</Button>
    </div>
  );
}
