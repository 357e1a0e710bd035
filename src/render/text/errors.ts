import type { Messages } from './catalogue.ts'

/** What each error says, and under `CODE.hint` what to do next. A hint names only what exists. */
export const errorText = {
  bug: {
    zh: 'kehu：这是 kehu 的缺陷，请把下面几行报告给我们',
    en: 'kehu: this is a bug in kehu, please report it with the lines below',
  },
  hint: { zh: '提示：', en: 'hint: ' },
  'flag-missing': { zh: '还要写选项 {flag}', en: 'option {flag} is needed' },
  'flag-value-missing': { zh: '选项 {flag} 后面缺少值', en: 'option {flag} needs a value' },
  'flag-bad-value': {
    zh: '选项 {flag} 的值“{value}”不对，应为 {expected}',
    en: 'option {flag} has the value "{value}", expected {expected}',
  },
  'flag-unknown': { zh: '没有选项 {what}', en: 'there is no option {what}' },
  'flag-unknown.hint': { zh: '用 --help 查看可用的选项', en: 'see --help for the options there are' },
  'command-unknown': { zh: '没有命令 {what}', en: 'there is no command {what}' },
  'command-unknown.hint': { zh: '直接输入 kehu 查看全部命令', en: 'type kehu alone for the list of commands' },
  'command-did-you-mean': {
    zh: '没有 {what}。您是不是要用 {suggestion}？',
    en: 'there is no {what}. Did you mean {suggestion}?',
  },
  'argument-missing': { zh: '缺少参数 {what}', en: 'argument {what} is missing' },
  'argument-missing.hint': { zh: '在命令后加 --help 查看用法', en: 'add --help to the command for its usage' },
  'usage-wrong': { zh: '命令行不对：{what}', en: 'the command line is wrong: {what}' },
  'answer-needed': {
    zh: '这里要有人回答，但没有终端可问；请改用 {flags}',
    en: 'this needs an answer and there is no terminal to ask at; use {flags}',
  },
  'book-missing': { zh: '找不到客户簿 {path}', en: 'no customer book at {path}' },
  'book-missing.hint': {
    zh: '用 kehu init 新建一本，或用 --db 文件 指明',
    en: 'make one with kehu init, or name it with --db FILE',
  },
  'book-exists': {
    zh: '{path} 已经是一本客户簿，没有改动它',
    en: '{path} is a customer book already; it was left as it is',
  },
  'book-exists.hint': { zh: '直接使用即可：kehu --db {path} find …', en: 'just use it: kehu --db {path} find …' },
  'book-not-a-book': { zh: '{path} 不是 kehu 的客户簿', en: '{path} is not a customer book of kehu' },
  'book-not-a-book.hint': {
    zh: '用 --db 指明正确的文件；导入表格请用 kehu import',
    en: 'name the right file with --db; to read a spreadsheet use kehu import',
  },
  'book-newer': {
    zh: '{path} 是较新版本的 kehu 写的（第 {version} 版，本程序只认识到第 {known} 版），没有改动它',
    en: '{path} was written by a newer kehu (version {version}, this one knows {known}); it was left as it is',
  },
  'book-newer.hint': { zh: '请升级 kehu 后再打开', en: 'upgrade kehu and open it again' },
  'book-damaged': { zh: '{path} 已损坏（{detail}）', en: '{path} is damaged ({detail})' },
  'book-damaged.hint': {
    zh: '先复制这个文件留底，再从备份恢复',
    en: 'copy the file as it is first, then restore a backup',
  },
  'book-busy': {
    zh: '{path} 正被别的程序写入，等了 20 秒仍未轮到',
    en: '{path} is being written by another program; waited 20 s in vain',
  },
  'book-busy.hint': {
    zh: '等那边做完再试；导入大文件时属正常',
    en: 'try again when the other one has ended; normal while a large file is imported',
  },
  'book-read-only': { zh: '{path} 只能读，不能写', en: '{path} can be read but not written' },
  'book-read-only.hint': {
    zh: '检查文件和所在文件夹的写权限',
    en: 'check the write permission of the file and its folder',
  },
  'book-cannot-open': { zh: '打不开 {path}（{detail}）', en: 'cannot open {path} ({detail})' },
  'book-cannot-open.hint': {
    zh: '检查路径、权限，以及文件夹能否写入',
    en: 'check the path, the permissions, and whether the folder can be written',
  },
  'book-folder-missing': { zh: '文件夹 {folder} 不存在', en: 'the folder {folder} does not exist' },
  'book-folder-missing.hint': {
    zh: '先建好文件夹，或用 kehu init 文件夹',
    en: 'make the folder first, or use kehu init FOLDER',
  },
  'book-io': {
    zh: '读写 {path} 时磁盘出错（{detail}）',
    en: 'the disk failed while reading or writing {path} ({detail})',
  },
  'book-io.hint': {
    zh: '检查磁盘空间和硬件；本次没有写入任何内容',
    en: 'check the disk and its free space; nothing of this run was saved',
  },
  'disk-full': { zh: '磁盘已满，{path} 没有写成', en: 'the disk is full; {path} was not written' },
  'disk-full.hint': {
    zh: '腾出空间后再运行一次；原来的内容没有变',
    en: 'free some space and run it again; what was there before is unchanged',
  },
  'folder-read-only': { zh: '不能在 {folder} 里写文件', en: 'cannot write in {folder}' },
  'folder-read-only.hint': {
    zh: '用 -o 指到别的文件夹，或改权限',
    en: 'name another folder with -o, or change its permissions',
  },
  'operation-missing': { zh: '没有第 {id} 号操作', en: 'there is no operation {id}' },
  'operation-missing.hint': { zh: '用 kehu operations 查看编号', en: 'see the numbers with kehu operations' },
  'operation-undone': { zh: '第 {id} 号操作已经撤销过', en: 'operation {id} has been undone already' },
  'operation-undone.hint': {
    zh: '要恢复它，请撤销那次撤销：kehu operations 里找到它的编号',
    en: 'to bring it back, undo the undo: find its number with kehu operations',
  },
  'operation-open': { zh: '第 {id} 号操作没有做完', en: 'operation {id} was never finished' },
  'customer-missing': { zh: '没有客户 {code}', en: 'there is no customer {code}' },
  'customer-missing.hint': {
    zh: '用 kehu find 姓名、电话或编号 查找',
    en: 'look for them with kehu find NAME, PHONE or CODE',
  },
  'customer-ambiguous': {
    zh: '“{text}”对上 {count} 位客户：{examples}',
    en: '"{text}" fits {count} customers: {examples}',
  },
  'customer-ambiguous.hint': { zh: '请用客户编号指明是哪一位', en: 'say which one by customer code' },
  'field-missing': { zh: '没有字段 {field}', en: 'there is no field {field}' },
  'field-missing.hint': { zh: '用 kehu dict 查看数据字典', en: 'see the data dictionary with kehu dict' },
  'policy-broken': { zh: '{file} 第 {line} 行：{detail}', en: '{file}:{line}: {detail}' },
  'policy-broken.hint': {
    zh: '改好这个文件，或把它移出 policies 文件夹以使用内置规则；本次没有改动任何数据',
    en: 'mend the file, or move it out of the policies folder to use the built-in rules; nothing was changed',
  },
  'period-wrong': { zh: '看不懂期间“{text}”', en: 'cannot read the period "{text}"' },
  'period-wrong.hint': { zh: '写成 2026-W47、2026-11 或 2026-11-22', en: 'write 2026-W47, 2026-11 or 2026-11-22' },
  'report-missing': { zh: '没有报表 {name}', en: 'there is no report {name}' },
  'report-missing.hint': { zh: '可用的有：{names}', en: 'there are: {names}' },
  'import-interrupted': { zh: '已中断，{file} 没有导入任何内容', en: 'stopped; nothing of {file} was imported' },
  'plan-stale': {
    zh: '{what} 在做好计划之后变了，没有导入',
    en: '{what} has changed since the plan was made; nothing was imported',
  },
  'plan-stale.hint': {
    zh: '重新运行 kehu import … --dry-run --save-plan',
    en: 'make the plan again with kehu import … --dry-run --save-plan',
  },
  'stdin-is-terminal': {
    zh: '“-”表示从标准输入读，但标准输入是终端',
    en: '"-" reads standard input, and standard input is a terminal',
  },
  'stdin-is-terminal.hint': {
    zh: '用管道送入：cat 文件 | kehu import -',
    en: 'pipe something in: cat FILE | kehu import -',
  },
  'form-missing': { zh: '没有表单 {name}', en: 'there is no form {name}' },
  'form-missing.hint': { zh: '用 kehu intake --list 查看全部表单', en: 'see them all with kehu intake --list' },
  'answers-wrong': { zh: '{file} 里的答案不对：{detail}', en: 'the answers in {file} are wrong: {detail}' },
  'answers-wrong.hint': { zh: '改好后再运行；没有保存任何内容', en: 'mend them and run it again; nothing was saved' },
  'output-needs-file': { zh: '{format} 格式要写到文件里', en: 'the form {format} needs a file to go to' },
  'output-needs-file.hint': { zh: '加上 -o 文件名', en: 'add -o FILE' },
  'backup-damaged': { zh: '备份 {file} 已损坏，没有恢复', en: 'the backup {file} is damaged; nothing was restored' },
  'backup-damaged.hint': { zh: '换一份备份：kehu backup --list', en: 'take another one: kehu backup --list' },
  'restore-older': {
    zh: '现在的客户簿比备份多 {behind} 次操作，没有恢复',
    en: 'the book has {behind} operations more than the backup; nothing was restored',
  },
  'restore-older.hint': {
    zh: '确要恢复请加 --force；现在的客户簿会改名保留',
    en: 'add --force to do it all the same; the book of today is kept under another name',
  },
  'table-empty': { zh: '{file} 里没有数据行', en: 'there are no rows in {file}' },
  'same-customer': { zh: '两边都是 {code}', en: 'both are {code}' },
  'model-missing': { zh: '还没有比对过，没有模型', en: 'nothing has been compared yet: there is no model' },
  'model-missing.hint': { zh: '先运行 kehu dedupe', en: 'run kehu dedupe first' },
  'rule-missing': { zh: '没有规则 {id}', en: 'there is no rule {id}' },
  'rule-missing.hint': {
    zh: '不带 --rule 运行 kehu verify 可看到规则编号',
    en: "kehu verify without --rule shows the rules' ids",
  },
  'scheme-missing': { zh: '没有分级方案 {name}', en: 'there is no tier scheme {name}' },
  'scheme-missing.hint': { zh: '现有方案：{names}', en: 'there are: {names}' },
  'merge-not-live': {
    zh: '编号 {id} 的客户已经不在或已被合并，没有合并任何客户',
    en: 'customer {id} is gone or merged meanwhile; nothing was merged',
  },
  'merge-not-live.hint': { zh: '重新运行 kehu dedupe', en: 'run kehu dedupe again' },
  cancelled: { zh: '已取消，没有改动任何数据', en: 'cancelled; nothing was changed' },
  'cancelled-kept': {
    zh: '已退出，还没有存进客户簿；填过的都留着，再用同一条命令接着填',
    en: 'left before anything was saved; what you typed is kept: the same command goes on with it',
  },
} as const satisfies Messages
