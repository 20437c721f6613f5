import { Select } from 'antd';
import { defineTexts, useTexts } from '../texts/define-texts';
import type { TeamChoice } from './team-choice';

export const teamTexts = defineTexts(
  'team-choice',
  { teams: 'Teams', all: 'All teams', mine: 'My teams', none: 'Without a team', own: 'Supervised by me', others: 'Others' },
  { teams: '团队', all: '全部团队', mine: '我的团队', none: '无团队', own: '我主管的', others: '其他' },
);

/** Nothing where there is nothing to choose. */
export function TeamSelect({ choice: { value, teams, choose } }: { choice: TeamChoice }) {
  const t = useTexts(teamTexts);
  if (teams.length === 0) return null;
  const [own, others] = [teams.filter(({ mine }) => mine), teams.filter(({ mine }) => !mine)];
  const named = (list: TeamChoice['teams']) => list.map(({ team: { id, name } }) => ({ value: id, label: name }));
  const rest = [...named(others), { value: 'none', label: t('none') }];
  const options = [
    ...(own.length > 0 ? [{ value: 'mine', label: t('mine') }] : []),
    { value: 'all', label: t('all') },
    ...(own.length > 0 ? [{ label: t('own'), options: named(own) }, { label: t('others'), options: rest }] : rest),
  ];
  return <Select aria-label={t('teams')} style={{ width: 190, maxWidth: '100%' }} showSearch={{ optionFilterProp: 'label' }} value={value} onChange={choose} options={options} />;
}
