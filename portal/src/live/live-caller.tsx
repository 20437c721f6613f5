import { SegmentTag } from '../ui/segment-tag';
import type { LiveCall } from './messages';

/** Who calls: the customer's name and segment where it is one, and the number always. */
export function LiveCallerText({ from, caller }: Pick<LiveCall, 'from' | 'caller'>) {
  if (!caller) return <>{from}</>;
  return (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center', maxWidth: '100%' }} data-caller={caller.customer_id}>
      <SegmentTag segment={caller.segment} />
      {caller.name && <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }} title={`${caller.name} ${from}`}>{caller.name}</span>}
      <span>{from}</span>
    </span>
  );
}
