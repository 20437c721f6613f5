import { Card, Descriptions, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { day, languageName } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { SettingsFrame } from './settings-frame';
import { settings } from './texts';

export function CompanyPage() {
  const t = useTexts(settings);
  const hinted = (value: ReactNode, hint: string) => <div>{value}<div><Typography.Text type="secondary">{hint}</Typography.Text></div></div>;
  return (
    <SettingsFrame about={t('company_about')}>
      <Card>
        <Loaded query={useTenant()}>
          {({ name, slug, domain, timezone, currency, locale, created_at: since }) => (
            <Descriptions
              column={{ xs: 1, md: 2 }}
              items={[
                { key: 'name', label: t('name'), children: <b>{name}</b> },
                { key: 'slug', label: t('slug'), children: hinted(<Typography.Text code copyable>{slug}</Typography.Text>, t('slug_hint')) },
                { key: 'zone', label: t('zone'), children: hinted(timezone, t('zone_hint')) },
                { key: 'currency', label: t('currency'), children: currency },
                { key: 'domain', label: t('domain'), children: <Typography.Text code copyable>{domain}</Typography.Text> },
                { key: 'locale', label: t('locale'), children: languageName(locale) },
                { key: 'since', label: t('since'), children: day(since, timezone) },
              ]}
            />
          )}
        </Loaded>
      </Card>
    </SettingsFrame>
  );
}
