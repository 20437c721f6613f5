import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Select } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { BadText } from '../../ui/bad-text';
import { isObject } from './document';
import { ExitSelect } from './exit-select';
import { useStepForm } from './step-context';
import { stepTexts } from './step-texts';

const KEYS = [...'1234567890*#'];

/** Keys of the phone, each with where it leads. */
export function KeysEditor({ field, label }: { field: string; label: string }) {
  const t = useTexts(stepTexts);
  const { step, mayWrite, errorsAt, put } = useStepForm();
  const keys = isObject(step[field]) ? step[field] : {};
  const free = KEYS.filter((key) => !Object.hasOwn(keys, key));
  const set = (next: Record<string, unknown>) => put([field], Object.keys(next).length > 0 || field === 'options' ? next : undefined);
  const rekeyed = (from: string, to: string) => set(Object.fromEntries(Object.entries(keys).map(([key, value]) => [key === from ? to : key, value])));
  return (
    <Flex vertical gap={8} role="group" aria-label={label}>
      {Object.entries(keys).map(([key, to]) => (
        <div key={key}>
          <Flex gap={4} align="center">
            <Select<string>
              aria-label={t('key', { key })}
              disabled={!mayWrite}
              style={{ width: 62 }}
              value={key}
              options={[key, ...free].map((value) => ({ value, label: value }))}
              onChange={(next) => rekeyed(key, next)}
            />
            <ExitSelect label={t('key', { key })} path={[field, key]} value={to} />
            {mayWrite && (
              <Button
                type="text"
                danger
                icon={<DeleteOutlined />}
                aria-label={`${t('remove_exit')}: ${t('key', { key })}`}
                onClick={() => set(Object.fromEntries(Object.entries(keys).filter(([each]) => each !== key)))}
              />
            )}
          </Flex>
          {errorsAt(`${field}/${key}`).map((error) => <div key={error}><BadText>{error}</BadText></div>)}
        </div>
      ))}
      {mayWrite && free[0] !== undefined && (
        <Button
          size="small"
          icon={<PlusOutlined />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => set({ ...keys, [free[0] as string]: null })}
        >
          {t('add_key')}
        </Button>
      )}
    </Flex>
  );
}
