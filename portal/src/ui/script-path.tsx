import { Typography } from 'antd';
import { Fragment } from 'react';
import { defineTexts, useTexts } from '../texts/define-texts';

const texts = defineTexts('script-path', { way: 'Way through the IVR' }, { way: 'IVR 路径' });

/** Steps as `script/step`. A script is named where the way comes into it. */
export function ScriptPath({ steps }: { steps: readonly string[] }) {
  const t = useTexts(texts);
  const way = steps.map((step) => step.split('/') as [string, string]);
  return (
    <span aria-label={t('way')} role="note" data-script-path>
      {way.map(([script, step], index) => (
        <Fragment key={index}>
          {index > 0 && <Typography.Text type="secondary"> → </Typography.Text>}
          {script !== way[index - 1]?.[0] && <Typography.Text strong>{script} </Typography.Text>}
          {step}
        </Fragment>
      ))}
    </span>
  );
}
