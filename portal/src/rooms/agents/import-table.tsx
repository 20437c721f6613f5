import { CloseOutlined } from '@ant-design/icons';
import { Button, Card, Input, Table } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/define-texts';
import { BadText } from '../../ui/bad-text';
import { pagesOf } from '../../ui/pages-of';
import { StateDot } from '../../ui/state-dot';
import type { Verdict } from './check-lines';
import { correctLine, dropLine, type ImportLine } from './import-run';
import { type Column, COLUMNS } from './parse-lines';
import { agents } from './texts';

export interface CheckedImportLine extends ImportLine {
  verdict: Verdict;
}

const WIDTHS: Record<Column, number> = { number: 110, name: 180, seat: 110, email: 240, wrap_up: 110, team: 140 };
const TITLES = { number: 'number', name: 'name', seat: 'seat', email: 'email', wrap_up: 'wrap_up_seconds', team: 'team' } as const;

/** Every line with its verdict, to be corrected where it stands. */
export function ImportTable({ lines, running }: { lines: CheckedImportLine[]; running: boolean }) {
  const t = useTexts(agents);
  return (
    <Card styles={{ body: { padding: 0 } }} style={{ overflow: 'hidden' }}>
      <Table<CheckedImportLine>
        className="figures"
        rowKey="line"
        size="small"
        scroll={{ x: 'max-content' }}
        pagination={pagesOf()}
        dataSource={lines}
        columns={[
          { title: t('line'), dataIndex: 'line', align: 'right', width: 60 },
          ...COLUMNS.map((column) => ({
            title: t(TITLES[column]),
            key: column,
            width: WIDTHS[column],
            render: (_: unknown, line: CheckedImportLine) => <Cell line={line} column={column} locked={running} />,
          })),
          { title: t('verdict'), key: 'verdict', render: (_, line) => <LineVerdict line={line} /> },
          {
            key: 'drop',
            align: 'right',
            render: (_, { line, state }) => !running && state !== 'done' && (
              <Button type="text" icon={<CloseOutlined />} aria-label={t('drop_line', { line })} title={t('drop_line', { line })} onClick={() => dropLine(line)} />
            ),
          },
        ]}
      />
    </Card>
  );
}

function Cell({ line: { line, values, state, verdict }, column, locked }: { line: CheckedImportLine; column: Column; locked: boolean }) {
  const t = useTexts(agents);
  if (locked || state === 'done') return <>{values[column]}</>;
  const isWrong = !verdict.ok && verdict.problems.some((problem) => problem.column === column);
  return (
    <Input
      key={values[column]}
      size="small"
      defaultValue={values[column]}
      aria-label={`${t(TITLES[column])}, ${t('line')} ${line}`}
      aria-invalid={isWrong}
      {...(isWrong && { status: 'error' as const })}
      onBlur={({ target }) => target.value.trim() !== values[column] && correctLine(line, column, target.value)}
      onPressEnter={({ currentTarget }) => currentTarget.blur()}
    />
  );
}

function LineVerdict({ line: { state, reason, verdict } }: { line: CheckedImportLine }) {
  const t = useTexts(agents);
  if (state === 'done') return <StateDot colour="good">{t('done')}</StateDot>;
  if (state === 'writing') return <StateDot colour="busy">{t('writing')}</StateDot>;
  if (!verdict.ok) {
    return <Wrapped>{verdict.problems.map(({ rule, about }) => <div key={rule}>{t(rule, about)}</div>)}</Wrapped>;
  }
  if (state === 'failed') return <Wrapped>{t('failed', { reason })}</Wrapped>;
  return <StateDot colour="idle">{t('ready')}</StateDot>;
}

function Wrapped({ children }: { children: ReactNode }) {
  return <div style={{ width: 250, whiteSpace: 'normal' }}><BadText>{children}</BadText></div>;
}
