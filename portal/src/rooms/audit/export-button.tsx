import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Flex, Progress, Tooltip, Typography } from 'antd';
import { useState } from 'react';
import { shell } from '../../shell/texts';
import { useTexts } from '../../texts/define-texts';
import { integer } from '../../texts/formats';
import { countEntries, readLog, save } from './export-log';
import { audit } from './texts';

interface Running {
  done: number;
  all: number;
  stop: () => void;
}

/** Saves the whole log, telling how far it is. */
export function ExportButton() {
  const [t, words] = [useTexts(audit), useTexts(shell)];
  const { message } = App.useApp();
  const [running, setRunning] = useState<Running | null>(null);
  const run = async () => {
    const abort = new AbortController();
    try {
      const all = await countEntries(abort.signal);
      const tell = (done: number) => setRunning({ done, all: Math.max(all, done), stop: () => abort.abort() });
      tell(0);
      save(await readLog(tell, abort.signal), `audit-log-${new Date().toISOString().slice(0, 10)}.ndjson`);
    } catch {
      if (!abort.signal.aborted) void message.error(words('unreachable'));
    } finally {
      setRunning(null);
    }
  };
  if (!running) {
    return <Tooltip title={t('export_hint')}><Button icon={<DownloadOutlined />} onClick={() => void run()}>{t('export')}</Button></Tooltip>;
  }
  const { done, all, stop } = running;
  return (
    <Flex gap={8} align="center" role="status">
      <Progress percent={all === 0 ? 0 : Math.round((done / all) * 100)} size="small" style={{ width: 140 }} />
      <Typography.Text type="secondary" className="figures">{t('exporting', { done: integer(done), all: integer(all) })}</Typography.Text>
      <Button size="small" onClick={stop}>{t('stop')}</Button>
    </Flex>
  );
}
