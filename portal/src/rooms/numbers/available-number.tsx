import { Alert, Form, Select } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { useTexts } from '../../texts/define-texts';
import { ProblemAlert } from '../../ui/problem-alert';
import { useSettled } from '../../ui/use-settled';
import { numbers } from './texts';

/** As many as somebody reads through; whoever looks for another types more of it. */
const SHOWN = 50;
const LONGEST = 16;

/** A number to lease, found by any of its digits. */
export function AvailableNumber() {
  const t = useTexts(numbers);
  const [typed, setTyped] = useState('');
  const { data, error, isFetching } = useAvailable(useSettled(typed.replace(/[^\d+]/g, '').slice(0, LONGEST)));
  const none = data?.data.length === 0 && typed === '';
  return (
    <>
      <ProblemAlert error={error} />
      {none && <Alert type="info" showIcon title={t('none_available')} style={{ marginBottom: 16 }} />}
      <Form.Item name="number" label={t('number')} extra={data?.has_more ? t('more_available') : t('number_hint')} rules={[{ required: true }]}>
        <Select
          className="figures"
          showSearch={{ filterOption: false, onSearch: setTyped }}
          loading={isFetching}
          placeholder={t('number_placeholder')}
          notFoundContent={isFetching ? null : typed === '' ? t('none_available') : t('none_found')}
          options={data?.data.map(({ number }) => ({ value: number, label: number })) ?? []}
        />
      </Form.Item>
    </>
  );
}

function useAvailable(digits: string) {
  return useQuery({
    queryKey: ['available-numbers', digits],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/available-numbers', { params: { query: { limit: SHOWN, ...(digits !== '' && { digits }) } }, signal })),
    placeholderData: keepPreviousData,
  });
}
