import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/define-texts';
import { ui } from '../../ui/texts';
import { useDraftView, useField, useList } from './draft-context';
import type { Place } from './draft-text';

interface RowsProps {
  place: Place;
  /** What one of them is called. */
  one: string;
  /** What a new one begins as. */
  fresh: () => unknown;
  children: (place: Place, item: unknown) => ReactNode;
}

/** A list of the file: its entries' fields, one more, one less. */
export function Rows({ place, one, fresh, children }: RowsProps) {
  const words = useTexts(ui);
  const { add } = useDraftView();
  const items = useList(place);
  return (
    <Flex vertical gap={8}>
      <Trouble place={place} />
      {items.map((item, index) => (
        <Row key={index} place={[...place, index]} item={item} label={`${words('remove')}: ${one} ${index + 1}`}>
          {children([...place, index], item)}
        </Row>
      ))}
      <div>
        <Button type="dashed" icon={<PlusOutlined />} onClick={() => add(place, fresh())}>{one}</Button>
      </div>
    </Flex>
  );
}

function Row({ place, item, label, children }: { place: Place; item: unknown; label: string; children: ReactNode }) {
  const { set } = useDraftView();
  return (
    <Flex vertical style={{ borderBottom: '1px solid color-mix(in srgb, currentColor 12%, transparent)' }}>
      {/* what is one text has a field, which says it itself */}
      {typeof item === 'object' && <Trouble place={place} />}
      <Flex gap={8} align="flex-start">
        <Flex gap={8} wrap style={{ flex: 1, minWidth: 0 }}>{children}</Flex>
        <Button type="text" danger icon={<DeleteOutlined />} aria-label={label} onClick={() => set(place, undefined)} style={{ marginTop: 30 }} />
      </Flex>
    </Flex>
  );
}

/** What is wrong with a place that has no field of its own. */
export function Trouble({ place }: { place: Place }) {
  const { help } = useField(place);
  return help === undefined ? null : <Alert type="error" showIcon title={help} style={{ marginBottom: 8 }} />;
}

export function Heading({ children, hint }: { children: ReactNode; hint?: string | undefined }) {
  return (
    <div style={{ marginBlock: '4px 12px' }}>
      <Typography.Title level={3} style={{ fontSize: 16, margin: 0 }}>{children}</Typography.Title>
      {hint && <Typography.Text type="secondary">{hint}</Typography.Text>}
    </div>
  );
}
