import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Select, Space, Typography } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { HIGHEST_SKILL_LEVEL, LOWEST_SKILL_LEVEL, type SkillLevel, useSkills } from '../data/skills';
import { useTexts } from '../texts/define-texts';
import { PlaceInput } from '../ui/place-input';
import { ProblemAlert } from '../ui/problem-alert';
import { ui } from '../ui/texts';
import { staffing } from './texts';

interface EditSkillLevelsProps {
  kept: SkillLevel[];
  mayChange: boolean;
  /** What is said while there are none. */
  none: string;
  /** What the levels mean here. */
  hint: string;
  /** Which level a skill that is added begins with. */
  first: number;
  save: (levels: SkillLevel[]) => Promise<unknown>;
}

/** How well an agent has skills, or a queue asks for them; changed all at once. */
export function EditSkillLevels({ kept, mayChange, none, hint, first, save }: EditSkillLevelsProps) {
  const [t, words] = [useTexts(staffing), useTexts(ui)];
  const skills = useSkills();
  const nameOf = (id: string) => skills.find((each) => each.id === id)?.name ?? '…';
  const [draft, setDraft] = useState<SkillLevel[] | null>(null);
  const shown = [...(draft ?? kept)].sort((a, b) => nameOf(a.skill_id).localeCompare(nameOf(b.skill_id)));
  const saving = useMutation({ mutationFn: save, onSuccess: () => setDraft(null) });
  const put = (id: string, level: number) => setDraft(shown.map((each) => (each.skill_id === id ? { skill_id: id, level } : each)));
  const free = skills.filter(({ id }) => !shown.some(({ skill_id: each }) => each === id));
  return (
    <Flex vertical gap={8} style={{ maxWidth: 560 }}>
      {shown.length === 0 && <Typography.Text type="secondary">{none}</Typography.Text>}
      {shown.map(({ skill_id: id, level }) => {
        const name = nameOf(id);
        return (
          <Flex key={id} align="center" gap={8} wrap>
            <Link to={'/skills/$id' as string} params={{ id } as never} style={{ flex: '1 1 90px', minWidth: 0 }}>{name}</Link>
            {mayChange ? (
              <Flex gap={8}>
                <PlaceInput label={t('level')} of={name} value={level} min={LOWEST_SKILL_LEVEL} max={HIGHEST_SKILL_LEVEL} onChange={(next) => put(id, next)} />
                <Button type="text" icon={<CloseOutlined />} aria-label={t('take_skill', { skill: name })} onClick={() => setDraft(shown.filter((each) => each.skill_id !== id))} />
              </Flex>
            ) : <Typography.Text type="secondary">{t('skill_level', { level })}</Typography.Text>}
          </Flex>
        );
      })}
      {mayChange && (
        <Flex gap={8} wrap justify="space-between" style={{ marginTop: 8 }}>
          <Select<string>
            aria-label={t('add_skill')}
            placeholder={t('add_skill')}
            prefix={<PlusOutlined />}
            style={{ minWidth: 180, flex: '1 1 180px', maxWidth: 260 }}
            showSearch={{ optionFilterProp: 'label' }}
            value={null}
            notFoundContent={skills.length === 0 ? <Link to={'/skills' as string}>{t('no_skills_yet')}</Link> : t('no_more_skills')}
            options={free.map(({ id, name }) => ({ value: id, label: name }))}
            onSelect={(id) => setDraft([...shown, { skill_id: id, level: first }])}
          />
          {draft && (
            <Space>
              <Button onClick={() => setDraft(null)}>{words('discard')}</Button>
              <Button type="primary" loading={saving.isPending} onClick={() => saving.mutate(shown)}>{words('save')}</Button>
            </Space>
          )}
        </Flex>
      )}
      {mayChange && <Typography.Text type="secondary" style={{ fontSize: 12 }}>{hint}</Typography.Text>}
      <ProblemAlert error={saving.error} />
    </Flex>
  );
}
