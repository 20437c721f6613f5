import { Button, Flex } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { NoPermissionPage } from '../../shell/closed-pages';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { RoomPage } from '../../ui/room-page';
import { useFilters } from '../../ui/search-params';
import { beginImport, tryImport } from './import-file';
import { ImportProgress } from './import-progress';
import { ImportPreview } from './import-preview';
import { ImportSource } from './import-source';
import { PastImports } from './past-imports';
import { customers } from './texts';

/** Choose, look, take in, watch. */
export function ImportPage() {
  const t = useTexts(customers);
  const mayWrite = useMay('customers:write');
  const [{ import: running }, setFilters] = useFilters<{ import?: string }>();
  const [file, setFile] = useState<File | null>(null);
  const trying = useMutation({ mutationFn: tryImport });
  const beginning = useMutation({ mutationFn: beginImport, onSuccess: ({ id }) => setFilters({ import: id }) });
  if (!mayWrite) return <NoPermissionPage />;
  const choose = (chosen: File) => {
    setFile(chosen);
    trying.mutate(chosen);
  };
  const again = () => {
    setFile(null);
    trying.reset();
    beginning.reset();
    setFilters({ import: undefined });
  };
  return (
    <RoomPage title={t('import_title')} about={t('import_about')} actions={(running || trying.data) && <Button onClick={again}>{t('another_file')}</Button>}>
      <Flex vertical gap={16}>
        {running && <ImportProgress id={running} {...(file && { file: file.name })} />}
        {!running && file && trying.data && (
          <ImportPreview file={file.name} checked={trying.data} beginning={beginning.isPending} error={beginning.error} begin={() => beginning.mutate(file)} />
        )}
        {!running && !trying.data && <ImportSource choose={choose} trying={trying.isPending} error={trying.error} />}
        <PastImports open={(id) => setFilters({ import: id })} />
      </Flex>
    </RoomPage>
  );
}
