import { Card, Flex, Progress, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { ImportCounts } from './import-counts';
import { ImportProblems } from './import-problems';
import { oneImport } from './customers-queries';
import { customers } from './texts';

/** How far an import is, and what has come of it. */
export function ImportProgress({ id, file }: { id: string; file?: string }) {
  const t = useTexts(customers);
  const query = useQuery(oneImport(id));
  return (
    <Loaded query={query}>
      {(found) => {
        const done = found.created + found.changed + found.unchanged + found.refused;
        const isOver = found.finished_at !== null;
        const percent = isOver ? 100 : Math.floor((done / Math.max(1, found.row_count)) * 100);
        return (
          <>
            <Card title={t('did', { file: file ?? '' })}>
              <Flex vertical gap={16}>
                <Progress percent={percent} aria-label={t('progress')} />
                <Typography.Text role="status">{isOver ? t('finished') : t('working')}</Typography.Text>
                <ImportCounts counts={found} />
              </Flex>
            </Card>
            <ImportProblems problems={found.problems} />
          </>
        );
      }}
    </Loaded>
  );
}
