import './pane.css';
import type { CSSProperties, ReactNode } from 'react';

interface PaneProps {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  /** Where there is little to show, in little space. */
  small?: true;
  style?: CSSProperties;
}

/** A card as antd's looks, without the tabs that antd's brings along: for pages that must be there at once. */
export function Pane({ title, extra, children, small, style }: PaneProps) {
  return (
    <div className={small ? 'pane pane-small' : 'pane'} style={style}>
      {(title || extra) && <div className="pane-head"><div className="pane-title">{title}</div>{extra}</div>}
      <div className="pane-body">{children}</div>
    </div>
  );
}
