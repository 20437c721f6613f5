import { theme, type MappingAlgorithm, type ThemeConfig } from 'antd';
import { mayMove } from './appearance';
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

/** The chosen entry's ground: of all that coloured text stands on the one with the least contrast to it. */
export const CHOSEN = { light: '#e8eef7', dark: '#1b2a44' } as const;

/** @param brand a tenant's own colour, `#rrggbb`, on which white text is legible */
export function themeOf(isDark: boolean, brand = '#0f5fd8'): ThemeConfig {
  const chosen = CHOSEN[isDark ? 'dark' : 'light'];
  const link = legibleOn(chosen, brand);
  const bad = STATE_COLOURS.bad[isDark ? 'dark' : 'light'];
  // the algorithms would make other colours of these, which nobody has measured
  const exact: MappingAlgorithm = (seed, map) => ({
    ...(map ?? theme.defaultAlgorithm(seed)),
    colorLink: link, colorLinkHover: link, colorLinkActive: link,
    colorError: bad, colorErrorHover: bad, colorErrorActive: bad,
  });
  return {
    algorithm: [isDark ? theme.darkAlgorithm : theme.defaultAlgorithm, exact],
    token: {
      colorPrimary: brand,
      colorTextDescription: isDark ? '#a9b4c2' : '#5b6675',
      colorTextPlaceholder: isDark ? '#8b97a6' : '#6b7685',
      colorBgLayout: isDark ? '#0d1117' : '#f4f6f9',
      ...(isDark && { colorBgContainer: '#161b22', colorBgElevated: '#1c2129' }),
      borderRadius: 8,
      fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
      motion: mayMove,
      motionDurationMid: '0.12s',
    },
    components: {
      // what asks before it destroys is filled with the colour of what is bad
      Button: { dangerColor: isDark ? '#2b0b0b' : '#ffffff' },
      Descriptions: { labelColor: isDark ? '#a9b4c2' : '#5b6675' },
      Table: { cellPaddingBlock: 10, headerBg: isDark ? '#1c2129' : '#f7f9fc' },
      Progress: { defaultColor: brand },
      Statistic: { contentFontSize: 28 },
    },
  };
}
