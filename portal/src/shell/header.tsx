import { GlobalOutlined, LogoutOutlined, MenuOutlined, SkinOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Flex, Grid, Typography } from 'antd';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { LiveState } from '../live/live-state';
import { enteredTenant } from '../session/entered-tenant';
import { may, session, signedIn } from '../session/session';
import { useStore } from '../state/store';
import { useTexts } from '../texts/define-texts';
import { language, LANGUAGES } from '../texts/language';
import { APPEARANCES, appearance } from '../theme/appearance';
import { MenuButton, MenuChoices } from './menu-button';
import { shell } from './texts';
import { WorkingFor } from './working-for';

/** Only for supervisors. */
const HandsMark = lazy(() => import('../live/hands-mark').then(({ HandsMark: each }) => ({ default: each })));

const NAMES = { 'zh-CN': '简体中文', en: 'English' } as const;

export function Header({ onMenu }: { onMenu: (() => void) | undefined }) {
  const t = useTexts(shell);
  const me = signedIn(useStore(session.state));
  const isInTenant = useStore(enteredTenant) !== null || me.kind !== 'staff';
  return (
    <header className="frame-head">
      {onMenu && <Button type="text" icon={<MenuOutlined />} aria-label={t('menu')} onClick={onMenu} />}
      <WorkingFor me={me} />
      <div style={{ flex: 1 }} />
      {isInTenant && may(me, 'agents:status') && may(me, 'agents:read') && <Suspense><HandsMark /></Suspense>}
      {isInTenant && may(me, 'live:read') && <LiveState />}
      <LanguageMenu />
      <AppearanceMenu />
      <PersonMenu name={me.name} role={t(`role_${me.role}`)} />
    </header>
  );
}

function PersonMenu({ name, role }: { name: string; role: string }) {
  const t = useTexts(shell);
  const wide = Grid.useBreakpoint().md ?? true;
  const items = (
    <>
      <Link to={'/account' as string} role="menuitem" className="menu-item"><UserOutlined />{t('account')}</Link>
      <button type="button" role="menuitem" className="menu-item" onClick={() => void session.signOut()}><LogoutOutlined />{t('sign_out')}</button>
    </>
  );
  return (
    <MenuButton label={name} items={items} style={{ height: 40, paddingInline: 8 }} {...(!wide && { 'aria-label': name })}>
      <UserOutlined style={{ fontSize: 18 }} />
      {wide && (
        <Flex vertical align="start" style={{ lineHeight: 1.2 }}>
          <Typography.Text style={{ maxWidth: 180 }} ellipsis>{name}</Typography.Text>
          <Typography.Text type="secondary" style={{ fontSize: 12 }}>{role}</Typography.Text>
        </Flex>
      )}
    </MenuButton>
  );
}

export function LanguageMenu() {
  const label = useTexts(shell)('language');
  const items = <MenuChoices choices={LANGUAGES} value={useStore(language)} onChoose={language.set}>{(each) => <span lang={each}>{NAMES[each]}</span>}</MenuChoices>;
  return <MenuButton label={label} aria-label={label} icon={<GlobalOutlined />} items={items} />;
}

export function AppearanceMenu() {
  const t = useTexts(shell);
  const items = <MenuChoices choices={APPEARANCES} value={useStore(appearance)} onChoose={appearance.set}>{(each) => t(`appearance_${each}`)}</MenuChoices>;
  return <MenuButton label={t('appearance')} aria-label={t('appearance')} icon={<SkinOutlined />} items={items} />;
}
