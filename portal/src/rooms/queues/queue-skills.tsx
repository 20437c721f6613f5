import { Card } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { useMay } from '../../session/use-may';
import { EditSkillLevels } from '../../staffing/edit-skill-levels';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { skillsOfQueue } from './queues-queries';
import { queues } from './texts';

/** What agents must have to serve it without being put there one by one. */
export function QueueSkills({ id }: { id: string }) {
  const t = useTexts(queues);
  const mayWrite = useMay('queues:write');
  const query = useQuery(skillsOfQueue(id));
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
            save={(skills) => answerOf(api.PUT('/v1/queues/{id}/skills', { params: { path: { id } }, body: { skills } }))}
          />
        )}
      </Loaded>
    </Card>
  );
}
