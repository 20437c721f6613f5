import { Button, Card, ConfigProvider, Flex, theme, Typography } from 'antd';
import { Brand } from '../../shell/brand';
import { useTexts } from '../../texts/define-texts';
import { themeOf } from '../../theme/theme';
import { settings } from './texts';

/** The look in both appearances, before it is saved. */
export function BrandPreview({ colour, logo }: { colour: string; logo: string | null }) {
  const t = useTexts(settings);
  return (
    <Card title={t('preview')} style={{ flex: '1 1 360px' }}>
      <Flex gap={12} wrap>
        {[false, true].map((isDark) => (
          <ConfigProvider key={String(isDark)} theme={{ ...themeOf(isDark, colour), inherit: false }}><Sample logo={logo} /></ConfigProvider>
        ))}
      </Flex>
    </Card>
  );
}

function Sample({ logo }: { logo: string | null }) {
  const t = useTexts(settings);
  const { token } = theme.useToken();
  return (
    <Flex vertical gap={12} style={{ flex: '1 1 180px', padding: 16, borderRadius: 8, background: token.colorBgContainer, border: `1px solid ${token.colorBorder}` }}>
      <Flex align="center" gap={10} style={{ height: 36 }}>
        {logo ? <img src={logo} alt={t('logo')} style={{ maxHeight: 32, maxWidth: 160, background: '#fff', borderRadius: 4, padding: 2 }} /> : <><Brand /><Typography.Text strong>Seatline</Typography.Text></>}
      </Flex>
      <Button type="primary">{t('preview_button')}</Button>
      <span style={{ color: token.colorLink }}>{t('preview_link')}</span>
    </Flex>
  );
}
