import { memo, type ReactNode, type UIEvent, useMemo, useState } from 'react';
import './live-table.css';

export interface LiveColumn<T> {
  key: string;
  title: ReactNode;
  /** In pixels; one column without takes what is left. */
  width?: number;
  align?: 'end';
  cell: (row: T) => ReactNode;
}

interface LiveTableProps<T> {
  /** What it is a list of, for whoever does not see its title. */
  label: string;
  /** The same array for as long as the cells are drawn alike. */
  columns: readonly LiveColumn<T>[];
  /** A row that did not change is the same object: then it is not drawn again. */
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** In pixels; narrower, it scrolls sideways. */
  minWidth: number;
  /** In rows; more are scrolled to. */
  height: number;
  empty?: ReactNode;
}

const ROW = 40;
/** Drawn beyond what is seen, so that nobody scrolls into emptiness. */
const SPARE = 4;

/**
 * A list that changes several times a second, of thousands of rows: what is seen of it is drawn, and of that what has
 * changed. Ant Design's table, with all that it can do, takes ten times as long to find that out.
 */
export function LiveTable<T>({ label, columns, rows, keyOf, minWidth, height, empty }: LiveTableProps<T>) {
  const [top, setTop] = useState(0);
  const onScroll = ({ currentTarget: { scrollTop } }: UIEvent) => setTop(Math.floor(scrollTop / ROW / SPARE) * SPARE);
  const first = Math.max(0, Math.min(top, rows.length - height) - SPARE);
  const shown = rows.slice(first, first + height + 3 * SPARE);
  const below = rows.length - first - shown.length;
  const head = useMemo(() => <Head columns={columns} />, [columns]);
  return (
    <div className="live-table" role="region" aria-label={label} tabIndex={0} style={{ maxHeight: (height + 1) * ROW }} onScroll={onScroll}>
      <table className="figures" style={{ minWidth }} aria-rowcount={rows.length + 1}>
        {head}
        <tbody>
          {first > 0 && <Gap rows={first} span={columns.length} />}
          {shown.map((row, index) => <Row<T> key={keyOf(row)} row={row} columns={columns} index={first + index + 2} />)}
          {below > 0 && <Gap rows={below} span={columns.length} />}
        </tbody>
      </table>
      {rows.length === 0 && <p>{empty}</p>}
    </div>
  );
}

function Head<T>({ columns }: { columns: readonly LiveColumn<T>[] }) {
  return (
    <>
      <colgroup>{columns.map(({ key, width }) => <col key={key} style={{ width }} />)}</colgroup>
      <thead>
        <tr aria-rowindex={1}>{columns.map(({ key, title, align }) => <th key={key} scope="col" style={{ textAlign: align }}>{title}</th>)}</tr>
      </thead>
    </>
  );
}

interface RowProps<T> {
  row: T;
  columns: readonly LiveColumn<T>[];
  index: number;
}

const Row = memo(function Row<T>({ row, columns, index }: RowProps<T>) {
  return (
    <tr aria-rowindex={index}>
      {columns.map(({ key, align, cell }) => <td key={key} style={{ textAlign: align }}>{cell(row)}</td>)}
    </tr>
  );
}) as <T>(props: RowProps<T>) => ReactNode;

/** As high as the rows that are not drawn. */
function Gap({ rows, span }: { rows: number; span: number }) {
  return <tr aria-hidden="true"><td colSpan={span} style={{ height: rows * ROW, padding: 0 }} /></tr>;
}
