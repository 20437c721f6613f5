import { Space } from 'antd';
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

interface QueueLinksProps {
  ids: readonly string[];
  /** What no queue at all means. */
  none?: string;
}

/** Several queues by their ids, in the order of their names. */
export function QueueLinks({ ids, none = '–' }: QueueLinksProps) {
  const { data: queues = [] } = useQuery({ ...allQueues, enabled: useMay('queues:read') && ids.length > 0 });
  if (ids.length === 0) return none;
  const named = queues.filter(({ id }) => ids.includes(id)).sort((a, b) => a.name.localeCompare(b.name));
  return <Space size={8} wrap>{named.map(({ id, name }) => <Link key={id} to={'/queues/$id' as string} params={{ id } as never}>{name}</Link>)}</Space>;
}
