import { presentableNumber } from './presentable-number';

describe('presentableNumber', () => {
  it.each([
    ['13800138001', '13800138001'],
    ['+8613800138001', '+8613800138001'],
    ['1001', '1001'],
    ['', 'anonymous'],
    ['%0D%0AAlert-Info: x', '0D0AAlert-Infox'],
    ['138\r\nX: 1', '138X1'],
    ['${hostname}', 'hostname'],
    ['"a" <sip:1@b>,{x=y}', 'asip1bxy'],
    ['\u4e00', 'anonymous'],
    ['9'.repeat(40), '9'.repeat(32)],
  ])('shows %j as %s', (claimed, shown) => {
    expect(presentableNumber(claimed)).toBe(shown);
  });
});
