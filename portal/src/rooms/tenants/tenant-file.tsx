import { CopyOutlined, DownloadOutlined } from '@ant-design/icons';
import { App, Button, Card, Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/types';
import { tenantFile } from '../../data/tenants';
import { useTexts } from '../../texts/define-texts';
import { saveFile } from '../../ui/save-file';
import { Loaded } from '../../ui/loaded';
import { ui } from '../../ui/texts';
import { YamlView } from '../../ui/yaml/yaml-view';
import { tenants } from './texts';

/** The tenant as its file says it, to read, copy and keep. */
export function TenantFile({ tenant: { id, slug } }: { tenant: Schemas['TenantDto'] }) {
  const [t, words] = [useTexts(tenants), useTexts(ui)];
  const { message } = App.useApp();
  const query = useQuery(tenantFile(id));
  const { data: file } = query;
  const copy = async () => {
    await navigator.clipboard.writeText(file ?? '');
    void message.success(words('copied'));
  };
  const actions = file !== undefined && (
    <Flex gap={8}>
      <Button size="small" icon={<CopyOutlined />} onClick={() => void copy()}>{words('copy')}</Button>
      <Button size="small" icon={<DownloadOutlined />} onClick={() => saveFile(`${slug}.yaml`, file)}>{t('download')}</Button>
    </Flex>
  );
  return (
    <Card title={t('file')} extra={actions} styles={{ body: { padding: 0 } }}>
      <Typography.Text type="secondary" style={{ display: 'block', padding: '12px 24px' }}>{t('file_about')}</Typography.Text>
      <Loaded query={query}>{(text) => <YamlView label={t('file')} text={text} />}</Loaded>
    </Card>
  );
}
