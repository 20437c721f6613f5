import { Alert, Button, Flex, Modal, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/define-texts';
import { ui } from './texts';

interface SecretOnceProps {
  title: ReactNode;
  /** Null closes it. */
  secret: string | null;
  /** What it is for, or how it is used. */
  children?: ReactNode;
  onKept: () => void;
}

/** A secret that cannot be read again: only a button that says so closes it. */
export function SecretOnce({ title, secret, children, onKept }: SecretOnceProps) {
  const t = useTexts(ui);
  const kept = <Button type="primary" onClick={onKept}>{t('kept')}</Button>;
  return (
    <Modal title={title} open={secret !== null} closable={false} keyboard={false} mask={{ closable: false }} footer={kept} destroyOnHidden>
      <Flex vertical gap={12}>
        <Alert type="warning" showIcon title={t('shown_once')} description={t('shown_once_hint')} />
        {secret !== null && (
          <Typography.Text code copyable={{ text: secret, tooltips: [t('copy'), t('copied')] }} style={{ fontSize: 15, wordBreak: 'break-all' }}>
            {secret}
          </Typography.Text>
        )}
        {children}
      </Flex>
    </Modal>
  );
}
