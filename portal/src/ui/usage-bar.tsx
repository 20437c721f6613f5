import { Flex, Progress, Typography } from 'antd';
import { isDark } from '../theme/appearance';
import { STATE_COLOURS } from '../theme/theme';
import { useStore } from '../state/store';
import { integer } from '../texts/formats';
import { shareOf, TIGHT } from './usage-share';

interface UsageBarProps {
  /** What is counted, for whoever does not see the bar. */
  label: string;
  used: number;
  limit: number;
  /** Instead of both figures. */
  text?: string;
  /** At the limit somebody is refused who should not be: callers, say. A seat more is a matter of the contract. */
  refuses?: true;
}

/** How much of a limit is used: a bar, and the figures beside it. */
export function UsageBar({ label, used, limit, text = `${integer(used)} / ${integer(limit)}`, refuses }: UsageBarProps) {
  const dark = useStore(isDark);
  const share = shareOf(used, limit);
  const colour = STATE_COLOURS[share >= 1 && refuses ? 'bad' : share >= TIGHT ? 'warn' : 'busy'][dark ? 'dark' : 'light'];
  return (
    <Flex align="center" gap={8} style={{ minWidth: 150 }}>
      <Progress
        percent={Math.min(100, share * 100)}
        showInfo={false}
        strokeColor={colour}
        size="small"
        aria-label={`${label}: ${text}`}
        style={{ flex: '1 1 60px', margin: 0 }}
      />
      <Typography.Text className="figures" strong={share >= TIGHT} style={{ whiteSpace: 'nowrap', minWidth: 72, textAlign: 'right' }}>
        {text}
      </Typography.Text>
    </Flex>
  );
}
