import { InboxOutlined } from '@ant-design/icons';
import { Typography, Upload } from 'antd';
import { type Ref, useImperativeHandle, useRef } from 'react';
import { useTexts } from '../../texts/define-texts';
import { bytes } from '../../texts/formats';
import { sounds } from './texts';

interface AudioDropProps {
  id?: string;
  value?: File;
  onChange?: (file: File) => void;
  /** So that a form finds the field for what is wrong with the file. */
  ref?: Ref<{ focus(): void }>;
}

/** A file, dropped or chosen; it is sent with the form. */
export function AudioDrop({ id, value, onChange, ref }: AudioDropProps) {
  const t = useTexts(sounds);
  const place = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => place.current?.querySelector<HTMLElement>('[role=button]')?.focus() }));
  return (
    <div ref={place}>
      <Upload.Dragger
        {...(id !== undefined && { id })}
        accept="audio/*,.wav,.mp3,.ogg,.oga,.flac"
        showUploadList={false}
        maxCount={1}
        beforeUpload={(file) => {
          onChange?.(file);
          return Upload.LIST_IGNORE;
        }}
      >
        <p style={{ margin: 0, fontSize: 28 }}><InboxOutlined /></p>
        <Typography.Text strong>{value ? t('chosen', { name: value.name, size: bytes(value.size) }) : t('drop')}</Typography.Text>
        <br />
        <Typography.Text type="secondary">{t('drop_hint')}</Typography.Text>
      </Upload.Dragger>
    </div>
  );
}
