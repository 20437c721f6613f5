import { Tag } from 'antd';
import { useTexts } from '../texts/define-texts';
import { staffing } from './texts';

/** Marks a place that follows from what the agent can do. */
export function BySkillTag() {
  const t = useTexts(staffing);
  return <Tag title={t('by_skill_hint')}>{t('by_skill')}</Tag>;
}
