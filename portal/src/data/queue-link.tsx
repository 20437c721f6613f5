import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '../session/use-may';
import { allQueues } from './queues';

/** Whoever may not look queues up, or a queue that is gone, has the name alone. */
export function QueueLink({ name }: { name: string | null }) {
  const { data } = useQuery({ ...allQueues, enabled: useMay('queues:read') && name !== null });
  const id = data?.find((queue) => queue.name === name)?.id;
  return id ? <Link to={'/queues/$id' as string} params={{ id } as never}>{name}</Link> : (name ?? '–');
}
