import { App, Button, Drawer, Flex, Form, type FormInstance, Grid } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../api/problem';
import { queries } from '../api/queries';
import { shell } from '../shell/texts';
import { useTexts } from '../texts/define-texts';
import { showFieldErrors } from './field-errors';
import { ProblemAlert } from './problem-alert';
import { ui } from './texts';

interface ObjectDrawerProps<V extends object> {
  title: ReactNode;
  open: boolean;
  onClose: () => void;
  initial: Partial<V>;
  /** Sends it. What it throws is shown at the fields that it names. */
  save: (values: V) => Promise<unknown>;
  /** On the button: `Save` where left out. */
  action?: string;
  /** It does harm where it is done by mistake. */
  danger?: boolean;
  width?: number;
  children: (form: FormInstance<V>) => ReactNode;
}

/** A form beside the list. What was typed stays through every refusal, and is not thrown away by a slip. */
export function ObjectDrawer<V extends object>(props: ObjectDrawerProps<V>) {
  const { title, open, onClose, width = 480 } = props;
  const t = useTexts(ui);
  const { modal } = App.useApp();
  const shown = useRef<FormInstance<V>>(null);
  const small = !(Grid.useBreakpoint().sm ?? true);
  const leave = () => {
    if (!shown.current?.isFieldsTouched()) return onClose();
    modal.confirm({ title: t('unsaved'), okText: t('discard'), cancelText: t('keep'), onOk: onClose });
  };
  return (
    <Drawer title={title} open={open} onClose={leave} size={small ? '100%' : width} destroyOnHidden mask={{ closable: true }}>
      {open && <Body {...props} shown={shown} leave={leave} />}
    </Drawer>
  );
}

function Body<V extends object>({ shown, initial, save, action, danger = false, leave, onClose, children }: ObjectDrawerProps<V> & { shown: RefObject<FormInstance<V> | null>; leave: () => void }) {
  // a new one at each opening: one that was open before mixes what it held with what there is now, where there are lists
  const [form] = Form.useForm<V>();
  useEffect(() => {
    shown.current = form;
  }, [form, shown]);
  const [t, words] = [useTexts(ui), useTexts(shell)];
  const { message } = App.useApp();
  const [unplaced, setUnplaced] = useState<unknown>(null);
  const saving = useMutation({
    mutationFn: save,
    onSuccess: () => {
      void message.success(words('saved'));
      onClose();
    },
    onError: (error) => {
      // so that the next try is made with the version that there is now
      if (error instanceof ProblemError && error.is('precondition_failed')) void queries.invalidateQueries();
      setUnplaced(showFieldErrors(form, error) ? null : error);
    },
  });
  return (
    <Form<V>
      form={form}
      layout="vertical"
      initialValues={initial}
      preserve={false}
      requiredMark="optional"
      validateMessages={{ required: t('required') }}
      scrollToFirstError={{ focus: true }}
      onFinish={(values) => saving.mutate(values)}
    >
      {children(form)}
      <Flex vertical gap={12}>
        <ProblemAlert error={unplaced} />
        <Flex gap={8} justify="flex-end">
          <Button onClick={leave}>{t('cancel')}</Button>
          <Button type="primary" danger={danger} htmlType="submit" loading={saving.isPending}>{action ?? t('save')}</Button>
        </Flex>
      </Flex>
    </Form>
  );
}
