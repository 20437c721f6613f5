import { Flex } from 'antd';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/types';
import { useSegments } from '../../data/segments';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { SegmentTag } from '../../ui/segment-tag';
import { calls } from './texts';

/** Who called, where it was known, and what it was worth then. */
export function CallCustomer({ call }: { call: Pick<Schemas['CallDto'], 'customer_id' | 'customer_name' | 'segment_id'> }) {
  const t = useTexts(calls);
  const mayOpen = useMay('customers:read');
  const segment = useSegments().find(({ id }) => id === call.segment_id);
  const { customer_id: id, customer_name: name } = call;
  if (!id && !segment) return '–';
  return (
    <Flex gap={8} align="center">
      {id && (mayOpen && name !== null ? <Link to={'/customers/$id' as string} params={{ id } as never}>{name}</Link> : (name ?? t('customer_gone')))}
      <SegmentTag segment={segment} />
    </Flex>
  );
}
