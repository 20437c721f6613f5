import { Button, Card, Col, Descriptions, Flex, Result, Row, Tag } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { EnterButton } from '../../entry/enter-button';
import { useTexts } from '../../texts/define-texts';
import { integer } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { makeFirstPasswords, makeSeatSecrets } from './hand-out';
import { HandOut } from './hand-out-card';
import { wizard } from './texts';

/** What was done, of which tenant. */
export interface Applied {
  slug: string;
  changes: Schemas['PlanDto']['changes'];
  seconds: number;
}

/** What is live now, and what people and phones need to begin. */
export function LiveStep({ applied }: { applied: Applied }) {
  const { slug } = applied;
  const query = useQuery({
    queryKey: ['tenants', 'by-slug', slug],
    queryFn: async ({ signal }) => {
      const { data: [tenant] } = await answerOf(api.GET('/v1/tenants', { params: { query: { slug } }, signal }));
      if (!tenant) throw new Error(`The tenant ${slug} was applied and is not there.`);
      return tenant;
    },
  });
  return <Loaded query={query}>{(tenant) => <Live tenant={tenant} applied={applied} />}</Loaded>;
}

function Live({ tenant, applied: { changes, seconds } }: { tenant: Schemas['TenantDto']; applied: Applied }) {
  const t = useTexts(wizard);
  const { id, name, slug } = tenant;
  const added = (section: string) => changes.filter((change) => change.section === section && change.kind === 'add');
  const isNew = added('tenant').length > 0;
  const numbers = added('numbers').map(({ key }) => key);
  const items = (['numbers', 'seats', 'agents', 'queues', 'users'] as const).map((section) => ({
    key: section,
    label: t(`section_${section}`),
    children: section === 'numbers' && numbers.length > 0 ? numbers.map((each) => <Tag key={each} className="figures">{each}</Tag>) : `+ ${integer(added(section).length)}`,
  }));
  const actions = [
    <EnterButton key="enter" tenant={{ id, name }} type="primary" />,
    <Link key="tenant" to={'/tenants/$id' as string} params={{ id } as never}><Button>{t('to_tenant')}</Button></Link>,
  ];
  return (
    <Flex vertical gap={16}>
      <Card>
        <Result status="success" title={t(isNew ? 'live' : 'changed', { name })} subTitle={t('took', { seconds: seconds.toFixed(1), changes: integer(changes.length) })} extra={actions} style={{ padding: '16px 0' }} />
        {isNew && <Descriptions column={{ xs: 1, md: 2 }} size="small" items={items} />}
      </Card>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={12}>
          <HandOut
            tenant={tenant}
            title={t('seat_secrets')}
            about={t('seat_secrets_about')}
            action={t('seat_secrets_make')}
            make={(onMade) => makeSeatSecrets(id, ({ user, domain, secret }, all) => onMade([user, domain, secret], all))}
            head={['sip_user', 'sip_domain', 'secret']}
            fileName={`${slug}-seats.csv`}
          />
        </Col>
        {isNew && (
          <Col xs={24} lg={12}>
            <HandOut
              tenant={tenant}
              title={t('passwords')}
              about={t('passwords_about', { slug })}
              action={t('passwords_make')}
              make={(onMade) => makeFirstPasswords(id, ({ email, password }, all) => onMade([slug, email, password], all))}
              head={['tenant', 'email', 'password']}
              fileName={`${slug}-first-passwords.csv`}
            />
          </Col>
        )}
      </Row>
    </Flex>
  );
}
