import { useNavigate } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { instantOf } from '../../texts/zoned-time';
import { ObjectDrawer } from '../../ui/object-drawer';
import { BookFields } from './book-fields';
import { callbacks } from './texts';

type Request = Schemas['CreateCallbackDto'];

interface BookDrawerProps {
  open: boolean;
  onClose: () => void;
  zone: string | undefined;
}

/** The fields' values, of which those left empty are not sent. */
export type BookValues = { [name in keyof Request]?: Request[name] | null };

const USUAL: BookValues = { window_minutes: 120, most_attempts: 3, retry_minutes: 10 };

/** Books a callback and opens it: where one was open already, that one is seen. */
export function BookDrawer({ open, onClose, zone }: BookDrawerProps) {
  const t = useTexts(callbacks);
  const navigate = useNavigate();
  const book = async (values: BookValues) => {
    const { id } = await answerOf(api.POST('/v1/callbacks', { body: requestOf(values, zone) }));
    await navigate({ to: '/callbacks/$id' as string, params: { id } as never });
  };
  return (
    <ObjectDrawer<BookValues> title={t('book')} open={open} onClose={onClose} action={t('book_action')} initial={USUAL} save={book}>
      {() => <BookFields zone={zone} />}
    </ObjectDrawer>
  );
}

/** @param values `due_at` as the tenant's clocks show it; what passed while the form was filled in means at once */
function requestOf(values: BookValues, zone: string | undefined): Request {
  const { due_at: wall, ...others } = values;
  const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined && value !== null));
  const due = wall ? instantOf(wall, zone ?? 'UTC') : null;
  return { ...given, ...(due !== null && Date.parse(due) > Date.now() && { due_at: due }) } as Request;
}
