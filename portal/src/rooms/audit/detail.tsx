import { Descriptions, Flex, Table, Tag, Typography } from 'antd';
import type { Schemas } from '../../api/types';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { exactMoney, moment } from '../../texts/formats';
import { ui } from '../../ui/texts';
import { fieldName } from './field-names';
import { audit } from './texts';

type Entry = Schemas['AuditEntryDto'];
type Values = Record<string, unknown>;

/** As the log writes what nobody may read. */
const HIDDEN = '(hidden)';
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

interface Row {
  field: string;
  before: unknown;
  after: unknown;
}

/** Where the list is wider than the screen, the difference is not. */
const WITHIN_SIGHT = { position: 'sticky', left: 8, width: 'min(960px, calc(100vw - 72px))' } as const;

export function EntryDetail({ entry }: { entry: Entry }) {
  const t = useTexts(audit);
  const facts = [
    { key: 'seq', label: t('entry_number'), children: entry.seq },
    ...(entry.grant_id ? [{ key: 'grant', label: t('grant'), children: <Typography.Text code>{entry.grant_id}</Typography.Text> }] : []),
    ...(entry.trace_id ? [{ key: 'trace', label: t('trace'), children: <Typography.Text code>{entry.trace_id}</Typography.Text> }] : []),
    { key: 'digest', label: t('digest'), children: <Typography.Text code style={{ wordBreak: 'break-all' }}>{entry.digest}</Typography.Text> },
  ];
  return (
    <Flex vertical gap={12} style={WITHIN_SIGHT}>
      <Difference detail={entry.detail} />
      <Descriptions size="small" column={1} items={facts} />
    </Flex>
  );
}

/** Before beside after, field by field; what is new has no before, what went has no after. */
function Difference({ detail }: { detail: Entry['detail'] }) {
  const t = useTexts(audit);
  const { before, after, ...others } = (detail ?? {}) as { before?: Values; after?: Values } & Values;
  const isChange = before !== undefined || after !== undefined;
  const rows = isChange ? rowsOf(before, after) : Object.entries(others).map(([field, value]) => ({ field, before: undefined, after: value }));
  if (rows.length === 0) return <Typography.Text type="secondary">{t('nothing_told')}</Typography.Text>;
  return (
    <Table<Row>
      rowKey="field"
      size="small"
      pagination={false}
      dataSource={rows}
      columns={[
        { title: t('field'), key: 'field', render: (_, { field }) => <span title={field}>{fieldName(field)}</span> },
        ...(before ? [{ title: t('before'), key: 'before', render: (_: unknown, row: Row) => <Value field={row.field} value={row.before} /> }] : []),
        ...(after || !isChange
          ? [{ title: isChange ? t('after') : '', key: 'after', render: (_: unknown, row: Row) => <Value field={row.field} value={row.after} isNew={before !== undefined} /> }]
          : []),
      ]}
    />
  );
}

function rowsOf(before: Values = {}, after: Values = {}): Row[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((field) => ({ field, before: before[field], after: after[field] }));
}

function Value({ field, value, isNew = false }: { field: string; value: unknown; isNew?: boolean }) {
  const [t, words] = [useTexts(audit), useTexts(ui)];
  const tenant = useTenant().data;
  if (value === null || value === undefined) return <Typography.Text type="secondary">–</Typography.Text>;
  if (value === HIDDEN) return <Tag>{isNew ? t('changed_hidden') : t('hidden')}</Tag>;
  if (typeof value === 'boolean') return value ? words('yes') : words('no');
  if (typeof value === 'string' && MOMENT.test(value)) return moment(value, tenant?.timezone);
  if (typeof value === 'string' && field.endsWith('Micro') && /^-?\d+$/.test(value)) return exactMoney(value, tenant?.currency ?? 'CNY');
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return value.join(', ') || '–';
  if (isFlat(value)) return <>{Object.entries(value).map(([name, each]) => <div key={name}>{fieldName(name)}: <Value field={name} value={each} /></div>)}</>;
  if (typeof value === 'object') return <pre style={{ margin: 0, maxHeight: 240, overflow: 'auto', fontSize: 12 }}>{JSON.stringify(value, null, 2)}</pre>;
  return <span style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{String(value)}</span>;
}

/** Names with a value each, such as what was asked for. */
function isFlat(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((each) => typeof each !== 'object');
}
