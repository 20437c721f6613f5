import { Menu } from 'antd';
import { Link, useRouterState } from '@tanstack/react-router';

interface PageTabsProps {
  /** What the pages have in common, for whoever does not see that they stand side by side. */
  label: string;
  tabs: { path: string; label: string }[];
}

/** The pages of one room side by side, each with an address of its own. */
export function PageTabs({ label, tabs }: PageTabsProps) {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return (
    <nav aria-label={label}>
      <Menu
        mode="horizontal"
        style={{ background: 'transparent', marginInline: -8 }}
        selectedKeys={[path]}
        items={tabs.map((tab) => ({ key: tab.path, label: <Link to={tab.path}>{tab.label}</Link> }))}
      />
    </nav>
  );
}
