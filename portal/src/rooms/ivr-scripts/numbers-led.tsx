import { Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/types';
import { allNumbers } from '../../data/numbers';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { TestTag } from '../../ui/test-tag';
import { ivrScripts } from './texts';

type PhoneNumber = Schemas['NumberDto'];

/** The numbers that name a script, always or by hours; none where one may not look them up. */
export function useNumbersLed(script: string): PhoneNumber[] {
  const { data = [] } = useQuery({ ...allNumbers, enabled: useMay('numbers:read') });
  return data.filter(({ ivr, scripts_by_hours: byHours }) => ivr === script || byHours.some((entry) => entry.ivr === script));
}

/** Where somebody can call to hear the draft as it is saved; nothing where there is no such number. */
export function CallToHear({ script }: { script: string }) {
  const t = useTexts(ivrScripts);
  const testing = useNumbersLed(script).filter(({ tests_draft: tests }) => tests);
  if (testing.length === 0) return null;
  return <TestTag>{t('call_to_hear', { numbers: testing.map(({ number }) => number).join(', ') })}</TestTag>;
}

/** @param most so many are shown, and how many more there are */
export function NumbersLed({ script, most = 50 }: { script: string; most?: number }) {
  const t = useTexts(ivrScripts);
  const numbers = useNumbersLed(script);
  if (numbers.length === 0) return <Typography.Text type="secondary">{t('no_numbers')}</Typography.Text>;
  return (
    <Flex gap="2px 10px" wrap className="figures">
      {numbers.slice(0, most).map(({ id, number }) => <Link key={id} to={'/numbers/$id' as string} params={{ id } as never}>{number}</Link>)}
      {numbers.length > most && <span>+{numbers.length - most}</span>}
    </Flex>
  );
}
