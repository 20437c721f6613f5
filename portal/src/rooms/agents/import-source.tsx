import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Form, Input, Typography, Upload } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../texts/define-texts';
import { prepareImport } from './import-run';
import { parseLines } from './parse-lines';
import { agents } from './texts';

const EXAMPLE = 'number,name,seat,user e-mail,wrap-up,team\n2001,Anna,2001,anna@company.example,10,Care\n2002,Bo,,,,\n';

/** Where the lines come from: typed, pasted or a file. */
export function ImportSource() {
  const t = useTexts(agents);
  const [text, setText] = useState('');
  const [unreadable, setUnreadable] = useState(false);
  const read = async (file: Blob) => {
    const content = textOf(await file.arrayBuffer());
    setUnreadable(content === null);
    if (content !== null) setText(content);
  };
  const take = (file: Blob) => {
    void read(file);
    // nothing is sent anywhere
    return false;
  };
  const lines = parseLines(text);
  return (
    <Card>
      <Form layout="vertical" onFinish={() => prepareImport(lines)}>
        <Form.Item label={t('paste')} extra={t('import_columns')} htmlFor="import-lines">
          <Input.TextArea id="import-lines" value={text} rows={10} spellCheck={false} className="figures" onChange={({ target }) => setText(target.value)} />
        </Form.Item>
        <Flex vertical gap={12}>
          {unreadable && <Alert type="error" showIcon title={t('unreadable_file')} />}
          <Flex gap={8} wrap justify="space-between">
            <Flex gap={8} wrap>
              <Upload accept=".csv,.txt,text/csv,text/plain" maxCount={1} showUploadList={false} beforeUpload={take}>
                <Button icon={<UploadOutlined />}>{t('choose_file')}</Button>
              </Upload>
              <Button type="link" onClick={() => setText(EXAMPLE)}>{t('example')}</Button>
            </Flex>
            <Button type="primary" htmlType="submit" disabled={lines.length === 0}>{t('check')} <Typography.Text style={{ color: 'inherit' }}>({lines.length})</Typography.Text></Button>
          </Flex>
        </Flex>
      </Form>
    </Card>
  );
}

/** Sheets save as UTF-8, or in China as GB 18030. @returns null for what is no text at all */
function textOf(bytes: ArrayBuffer): string | null {
  if (new Uint8Array(bytes).includes(0)) return null;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next one
    }
  }
  return null;
}
