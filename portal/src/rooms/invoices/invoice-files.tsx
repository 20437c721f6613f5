import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { shell } from '../../shell/texts';
import { useTexts } from '../../texts/define-texts';
import { currentLanguage } from '../../texts/language';
import { saveFile } from '../../ui/save-file';
import { invoices } from './texts';

type Invoice = Schemas['InvoiceDto'];

/** By the address and the ending of the file. */
const FORMATS = { pdf: 'pdf', xlsx: 'xlsx', csv: 'csv', ubl: 'xml' } as const;
type Format = keyof typeof FORMATS;

/** Saves the invoice in the language of the page, as PDF at once and as the other files from a menu. */
export function InvoiceFiles({ invoice }: { invoice: Invoice }) {
  const [t, words] = [useTexts(invoices), useTexts(shell)];
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const take = async (format: Format) => {
    setBusy(true);
    try {
      saveFile(`${invoice.number ?? `draft-${invoice.period}`}.${FORMATS[format]}`, await read(invoice.id, format));
    } catch {
      void message.error(words('unreachable'));
    } finally {
      setBusy(false);
    }
  };
  const others = (['xlsx', 'csv', 'ubl'] as const).filter((format) => format !== 'ubl' || invoice.state !== 'draft');
  return (
    <>
      <Button icon={<DownloadOutlined />} loading={isBusy} onClick={() => void take('pdf')}>PDF</Button>
      <Dropdown trigger={['click']} menu={{ items: others.map((key) => ({ key, label: t(`file_${key}`) })), onClick: ({ key }) => void take(key as Format) }}>
        <Button disabled={isBusy}>{t('other_files')}</Button>
      </Dropdown>
    </>
  );
}

async function read(id: string, format: Format): Promise<Blob> {
  const options = { params: { path: { id }, query: { language: currentLanguage() } }, parseAs: 'blob' } as const;
  return (await answerOf(api.GET(`/v1/invoices/{id}/${format}`, options))) as unknown as Blob;
}
