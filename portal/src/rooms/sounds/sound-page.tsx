import { EditOutlined } from '@ant-design/icons';
import { Alert, Button, Col, Row } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { ObjectDrawer } from '../../ui/object-drawer';
import { RemoveButton } from '../../ui/remove-button';
import { RoomPage } from '../../ui/room-page';
import { ui } from '../../ui/texts';
import { SoundFields } from './sound-fields';
import { SoundUses } from './sound-uses';
import { oneSound } from './sounds-queries';
import { LANGUAGES } from './take';
import { TakeCard } from './take-card';
import { sounds } from './texts';

type Sound = Schemas['SoundDto'];

export function SoundPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(oneSound(id));
  return <Loaded query={query}>{({ data, etag }) => <SoundView sound={data} etag={etag} />}</Loaded>;
}

function SoundView({ sound, etag }: { sound: Sound; etag: string }) {
  const [t, words] = [useTexts(sounds), useTexts(ui)];
  const navigate = useNavigate();
  const mayWrite = useMay('sounds:write');
  const [editing, setEditing] = useState(false);
  const { id, name, description, takes } = sound;
  const changed = { params: { path: { id }, header: { 'If-Match': etag } } };
  const remove = async () => {
    await answerOf(api.DELETE('/v1/sounds/{id}', changed));
    await navigate({ to: '/sounds' as string });
  };
  const actions = mayWrite && (
    <>
      <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{words('edit')}</Button>
      <RemoveButton question={t('remove_question')} label={name} remove={remove} />
    </>
  );
  return (
    <RoomPage title={name} about={description || t('about')} actions={actions}>
      {takes.length === 0 && <Alert type="warning" showIcon title={t('nothing_to_play')} />}
      <Row gutter={[16, 16]}>
        {LANGUAGES.map((language) => (
          <Col key={language} xs={24} lg={12}>
            <TakeCard soundId={id} etag={etag} language={language} take={takes.find((each) => each.language === language)} isLast={takes.length === 1} />
          </Col>
        ))}
      </Row>
      <SoundUses id={id} />
      <ObjectDrawer<Pick<Sound, 'name' | 'description'>>
        title={name}
        open={editing}
        onClose={() => setEditing(false)}
        initial={{ name, description }}
        save={(body) => answerOf(api.PATCH('/v1/sounds/{id}', { ...changed, body }))}
      >
        {() => <SoundFields />}
      </ObjectDrawer>
    </RoomPage>
  );
}
