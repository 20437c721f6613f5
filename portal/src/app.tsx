import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import zh from 'antd/es/locale/zh_CN';
import { queries } from './api/queries';
import { SessionGate } from './shell/session-gate';
import { useStore } from './state/store';
import { language } from './texts/language';
import { isDark } from './theme/appearance';
import { brand } from './theme/brand';
import { themeOf } from './theme/theme';

export function App() {
  const theme = themeOf(useStore(isDark), useStore(brand)?.colour ?? undefined);
  // English is what antd speaks by itself
  const locale = useStore(language) === 'zh-CN' ? { locale: zh } : {};
  return (
    <ConfigProvider theme={theme} {...locale} button={{ autoInsertSpace: false }}>
      <AntApp style={{ height: '100%' }} message={{ maxCount: 3 }}>
        <QueryClientProvider client={queries}>
          <SessionGate />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
