import { Card, Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../texts/define-texts';
import { useNumberText } from '../ui/use-number-text';
import { NoticeState, NoticeText } from './notice-parts';
import { noticesOf } from './notices-queries';
import { notices } from './texts';

/** What the call's script has sent; nothing of it where it has sent nothing. */
export function CallNotices({ callId, zone }: { callId: string; zone: string | undefined }) {
  const [t, shown] = [useTexts(notices), useNumberText()];
  const { data } = useQuery(noticesOf(callId));
  if (!data || data.data.length === 0) return null;
  return (
    <Card title={t('of_call')}>
      <Flex vertical gap={16}>
        {data.data.map((notice) => (
          <Flex key={notice.id} gap={24} wrap>
            <Flex vertical style={{ minWidth: 160 }}>
              <span>{t(`channel_${notice.channel}`)}</span>
              <Typography.Text type="secondary" className="figures">{shown(notice.recipient)}</Typography.Text>
            </Flex>
            <NoticeState notice={notice} zone={zone} />
            <NoticeText notice={notice} />
          </Flex>
        ))}
      </Flex>
    </Card>
  );
}
