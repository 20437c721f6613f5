import { Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { KindIcon } from './kind-icons';
import { KIND_NAMES, type KindName } from './kinds';
import { useStepWords } from './step-words';

interface KindMenuProps {
  onChoose: (kind: KindName) => void;
  /** The button that opens it. */
  children: ReactElement;
  /** Open from the beginning; told when it closes. */
  open?: true;
  onClose?: () => void;
}

/** Every kind of step, to choose one that is to be added. */
export function KindMenu({ onChoose, children, open, onClose }: KindMenuProps) {
  const words = useStepWords();
  const items = KIND_NAMES.map((kind) => ({ key: kind, icon: <KindIcon type={kind} />, label: words.kind(kind), title: words.about(kind) }));
  return (
    <Dropdown
      trigger={['click']}
      {...(open && { open })}
      {...(onClose && { onOpenChange: (isOpen: boolean) => !isOpen && onClose() })}
      menu={{ items, onClick: ({ key }) => onChoose(key as KindName), style: { maxHeight: 500, overflow: 'auto' } }}
    >
      {children}
    </Dropdown>
  );
}
