import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Typography, Upload } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { ProblemAlert } from '../../ui/problem-alert';
import { saveFile } from '../../ui/save-file';
import { customers } from './texts';

const EXAMPLE = '\ufeffexternal_id,name,numbers,segment,language,attribute.hospital\r\ncrm-4711,王芳,13800138001;02160010001,VIP,zh-CN,Ruijin\r\ncrm-4712,Ann Li,+8613800138002,,en,\r\n';

interface ImportSourceProps {
  choose: (file: File) => void;
  trying: boolean;
  error: unknown;
}

export function ImportSource({ choose, trying, error }: ImportSourceProps) {
  const t = useTexts(customers);
  const take = (file: File) => {
    choose(file);
    // sent by ourselves
    return false;
  };
  return (
    <Card>
      <Flex vertical gap={16} align="flex-start">
        <Typography.Text type="secondary" style={{ maxWidth: 720 }}>{t('file_columns')}</Typography.Text>
        <Flex gap={8} wrap>
          <Upload accept=".csv,text/csv" maxCount={1} showUploadList={false} beforeUpload={take} disabled={trying}>
            <Button type="primary" icon={<UploadOutlined />} loading={trying}>{trying ? t('trying') : t('choose_file')}</Button>
          </Upload>
          <Button type="link" icon={<DownloadOutlined />} onClick={() => saveFile('customers.csv', EXAMPLE, 'text/csv;charset=utf-8')}>{t('example')}</Button>
        </Flex>
        <ProblemAlert error={error} />
      </Flex>
    </Card>
  );
}
