import { useQuery } from '@tanstack/react-query';
import { brandingQuery } from '../../session/branding';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { BrandingForm } from './branding-form';
import { SettingsFrame } from './settings-frame';
import { settings } from './texts';

export function BrandingPage() {
  const t = useTexts(settings);
  return (
    <SettingsFrame about={t('branding_about')}>
      <Loaded query={useQuery(brandingQuery())}>{({ data, etag }) => <BrandingForm key={etag} branding={data} etag={etag} />}</Loaded>
    </SettingsFrame>
  );
}
