import { useQuery } from '@tanstack/react-query';
import { answerOf, api, versionOf } from '../../api/client';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ui } from '../../ui/texts';
import { SegmentFields, type SegmentValues } from './segment-fields';
import { segments } from './texts';

const USUAL: Partial<SegmentValues> = { rank: 50, colour: 'gold', priority_seconds: 0 };

export function NewSegmentDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [t, words] = [useTexts(segments), useTexts(ui)];
  return (
    <ObjectDrawer<SegmentValues> title={t('new')} open={open} onClose={onClose} action={words('create')} initial={USUAL} save={(body) => answerOf(api.POST('/v1/segments', { body }))}>
      {() => <SegmentFields />}
    </ObjectDrawer>
  );
}

/** Opens once the segment is read with its version. */
export function EditSegmentDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { data } = useQuery({
    queryKey: ['segments', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/segments/{id}', { params: { path: { id } }, signal })),
  });
  if (!data) return null;
  const { id: _id, customers: _customers, created_at: _at, ...initial } = data.data;
  const changed = { params: { path: { id }, header: { 'If-Match': data.etag } } };
  return (
    <ObjectDrawer<SegmentValues> title={initial.name} open onClose={onClose} initial={initial} save={(body) => answerOf(api.PATCH('/v1/segments/{id}', { ...changed, body }))}>
      {() => <SegmentFields />}
    </ObjectDrawer>
  );
}
