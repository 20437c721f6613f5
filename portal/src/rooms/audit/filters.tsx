import { Button, DatePicker, Flex, Select, Tag } from 'antd';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { useFilters } from '../../ui/search-params';
import { chosenTime, shownTime } from '../../ui/zoned-time';
import { audit } from './texts';
import { ACTIONS, ACTORS, OBJECTS, useLogWords } from './words';

/** As the API takes them; they stand in the address. */
export interface Asked {
  [name: string]: string | undefined;
  from?: string;
  to?: string;
  actor_kind?: (typeof ACTORS)[number];
  actor_id?: string;
  action?: string;
  object_type?: string;
  object_id?: string;
}

/** A narrowed list begins at its newest. */
const FIRST_PAGE = { after: undefined, before: undefined };

export function useAsked(): [Asked, (change: Asked) => void] {
  const [{ after: _after, before: _before, ...asked }, change] = useFilters<Asked>();
  return [asked, (next) => change({ ...next, ...FIRST_PAGE })];
}

/** @param actorName who is asked for, where the list shows it */
export function AuditFilters({ actorName }: { actorName: string | null | undefined }) {
  const t = useTexts(audit);
  const { actionName, objectName } = useLogWords();
  const [asked, ask] = useAsked();
  const objects = OBJECTS.map((value) => ({ value: value as string, label: objectName(value) })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <Flex gap={8} wrap align="center" role="search">
      <Period />
      <Select
        aria-label={t('who')}
        style={{ width: 180 }}
        value={asked.actor_kind ?? ''}
        options={[{ value: '', label: t('any_actor') }, ...ACTORS.map((value) => ({ value, label: t(`actor_${value}`) }))]}
        onChange={(value) => ask({ actor_kind: value as NonNullable<Asked['actor_kind']> })}
      />
      <Select
        aria-label={t('what')}
        style={{ width: 180 }}
        value={asked.action ?? ''}
        options={[{ value: '', label: t('any_action') }, ...ACTIONS.map((value) => ({ value: value as string, label: actionName(value) }))]}
        onChange={(value) => ask({ action: value })}
      />
      <Select
        aria-label={t('which')}
        style={{ width: 200 }}
        showSearch={{ optionFilterProp: 'label' }}
        value={asked.object_type ?? ''}
        options={[{ value: '', label: t('any_object') }, ...objects]}
        onChange={(value) => ask({ object_type: value })}
      />
      {asked.actor_id && <Tag closable onClose={() => ask({ actor_id: undefined })}>{t('only_actor', { name: actorName ?? asked.actor_id })}</Tag>}
      {asked.object_id && <Tag closable onClose={() => ask({ object_id: undefined })}>{t('only_object', { name: asked.object_id })}</Tag>}
      {Object.keys(asked).length > 0 && (
        <Button type="link" size="small" onClick={() => ask(Object.fromEntries(Object.keys(asked).map((name) => [name, undefined])))}>{t('clear')}</Button>
      )}
    </Flex>
  );
}

function Period() {
  const t = useTexts(audit);
  const zone = useTenant().data?.timezone;
  const [{ from, to }, ask] = useAsked();
  const shown = (iso: string | undefined) => (iso ? shownTime(iso, zone) : null);
  return (
    <DatePicker.RangePicker
      aria-label={t('when')}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      placeholder={[t('from'), t('to')]}
      allowEmpty={[true, true]}
      style={{ width: 340, maxWidth: '100%' }}
      value={[shown(from), shown(to)]}
      onChange={(range) => ask({ from: range?.[0] ? chosenTime(range[0], zone) : undefined, to: range?.[1] ? chosenTime(range[1], zone) : undefined })}
    />
  );
}
