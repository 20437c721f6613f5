import { Card } from 'antd';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { useMay } from '../../session/use-may';
import { EditSkillLevels } from '../../staffing/edit-skill-levels';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { agents } from './texts';

const skillsOfAgent = (id: string) =>
  queryOptions({
    queryKey: ['agents', id, 'skills'],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/v1/agents/{id}/skills', { params: { path: { id } }, signal }))).skills,
  });

/** What the agent can do, and how well. */
export function AgentSkills({ id }: { id: string }) {
  const t = useTexts(agents);
  const mayWrite = useMay('agents:write');
  const query = useQuery(skillsOfAgent(id));
  return (
    <Card title={t('skills')}>
      <Loaded query={query}>
        {(levels) => (
          <EditSkillLevels
            kept={levels}
            mayChange={mayWrite}
            none={t('no_skills')}
            hint={t('skills_hint')}
            first={3}
            save={(skills) => answerOf(api.PUT('/v1/agents/{id}/skills', { params: { path: { id } }, body: { skills } }))}
          />
        )}
      </Loaded>
    </Card>
  );
}
