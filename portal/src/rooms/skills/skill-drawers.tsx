import { Form, Input } from 'antd';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import type { Skill } from '../../data/skills';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ui } from '../../ui/texts';
import { skills } from './texts';

type Values = Schemas['CreateSkillDto'];
interface DrawerProps {
  open: boolean;
  onClose: () => void;
}

export function NewSkillDrawer({ open, onClose }: DrawerProps) {
  const [t, words] = [useTexts(skills), useTexts(ui)];
  return (
    <ObjectDrawer<Values> title={t('new')} open={open} onClose={onClose} action={words('create')} initial={{}} save={(body) => answerOf(api.POST('/v1/skills', { body }))}>
      {() => <SkillFields />}
    </ObjectDrawer>
  );
}

export function EditSkillDrawer({ skill, etag, open, onClose }: DrawerProps & { skill: Skill; etag: string }) {
  const { id, name, description } = skill;
  const changed = { params: { path: { id }, header: { 'If-Match': etag } } };
  return (
    <ObjectDrawer<Values> title={name} open={open} onClose={onClose} initial={{ name, description }} save={(body) => answerOf(api.PATCH('/v1/skills/{id}', { ...changed, body }))}>
      {() => <SkillFields />}
    </ObjectDrawer>
  );
}

function SkillFields() {
  const t = useTexts(skills);
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}><Input maxLength={64} /></Form.Item>
      <Form.Item name="description" label={t('description')} normalize={(text: string | undefined) => text ?? ''}><Input maxLength={200} /></Form.Item>
    </>
  );
}
