import { Alert } from 'antd';
import { ProblemError } from '../api/problem';
import { shell } from '../shell/texts';
import { useTexts } from '../texts/define-texts';
import { ui } from './texts';

/** What ProblemAlert shows. */
export function ProblemBox({ error }: { error: unknown }) {
  const [t, words] = [useTexts(shell), useTexts(ui)];
  const problem = error instanceof ProblemError ? error.problem : null;
  if (problem?.status === 0) return <Alert type="warning" showIcon title={t('unreachable')} description={t('unreachable_hint')} />;
  if (problem?.code === 'precondition_failed') return <Alert type="warning" showIcon title={words('changed_meanwhile')} />;
  const trace = problem && problem.status >= 500 ? t('quote', { trace: problem.trace_id }) : undefined;
  const rules = problem?.errors?.map(({ pointer, rule }) => <div key={pointer + rule}>{rule}</div>);
  return <Alert type="error" showIcon role="alert" title={problem?.detail ?? t('failed')} description={rules ?? trace} />;
}
