import type { Messages } from './catalogue.ts'

/** Longer matter than a command's own help holds: `kehu help TOPIC`. */
export const helpText = {
  'topic-formats': {
    zh: `kehu 能读的文件（按内容识别，不看扩展名）

  表格     XLSX XLSM XLS XLSB ODS FODS ET，Excel 2003 XML，另存为 .xls 的网页表格
  文本     CSV TSV，任何一两个字符的分隔符，sep= 行，引号损坏的也读
  名片     vCard 2.1 3.0 4.0
  数据     JSON（数组），JSON Lines
  打包     .zip .gz，文件夹，通配符，- 表示标准输入

能写的：CSV（可加 BOM，可用 GB18030）、XLSX、JSON、JSON Lines、vCard、iCalendar、
HTML、Markdown。公式一律拆除引信（--no-guard 关闭）。`,
    en: `Files kehu reads (told by content, never by name)

  sheets   XLSX XLSM XLS XLSB ODS FODS ET, Excel 2003 XML, web tables saved as .xls
  text     CSV TSV, any delimiter of one or two characters, sep= lines, broken quotes
  cards    vCard 2.1 3.0 4.0
  data     JSON (arrays), JSON Lines
  packed   .zip .gz, folders, patterns; - is standard input

It writes CSV (--bom, GB 18030), XLSX, JSON, JSON Lines, vCard, iCalendar, HTML and
Markdown. Formulas are disarmed (--no-guard leaves them).`,
  },
  'topic-encodings': {
    zh: `文字编码

自动判断：UTF-8（一个或两个 BOM）、UTF-16、UTF-32、GB18030（含四字节字）、Big5、
Shift-JIS、Windows-1252。依据是整个文件的有效字节、常用字、表头用词和语言环境，
结果和把握程度会显示出来；--encoding 名称 可以指定。
文件中途换编码、末尾半个字、已有的乱码（锟斤拷、浣犲ソ）都会指出行和字节。`,
    en: `Encodings

Judged by itself: UTF-8 (one or two BOMs), UTF-16, UTF-32, GB 18030 (four-byte
characters too), Big5, Shift-JIS, Windows-1252. The evidence is the whole file: valid
bytes, frequent characters, header words, locale; the result is shown with its
confidence, and --encoding NAME overrides it. A file that changes encoding half-way, a
cut character, and mojibake already in the file are named with line and byte.`,
  },
  'topic-exit-codes': {
    zh: `退出码

   0  完成；也包括没什么可做、显示帮助、读者关掉管道
   1  没做成：文件、数据或客户簿有问题
   2  没开始：命令行或设置不对
   3  部分完成：有的行被退回，或撤销时有的保留
   4  在等人：有待判断的对、没填完的表
   5  校验未通过          6  校验只有警告
   7  没找到，没有数据    8  被限制拒绝（提示里有放宽的选项）
   9  需要密码           10  客户簿被别人占用太久
  70  kehu 的缺陷       130  在键盘上取消，什么都没保存`,
    en: `Exit codes

   0  done; also nothing to do, help, and a reader that closed the pipe
   1  not done: a file, the data or the book stood in the way
   2  not begun: the command line or a setting is wrong
   3  done in part: rows were rejected, or an undo kept something
   4  waiting for a person: pairs to review, a form left as a draft
   5  checks failed          6  checks warned
   7  nothing found, no data 8  refused by a limit (the hint names the flag)
   9  a password is needed  10  the book is locked by another writer too long
  70  a bug in kehu        130  cancelled at the keyboard; nothing was saved`,
  },
  'topic-environment': {
    zh: `环境变量

  KEHU_DB              用哪本客户簿
  KEHU_USER            谁在操作（否则用登录名）
  KEHU_PASSPHRASE_FILE, KEHU_PASSPHRASE_COMMAND
                       加密的客户簿从哪个文件、哪个命令取口令
  KEHU_LANG            界面语言 zh 或 en（否则看 LC_ALL、LANG）
  KEHU_NO_INPUT        设了就绝不提问
  KEHU_SIMPLE_PROMPTS  设了就用编号提问（读屏软件、简单终端）
  KEHU_PAGER, PAGER    长内容用什么分页（默认 less -FIRX）
  KEHU_SMTP_URL        用邮件发报表时的服务器
  KEHU_NOW             测试用：把现在当作这个时刻
  NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, TERM, COLUMNS  与别的程序相同

先后：命令行选项 > 环境变量 > 客户簿里的设置 > 默认值。kehu config list 可查看。`,
    en: `Environment

  KEHU_DB              which book
  KEHU_USER            who is working (else the login name)
  KEHU_PASSPHRASE_FILE, KEHU_PASSPHRASE_COMMAND
                       file or command that tells the passphrase of an encrypted book
  KEHU_LANG            language, zh or en (else LC_ALL, LANG)
  KEHU_NO_INPUT        when set, never ask
  KEHU_SIMPLE_PROMPTS  when set, numbered questions (screen readers, plain terminals)
  KEHU_PAGER, PAGER    pager for long output (less -FIRX)
  KEHU_SMTP_URL        server for mailing reports
  KEHU_NOW             for tests: take this instant for now
  NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, TERM, COLUMNS  as everywhere

Precedence: flag > environment > settings of the book > default. kehu config list
shows each with where it came from.`,
  },
  'topic-rules': {
    zh: `规则文件（policies 文件夹，与 kehu.db 放在一起；没有也能用）

  policies/checks.yaml      校验规则：增加、去掉（without）、改级别（change）
  policies/tiers/*.yaml     分级方案
  policies/segments.yaml    细分
  policies/forms/*.yaml     自己的表单
  policies/reports/*.yaml   自己的报表      policies/reports.yaml  出表计划

条件用 CEL 书写，例如 purchases_total >= wan(800) && last_purchase_on > date("2026-01-01")。
写错时会指出文件、行，以及式子里的位置，并且什么都不运行。`,
    en: `Rule files (a folder policies beside kehu.db; none is needed)

  policies/checks.yaml      check rules: add, leave out (without), change severity
  policies/tiers/*.yaml     tier schemes
  policies/segments.yaml    segments
  policies/forms/*.yaml     forms of your own
  policies/reports/*.yaml   reports of your own   policies/reports.yaml  schedule

Conditions are CEL, as in purchases_total >= wan(800) && last_purchase_on >
date("2026-01-01"). A mistake is told with file, line and a caret, and nothing runs.`,
  },
  'topic-missing': { zh: '更多帮助：{topics}', en: 'more help: {topics}' },
} as const satisfies Messages
