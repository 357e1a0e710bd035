import type { Messages } from './catalogue.ts'

/** Reading files: what stops it, what was noticed, what is wrong with a row. */
export const filesText = {
  'file-missing': { zh: '找不到文件 {file}', en: 'no such file: {file}' },
  'file-missing.hint': {
    zh: '检查文件名和文件夹；名称里有空格时要加引号',
    en: 'check the name and folder; quote names with spaces',
  },
  'file-is-directory': { zh: '{file} 是文件夹，不是文件', en: '{file} is a folder, not a file' },
  'file-unreadable': { zh: '打不开 {file}（系统说：{cause}）', en: 'cannot read {file} (the system says {cause})' },
  'file-unreadable.hint': {
    zh: '看看有没有读取权限，或者是不是正被别的程序占用',
    en: 'check the permissions, and whether another program holds it',
  },
  'file-empty': { zh: '{file} 是空文件，没有任何内容', en: '{file} is empty' },
  'folder-without-files': { zh: '文件夹 {folder} 里没有可以读的文件', en: 'nothing to read in folder {folder}' },
  'not-a-spreadsheet-pdf': { zh: '{file} 是 PDF，不是表格', en: '{file} is a PDF, not a spreadsheet' },
  'not-a-spreadsheet-pdf.hint': { zh: '请向对方要 Excel 或 CSV 原件', en: 'ask for the Excel or CSV original' },
  'not-a-spreadsheet-picture': { zh: '{file} 是图片，不是表格', en: '{file} is a picture, not a spreadsheet' },
  'not-a-spreadsheet-media': { zh: '{file} 是音频、视频或图片，不是表格', en: '{file} is media, not a spreadsheet' },
  'not-a-spreadsheet-program': {
    zh: '{file} 是程序，不是表格；不要打开它',
    en: '{file} is a program, not a spreadsheet; do not open it',
  },
  'not-a-spreadsheet-rar': {
    zh: '{file} 是 RAR 压缩包；请先解压，再导入里面的表格',
    en: '{file} is a RAR archive; unpack it and import the tables inside',
  },
  'not-a-spreadsheet-7z': {
    zh: '{file} 是 7z 压缩包；请先解压，再导入里面的表格',
    en: '{file} is a 7z archive; unpack it and import the tables inside',
  },
  'not-a-spreadsheet-xz': { zh: '{file} 是 xz 压缩文件；请先解压', en: '{file} is xz-compressed; unpack it first' },
  'not-a-spreadsheet-bzip2': {
    zh: '{file} 是 bzip2 压缩文件；请先解压',
    en: '{file} is bzip2-compressed; unpack it first',
  },
  'not-a-spreadsheet-zstd': {
    zh: '{file} 是 zstd 压缩文件；请先解压',
    en: '{file} is zstd-compressed; unpack it first',
  },
  'not-a-spreadsheet-database': {
    zh: '{file} 是数据库文件，不是表格；请先导出为 CSV',
    en: '{file} is a database; export a table as CSV first',
  },
  'not-a-spreadsheet-rtf': { zh: '{file} 是 RTF 文档，不是表格', en: '{file} is an RTF document, not a spreadsheet' },
  'not-a-spreadsheet-word': { zh: '{file} 是 Word 文档，不是表格', en: '{file} is a Word document, not a spreadsheet' },
  'not-a-spreadsheet-word.hint': {
    zh: '把里面的表格复制到 Excel 另存，再导入',
    en: 'copy its table into a spreadsheet, save that and import it',
  },
  'not-a-spreadsheet-slides': { zh: '{file} 是演示文稿，不是表格', en: '{file} is a slide show, not a spreadsheet' },
  'not-a-spreadsheet-mail': {
    zh: '{file} 是邮件，不是表格；请先另存附件',
    en: '{file} is a mail message; save its attachment first',
  },
  'not-a-spreadsheet-document': {
    zh: '{file} 是 OpenDocument 文档，但不是电子表格',
    en: '{file} is an OpenDocument file, but no spreadsheet',
  },
  'not-a-spreadsheet-numbers': {
    zh: '{file} 是 Apple Numbers 文件；请先导出为 Excel',
    en: '{file} is an Apple Numbers file; export it as Excel first',
  },
  'not-a-spreadsheet-binary': { zh: '{file} 是二进制数据，不是表格', en: '{file} is binary data, not a spreadsheet' },
  'not-a-spreadsheet-page': {
    zh: '{file} 是没有表格的网页（可能是登录页或出错页）',
    en: '{file} is a web page without a table (a login or error page, perhaps)',
  },
  'not-a-spreadsheet-xml': { zh: '{file} 是 XML，但不是表格', en: '{file} is XML, but no spreadsheet' },
  'not-a-spreadsheet-sentence': {
    zh: '{file} 里只有一句话，不是表格（附件可能没有下载成功）',
    en: '{file} holds one sentence, not a spreadsheet (was the attachment downloaded?)',
  },
  'not-a-spreadsheet-archive': {
    zh: '{file} 是压缩包，里面没有表格',
    en: '{file} is an archive without a table in it',
  },
  'workbook-password': { zh: '{file} 有密码，打不开', en: '{file} is password-protected' },
  'workbook-password.hint': {
    zh: '请在 Excel 或 WPS 里取消密码，另存后再导入',
    en: 'remove the password in Excel or WPS, save and import again',
  },
  'archive-password': {
    zh: '压缩包 {file} 有密码；请先解压',
    en: 'archive {file} is password-protected; unpack it first',
  },
  'archive-damaged': { zh: '压缩包 {file} 已损坏或不完整', en: 'archive {file} is damaged or cut off' },
  'archive-damaged.hint': { zh: '请重新下载，或向对方再要一份', en: 'download it again or ask for another copy' },
  'workbook-damaged': {
    zh: '工作簿 {file} 已损坏或不完整（{part} 读不出来）',
    en: 'workbook {file} is damaged or cut off ({part} cannot be read)',
  },
  'workbook-damaged.hint': {
    zh: '请用 Excel 或 WPS 打开修复并另存，或向对方再要一份',
    en: 'open and save it in Excel or WPS to mend it, or ask for another copy',
  },
  'workbook-entities': {
    zh: '{file} 里定义了 XML 实体，正常表格不会这样，已拒绝',
    en: '{file} declares XML entities, which no spreadsheet needs: refused',
  },
  'limit-unpacked': {
    zh: '{file} 解压后超过 {limit} 字节，可能是压缩炸弹',
    en: '{file} unpacks to more than {limit} bytes; it may be a zip bomb',
  },
  'limit-unpacked.hint': { zh: '确认可信后，用 {option} 放宽', en: 'if you trust it, raise the limit: {option}' },
  'limit-ratio': {
    zh: '{file} 的压缩比超过 {limit} 倍，可能是压缩炸弹',
    en: '{file} is packed more than {limit} times over; it may be a zip bomb',
  },
  'limit-ratio.hint': { zh: '确认可信后，用 {option} 放宽', en: 'if you trust it, raise the limit: {option}' },
  'limit-columns': { zh: '{file} 有一行超过 {limit} 列', en: '{file} has a row of more than {limit} columns' },
  'limit-columns.hint': {
    zh: '分隔符可能认错了（用 --delimiter 指定）；确实这么宽时，用 {option} 放宽',
    en: 'is the delimiter right (--delimiter)? if it is that wide, raise the limit: {option}',
  },
  'limit-rows': { zh: '{file} 的行数超过 {limit}', en: '{file} has more than {limit} rows' },
  'limit-rows.hint': { zh: '用 {option} 放宽，或把文件分成几份', en: 'raise the limit ({option}) or split the file' },
  'limit-cell': {
    zh: '{file} 有一个单元格超过 {limit} 个字符',
    en: '{file} has a cell of more than {limit} characters',
  },
  'limit-cell.hint': {
    zh: '多半是引号没有关闭或文件损坏；确实这么长时，用 {option} 放宽',
    en: 'an open quote or damage, most likely; if it is that long, raise the limit: {option}',
  },
  'limit-shared-strings': { zh: '{file} 的共享文本超过 {limit} 条', en: '{file} has more than {limit} shared texts' },
  'limit-shared-strings.hint': { zh: '确认可信后，用 {option} 放宽', en: 'if you trust it, raise the limit: {option}' },
  'limit-merges': { zh: '{file} 的合并单元格超过 {limit} 处', en: '{file} has more than {limit} merged ranges' },
  'limit-merges.hint': { zh: '确认可信后，用 {option} 放宽', en: 'if you trust it, raise the limit: {option}' },
  'limit-memory': {
    zh: '读 {file} 需要的内存超过 {limit} MB，已停止',
    en: 'reading {file} takes more than {limit} MB of memory: stopped',
  },
  'limit-memory.hint': {
    zh: '请另存为 .xlsx 后再导入，或用 {option} 放宽',
    en: 'save it as .xlsx and import that, or raise the limit: {option}',
  },
  'limit-seconds': {
    zh: '读 {file} 超过 {limit} 秒，已停止',
    en: 'reading {file} took more than {limit} seconds: stopped',
  },
  'limit-seconds.hint': {
    zh: '请另存为 .xlsx 后再导入，或用 {option} 放宽',
    en: 'save it as .xlsx and import that, or raise the limit: {option}',
  },
  'limit-option-wrong': {
    zh: '看不懂 --limit {text}；写法如 columns=40000，名称有：{names}',
    en: 'cannot use --limit {text}; write columns=40000, names are: {names}',
  },
  'encoding-unknown': {
    zh: '不认识编码 {encoding}；可以用：{names}',
    en: 'unknown encoding {encoding}; use one of: {names}',
  },
  'json-damaged': { zh: '{file} 不是完整的 JSON', en: '{file} is no complete JSON' },
  'json-no-records': { zh: '{file} 里没有记录列表', en: '{file} holds no list of records' },

  'sheet-not-cells': {
    zh: '工作表“{sheet}”是图表或宏，没有单元格，跳过',
    en: 'sheet “{sheet}” is a chart or macro sheet without cells: skipped',
  },
  'sheet-missing': {
    zh: '工作表“{sheet}”的内容在文件里找不到，跳过',
    en: 'the content of sheet “{sheet}” is missing from the file: skipped',
  },
  'encoding-changes': {
    zh: '文件中途换了编码：从第 {line} 行（第 {byte} 字节）起有 {lines} 行不是 {from}，按 {to} 读',
    en: 'the encoding changes: from line {line} (byte {byte}) on, {lines} lines are not {from} and were read as {to}',
  },
  'bytes-wrong': {
    zh: '有 {lines} 行含无法解读的字节，第一处在第 {line} 行（第 {byte} 字节）',
    en: '{lines} lines hold bytes that cannot be read; the first at line {line} (byte {byte})',
  },
  'encoding-unsure': {
    zh: '编码按 {encoding} 读，把握 {percent}%；依据从第 {line} 行（第 {byte} 字节）开始。若有乱码，用 --encoding 指定',
    en: 'read as {encoding}, {percent} % sure; the first telling byte is {byte} on line {line}. If it looks wrong, name it with --encoding',
  },
  'character-cut': {
    zh: '文件末尾有半个字符（第 {byte} 字节），文件可能被截断',
    en: 'the file ends within a character (byte {byte}): it may be cut off',
  },
  'mojibake-lost': {
    zh: '文件里已有 {count} 处丢失的文字（如 锟斤拷），第一处在第 {line} 行（第 {byte} 字节），无法恢复',
    en: '{count} places were already lost when the file was saved (锟斤拷); first at line {line} (byte {byte})',
  },
  'mojibake-gbk': {
    zh: '文件里有 {count} 处乱码（UTF-8 被当作 GBK 存过），第一处在第 {line} 行（第 {byte} 字节）',
    en: '{count} places are UTF-8 that was read as GBK; first at line {line} (byte {byte})',
  },
  'mojibake-latin': {
    zh: '文件里有 {count} 处乱码（UTF-8 被当作西文存过），第一处在第 {line} 行（第 {byte} 字节）',
    en: '{count} places are UTF-8 that was read as Latin-1; first at line {line} (byte {byte})',
  },
  'pictures-left-out': { zh: '名片里的 {count} 张照片没有导入', en: '{count} pictures on the cards were left out' },

  'quote-stray': {
    zh: '第 {row} 行（文件第 {line} 行）引号多余，已按原样保留文字',
    en: 'row {row} (line {line}): a stray quote; the text was kept',
  },
  'quote-unclosed': {
    zh: '第 {row} 行（文件第 {line} 行）引号没有关闭，只读到本行末',
    en: 'row {row} (line {line}): a quote is never closed; read to the end of that line',
  },
  'cells-few': {
    zh: '第 {row} 行（文件第 {line} 行）只有 {cells} 格，应为 {expected} 格',
    en: 'row {row} (line {line}): {cells} cells where {expected} are expected',
  },
  'cells-many': {
    zh: '第 {row} 行（文件第 {line} 行）有 {cells} 格，应为 {expected} 格',
    en: 'row {row} (line {line}): {cells} cells where {expected} are expected',
  },
  'nul-byte': {
    zh: '第 {row} 行（文件第 {line} 行）第 {column} 列有空字节，已去掉',
    en: 'row {row} (line {line}), column {column}: a NUL byte was taken out',
  },
  'byte-wrong': {
    zh: '第 {row} 行（文件第 {line} 行）第 {column} 列有无法解读的字节（第 {byte} 字节）',
    en: 'row {row} (line {line}), column {column}: byte {byte} cannot be read',
  },
  'character-lost': {
    zh: '第 {row} 行（文件第 {line} 行）第 {column} 列有已丢失的字符',
    en: 'row {row} (line {line}), column {column}: a character was lost before this file was saved',
  },
  'json-line-wrong': {
    zh: '第 {row} 行（文件第 {line} 行）不是 JSON 记录，原文保留',
    en: 'row {row} (line {line}): no JSON record; kept as it stands',
  },

  'skipped-lock-file': {
    zh: '跳过 {file}：Office 打开文件时留下的锁文件',
    en: 'skipped {file}: a lock file of Office',
  },
  'skipped-system-file': { zh: '跳过 {file}：系统自己的文件', en: 'skipped {file}: the system’s own file' },
  'skipped-temporary-file': { zh: '跳过 {file}：临时文件', en: 'skipped {file}: a temporary file' },
  'skipped-hidden-file': { zh: '跳过 {file}：隐藏文件', en: 'skipped {file}: a hidden file' },
  'skipped-link': { zh: '跳过 {file}：文件夹里的链接不跟随', en: 'skipped {file}: links in folders are not followed' },
  'skipped-archive-in-archive': {
    zh: '跳过 {file}：压缩包里的压缩包，请先解压',
    en: 'skipped {file}: an archive within an archive; unpack it first',
  },
} as const satisfies Messages
