import { Alert, Flex, Form, type FormInstance } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf, api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { useTexts } from '../../texts/define-texts';
import { ProblemAlert } from '../../ui/problem-alert';
import { useSettled } from '../../ui/use-settled';
import { type Line, linesOf } from './lines';
import { stock } from './texts';

/** Whoever has more wrong corrects these first. */
const SHOWN = 8;

/** What the API says of the numbers in a form, asked while they are typed. */
export function LinesPreview<V extends { numbers: string }>({ form }: { form: FormInstance<V> }) {
  const t = useTexts(stock);
  const lines = linesOf(useSettled((Form.useWatch('numbers', form as FormInstance) as string | undefined) ?? ''));
  const { data, error } = useChecked(lines.map(({ text }) => text));
  if (lines.length === 0) return null;
  if (error) return <Room><Wrong error={error} lines={lines} /></Room>;
  if (!data) return null;
  return <Room><Alert role="status" type="success" showIcon title={t('will_add', data)} /></Room>;
}

function Wrong({ error, lines }: { error: Error; lines: Line[] }) {
  const t = useTexts(stock);
  const rules = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  if (rules.length === 0) return <ProblemAlert error={error} />;
  const shown = rules.slice(0, SHOWN).map(({ pointer, rule }) => ({ pointer, rule, line: lines[Number(pointer.split('/')[2])]?.line }));
  return (
    <Alert
      role="status"
      type="warning"
      showIcon
      title={t('wrong', { count: rules.length })}
      description={
        <Flex vertical gap={4} className="figures">
          {shown.map(({ pointer, rule, line }) => <span key={pointer}>{line !== undefined && `${t('line', { line })}: `}{rule}</span>)}
          {rules.length > SHOWN && <span>{t('more_wrong', { count: rules.length - SHOWN })}</span>}
        </Flex>
      }
    />
  );
}

function Room({ children }: { children: ReactNode }) {
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
