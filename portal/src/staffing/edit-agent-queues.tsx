import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Select, Space, Typography } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import { type AgentPlace, queuesOfAgent } from '../data/agent-queues';
import { allQueues } from '../data/queues';
import { useTexts } from '../texts/define-texts';
import { Loaded } from '../ui/loaded';
import { PlaceInput } from '../ui/place-input';
import { ProblemAlert } from '../ui/problem-alert';
import { ui } from '../ui/texts';
import { BySkillTag } from './by-skill-tag';
import { staffing } from './texts';

/** Which queues an agent serves, with level and position; changed all at once. */
export function EditAgentQueues({ agentId, mayChange }: { agentId: string; mayChange: boolean }) {
  const query = useQuery(queuesOfAgent(agentId));
  return <Loaded query={query}>{(places) => <Places agentId={agentId} kept={places} mayChange={mayChange} />}</Loaded>;
}

function Places({ agentId, kept, mayChange }: { agentId: string; kept: AgentPlace[]; mayChange: boolean }) {
  const [t, words] = [useTexts(staffing), useTexts(ui)];
  const queues = useQuery(allQueues);
  const names = new Map(queues.data?.map(({ id, name }) => [id, name]));
  const [draft, setDraft] = useState<AgentPlace[] | null>(null);
  const shown = [...(draft ?? kept)].sort((a, b) => (names.get(a.queue_id) ?? '').localeCompare(names.get(b.queue_id) ?? ''));
  const saving = useMutation({
    mutationFn: (next: AgentPlace[]) => answerOf(api.PUT('/v1/agents/{id}/queues', { params: { path: { id: agentId } }, body: { queues: next } })),
    onSuccess: () => setDraft(null),
  });
  const put = (id: string, change: Partial<AgentPlace>) => setDraft(shown.map((place) => (place.queue_id === id ? { ...place, ...change } : place)));
  const free = [...names].filter(([id]) => !shown.some(({ queue_id: each }) => each === id));
  return (
    <Flex vertical gap={8} style={{ maxWidth: 560 }}>
      {shown.length === 0 && <Typography.Text type="secondary">{t('no_queues')}</Typography.Text>}
      {shown.map(({ queue_id: id, level, position, by_skill: bySkill = false }) => {
        const name = names.get(id) ?? '…';
        return (
          <Flex key={id} align="center" gap={8} wrap>
            <Link to={'/queues/$id' as string} params={{ id } as never} style={{ flex: '1 1 90px', minWidth: 0 }}>{name}</Link>
            {bySkill && <BySkillTag />}
            {mayChange && !bySkill ? (
              <Flex gap={8}>
                <PlaceInput label={t('level')} of={name} value={level} min={0} max={100} onChange={(next) => put(id, { level: next })} />
                <PlaceInput label={t('position')} of={name} value={position} min={1} max={30_000} onChange={(next) => put(id, { position: next })} />
                <Button type="text" icon={<CloseOutlined />} aria-label={t('take_out', { queue: name })} onClick={() => setDraft(shown.filter((each) => each.queue_id !== id))} />
              </Flex>
            ) : <Typography.Text type="secondary">{t('level_position', { level, position })}</Typography.Text>}
          </Flex>
        );
      })}
      {mayChange && (
        <Flex gap={8} wrap justify="space-between" style={{ marginTop: 8 }}>
          <Select<string>
            aria-label={t('add_queue')}
            placeholder={t('add_queue')}
            prefix={<PlusOutlined />}
            style={{ minWidth: 180, flex: '1 1 180px', maxWidth: 260 }}
            showSearch={{ optionFilterProp: 'label' }}
            value={null}
            loading={queues.isPending}
            options={free.map(([value, label]) => ({ value, label }))}
            onSelect={(id) => setDraft([...shown, { queue_id: id, level: 0, position: 1 }])}
          />
          {draft && (
            <Space>
              <Button onClick={() => setDraft(null)}>{words('discard')}</Button>
              <Button type="primary" loading={saving.isPending} onClick={() => saving.mutate(shown)}>{words('save')}</Button>
            </Space>
          )}
        </Flex>
      )}
      {mayChange && shown.length > 0 && <Typography.Text type="secondary" style={{ fontSize: 12 }}>{t('level_hint')}</Typography.Text>}
      <ProblemAlert error={saving.error} />
    </Flex>
  );
}
