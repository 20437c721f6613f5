import { useQuery } from '@tanstack/react-query';
import { allIvrScripts } from '../../data/ivr-scripts';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { numbers } from './texts';

/** The scripts that may lead a number; those that are not live say so. */
export function useScriptOptions(): { value: string; label: string }[] {
  const t = useTexts(numbers);
  const { data = [] } = useQuery({ ...allIvrScripts, enabled: useMay('ivr-scripts:read') });
  return data.map(({ name, live }) => ({ value: name, label: live === null ? t('not_live', { name }) : name }));
}
