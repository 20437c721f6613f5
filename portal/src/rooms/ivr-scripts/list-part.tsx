import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, type ButtonProps, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/define-texts';
import { BadText } from '../../ui/bad-text';
import { useStepForm } from './step-context';
import { stepTexts } from './step-texts';

interface ListPartProps {
  /** All of them, in their order. */
  list: readonly unknown[];
  index: number;
  set: (next: unknown[]) => void;
  /** Of the step, where the list is; what the check found there is shown. */
  field: string;
  name: string;
  /** What the button that removes it is called. */
  remove: string;
  /** So many have to stay. */
  least?: number;
  children: ReactNode;
}

/** One of a list whose order counts: moved, removed, and told what is wrong with it. */
export function ListPart({ list, index, set, field, name, remove, least = 0, children }: ListPartProps) {
  const t = useTexts(stepTexts);
  const { mayWrite, errorsAt } = useStepForm();
  const moveTo = (other: number) => set(list.map((each, at) => (at === index ? list[other] : at === other ? list[index] : each)));
  const button = (label: string, props: ButtonProps) => <Button size="small" type="text" aria-label={`${label}: ${name}`} title={label} {...props} />;
  return (
    <div className="ivr-part">
      <Flex justify="space-between" align="center">
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>{name}</Typography.Text>
        {mayWrite && (
          <span>
            {button(t('up'), { icon: <ArrowUpOutlined />, disabled: index === 0, onClick: () => moveTo(index - 1) })}
            {button(t('down'), { icon: <ArrowDownOutlined />, disabled: index === list.length - 1, onClick: () => moveTo(index + 1) })}
            {button(remove, { icon: <DeleteOutlined />, danger: true, disabled: list.length <= least, onClick: () => set(list.filter((_, at) => at !== index)) })}
          </span>
        )}
      </Flex>
      {children}
      {errorsAt(`${field}/${index}`, true).map((error) => <div key={error}><BadText>{error}</BadText></div>)}
    </div>
  );
}
