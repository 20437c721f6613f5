import { Alert, Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LiveFloor } from '../../live/use-floor';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { useAlarms } from './floor-parts';
import { floor as texts } from './texts';

/** What somebody should look at: one line, until it is opened; nothing while all is well. */
export function Alarms({ floor }: { floor: LiveFloor }) {
  const t = useTexts(texts);
  const alarms = [...useAlarms(floor).values()];
  const [open, setOpen] = useState(false);
  const { data: tenant } = useTenant();
  const list = (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {alarms.map(({ seat_id: id, extension, at }) => (
        <li key={id}>
          <Link to={'/seats/$id' as string} params={{ id } as never}>{t('alarm_seat', { extension })}</Link> {t('alarm_suspended', { at: moment(at, tenant?.timezone) })}
        </li>
      ))}
    </ul>
  );
  return (
    // there before the first alarm, so that a screen reader tells of it
    <div role="status" style={alarms.length === 0 ? { display: 'contents' } : {}}>
      {alarms.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('alarms', { count: alarms.length })}
          description={open && list}
          action={<Button size="small" type="text" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t('alarms_hide') : t('alarms_show')}</Button>}
        />
      )}
    </div>
  );
}
