import { Flex, Progress, Select, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { chosenDevices, forgetMicrophone, listDevices, microphone } from '../../phone/devices';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { desktop } from './texts';

/** Which microphone and speaker are used, and whether one is heard. */
export function Devices() {
  const t = useTexts(desktop);
  const chosen = useStore(chosenDevices);
  // names are told only after the microphone was allowed
  const { data, error } = useQuery({ queryKey: ['devices'], queryFn: () => microphone().then(listDevices), retry: false });
  if (error) return <Typography.Text type="danger">{t('no_microphone')}</Typography.Text>;
  const options = (devices: MediaDeviceInfo[] = []) => [
    { value: '', label: t('usual') },
    ...devices.filter(({ deviceId }) => deviceId !== 'default').map(({ deviceId, label }) => ({ value: deviceId, label })),
  ];
  const setMicrophone = (id: string) => {
    chosenDevices.set({ ...chosen, microphone: id || null });
    forgetMicrophone();
  };
  return (
    <Flex vertical gap={8}>
      <label>{t('microphone')}<Select style={{ width: '100%' }} aria-label={t('microphone')} value={chosen.microphone ?? ''} options={options(data?.microphones)} onChange={setMicrophone} /></label>
      <label>{t('speaker')}<Select style={{ width: '100%' }} aria-label={t('speaker')} value={chosen.speaker ?? ''} options={options(data?.speakers)} onChange={(id) => chosenDevices.set({ ...chosen, speaker: id || null })} /></label>
      <Level key={chosen.microphone} />
    </Flex>
  );
}

function Level() {
  const t = useTexts(desktop);
  const [level, setLevel] = useState(0);
  useEffect(() => {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    const samples = new Float32Array(analyser.fftSize);
    let source: MediaStreamAudioSourceNode | undefined;
    void microphone().then((stream) => {
      source = context.createMediaStreamSource(stream);
      source.connect(analyser);
    }).catch(() => undefined);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      setLevel(loudness(samples));
    }, 100);
    return () => {
      clearInterval(timer);
      source?.disconnect();
      void context.close();
    };
  }, []);
  return <Progress aria-label={t('level')} percent={Math.round(level * 100)} showInfo={false} size="small" status="normal" />;
}

/** 0 for silence, 1 for as loud as it gets; in decibels, as ears have it: 60 dB from one end to the other. */
function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return power === 0 ? 0 : Math.min(1, Math.max(0, 1 + (10 * Math.log10(power)) / 60));
}
