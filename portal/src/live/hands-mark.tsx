import { NotificationOutlined } from '@ant-design/icons';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { answerOf, api } from '../api/client';
import { queries } from '../api/queries';
import { defineTexts, useTexts } from '../texts/define-texts';
import { BadText } from '../ui/bad-text';
import { connection } from './connection';

/** Where nothing is live on the page, it is looked for so often. */
const EACH_MS = 15_000;
const MOST = 100;

const texts = defineTexts(
  'hands-mark',
  { waiting_one: 'One hand is raised', waiting_other: '{{count}} hands are raised' },
  { waiting_one: '有 1 位坐席举手', waiting_other: '有 {{count}} 位坐席举手' },
);

const raisedHands = queryOptions({
  queryKey: ['hands', 'raised'],
  queryFn: ({ signal }) => answerOf(api.GET('/v1/hands', { params: { query: { state: 'raised', limit: MOST } }, signal })),
  refetchInterval: EACH_MS,
});

/** For a supervisor on every page: hands that wait for him, or that others have let stand. Without a sound. */
export function HandsMark() {
  const t = useTexts(texts);
  const { data } = useQuery(raisedHands);
  useEffect(() => connection.overhear(({ type }) => void (type === 'hand' && queries.invalidateQueries({ queryKey: ['hands'] }))), []);
  const mine = data?.data.filter((hand) => hand.for_me || hand.overdue) ?? [];
  return (
    // there before the first hand, so that a screen reader tells of it
    <span role="status">
      {mine.length > 0 && (
        <Link to={'/floor' as string} aria-label={t('waiting', { count: mine.length })} title={t('waiting', { count: mine.length })} data-hands={mine.length}>
          <BadText><NotificationOutlined aria-hidden /> <span className="figures">{mine.length}</span></BadText>
        </Link>
      )}
    </span>
  );
}
