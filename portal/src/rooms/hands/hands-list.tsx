import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { AgentLink } from '../../data/agent-link';
import { useTopicName } from '../../data/hand-topics';
import { useTexts } from '../../texts/define-texts';
import { duration, moment } from '../../texts/formats';
import type { StateColour } from '../../theme/theme';
import { ListTable } from '../../ui/list-table';
import { usePaged } from '../../ui/paged';
import { StateDot } from '../../ui/state-dot';
import { hands } from './texts';

type Hand = Schemas['HandDto'];

interface HandsListProps {
  span: { from?: string; to?: string };
  zone: string;
  state: 'open' | 'closed' | 'lowered' | undefined;
  topic: string | undefined;
}

/** Each hand, the latest first. */
export function HandsList({ span, zone, state, topic }: HandsListProps) {
  const [t, nameOf] = [useTexts(hands), useTopicName()];
  const asked = { ...span, ...(state && { state }), ...(topic && { topic }) };
  const list = usePaged<Hand>(['hands', asked], (page, signal) => answerOf(api.GET('/v1/hands', { params: { query: { ...asked, ...page } }, signal })));
  const seconds = (value: number | null) => (value === null ? '–' : duration(value));
  return (
    <>
      <ListTable<Hand>
        query={list.query}
        rows={list.rows}
        isNarrowed={Object.keys(asked).length > 0}
        empty={t('empty')}
        className="figures"
        columns={[
          { title: t('when'), key: 'when', render: (_, { raised_at: at }) => moment(at, zone) },
          { title: t('agent'), key: 'agent', render: (_, { agent }) => <AgentLink number={agent} /> },
          { title: t('topic'), key: 'topic', render: (_, hand) => nameOf(hand.topic) },
          { title: t('text'), key: 'text', render: (_, { text }) => <span style={{ display: 'inline-block', maxWidth: 260, whiteSpace: 'normal' }}>{text ?? '–'}</span> },
          { title: t('state'), key: 'state', render: (_, hand) => <State hand={hand} /> },
          { title: t('taken_by'), key: 'taken_by', render: (_, { taken_by: by }) => by ?? '–' },
          { title: t('until_taken'), key: 'wait', align: 'right', render: (_, { wait_seconds: wait }) => seconds(wait) },
          { title: t('lasted'), key: 'lasted', align: 'right', render: (_, hand) => seconds(hand.seconds) },
        ]}
      />
      {list.pager}
    </>
  );
}

const COLOURS: Record<Hand['state'], StateColour> = { raised: 'warn', taken: 'busy', closed: 'good', lowered: 'idle' };

function State({ hand: { state, overdue, resolved } }: { hand: Hand }) {
  const t = useTexts(hands);
  if (overdue) return <StateDot colour="bad">{t('overdue')}</StateDot>;
  if (state === 'closed') return <StateDot colour={resolved ? 'good' : 'warn'}>{resolved ? t('resolved') : t('unresolved')}</StateDot>;
  return <StateDot colour={COLOURS[state]}>{t(`state_${state}`)}</StateDot>;
}
