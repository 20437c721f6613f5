import { parseXml } from './xml-element';

describe('parseXml', () => {
  it('reads elements, attributes, entities, comments and CDATA', () => {
    const root = parseXml(`<?xml version="1.0"?>
      <document type="freeswitch/xml"><!-- a > b -->
        <condition field="destination_number" expression="^(\\d+)$" break='never'/>
        <text>a &lt; b &#233;<![CDATA[ <raw> ]]></text>
      </document>`);
    expect(root?.name).toBe('document');
    expect(root?.child('condition')?.attribute('expression')).toBe('^(\\d+)$');
    expect(root?.child('condition')?.attribute('break')).toBe('never');
    expect(root?.child('text')?.text).toBe('a < b \xc3\xa9 <raw> ');
  });

  it('finds a child by an attribute in any letter case', () => {
    const root = parseXml('<users><user id="1001"/><user id="ABC"/></users>');
    expect(root?.find('user', 'id', 'abc')?.attribute('id')).toBe('ABC');
  });

  it.each(['', 'no xml', '<a>', '<a></b>', '<a/><b/>', '<a', '<a></a></a>'])('refuses %j', (source) => {
    expect(parseXml(source)).toBeUndefined();
  });
});
