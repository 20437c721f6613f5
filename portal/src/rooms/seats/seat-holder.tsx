import { Flex, Typography } from 'antd';
import { Link } from '@tanstack/react-router';
import { agentLabel } from '../../data/agents';
import { useTexts } from '../../texts/define-texts';
import { seats } from './texts';
import type { SeatRow } from './use-seat-rows';

/** Whose seat it is, and who else sits there. */
export function SeatHolder({ row: { owner, sitting } }: { row: Pick<SeatRow, 'owner' | 'sitting'> }) {
  const t = useTexts(seats);
  if (!owner && !sitting) return <Typography.Text type="secondary">{t('nobody')}</Typography.Text>;
  return (
    <Flex gap={8} wrap>
      {owner && <Link to={'/agents/$id' as string} params={{ id: owner.id } as never}>{agentLabel(owner)}</Link>}
      {sitting && sitting !== owner && (
        <Link to={'/agents/$id' as string} params={{ id: sitting.id } as never}>{t('sits_here', { agent: agentLabel(sitting) })}</Link>
      )}
    </Flex>
  );
}
