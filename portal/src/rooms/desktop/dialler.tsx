import { PhoneOutlined } from '@ant-design/icons';
import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { softphone } from '../../phone/page-phone';
import { useTexts } from '../../texts/define-texts';
import { desktop } from './texts';

/** Calls a number by the phone in the page. */
export function Dialler() {
  const t = useTexts(desktop);
  const [number, setNumber] = useState('');
  const dial = () => number.trim() && void softphone.call(number.trim());
  return (
    <Flex gap={8} style={{ maxWidth: 360, width: '100%', marginTop: 8 }}>
      <Input placeholder={t('dial_hint')} aria-label={t('dial_hint')} inputMode="tel" maxLength={24} value={number} onChange={({ target }) => setNumber(target.value)} onPressEnter={dial} />
      <Button type="primary" icon={<PhoneOutlined />} onClick={dial}>{t('dial')}</Button>
    </Flex>
  );
}
