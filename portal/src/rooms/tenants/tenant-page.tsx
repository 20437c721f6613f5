import { EditOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Col, Descriptions, Row } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Schemas } from '../../api/types';
import { oneTenant } from '../../data/tenants';
import { EnterButton } from '../../entry/enter-button';
import { ownGrants } from '../../entry/own-grants';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { RoomPage } from '../../ui/room-page';
import { TenantCapacity } from './tenant-capacity';
import { TenantFile } from './tenant-file';
import { tenants } from './texts';

type Tenant = Schemas['TenantDto'];

const PROMPTS: Record<string, string> = { 'zh-CN': '简体中文', en: 'English' };

export function TenantPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  return <Loaded query={useQuery(oneTenant(id))}>{(tenant) => <TenantView tenant={tenant} />}</Loaded>;
}

function TenantView({ tenant }: { tenant: Tenant }) {
  const t = useTexts(tenants);
  const { id, name } = tenant;
  const mayWrite = useMay('tenants:write');
  const actions = (
    <>
      {mayWrite && (
        <Link to={'/tenants/$id/change' as string} params={{ id } as never}>
          <Button icon={<EditOutlined />}>{t('change')}</Button>
        </Link>
      )}
      <EnterButton tenant={{ id, name }} type="primary" />
    </>
  );
  return (
    <RoomPage title={name} about={tenant.domain} actions={actions}>
      <Open id={id} />
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={12}><Facts tenant={tenant} /></Col>
        <Col xs={24} lg={12}><TenantCapacity id={id} /></Col>
      </Row>
      <TenantFile tenant={tenant} />
    </RoomPage>
  );
}

function Open({ id }: { id: string }) {
  const t = useTexts(tenants);
  const grants = useQuery({ ...ownGrants, enabled: useMay('tenants:enter') });
  const ends = grants.data?.filter((grant) => grant.tenant_id === id).map((grant) => grant.expires_at).sort().at(-1);
  return ends === undefined ? null : <Alert type="success" showIcon title={t('open_until', { until: moment(ends, undefined) })} />;
}

function Facts({ tenant }: { tenant: Tenant }) {
  const t = useTexts(tenants);
  const items = [
    { key: 'slug', label: t('slug'), children: tenant.slug },
    { key: 'domain', label: t('domain'), children: tenant.domain },
    { key: 'timezone', label: t('timezone'), children: tenant.timezone },
    { key: 'currency', label: t('currency'), children: tenant.currency },
    { key: 'language', label: t('language'), children: PROMPTS[tenant.locale] ?? tenant.locale },
    { key: 'created', label: t('created'), children: moment(tenant.created_at, tenant.timezone) },
  ];
  return <Card title={t('facts')} style={{ height: '100%' }}><Descriptions column={1} size="small" items={items} styles={{ label: { width: 150 } }} /></Card>;
}
