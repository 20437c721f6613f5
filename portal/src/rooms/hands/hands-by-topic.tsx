import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTopicName } from '../../data/hand-topics';
import { useTexts } from '../../texts/define-texts';
import { duration, integer } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { hands } from './texts';

type Figures = Schemas['TopicFiguresDto'] & { id: string };

/** How often for what, and how soon somebody came. */
export function HandsByTopic({ span }: { span: { from?: string; to?: string } }) {
  const [t, nameOf] = [useTexts(hands), useTopicName()];
  const query = useQuery({
    queryKey: ['hands', 'by-topic', span],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/hands/by-topic', { params: { query: span }, signal })),
  });
  const count = (key: 'raised' | 'taken' | 'resolved') => ({ title: t(key), key, align: 'right' as const, className: 'figures', render: (_: unknown, figures: Figures) => integer(figures[key]) });
  return (
    <ListTable<Figures>
      query={query}
      rows={query.data?.topics.map((each) => ({ ...each, id: each.topic }))}
      empty={t('empty')}
      columns={[
        { title: t('topic'), key: 'topic', render: (_, { topic }) => nameOf(topic) },
        count('raised'),
        count('taken'),
        count('resolved'),
        { title: t('median'), key: 'median', align: 'right', className: 'figures', render: (_, { median_wait_seconds: seconds }) => (seconds === null ? '–' : duration(seconds)) },
      ]}
    />
  );
}
