import { Flex, Statistic } from 'antd';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { customers } from './texts';

type Counts = Pick<Schemas['CheckedImportDto'], 'created' | 'changed' | 'unchanged' | 'refused'>;

export function ImportCounts({ counts }: { counts: Counts }) {
  const t = useTexts(customers);
  const shown = [['to_create', counts.created], ['to_change', counts.changed], ['unchanged', counts.unchanged], ['refused', counts.refused]] as const;
  return (
    <Flex gap={32} wrap className="figures">
      {shown.map(([key, value]) => <Statistic key={key} title={t(key)} value={value} data-count={key} />)}
    </Flex>
  );
}
