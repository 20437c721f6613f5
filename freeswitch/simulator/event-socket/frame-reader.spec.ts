import { FrameReader } from './frame-reader';

describe('FrameReader', () => {
  it('puts a command together from any pieces', () => {
    const reader = new FrameReader();
    expect(reader.push('auth Clue')).toEqual([]);
    expect(reader.push('Con\r\n\r\nevent plain ALL\n\nex')).toEqual([
      { command: 'auth ClueCon', headers: new Map(), body: '' },
      { command: 'event plain ALL', headers: new Map(), body: '' },
    ]);
    expect(reader.push('it\n\n')).toEqual([{ command: 'exit', headers: new Map(), body: '' }]);
  });

  it('reads headers, the later of two winning, and a body by its length', () => {
    const lines = 'sendmsg x\nCall-Command: execute\nA: 1\na: 2\ncontent-length: 5\n\n';
    const [frame] = new FrameReader().push(`${lines}a\n\nb\n`);
    expect(frame).toEqual({
      command: 'sendmsg x',
      headers: new Map([['call-command', 'execute'], ['a', '2'], ['content-length', '5']]),
      body: 'a\n\nb\n',
    });
  });
});
