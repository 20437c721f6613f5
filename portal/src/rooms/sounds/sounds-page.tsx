import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '../../api/types';
import { allSounds, listenToTake } from '../../data/sounds';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { duration, moment } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { RoomPage } from '../../ui/room-page';
import { SearchBox } from '../../ui/search-box';
import { useFilters } from '../../ui/search-params';
import { SoundPlayer } from '../../ui/sound-player';
import { NewSoundDrawer } from './new-sound-drawer';
import { LANGUAGES, type Language } from './take';
import { sounds } from './texts';

type Sound = Schemas['SoundDto'];

export function SoundsPage() {
  const t = useTexts(sounds);
  const zone = useTenant().data?.timezone;
  const mayWrite = useMay('sounds:write');
  const query = useQuery(allSounds);
  const [{ q = '' }, filter] = useFilters<{ q?: string }>();
  const [creating, setCreating] = useState(false);
  const create = mayWrite && <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('new')}</Button>;
  const languageColumn = (language: Language) => ({
    title: t(language),
    key: language,
    render: (_: unknown, sound: Sound) => <TakeCell sound={sound} language={language} />,
  });
  return (
    <RoomPage title={t('title')} about={t('about')} actions={create}>
      <SearchBox label={t('search')} value={q} onChange={(text) => filter({ q: text })} />
      <ListTable<Sound>
        query={query}
        rows={query.data?.filter((sound) => matches(sound, q))}
        isNarrowed={q !== ''}
        empty={mayWrite && t('empty')}
        columns={[
          {
            title: t('name'),
            key: 'name',
            sorter: (a, b) => a.name.localeCompare(b.name),
            defaultSortOrder: 'ascend',
            render: (_, { id, name }) => <Link to={'/sounds/$id' as string} params={{ id } as never}>{name}</Link>,
          },
          ...LANGUAGES.map(languageColumn),
          {
            title: t('description'),
            key: 'description',
            render: (_, { description }) => <Typography.Text type="secondary" ellipsis={{ tooltip: description }} style={{ maxWidth: 320 }}>{description}</Typography.Text>,
          },
          { title: t('changed'), key: 'changed', render: (_, sound) => moment(changedAt(sound), zone) },
        ]}
      />
      <NewSoundDrawer open={creating} onClose={() => setCreating(false)} />
    </RoomPage>
  );
}

function TakeCell({ sound: { id, name, takes }, language }: { sound: Sound; language: Language }) {
  const t = useTexts(sounds);
  const take = takes.find((each) => each.language === language);
  if (!take) return <Typography.Text type="secondary">–</Typography.Text>;
  return (
    <Flex align="center" gap={8}>
      <SoundPlayer small of={`${id} ${take.revision}`} what={`${name}, ${t(language)}`} load={(signal) => listenToTake(id, language, signal)} />
      <span className="figures">{duration(take.duration_ms / 1000)}</span>
    </Flex>
  );
}

function matches({ name, description }: Sound, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return `${name}\n${description}`.toLowerCase().includes(wanted);
}

function changedAt({ created_at: created, takes }: Sound): string {
  return takes.reduce((latest, { changed_at: at }) => (at > latest ? at : latest), created);
}
