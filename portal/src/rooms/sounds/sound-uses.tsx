import { Card, Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { usesOf } from './sounds-queries';
import { sounds } from './texts';

type Use = Schemas['SoundUseDto'];

/** Where each kind of thing that plays sounds has its page. */
const PAGES: Record<string, string> = { number: '/numbers/$id', queue: '/queues/$id', ivr_script: '/ivr-scripts/$id', segment: '/segments', emergency: '/numbers' };
const KINDS = ['number', 'queue', 'ivr_script', 'segment', 'emergency'] as const;

/** What plays it, with the way there. */
export function SoundUses({ id }: { id: string }) {
  const t = useTexts(sounds);
  const query = useQuery(usesOf(id));
  return (
    <Card title={t('used_by')}>
      <Loaded query={query}>
        {(uses) => uses.length === 0 ? (
          <Typography.Text type="secondary">{t('unused')}</Typography.Text>
        ) : (
          <Flex vertical gap={8}>{uses.map((use) => <OneUse key={`${use.kind} ${use.id}`} of={use} />)}</Flex>
        )}
      </Loaded>
    </Card>
  );
}

function OneUse({ of: { kind, id, name } }: { of: Use }) {
  const t = useTexts(sounds);
  const known = KINDS.find((each) => each === kind);
  const page = PAGES[kind];
  return (
    <span>
      <Typography.Text type="secondary">{known ? t(`kind_${known}`) : kind}</Typography.Text>{' '}
      {page ? <Link to={page as string} params={{ id } as never}>{name}</Link> : name}
    </span>
  );
}
