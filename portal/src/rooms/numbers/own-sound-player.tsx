import { useQuery } from '@tanstack/react-query';
import { allSounds, listenToTake } from '../../data/sounds';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { SoundPlayer } from '../../ui/sound-player';

/** Plays a sound of the tenant's own as callers hear it; nothing for one of the platform's, which the API does not send. */
export function OwnSoundPlayer({ name }: { name: string }) {
  const locale = useTenant().data?.locale;
  const { data = [] } = useQuery({ ...allSounds, enabled: useMay('sounds:read') });
  const sound = data.find((each) => each.name === name);
  const take = sound?.takes.find(({ language }) => language === locale) ?? sound?.takes[0];
  if (!sound || !take) return null;
  return (
    <SoundPlayer
      of={`${sound.id} ${take.language} ${take.revision}`}
      what={name}
      seconds={take.duration_ms / 1000}
      load={(signal) => listenToTake(sound.id, take.language, signal)}
    />
  );
}
