import { Button, type ButtonProps } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

interface MenuButtonProps extends Omit<ButtonProps, 'onClick' | 'type'> {
  /** What the menu is for. */
  label: string;
  /** Each with the class `menu-item` and a menu item's role. */
  items: ReactNode;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** A button with a menu below it, which the arrow keys walk through and Escape closes. */
export function MenuButton({ label, items, ...button }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    itemsOf(root.current)[0]?.focus();
    const leave = ({ target }: Event) => root.current?.contains(target as Node) || setOpen(false);
    addEventListener('pointerdown', leave);
    addEventListener('focusin', leave);
    return () => {
      removeEventListener('pointerdown', leave);
      removeEventListener('focusin', leave);
    };
  }, [open]);
  const walk = (event: KeyboardEvent) => {
    if (!open) return;
    const all = itemsOf(root.current);
    const step = STEPS[event.key];
    if (step !== undefined) all.at((all.indexOf(document.activeElement as HTMLElement) + step) % all.length)?.focus();
    if (event.key === 'Escape') {
      setOpen(false);
      root.current?.querySelector('button')?.focus();
    }
    if (step !== undefined || event.key === 'Escape') event.preventDefault();
  };
  return (
    <div ref={root} className="menu-button" onKeyDown={walk}>
      <Button {...button} type="text" aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)} />
      {open && <div role="menu" aria-label={label} className="menu-list" onClick={() => setOpen(false)}>{items}</div>}
    </div>
  );
}

function itemsOf(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

interface ChoiceProps<T extends string> {
  choices: readonly T[];
  value: T;
  onChoose: (value: T) => void;
  children: (choice: T) => ReactNode;
}

/** Items of which one is chosen. */
export function MenuChoices<T extends string>({ choices, value, onChoose, children }: ChoiceProps<T>) {
  return choices.map((choice) => (
    <button key={choice} type="button" role="menuitemradio" aria-checked={choice === value} className="menu-item" onClick={() => onChoose(choice)}>{children(choice)}</button>
  ));
}
