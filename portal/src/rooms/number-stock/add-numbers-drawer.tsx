import { Form, Input } from 'antd';
import { answerOf, api } from '../../api/client';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import { linesOf } from './lines';
import { LinesPreview } from './lines-preview';
import { TenantSelect } from './tenant-select';
import { stock } from './texts';

interface Values {
  numbers: string;
  held_for: string | null | undefined;
}

/** What would be added, and what keeps it from being, is shown while it is typed. */
export function AddNumbersDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTexts(stock);
  const add = ({ numbers, held_for: heldFor }: Values) =>
    answerOf(api.POST('/v1/number-stock', { body: { numbers: linesOf(numbers).map(({ text }) => text), held_for: heldFor ?? null } }));
  return (
    <ObjectDrawer<Values> title={t('add')} open={open} onClose={onClose} action={t('add')} width={560} initial={{}} save={add}>
      {(form) => (
        <>
          <Form.Item name="numbers" label={t('lines')} extra={t('lines_hint')} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea className="figures" rows={8} spellCheck={false} autoFocus />
          </Form.Item>
          <LinesPreview form={form} />
          <Form.Item name="held_for" label={t('held_for')} extra={t('held_for_hint')}>
            <TenantSelect placeholder={t('for_all')} />
          </Form.Item>
        </>
      )}
    </ObjectDrawer>
  );
}
