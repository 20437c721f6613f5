import { Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/types';
import { allCalendars } from '../../data/calendars';
import { allIvrScripts } from '../../data/ivr-scripts';
import { OpenNow } from '../../data/open-now';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { Named } from './named';
import { numbers } from './texts';

/** The scripts that may lead a number's callers, the first one that is open before the others. */
export function LeadingScripts({ of: { ivr, scripts_by_hours: byHours } }: { of: Pick<Schemas['NumberDto'], 'ivr' | 'scripts_by_hours'> }) {
  const t = useTexts(numbers);
  const zone = useTenant().data?.timezone;
  const { data: calendars = [] } = useQuery({ ...allCalendars, enabled: byHours.length > 0 });
  if (byHours.length === 0) return ivr === null ? null : <Script name={ivr} />;
  return (
    <Flex vertical gap={4} component="ol" style={{ margin: 0, paddingInlineStart: 20 }}>
      {byHours.map((entry, index) => {
        const calendar = calendars.find(({ id }) => id === entry.calendar_id);
        return (
          <li key={index}>
            <Flex gap="0 8px" wrap>
              <span><Named path="/calendars/$id" of={calendar} />: <Script name={entry.ivr} /></span>
              {calendar && zone && <OpenNow hours={calendar.hours} zone={zone} />}
            </Flex>
          </li>
        );
      })}
      <li><Typography.Text type="secondary">{t('by_hours_else')}:</Typography.Text> {ivr === null ? t('straight') : <Script name={ivr} />}</li>
    </Flex>
  );
}

function Script({ name }: { name: string }) {
  const t = useTexts(numbers);
  const script = useQuery({ ...allIvrScripts, enabled: useMay('ivr-scripts:read') }).data?.find((each) => each.name === name);
  const shown = script?.live === null ? t('not_live', { name }) : name;
  return script ? <Named path="/ivr-scripts/$id" of={{ id: script.id, name: shown }} /> : <>{name}</>;
}
