import { Alert, Progress } from 'antd';
import { Link } from '@tanstack/react-router';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { agentImport } from './import-run';
import { agents } from './texts';

/** That an import goes on, or has left something to be corrected. */
export function ImportProgress() {
  const t = useTexts(agents);
  const { lines, running } = useStore(agentImport);
  const done = lines.filter(({ state }) => state === 'done').length;
  const failed = lines.filter(({ state }) => state === 'failed').length;
  if (!running && failed === 0) return null;
  return (
    <Alert
      type={running ? 'info' : 'warning'}
      showIcon
      title={running ? t('import_running', { done, all: lines.length }) : t('import_done_hint', { done, failed })}
      description={running && <Progress percent={Math.floor((done / lines.length) * 100)} size="small" aria-label={t('import')} />}
      action={<Link to={'/agents/import' as string}>{t('import_see')}</Link>}
    />
  );
}
