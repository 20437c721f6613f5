import { Card, Descriptions, Empty, Statistic } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { useTexts } from '../../texts/define-texts';
import { calendarDay } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { TariffFrame } from './tariff-frame';
import { tariff } from './texts';

type Formula = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

export function ContractPage() {
  const t = useTexts(tariff);
  const query = useQuery({ queryKey: ['contract'], queryFn: ({ signal }) => answerOf(api.GET('/v1/contract', { signal })) });
  const isNone = query.error instanceof ProblemError && query.error.is('not_found');
  return (
    <TariffFrame>
      <Card>
        {isNone ? <Empty description={t('no_contract')} /> : (
          <Loaded query={query}>
            {({ target, answer_seconds: seconds, short_abandon_seconds: short, formula, valid_from: from }) => (
              <>
                <Statistic title={t('promise_about')} value={t('promise', { target, seconds })} style={{ marginBottom: 16 }} />
                <Descriptions
                  column={1}
                  items={[
                    { key: 'formula', label: t('formula'), children: t(`formula_${formula as Formula}`) },
                    { key: 'short', label: t('short_abandon'), children: t('short_abandon_value', { seconds: short }) },
                    { key: 'from', label: t('contract_from'), children: calendarDay(from) },
                  ]}
                />
              </>
            )}
          </Loaded>
        )}
      </Card>
    </TariffFrame>
  );
}
