import { theme, type MappingAlgorithm, type ThemeConfig } from 'antd';
import { legibleOn } from './contrast';

/** Colours of states, by name: each has its text contrast (4.5:1) on both grounds, light and dark. */
export const STATE_COLOURS = {
  good: { light: '#1a7f4b', dark: '#4cc38a' },
  busy: { light: '#0f5fd8', dark: '#6ea8fe' },
  warn: { light: '#a15c00', dark: '#f0b35a' },
  bad: { light: '#c0262d', dark: '#ff8a80' },
  idle: { light: '#5b6675', dark: '#9aa7b8' },
} as const;
export type StateColour = keyof typeof STATE_COLOURS;

/** The grounds that coloured text stands on, the one with the least contrast to it. */
const GROUND = { light: '#f4f6f9', dark: '#1c2129' } as const;

/** @param brand a tenant's own colour, `#rrggbb`, on which white text is legible */
export function themeOf(isDark: boolean, brand = '#0f5fd8'): ThemeConfig {
  const link = legibleOn(GROUND[isDark ? 'dark' : 'light'], brand);
  // the algorithms would make another colour of it, which nobody has measured
  const exactLinks: MappingAlgorithm = (seed, map) => ({ ...(map ?? theme.defaultAlgorithm(seed)), colorLink: link, colorLinkHover: link, colorLinkActive: link });
  return {
    algorithm: [isDark ? theme.darkAlgorithm : theme.defaultAlgorithm, exactLinks],
    token: {
      colorPrimary: brand,
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
      Progress: { defaultColor: brand },
      Statistic: { contentFontSize: 28 },
    },
  };
}
