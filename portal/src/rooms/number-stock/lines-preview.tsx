import { Alert, Flex, Form, type FormInstance } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { useTexts } from '../../texts/define-texts';
import { ProblemAlert } from '../../ui/problem-alert';
import { useSettled } from '../../ui/use-settled';
import { linesOf } from './lines';
import { stock } from './texts';

/** Whoever has more wrong corrects these first. */
const SHOWN = 8;

/** What the API says of the numbers in a form, asked while they are typed. */
export function LinesPreview<V extends { numbers: string }>({ form }: { form: FormInstance<V> }) {
  const t = useTexts(stock);
  const lines = linesOf(useSettled((Form.useWatch('numbers', form as FormInstance) as string | undefined) ?? ''));
  const { data, error } = useChecked(lines.map(({ text }) => text));
  if (lines.length === 0) return null;
  if (error) return <Room><ProblemAlert error={error} /></Room>;
  if (!data) return null;
  const { count, problems } = data;
  if (problems.length === 0) return <Room><Alert role="status" type="success" showIcon title={t('will_add', { count })} /></Room>;
  return (
    <Room>
      <Alert
        role="status"
        type="warning"
        showIcon
        title={t('wrong', { count: problems.length })}
        description={
          <Flex vertical gap={4} className="figures">
            {problems.slice(0, SHOWN).map(({ entry, rule }) => <span key={entry}>{t('line', { line: lines[entry]?.line })}: {rule}</span>)}
            {problems.length > SHOWN && <span>{t('more_wrong', { count: problems.length - SHOWN })}</span>}
          </Flex>
        }
      />
    </Room>
  );
}

function Room({ children }: { children: React.ReactNode }) {
  return <div style={{ marginBottom: 24 }}>{children}</div>;
}

function useChecked(numbers: string[]) {
  return useQuery({
    queryKey: ['number-stock', 'check', numbers],
    queryFn: ({ signal }) => answerOf(api.POST('/v1/number-stock/check', { body: { numbers }, signal })),
    enabled: numbers.length > 0,
    placeholderData: keepPreviousData,
  });
}
