import { theme, type ThemeConfig } from 'antd';

/** Colours of states, by name: each has its text contrast (4.5:1) on both grounds, light and dark. */
export const STATE_COLOURS = {
  good: { light: '#1a7f4b', dark: '#4cc38a' },
  busy: { light: '#0f5fd8', dark: '#6ea8fe' },
  warn: { light: '#a15c00', dark: '#f0b35a' },
  bad: { light: '#c0262d', dark: '#ff8a80' },
  idle: { light: '#5b6675', dark: '#9aa7b8' },
} as const;
export type StateColour = keyof typeof STATE_COLOURS;

/** @param brand a tenant's own colour, `#rrggbb` */
export function themeOf(isDark: boolean, brand = '#0f5fd8'): ThemeConfig {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: brand,
      colorLink: isDark ? '#6ea8fe' : '#0f5fd8',
      colorTextDescription: isDark ? '#a9b4c2' : '#5b6675',
      colorTextPlaceholder: isDark ? '#8b97a6' : '#6b7685',
      colorBgLayout: isDark ? '#0d1117' : '#f4f6f9',
      ...(isDark && { colorBgContainer: '#161b22', colorBgElevated: '#1c2129' }),
      borderRadius: 8,
      fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
      motionDurationMid: '0.12s',
    },
    components: {
      Layout: { siderBg: isDark ? '#11161d' : '#ffffff', headerBg: isDark ? '#11161d' : '#ffffff', headerPadding: '0 16px', headerHeight: 56 },
      Menu: { itemBg: 'transparent', activeBarBorderWidth: 0, itemHeight: 36, groupTitleFontSize: 12, groupTitleColor: isDark ? '#a9b4c2' : '#5b6675', ...(isDark && { itemSelectedColor: '#8bb8ff', itemSelectedBg: '#1b2a44' }) },
      Descriptions: { labelColor: isDark ? '#a9b4c2' : '#5b6675' },
      Table: { cellPaddingBlock: 10, headerBg: isDark ? '#1c2129' : '#f7f9fc' },
      Statistic: { contentFontSize: 28 },
    },
  };
}
