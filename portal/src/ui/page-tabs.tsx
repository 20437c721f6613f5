import { theme } from 'antd';
import { Link, useRouterState } from '@tanstack/react-router';
import type { CSSProperties } from 'react';

interface PageTabsProps {
  /** What the pages have in common, for whoever does not see that they stand side by side. */
  label: string;
  tabs: { path: string; label: string }[];
}

/** The pages of one room side by side, each with an address of its own. */
export function PageTabs({ label, tabs }: PageTabsProps) {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const { token } = theme.useToken();
  const here = tabs.filter((tab) => path === tab.path || path.startsWith(`${tab.path}/`)).sort((a, b) => b.path.length - a.path.length)[0];
  const current = { 'aria-current': 'page', ref: intoSight } as const;
  const styleOf = (isHere: boolean): CSSProperties => ({
    padding: '8px 4px',
    whiteSpace: 'nowrap',
    color: isHere ? token.colorLink : token.colorText,
    fontWeight: isHere ? 600 : 400,
    boxShadow: isHere ? `inset 0 -2px ${token.colorLink}` : 'none',
  });
  return (
    <nav aria-label={label} style={{ display: 'flex', gap: 24, overflowX: 'auto', borderBottom: `1px solid ${token.colorBorderSecondary}` }}>
      {tabs.map((tab) => (
        <Link key={tab.path} to={tab.path} style={styleOf(tab === here)} {...(tab === here && current)}>{tab.label}</Link>
      ))}
    </nav>
  );
}

/** On a small screen the tabs are wider than it. */
function intoSight(link: HTMLElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
