import { Flex, Spin } from 'antd';
import { useTexts } from '../texts/define-texts';
import { shell } from './texts';

export function Splash() {
  const t = useTexts(shell);
  return (
    <Flex align="center" justify="center" style={{ height: '100%', minHeight: 240 }} role="status" aria-label={t('loading')}>
      <Spin size="large" delay={150} />
    </Flex>
  );
}
