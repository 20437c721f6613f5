import { GlobalOutlined, LogoutOutlined, MenuOutlined, SkinOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, Flex, Grid, Layout, Typography } from 'antd';
import { Link } from '@tanstack/react-router';
import { LiveState } from '../live/live-state';
import { enteredTenant } from '../session/entered-tenant';
import { may, session, signedIn } from '../session/session';
import { useStore } from '../state/store';
import { type KeysOf, type Translate, useTexts } from '../texts/define-texts';
import { language, LANGUAGES } from '../texts/language';
import { APPEARANCES, appearance } from '../theme/appearance';
import { shell } from './texts';
import { WorkingFor } from './working-for';

const NAMES = { 'zh-CN': '简体中文', en: 'English' } as const;

export function Header({ onMenu }: { onMenu: (() => void) | undefined }) {
  const t = useTexts(shell);
  const me = signedIn(useStore(session.state));
  const wide = Grid.useBreakpoint().md ?? true;
  const isInTenant = useStore(enteredTenant) !== null || me.kind !== 'staff';
  return (
    <Layout.Header style={{ position: 'sticky', top: 0, zIndex: 20, display: 'flex', alignItems: 'center', gap: 8, lineHeight: 1.4 }}>
      {onMenu && <Button type="text" icon={<MenuOutlined />} aria-label={t('menu')} onClick={onMenu} />}
      <WorkingFor me={me} />
      <div style={{ flex: 1 }} />
      {isInTenant && may(me, 'live:read') && <LiveState />}
      <LanguageMenu />
      <AppearanceMenu />
      <Dropdown menu={{ items: personItems(t) }} trigger={['click']}>
        <Button type="text" style={{ height: 40, paddingInline: 8 }} {...(!wide && { 'aria-label': me.name })}>
          <UserOutlined style={{ fontSize: 18 }} />
          {wide && (
            <Flex vertical align="start" style={{ lineHeight: 1.2 }}>
              <Typography.Text style={{ maxWidth: 180 }} ellipsis>{me.name}</Typography.Text>
              <Typography.Text type="secondary" style={{ fontSize: 12 }}>{t(`role_${me.role}`)}</Typography.Text>
            </Flex>
          )}
        </Button>
      </Dropdown>
    </Layout.Header>
  );
}

function personItems(t: Translate<KeysOf<typeof shell>>) {
  return [
    { key: 'account', icon: <UserOutlined />, label: <Link to={'/account' as string}>{t('account')}</Link> },
    { key: 'sign-out', icon: <LogoutOutlined />, label: t('sign_out'), onClick: () => void session.signOut() },
  ];
}

export function LanguageMenu() {
  const t = useTexts(shell);
  const items = LANGUAGES.map((each) => ({ key: each, label: <span lang={each}>{NAMES[each]}</span>, onClick: () => language.set(each) }));
  return (
    <Dropdown menu={{ items, selectedKeys: [useStore(language)] }} trigger={['click']}>
      <Button type="text" icon={<GlobalOutlined />} aria-label={t('language')} />
    </Dropdown>
  );
}

export function AppearanceMenu() {
  const t = useTexts(shell);
  const items = APPEARANCES.map((each) => ({ key: each, label: t(`appearance_${each}`), onClick: () => appearance.set(each) }));
  return (
    <Dropdown menu={{ items, selectedKeys: [useStore(appearance)] }} trigger={['click']}>
      <Button type="text" icon={<SkinOutlined />} aria-label={t('appearance')} />
    </Dropdown>
  );
}
