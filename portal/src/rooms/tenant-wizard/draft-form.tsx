import { Alert, Badge, ConfigProvider, Form, Tabs } from 'antd';
import { useMemo, useRef } from 'react';
import { useTexts } from '../../texts/define-texts';
import { BasicsSection } from './basics-section';
import type { FileProblem } from './checked-file';
import { DraftContext, type DraftView } from './draft-context';
import { valuesOf, withItem, withName, withValue } from './draft-text';
import { HoursSection } from './hours-section';
import { NumbersSection } from './numbers-section';
import { PeopleSection } from './people-section';
import { QueuesSection } from './queues-section';
import { TermsSection } from './terms-section';
import { wizard } from './texts';

/** The form's tabs, each with the file's sections that it shows. */
const TABS = {
  basics: { of: ['tenant', 'name', 'domain', 'timezone', 'currency', 'locale', 'quotas'], Section: BasicsSection },
  numbers: { of: ['numbers'], Section: NumbersSection },
  hours: { of: ['hours'], Section: HoursSection },
  people: { of: ['seats', 'agents', 'users'], Section: PeopleSection },
  queues: { of: ['queues'], Section: QueuesSection },
  terms: { of: ['tariff', 'contract', 'calling_plan', 'retention'], Section: TermsSection },
} as const;
type Tab = keyof typeof TABS;

interface DraftFormProps {
  text: string;
  write: (text: string) => void;
  problems: readonly FileProblem[];
  isChange: boolean;
  tab: Tab;
  onTab: (tab: Tab) => void;
}

/** The file as fields. While it cannot be read they show what it said last, and wait. */
export function DraftForm({ text, write, problems, isChange, tab, onTab }: DraftFormProps) {
  const t = useTexts(wizard);
  const values = useMemo(() => valuesOf(text), [text]);
  const last = useRef<unknown>(null);
  if (values) last.current = values;
  // one click may change two places: the second change is made to what the first one made
  const latest = useRef(text);
  latest.current = text;
  const edit = (next: string) => {
    latest.current = next;
    write(next);
  };
  const view: DraftView = {
    values: values ?? last.current,
    problems,
    isChange,
    set: (place, value) => edit(withValue(latest.current, place, value)),
    add: (list, item) => edit(withItem(latest.current, list, item)),
    rename: (map, from, to) => edit(withName(latest.current, map, from, to)),
  };
  const items = (Object.keys(TABS) as Tab[]).map((key) => {
    const { of, Section } = TABS[key];
    const count = problems.filter(({ path }) => of.some((section) => sectionOf(path) === section)).length;
    return { key, label: <Badge count={count} size="small" offset={[8, -2]}>{t(`tab_${key}`)}</Badge>, children: <Section /> };
  });
  return (
    <DraftContext value={view}>
      {values === null && <Alert type="warning" showIcon title={t('unreadable')} style={{ marginBottom: 12 }} />}
      <ConfigProvider componentDisabled={values === null}>
        <Form component="div" layout="vertical" size="middle">
          <Tabs activeKey={tab} onChange={(key) => onTab(key as Tab)} items={items} />
        </Form>
      </ConfigProvider>
    </DraftContext>
  );
}

/** The tab in which a place of the file is filled in. */
export function tabOf(path: string): Tab {
  const section = sectionOf(path);
  return (Object.keys(TABS) as Tab[]).find((key) => TABS[key].of.some((each) => each === section)) ?? 'basics';
}

function sectionOf(path: string): string {
  return /^[\w-]*/.exec(path)?.[0] ?? '';
}
