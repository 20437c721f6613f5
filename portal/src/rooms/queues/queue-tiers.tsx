import { PlusOutlined } from '@ant-design/icons';
import { Button, Card, Empty, Flex, Select, Space, Typography } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { agentLabel, allAgents } from '../../data/agents';
import { tiersOf } from '../../data/queues';
import { BySkillTag } from '../../staffing/by-skill-tag';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { PlaceInput } from '../../ui/place-input';
import { ProblemAlert } from '../../ui/problem-alert';
import { RemoveButton } from '../../ui/remove-button';
import { ui } from '../../ui/texts';
import { queues } from './texts';

type Tier = Schemas['TierDto'];

/** Who answers a queue, by level and position. */
export function QueueTiers({ id }: { id: string }) {
  const t = useTexts(queues);
  const query = useQuery(tiersOf(id));
  return (
    <Card title={t('agents')} extra={<Typography.Text type="secondary">{t('agents_about')}</Typography.Text>}>
      <Loaded query={query}>{({ data, etag }) => <Tiers key={etag} id={id} etag={etag} tiers={data.tiers} />}</Loaded>
    </Card>
  );
}

function Tiers({ id, etag, tiers }: { id: string; etag: string; tiers: Tier[] }) {
  const [t, words] = [useTexts(queues), useTexts(ui)];
  const mayWrite = useMay('queues:write');
  const agents = useQuery(allAgents);
  const names = new Map(agents.data?.map((agent) => [agent.id, agentLabel(agent)]));
  const [draft, setDraft] = useState<Tier[] | null>(null);
  const shown = draft ?? tiers;
  const saving = useMutation({
    mutationFn: (next: Tier[]) =>
      answerOf(api.PUT('/v1/queues/{id}/tiers', { params: { path: { id }, header: { 'If-Match': etag } }, body: { tiers: next } })),
  });
  const put = (agentId: string, change: Partial<Tier>) =>
    setDraft(shown.map((tier) => (tier.agent_id === agentId ? { ...tier, ...change } : tier)));
  const free = [...names].filter(([agentId]) => !shown.some((tier) => tier.agent_id === agentId));
  const add = (agentId: string) =>
    setDraft([...shown, { agent_id: agentId, level: 0, position: Math.max(0, ...shown.map(({ position }) => position)) + 1 }]);
  return (
    <Flex vertical gap={8}>
      {shown.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('no_agents')} />}
      {[...shown].sort((a, b) => a.level - b.level || a.position - b.position).map((tier) => {
        const name = names.get(tier.agent_id) ?? '…';
        return (
          <Flex key={tier.agent_id} align="center" gap={12} wrap>
            <Typography.Text style={{ flex: '1 1 180px' }}>{name}</Typography.Text>
            {tier.by_skill && <BySkillTag />}
            {tier.by_skill && mayWrite && (
              <Button size="small" aria-label={`${t('place_by_hand')}: ${name}`} onClick={() => put(tier.agent_id, { by_skill: false })}>{t('place_by_hand')}</Button>
            )}
            {mayWrite && !tier.by_skill ? (
              <Flex gap={8}>
                <PlaceInput label={t('level')} of={name} value={tier.level} min={0} max={100} onChange={(level) => put(tier.agent_id, { level })} />
                <PlaceInput label={t('position')} of={name} value={tier.position} min={1} max={30_000} onChange={(position) => put(tier.agent_id, { position })} />
                <RemoveButton question={`${words('remove')}: ${name}?`} label={name} remove={async () => setDraft(shown.filter((each) => each !== tier))} />
              </Flex>
            ) : (
              <Typography.Text type="secondary" className="figures">
                {t('level')} {tier.level} · {t('position')} {tier.position}
              </Typography.Text>
            )}
          </Flex>
        );
      })}
      {mayWrite && (
        <Flex gap={8} wrap justify="space-between" style={{ marginTop: 8 }}>
          <Select<string>
            aria-label={t('add_agent')}
            placeholder={t('add_agent')}
            prefix={<PlusOutlined />}
            style={{ minWidth: 240 }}
            showSearch={{ optionFilterProp: 'label' }}
            value={null}
            loading={agents.isPending}
            options={free.map(([value, label]) => ({ value, label }))}
            onSelect={add}
          />
          {draft && (
            <Space>
              <Button onClick={() => setDraft(null)}>{words('discard')}</Button>
              <Button type="primary" loading={saving.isPending} onClick={() => saving.mutate(shown)}>{words('save')}</Button>
            </Space>
          )}
        </Flex>
      )}
      <ProblemAlert error={saving.error} />
    </Flex>
  );
}
