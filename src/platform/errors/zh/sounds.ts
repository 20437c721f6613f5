import type { Entry } from '../translate';

/** Sounds: uploading, having them spoken, playing them. */
export const SOUNDS: readonly Entry[] = [
  ['must not be empty', '不得为空文件'],
  ['must be a WAV, MP3, Ogg Vorbis or FLAC file', '须为 WAV、MP3、Ogg Vorbis 或 FLAC 文件'],
  ['must not be M4A or MP4: save it as MP3 or WAV', '不支持 M4A 或 MP4，请另存为 MP3 或 WAV'],
  ['must be whole: the file breaks off', '文件不完整，内容中断'],
  ['must be at most {0} minutes long', '时长不得超过 {0} 分钟'],
  ['cannot be read as {0}: the file is damaged', '无法按 {0} 格式读取，文件已损坏'],
  ['must hold sound: there is none in it', '文件中没有声音'],
  ['must hold words to be spoken', '须包含要播报的文字'],
  ['must be at most {0} characters long', '不得超过 {0} 个字符'],
  ['The body must be a file, its Content-Type {0}/….', '请求正文须为文件，其 Content-Type 为 {0}/…。'],
  ['The file must have at most {0}.', '文件不得超过 {0}。'],
  ['There is a sound of that name.', '已有同名语音。'],
  ['There may be {0} sounds.', '语音数量上限为 {0} 个。'],
  ['All sounds together may have {0} MB.', '全部语音合计不得超过 {0} MB。'],
  ['The sound is played by: {0}. Change that first.', '该语音正被使用：{0}。请先修改。'],
  ['The sound has {0} bytes.', '该语音共 {0} 字节。'],
  ['The file of the sound is missing: upload it anew.', '语音文件缺失，请重新上传。'],
  ['This installation speaks no texts: upload a file.', '系统未启用文字转语音，请上传文件。'],
  ['This installation cannot do it: {0} is not installed.', '系统无法执行此操作：未安装 {0}。'],
  ["No place is configured where tenants' sounds are kept.", '系统未配置租户语音的存放位置。'],
  ['must be a sound of this tenant that has been uploaded or spoken, or one of the platform', '须为本租户已上传或合成的语音，或平台自带的语音'],
  [
    'must be 1 to 60 lower-case letters, digits, hyphens and underscores, starting with a letter or a digit: it names a sound, not a path or a stream',
    '须为 1 至 60 个小写字母、数字、连字符或下划线，以字母或数字开头：它是语音的名称，而非路径或流',
  ],
];
