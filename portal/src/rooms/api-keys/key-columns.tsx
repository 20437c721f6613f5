import { Button, Flex, Popover, Typography } from 'antd';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { answerOf, api } from '../../api/client';
import type { Permission } from '../../api/types';
import { usePermissionAreas } from '../../data/permissions';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { shell } from '../../shell/texts';
import { useTexts } from '../../texts/define-texts';
import { day, moment } from '../../texts/formats';
import { AskButton } from '../../ui/ask-button';
import { StateDot } from '../../ui/state-dot';
import { type ApiKey, hasTwoSecrets, stateOf } from './key-state';
import { apiKeys } from './texts';

const COLOURS = { live: 'good', revoked: 'bad', expired: 'idle' } as const;

export function useKeyColumns(now: number, onRotate: (key: ApiKey) => void) {
  const [t, words] = [useTexts(apiKeys), useTexts(shell)];
  const zone = useTenant().data?.timezone;
  const mayWrite = useMay('api-keys:write');
  const mayReadLog = useMay('audit:read');
  return [
    {
      title: t('name'),
      key: 'name',
      render: (_: unknown, { name, created_at: at }: ApiKey) => <><b>{name}</b><Small>{t('created_at', { day: day(at, zone) })}</Small></>,
    },
    {
      title: t('role'),
      key: 'role',
      render: (_: unknown, { role, scopes }: ApiKey) => <Flex gap={4} align="center">{words(`role_${role}`)}{scopes && <Scopes scopes={scopes} />}</Flex>,
    },
    {
      title: t('state'),
      key: 'state',
      render: (_: unknown, key: ApiKey) => (
        <>
          <StateDot colour={COLOURS[stateOf(key, now)]}>{t(stateOf(key, now))}</StateDot>
          {stateOf(key, now) === 'live' && hasTwoSecrets(key, now) && (
            <>
              <Small>{t('two_live', { at: moment(key.former_until ?? '', zone) })}</Small>
              {mayWrite && <EndFormer of={key} />}
            </>
          )}
        </>
      ),
    },
    { title: t('last_used'), key: 'last_used', render: (_: unknown, { last_used_at: at }: ApiKey) => (at ? moment(at, zone) : t('never_used')) },
    { title: t('expires'), key: 'expires', render: (_: unknown, { expires_at: at }: ApiKey) => (at ? moment(at, zone) : t('expires_never')) },
    {
      key: 'actions',
      align: 'right' as const,
      render: (_: unknown, key: ApiKey) => (
        <Flex gap={8} justify="flex-end" align="center">
          {mayReadLog && <Link to={'/audit' as string} search={{ actor_id: key.id } as never}>{t('did')}</Link>}
          {mayWrite && stateOf(key, now) === 'live' && <Actions of={key} onRotate={onRotate} />}
        </Flex>
      ),
    },
  ];
}

function Small({ children }: { children: ReactNode }) {
  return <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>{children}</Typography.Text>;
}

function EndFormer({ of: { id } }: { of: ApiKey }) {
  const t = useTexts(apiKeys);
  const end = () => answerOf(api.DELETE('/v1/api-keys/{id}/former-secret', { params: { path: { id } } }));
  return <AskButton size="small" type="link" style={{ padding: 0 }} question={t('end_former_question')} act={end}>{t('end_former')}</AskButton>;
}

function Actions({ of, onRotate }: { of: ApiKey; onRotate: (key: ApiKey) => void }) {
  const t = useTexts(apiKeys);
  const params = { path: { id: of.id } };
  return (
    <>
      <Button size="small" onClick={() => onRotate(of)}>{t('rotate')}</Button>
      <AskButton size="small" danger question={t('revoke_question', { name: of.name })} act={() => answerOf(api.DELETE('/v1/api-keys/{id}', { params }))}>
        {t('revoke')}
      </AskButton>
    </>
  );
}

function Scopes({ scopes }: { scopes: Permission[] }) {
  const t = useTexts(apiKeys);
  const areas = usePermissionAreas()(scopes);
  const all = areas.map(({ area, name, permissions }) => (
    <div key={area}><b>{name}</b>{permissions.map((each) => <div key={each.id}>{each.name}</div>)}</div>
  ));
  return (
    <Popover content={<Flex vertical gap={8}>{all}</Flex>} trigger="click" title={t('scopes')}>
      <Button type="link" size="small">{t('scopes_count', { count: scopes.length })}</Button>
    </Popover>
  );
}
