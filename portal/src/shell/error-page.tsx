import { Button } from 'antd';
import { ProblemError } from '../api/problem';
import { useTexts } from '../texts/define-texts';
import { StatusPage } from '../ui/status-page';
import { NoPermissionPage, NotFoundPage } from './closed-pages';
import { shell } from './texts';

/** What stands where something could not be shown. */
export function ErrorPage({ error, reset }: { error: unknown; reset?: () => void }) {
  const t = useTexts(shell);
  if (error instanceof ProblemError && error.is('not_found')) return <NotFoundPage />;
  if (error instanceof ProblemError && error.is('forbidden')) return <NoPermissionPage />;
  const problem = error instanceof ProblemError ? error.problem : null;
  const unreachable = problem?.status === 0;
  const hint = unreachable ? t('unreachable_hint') : problem?.detail;
  const again = () => (reset ? reset() : location.reload());
  return (
    <StatusPage
      status="warning"
      title={unreachable ? t('unreachable') : t('failed')}
      hint={<>{hint}{problem?.trace_id && <div>{t('quote', { trace: problem.trace_id })}</div>}</>}
      action={<Button type="primary" onClick={again}>{t('retry')}</Button>}
    />
  );
}
