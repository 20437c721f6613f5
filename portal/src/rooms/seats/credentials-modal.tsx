import { CopyOutlined, PrinterOutlined, SaveOutlined } from '@ant-design/icons';
import { Alert, App, Button, Flex, Modal, Progress, Table, Typography } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { queries } from '../../api/queries';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { BadText } from '../../ui/bad-text';
import { ui } from '../../ui/texts';
import { asCsv, type Credentials, makeCredentials, printSlips, saveFile } from './credentials';
import { seats } from './texts';

type Seat = Pick<Schemas['SeatDto'], 'id' | 'extension'>;

interface Made {
  credentials: Credentials[];
  failures: { extension: string; reason: string }[];
}

const SHOWN_AT_ONCE = 300;

/** Makes credentials for some seats and shows them: here and never again. */
export function CredentialsModal({ of, onClose }: { of: readonly Seat[]; onClose: () => void }) {
  const [t, words] = [useTexts(seats), useTexts(ui)];
  const { modal, message } = App.useApp();
  const { credentials, failures } = useMade(of);
  const over = credentials.length + failures.length === of.length;
  const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => message.success(words('copied')));
  const close = () => (credentials.length === 0 ? onClose() : modal.confirm({ title: t('close_question'), okText: t('close_anyway'), cancelText: words('cancel'), onOk: onClose }));
  const print = () => printSlips(credentials, {
    title: (extension) => t('slip_title', { extension }), user: t('sip_user'), domain: t('sip_domain'), secret: t('secret'),
  });
  const actions = (
    <Flex gap={8} wrap justify="flex-end">
      <Button icon={<CopyOutlined />} onClick={() => copy(asCsv(credentials))}>{t('copy_all')}</Button>
      <Button icon={<SaveOutlined />} onClick={() => saveFile(credentials)}>{t('save_file')}</Button>
      <Button icon={<PrinterOutlined />} onClick={print}>{t('print')}</Button>
      <Button type="primary" onClick={close}>{words('close')}</Button>
    </Flex>
  );
  return (
    <Modal open title={t('credentials')} width={720} mask={{ closable: false }} closable={over} onCancel={close} footer={over ? actions : null}>
      <Flex vertical gap={12}>
        <Alert type="warning" showIcon title={t('made_title')} description={t('made_hint')} />
        {!over && (
          <>
            <Progress percent={Math.floor(((credentials.length + failures.length) / of.length) * 100)} aria-label={t('credentials')} />
            <Typography.Text type="secondary">{t('making', { done: credentials.length, all: of.length })}</Typography.Text>
          </>
        )}
        {failures.map(({ extension, reason }) => <BadText key={extension}>{t('not_made', { extension, reason })}</BadText>)}
        <Table<Credentials>
          rowKey="sip_user"
          size="small"
          pagination={false}
          virtual={credentials.length > SHOWN_AT_ONCE}
          scroll={{ x: 480, y: 360 }}
          dataSource={credentials}
          columns={[
            { title: t('sip_user'), dataIndex: 'sip_user', width: 90 },
            { title: t('sip_domain'), dataIndex: 'sip_domain', width: 190, ellipsis: true },
            { title: t('secret'), key: 'secret', width: 220, render: (_, { secret }) => <code>{secret}</code> },
            {
              key: 'copy',
              width: 60,
              render: (_, { sip_user: extension, secret }) => (
                <Button type="text" icon={<CopyOutlined />} aria-label={t('copy_secret', { extension })} title={t('copy_secret', { extension })} onClick={() => copy(secret)} />
              ),
            },
          ]}
        />
      </Flex>
    </Modal>
  );
}

/** One after the other, once, however often the page is drawn. */
function useMade(of: readonly Seat[]): Made {
  const [made, setMade] = useState<Made>({ credentials: [], failures: [] });
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void (async () => {
      for (const { id, extension } of of) {
        await makeCredentials(id).then(
          (each) => setMade((before) => ({ ...before, credentials: [...before.credentials, each] })),
          (error: unknown) => setMade((before) => ({ ...before, failures: [...before.failures, { extension, reason: String((error as Error).message) }] })),
        );
      }
      await queries.invalidateQueries({ queryKey: ['seats'] });
    })();
  }, [of]);
  return made;
}
