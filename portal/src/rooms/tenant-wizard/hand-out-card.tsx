import { CopyOutlined, DownloadOutlined, KeyOutlined } from '@ant-design/icons';
import { Alert, App, Button, Card, Flex, Progress, Table, Typography } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EnterDialog } from '../../entry/enter-dialog';
import { ownGrants } from '../../entry/own-grants';
import type { EnteredTenant } from '../../session/entered-tenant';
import { useTexts } from '../../texts/define-texts';
import { ProblemAlert } from '../../ui/problem-alert';
import { saveFile } from '../../ui/save-file';
import { ui } from '../../ui/texts';
import { csvOf } from './hand-out';
import { wizard } from './texts';

interface HandOutProps {
  tenant: EnteredTenant;
  title: string;
  about: string;
  action: string;
  make: (onMade: (row: string[], all: number) => void) => Promise<void>;
  head: string[];
  fileName: string;
}

/** Makes secrets that are shown here and never again. It is work in the tenant, so a grant comes first. */
export function HandOut({ tenant, title, about, action, make, head, fileName }: HandOutProps) {
  const [t, words] = [useTexts(wizard), useTexts(ui)];
  const { message } = App.useApp();
  const grants = useQuery(ownGrants);
  const [asking, setAsking] = useState(false);
  const [rows, setRows] = useState<string[][]>([]);
  const [all, setAll] = useState(0);
  const making = useMutation({
    mutationFn: () => make((row, count) => {
      setAll(count);
      setRows((made) => [...made, row]);
    }),
  });
  const begin = () => (grants.data?.some((grant) => grant.tenant_id === tenant.id) ? making.mutate() : setAsking(true));
  const file = csvOf(head, rows);
  const copy = async () => {
    await navigator.clipboard.writeText(file);
    void message.success(words('copied'));
  };
  const isDone = making.isSuccess;
  return (
    <Card title={title} style={{ height: '100%' }}>
      <Flex vertical gap={12}>
        <Typography.Text type="secondary">{about}</Typography.Text>
        {!isDone && <div><Button icon={<KeyOutlined />} loading={making.isPending} onClick={begin}>{action}</Button></div>}
        {making.isPending && <Progress percent={all === 0 ? 0 : Math.round((rows.length / all) * 100)} format={() => `${rows.length} / ${all}`} />}
        <ProblemAlert error={making.error} />
        {isDone && rows.length === 0 && <Alert type="info" showIcon title={t('nothing_to_make')} />}
        {rows.length > 0 && (
          <>
            <Alert type="warning" showIcon title={t('shown_once')} />
            <Flex gap={8}>
              <Button type="primary" icon={<DownloadOutlined />} onClick={() => saveFile(fileName, file, 'text/csv;charset=utf-8')}>{t('download', { count: rows.length })}</Button>
              <Button icon={<CopyOutlined />} onClick={() => void copy()}>{words('copy')}</Button>
            </Flex>
            <Table<string[]>
              size="small"
              rowKey={(row) => row.join()}
              dataSource={rows}
              pagination={{ pageSize: 5, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
              scroll={{ x: 'max-content' }}
              columns={head.map((name, index) => ({ title: name, key: name, render: (_: unknown, row: string[]) => <Typography.Text code={index === head.length - 1}>{row[index]}</Typography.Text> }))}
            />
          </>
        )}
      </Flex>
      {asking && (
        <EnterDialog
          tenant={tenant}
          onClose={() => setAsking(false)}
          onEntered={() => {
            setAsking(false);
            making.mutate();
          }}
        />
      )}
    </Card>
  );
}
