import { Card, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Brand } from '../shell/brand';
import { AppearanceMenu, LanguageMenu } from '../shell/header';
import { useTexts } from '../texts/define-texts';
import { signIn } from './texts';

/** The page before the portal: one card in the middle, language and appearance in the corner. */
export function SignInFrame({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const t = useTexts(signIn);
  return (
    <Flex vertical style={{ minHeight: '100%' }}>
      <Flex justify="flex-end" style={{ padding: 12 }}><LanguageMenu /><AppearanceMenu /></Flex>
      <Flex vertical component="main" align="center" justify="center" flex={1} gap={24} style={{ padding: '0 16px 96px' }}>
        <Flex vertical align="center" gap={8}>
          <Brand size={52} />
          <Typography.Text strong style={{ fontSize: 22 }}>Seatline</Typography.Text>
          <Typography.Text type="secondary">{t('claim')}</Typography.Text>
        </Flex>
        <Card style={{ width: '100%', maxWidth: 420 }} styles={{ body: { padding: 28 } }}>
          <Typography.Title level={1} style={{ fontSize: 20, marginTop: 0 }}>{title}</Typography.Title>
          {hint && <Typography.Paragraph type="secondary">{hint}</Typography.Paragraph>}
          {children}
        </Card>
      </Flex>
    </Flex>
  );
}
