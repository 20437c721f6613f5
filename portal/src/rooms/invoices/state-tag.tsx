import { CheckCircleOutlined, EditOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { invoices } from './texts';

export function StateTag({ state }: { state: 'draft' | 'finalized' }) {
  const t = useTexts(invoices);
  return state === 'draft' ? (
    <Tag color="gold" icon={<EditOutlined />}>{t('draft')}</Tag>
  ) : (
    <Tag color="green" icon={<CheckCircleOutlined />}>{t('finalized')}</Tag>
  );
}
