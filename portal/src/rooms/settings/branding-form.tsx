import { PictureOutlined } from '@ant-design/icons';
import { App, Button, Card, ColorPicker, Flex, Typography, Upload } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { shell } from '../../shell/texts';
import { useTexts } from '../../texts/define-texts';
import { contrastOf, LEAST_CONTRAST } from '../../theme/contrast';
import { ProblemAlert } from '../../ui/problem-alert';
import { StateDot } from '../../ui/state-dot';
import { ui } from '../../ui/texts';
import { BrandPreview } from './brand-preview';
import { smallPng } from './logo-file';
import { settings } from './texts';

type Branding = Schemas['BrandingDto'];
/** The product's own. */
const USUAL = '#0f5fd8';

export function BrandingForm({ branding, etag }: { branding: Branding; etag: string }) {
  const [t, words, said] = [useTexts(settings), useTexts(ui), useTexts(shell)];
  const { message } = App.useApp();
  const mayWrite = useMay('branding:write');
  const [draft, setDraft] = useState(branding);
  const { colour, logo } = draft;
  const isChanged = colour !== branding.colour || logo !== branding.logo;
  const saving = useMutation({
    mutationFn: () => answerOf(api.PUT('/v1/branding', { params: { header: { 'If-Match': etag } }, body: draft })),
    onSuccess: () => void message.success(said('saved')),
  });
  const choose = async (file: File) => {
    const read = await smallPng(file);
    if ('problem' in read) void message.error(t(read.problem));
    else setDraft({ ...draft, logo: read.logo });
  };
  return (
    <Flex gap={16} wrap align="stretch">
      <Card style={{ flex: '1 1 360px' }}>
        <Flex vertical gap={20}>
          <Part title={t('colour')} about={t('colour_hint')}>
            <Flex gap={8} wrap align="center">
              <ColorPicker
                value={colour ?? USUAL}
                disabled={!mayWrite}
                disabledAlpha
                disabledFormat
                format="hex"
                showText
                onChange={(next) => setDraft({ ...draft, colour: next.toHexString().slice(0, 7) })}
              />
              {mayWrite && colour !== null && <Button onClick={() => setDraft({ ...draft, colour: null })}>{t('as_it_comes')}</Button>}
            </Flex>
            <Contrast colour={colour ?? USUAL} />
          </Part>
          <Part title={t('logo')} about={t('logo_hint')}>
            {mayWrite && (
              <Flex gap={8} wrap>
                <Upload accept="image/*" showUploadList={false} beforeUpload={(file) => { void choose(file); return Upload.LIST_IGNORE; }}>
                  <Button icon={<PictureOutlined />}>{t('logo_choose')}</Button>
                </Upload>
                {logo !== null && <Button onClick={() => setDraft({ ...draft, logo: null })}>{t('logo_remove')}</Button>}
              </Flex>
            )}
          </Part>
          <ProblemAlert error={saving.error} />
          {mayWrite && (
            <Flex gap={8} justify="flex-end">
              {isChanged && <Button onClick={() => setDraft(branding)}>{words('discard')}</Button>}
              <Button type="primary" disabled={!isChanged} loading={saving.isPending} onClick={() => saving.mutate()}>{words('save')}</Button>
            </Flex>
          )}
        </Flex>
      </Card>
      <BrandPreview colour={colour ?? USUAL} logo={logo} />
    </Flex>
  );
}

function Part({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <Flex vertical gap={8} role="group" aria-label={title}>
      <Typography.Text strong>{title}</Typography.Text>
      {children}
      <Typography.Text type="secondary">{about}</Typography.Text>
    </Flex>
  );
}

/** Says before the API does what it would refuse. */
function Contrast({ colour }: { colour: string }) {
  const t = useTexts(settings);
  const contrast = contrastOf(colour, '#ffffff');
  const values = { contrast: (Math.floor(contrast * 10) / 10).toFixed(1) };
  const enough = contrast >= LEAST_CONTRAST;
  return (
    <div role="status" style={{ whiteSpace: 'normal' }}>
      <StateDot colour={enough ? 'good' : 'bad'}><span style={{ whiteSpace: 'normal' }}>{enough ? t('contrast_good', values) : t('contrast_bad', values)}</span></StateDot>
    </div>
  );
}
