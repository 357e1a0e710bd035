import type { Messages } from './catalogue.ts'

/** What the verbs say: help, results, next steps. */
export const commandText = {
  'program-description': {
    zh: '客户簿：一个程序、一个文件，收集、清洗、核实、去重、分级、汇报您的客户资料',
    en: 'one program and one file for what an organisation knows of its customers: collect, clean, verify, deduplicate, tier, report',
  },
  'program-everywhere': {
    zh: `处处可用：
  --db 文件          用哪本客户簿（否则看 KEHU_DB，再看当前及上级文件夹里的 kehu.db）
  --lang zh|en       界面语言
  --json --jsonl --csv --tsv --table   输出格式
  -q, --quiet        只说错误      -v, --verbose  多说一点
  --no-pager         不分页
  -y, --yes          对普通确认一律答“是”
  --no-input         绝不提问      --no-color     不用颜色
  --plain            一行一条      --debug        出错时显示细节`,
    en: `Everywhere:
  --db FILE          which book (else KEHU_DB, else the nearest kehu.db upwards)
  --lang zh|en       language
  --json --jsonl --csv --tsv --table   form of output
  -q, --quiet        errors only   -v, --verbose  say more
  --no-pager         no pager
  -y, --yes          take plain questions as answered with yes
  --no-input         never ask     --no-color     no colour
  --plain            one record a line            --debug  details of errors`,
  },
  'program-more': {
    zh: '更多：kehu help 命令\n      kehu help {topics}',
    en: 'more: kehu help COMMAND\n      kehu help {topics}',
  },
  'config-summary': { zh: '查看和更改设置', en: 'show and change settings' },
  'config-list-summary': { zh: '列出设置，以及各自从哪里来', en: 'list settings with where each came from' },
  'config-set-summary': { zh: '更改客户簿的一项设置', en: 'change a setting of the book' },
  'config-origin': { zh: '出处', en: 'origin' },
  'config-login': { zh: '登录名', en: 'login name' },
  'program-examples': {
    zh: `例子：
  kehu init                      在当前文件夹建一本客户簿
  kehu import 会员登记表.xlsx    导入表格，原样即可
  kehu find 张总                 按姓名、拼音、电话尾号或编号查找
每个命令后加 --help 看详情。`,
    en: `Examples:
  kehu init                      make a customer book in this folder
  kehu import members.xlsx       read a spreadsheet as it is
  kehu find zhang                find by name, pinyin, phone tail or code
Add --help to a command for more.`,
  },
  'group-start': { zh: '开始', en: 'Start' },
  'group-in': { zh: '收集', en: 'Collect' },
  'group-true': { zh: '清洗、核实、去重', en: 'Keep it true' },
  'group-use': { zh: '查找与使用', en: 'Find and use' },
  'group-out': { zh: '分级、汇报、留痕', en: 'Classify, report, account' },
  'title-usage': { zh: '用法：', en: 'Usage:' },
  'title-options': { zh: '选项：', en: 'Options:' },
  'title-arguments': { zh: '参数：', en: 'Arguments:' },
  'title-commands': { zh: '命令：', en: 'Commands:' },
  'help-command': { zh: '显示某个命令的帮助', en: 'show the help of a command' },
  'flag-help': { zh: '显示帮助', en: 'show help' },
  'flag-version': { zh: '显示版本', en: 'show the version' },
  'flag-limit': { zh: '最多显示多少条', en: 'how many at most' },
  'flag-reason': { zh: '原因，记入操作记录', en: 'why, for the record' },
  'flag-dry-run': { zh: '只演示，不写入', en: 'show what would happen and write nothing' },
  'flag-output': { zh: '写到文件', en: 'write to a file' },

  'init-summary': { zh: '新建客户簿', en: 'make a customer book' },
  'init-description': {
    zh: '在文件夹里新建一本客户簿 kehu.db；已有的绝不改动。',
    en: 'Makes a customer book, kehu.db, in a folder; an existing one is never touched.',
  },
  'init-dir': { zh: '文件夹，默认当前文件夹', en: 'folder, this one by default' },
  'init-profile': {
    zh: '行业：restaurant realestate office-leasing retail trade bank general',
    en: 'trade: restaurant realestate office-leasing retail trade bank general',
  },
  'init-time-zone': { zh: '日期和周所用的时区', en: 'time zone of days and weeks' },
  'init-purpose': { zh: '建立客户簿的目的，显示在报表上', en: 'what the book is for, shown on reports' },
  'init-done': {
    zh: '已建好客户簿 {path}\n下一步：kehu import 表格文件',
    en: 'made the customer book {path}\nnext: kehu import FILE',
  },

  'import-summary': { zh: '导入表格，原样即可', en: 'read spreadsheets as they are' },
  'import-description': {
    zh: `导入一个或多个文件（CSV、XLSX、XLS、ODS、vCard、JSON……，按内容识别）。
自动找表头、认列、拆电话、统一格式；每个文件要么全部写入，要么一行不写；
再导入同一份文件不会重复。看不懂的行写入“退回”文件，改好后可直接导入。

例：
  kehu import 会员登记表.xlsx
  kehu import 客户.csv --source 展会 --dry-run`,
    en: `Reads one or more files (CSV, XLSX, XLS, ODS, vCard, JSON …, told by content).
Finds the header, understands the columns, splits phones, brings values to normal
form; each file is saved whole or not at all; the same rows again change nothing.
Rows that can't be used go to a rejects file, which can be mended and imported.

Examples:
  kehu import members.xlsx
  kehu import leads.csv --source fair --dry-run`,
  },
  'import-files': { zh: '文件、文件夹或通配符；- 表示标准输入', en: 'files, folders or patterns; - is standard input' },
  'import-source': { zh: '资料来源，如 展会、明源系统', en: 'where the data comes from, as in fair, ERP' },
  'import-method': { zh: '收集方法', en: 'how it was collected' },
  'import-collector': { zh: '收集人', en: 'who collected it' },
  'import-basis': { zh: '合法依据（购买或合作方名单必填）', en: 'lawful basis (for bought and partner lists)' },
  'import-as': {
    zh: '当作 customers|organisations|deals|interactions|mixed',
    en: 'read as customers|organisations|deals|interactions|mixed',
  },
  'import-map': { zh: '指定列：标题=字段（可重复）', en: 'a column by hand: heading=field (repeatable)' },
  'import-sheet': { zh: '只读这张工作表（可重复）', en: 'only this sheet (repeatable)' },
  'import-encoding': { zh: '文字编码', en: 'text encoding' },
  'import-delimiter': { zh: '分隔符', en: 'delimiter' },
  'import-conflict': {
    zh: '与已有值冲突时：fill 只填空白，keep 不动，replace 以新换旧，newer 较新的才换，ask 逐项询问；也可 字段=policy（可重复）',
    en: 'where values differ: fill, keep, replace, newer, ask; or field=policy (repeatable)',
  },
  'import-rejects': { zh: '退回文件的路径', en: 'where rejected rows go' },
  'import-force': { zh: '即使这份文件导入过也再读一遍', en: 'read a file again although it was imported before' },
  'import-known-file': {
    zh: '{file}：这份文件已在第 {id} 号操作导入过，跳过（要再读一遍请加 --force）',
    en: '{file}: imported before by operation {id}; skipped (--force reads it again)',
  },
  'import-reading': { zh: '{file}  {format}{encoding}', en: '{file}  {format}{encoding}' },
  'import-done': {
    zh: '{file}：{rows} 行，新建 {created}，更新 {updated}，另加 {added}，未变 {unchanged}，疑似重复 {duplicate}，跳过 {skipped}，退回 {rejected}',
    en: '{file}: {rows} rows, {created} created, {updated} updated, {added} added, {unchanged} unchanged, {duplicate} likely duplicates, {skipped} skipped, {rejected} rejected',
  },
  'import-events': {
    zh: '  另有交易 {deals} 笔、来往 {interactions} 次、待补客户 {stubs} 位',
    en: '  with {deals} deals, {interactions} contacts, {stubs} customers to be completed',
  },
  'import-would': { zh: '（只是演示，没有写入）', en: '(a dry run: nothing was written)' },
  'import-undo-hint': { zh: '  要撤回：kehu undo {id}', en: '  to take it back: kehu undo {id}' },
  'import-rejects-written': {
    zh: '  退回的行已写入 {path}，改好后 kehu import 它即可',
    en: '  rejected rows are in {path}: mend them there and import that file',
  },
  'import-reject-line': { zh: '{file} {sheet} 第 {row} 行：{reason}', en: '{file} {sheet} row {row}: {reason}' },
  'import-rejects-unwritten': {
    zh: '  其余各行已导入；用 --rejects 指到能写的地方，再加 --force 导入一次即可得到退回文件',
    en: '  the other rows are imported; name a place with --rejects and import again with --force to get the rejects',
  },
  'reject-row': { zh: '行号', en: 'row' },
  'reject-cell': { zh: '单元格', en: 'cell' },
  'reject-rule': { zh: '规则', en: 'rule' },
  'reject-batch': { zh: '导入', en: 'import' },
  'import-mends': { zh: '  这是第 {id} 次导入退回后改好的行', en: '  these are mended rows of import {id}' },
  'reject-message': { zh: '说明', en: 'message' },
  'import-more': { zh: '  ……另有 {count} 行同类', en: '  … and {count} more like it' },
  'import-sheet-by-content': {
    zh: '  [{sheet}] {role}，没有表头，按内容认出 {known}/{columns} 列',
    en: '  [{sheet}] {role}, no header, {known} of {columns} columns told by what they hold',
  },
  'import-sheet-by-line': {
    zh: '  [{sheet}] {role}，没有表头，逐行按内容读出',
    en: '  [{sheet}] {role}, no header, read line by line',
  },
  'import-sheet-read': {
    zh: '  [{sheet}] {role}，表头第 {header} 行，认出 {known}/{columns} 列',
    en: '  [{sheet}] {role}, header in row {header}, {known} of {columns} columns understood',
  },
  'import-sheet-ignored': { zh: '  [{sheet}] 略过：{reason}', en: '  [{sheet}] passed over: {reason}' },
  'import-campaign': { zh: '活动名称', en: 'campaign it belongs to' },
  'import-supplier': { zh: '名单的提供方（须同时说明合法依据）', en: 'who supplied the list (needs a lawful basis)' },
  'import-save-plan': {
    zh: '把演示的结果存成计划，之后用 kehu import apply 照做（配合 --dry-run）',
    en: 'keep what the dry run found as a plan for kehu import apply',
  },
  'import-apply-summary': {
    zh: '照存下的计划导入；文件或客户簿变了就拒绝',
    en: 'do a saved plan; refused if file or book changed',
  },
  'import-plan-file': { zh: '计划文件', en: 'the plan' },
  'import-undo-summary': { zh: '撤回一次导入', en: 'take one import back' },
  'import-id': { zh: '导入的编号，见 kehu import list', en: 'number of the import, see kehu import list' },
  'import-list-none': { zh: '还没有导入过文件', en: 'nothing was imported yet' },
  'import-column-file': { zh: '文件', en: 'file' },
  'import-column-rows': { zh: '行数', en: 'rows' },
  'import-column-created': { zh: '新建', en: 'created' },
  'import-column-updated': { zh: '更新', en: 'updated' },
  'import-column-added': { zh: '另加', en: 'added' },
  'import-column-duplicate': { zh: '疑似重复', en: 'duplicates' },
  'import-column-rejected': { zh: '退回', en: 'rejected' },
  'import-show-file': {
    zh: '  格式 {format}，编码 {encoding}，指纹 {sha256}…',
    en: '  {format}, {encoding}, sha256 {sha256}…',
  },
  'import-show-column': {
    zh: '    {heading} → {field}（{because}，{confidence}%）',
    en: '    {heading} → {field} ({because}, {confidence} %)',
  },
  'import-show-undo': { zh: '要撤回：kehu import undo {id}', en: 'to take it back: kehu import undo {id}' },
  'import-limit': {
    zh: '放宽一项限制：名称=数值（可重复），被拒绝时会提示名称',
    en: 'raise a limit: NAME=VALUE (repeatable); a refusal names it',
  },
  'import-progress': {
    zh: '{file}：已读 {rows} 行（{percent}%），每秒 {rate} 行',
    en: '{file}: {rows} rows read ({percent} %), {rate} a second',
  },
  'import-progress-left': {
    zh: '{file}：已读 {rows} 行（{percent}%），每秒 {rate} 行，约剩 {left} 秒',
    en: '{file}: {rows} rows read ({percent} %), {rate} a second, about {left} s left',
  },
  'import-nothing': { zh: '没有可导入的文件', en: 'there is no file to import' },
  'import-list-summary': { zh: '列出各次导入', en: 'list imports' },
  'import-show-summary': { zh: '查看一次导入', en: 'show one import' },
  'role-customers': { zh: '客户', en: 'customers' },
  'role-deals': { zh: '交易', en: 'deals' },
  'role-interactions': { zh: '来往', en: 'contacts' },
  'role-mixed': { zh: '客户与来往', en: 'customers and contacts' },
  'role-forms': { zh: '表单', en: 'forms' },
  'role-ignored': { zh: '略过', en: 'passed over' },

  'intake-summary': { zh: '按表单逐项问答录入（客户信息收集表等）', en: 'fill an intake form at prompts' },
  'intake-description': {
    zh: `逐项提问录入一张表单，※ 为必填；答案当场检查，电话已有的客户会先认出来，
最后确认之前不保存。中断后可以接着填。没有终端时用 --answers 或 --set 给出答案。

例：
  kehu intake            本行业的主表
  kehu intake F7         来电来访客户基础资料
  kehu intake F7 --set name=张伟 --set phone=13900000001`,
    en: `Asks a form question by question, ※ marks what is required; answers are checked at
once, a customer whose phone is known is recognised first, and nothing is saved before
the last yes. A form broken off can be resumed. Without a terminal give --answers or --set.

Examples:
  kehu intake            the main form of the trade
  kehu intake F7         visitor form
  kehu intake F7 --set name=张伟 --set phone=13900000001`,
  },
  'intake-form': { zh: '表单', en: 'form' },
  'intake-list': { zh: '列出全部表单', en: 'list the forms' },
  'intake-short': { zh: '简表：只问要紧的', en: 'short form: the essential questions' },
  'intake-new': { zh: '重新开始，不接着填草稿', en: 'begin anew, leave a draft alone' },
  'intake-answers': { zh: '从 YAML 或 JSON 文件读答案', en: 'read the answers from a YAML or JSON file' },
  'intake-set': { zh: '一个答案：字段=值（可重复）', en: 'one answer: field=value (repeatable)' },
  'intake-customer': { zh: '关于这位已有的客户', en: 'about this known customer' },
  'intake-resume': {
    zh: '有一张 {at} 没填完的表，接着填吗？',
    en: 'there is a form from {at} not finished; go on with it?',
  },
  'intake-kept': {
    zh: '没有保存；草稿已留下，再运行 kehu intake {form} 可接着填',
    en: 'nothing was saved; the draft is kept: kehu intake {form} goes on with it',
  },
  'intake-saved-new': { zh: '已保存新客户 {code}', en: 'saved new customer {code}' },
  'intake-saved-known': { zh: '已更新客户 {code}', en: 'customer {code} is brought up to date' },
  'intake-saved-record': { zh: '已保存', en: 'saved' },
  'column-profiles': { zh: '行业', en: 'trades' },

  'find-summary': { zh: '查找客户', en: 'find customers' },
  'find-description': {
    zh: '按姓名、拼音、首字母、电话或尾号、客户编号、曾用名、简称、车牌、微信、原系统编号查找，记得一部分就行。\n最像的在前；同样像的，客户先于家人司机，等级高的在前。',
    en: 'Finds by name, pinyin, initials, phone or its tail, customer code, former or short name, number plate, WeChat,\nor the number of another system; a part of it will do. Best finds first; among equals customers before the people\naround them, high tiers first.',
  },
  'find-words': { zh: '记得的任何一点', en: 'whatever is remembered' },
  'find-none': { zh: '没有找到“{words}”', en: 'nobody found for "{words}"' },
  'find-next': { zh: '看全部资料：kehu show {code}', en: 'the whole file: kehu show {code}' },
  'found-by-code': { zh: '编号', en: 'code' },
  'found-by-phone': { zh: '电话', en: 'phone' },
  'found-by-source-code': { zh: '原编号', en: 'source number' },
  'found-by-name': { zh: '姓名', en: 'name' },
  'found-by-id': { zh: '证件', en: 'id' },
  'found-by-alias': { zh: '别名', en: 'other name' },
  'found-by-email': { zh: '邮箱', en: 'e-mail' },
  'found-by-phone-tail': { zh: '尾号', en: 'phone tail' },
  'found-by-pinyin': { zh: '拼音', en: 'pinyin' },
  'found-by-initials': { zh: '首字母', en: 'initials' },
  'found-by-called': { zh: '称呼', en: 'form of address' },
  'found-by-name-part': { zh: '部分姓名', en: 'part of name' },
  'found-by-short-name': { zh: '简称', en: 'short name' },
  'found-by-wechat': { zh: '微信', en: 'WeChat' },
  'found-by-plate': { zh: '车牌', en: 'number plate' },
  'found-by-mark': { zh: '其他号码', en: 'another number' },
  'found-tied': { zh: '{name}（{other} {code} 的{what}）', en: '{name} ({what} of {other} {code})' },
  'found-by-phone-part': { zh: '部分号码', en: 'part of phone' },
  'column-code': { zh: '编号', en: 'code' },
  'column-name': { zh: '名称', en: 'name' },
  'column-phone': { zh: '电话', en: 'phone' },
  'column-city': { zh: '城市', en: 'city' },
  'column-tier': { zh: '等级', en: 'tier' },
  'column-owner': { zh: '负责人', en: 'owner' },
  'column-found-by': { zh: '依据', en: 'found by' },
  'column-field': { zh: '字段', en: 'field' },
  'column-value': { zh: '值', en: 'value' },

  'show-summary': { zh: '看一位客户的全部资料', en: 'show one customer whole' },
  'show-description': {
    zh: '先看最要紧的（是谁、等级、电话、消费、提醒），再看各部分；每个值注明出处。',
    en: 'Shows what matters first (who, tier, phones, purchases, warnings), then the sections; each value says where it came from.',
  },
  'show-limit': { zh: '来往和交易最多显示几条', en: 'how many contacts and deals' },
  'show-purchases': { zh: '购买', en: 'purchases' },
  'show-purchase-total': { zh: '{count} 笔，共 {amount} 元', en: '{count}, {amount} CNY in all' },
  'show-profile': { zh: '基本信息', en: 'Profile' },
  'show-work': { zh: '工作信息', en: 'Work' },
  'show-card': { zh: '客户卡', en: 'Customer card' },
  'show-contacts': { zh: '其他联系方式', en: 'Other contacts' },
  'show-addresses': { zh: '其他地址', en: 'Other addresses' },
  'show-facts': { zh: '其他信息', en: 'Further facts' },
  'show-remark': { zh: '备注', en: 'Remarks' },
  'show-aliases': { zh: '别名', en: 'Other names' },
  'show-relations': { zh: '关系', en: 'Relations' },
  'show-interactions': { zh: '来往', en: 'Contacts' },
  'show-deals': { zh: '交易', en: 'Deals' },
  'show-merged': { zh: '并入的记录', en: 'Merged records' },
  'show-merged-here': { zh: '已并入本客户', en: 'merged into this customer' },
  'show-by-hand': { zh: '{staff} 录入（{kind}）', en: 'by {staff} ({kind})' },
  'show-from-file': { zh: '{file} [{sheet}] 第 {row} 行', en: '{file} [{sheet}] row {row}' },
  'show-tier': { zh: '{level} 级', en: 'tier {level}' },
  'show-owner': { zh: '负责人 {owner}', en: 'owner {owner}' },
  'show-not-customer': { zh: '相关人员（不是客户）', en: 'related party, no customer' },
  'show-stub': { zh: '待补全', en: 'to be completed' },
  'show-archived': { zh: '已归档', en: 'archived' },
  'show-findings': { zh: '有 {count} 处资料问题（kehu verify）', en: '{count} findings on the data (kehu verify)' },
  'show-next-contact': { zh: '下次联系 {day}', en: 'next contact {day}' },
  'show-last-contact': { zh: '最近来往', en: 'last contact' },
  'show-ext': { zh: ' 转 {ext}', en: ' ext. {ext}' },
  'show-unreadable': { zh: '号码不完整', en: 'not a whole number' },
  'contact-landline': { zh: '座机', en: 'landline' },
  'contact-service': { zh: '服务电话', en: 'service number' },
  'contact-intl': { zh: '境外电话', en: 'foreign phone' },
  'dict-summary': {
    zh: '数据字典：有哪些字段，各为什么而收集',
    en: 'the data dictionary: fields and why they are collected',
  },
  'dict-words': { zh: '只看名称含这个词的字段', en: 'fields whose name holds this word' },
  'column-group': { zh: '分组', en: 'group' },
  'column-type': { zh: '类型', en: 'type' },
  'column-purpose': { zh: '目的', en: 'purpose' },
  'column-label': { zh: '名称', en: 'label' },
  'column-sensitivity': { zh: '密级', en: 'sensitivity' },
  'kind-person': { zh: '个人', en: 'person' },
  'kind-org': { zh: '单位', en: 'organisation' },
  'alias-former': { zh: '曾用名', en: 'former name' },
  'alias-short': { zh: '简称', en: 'short name' },
  'alias-english': { zh: '英文名', en: 'English name' },
  'alias-nickname': { zh: '昵称', en: 'nickname' },
  'alias-other': { zh: '别名', en: 'other name' },
  'column-on': { zh: '日期', en: 'day' },
  'column-content': { zh: '内容', en: 'content' },
  'column-product': { zh: '项目', en: 'product' },
  'column-amount': { zh: '金额', en: 'amount' },
  'column-remark': { zh: '备注', en: 'remark' },
  'date-yearless': { zh: '{month}月{day}日', en: '{month}-{day} (no year)' },
  'date-lunar': { zh: '农历 {year}{month}月{day}日', en: 'lunar {year}{month}-{day}' },
  'date-lunar-leap': { zh: '农历 {year}闰{month}月{day}日', en: 'lunar {year}leap {month}-{day}' },
  'range-approx': { zh: '约 {value}', en: 'about {value}' },
  'range-most': { zh: '{value} 以内', en: 'up to {value}' },
  'range-least': { zh: '{value} 以上', en: '{value} or more' },
  'interaction-call': { zh: '来电', en: 'call' },
  'interaction-walk-in': { zh: '来访', en: 'walk-in' },
  'interaction-visit': { zh: '拜访', en: 'visit' },
  'interaction-meal': { zh: '就餐', en: 'meal' },
  'interaction-letter': { zh: '函电', en: 'letter' },
  'interaction-message': { zh: '短信', en: 'message' },
  'interaction-email': { zh: '邮件', en: 'e-mail' },
  'interaction-event': { zh: '活动', en: 'event' },
  'interaction-service': { zh: '服务', en: 'service' },
  'interaction-gift': { zh: '礼品', en: 'gift' },
  'interaction-booking': { zh: '订位', en: 'booking' },
  'interaction-other': { zh: '其他', en: 'other' },
  'deal-sale': { zh: '购买', en: 'sale' },
  'deal-refund': { zh: '退款', en: 'refund' },
  'deal-topup': { zh: '充值', en: 'top-up' },
  'deal-contract': { zh: '合同', en: 'contract' },
  'deal-balance': { zh: '余额', en: 'balance' },
  'relation.employed_at': { zh: '任职', en: 'works at' },
  'relation.family': { zh: '家人', en: 'family' },
  'relation.director': { zh: '主任', en: 'director' },
  'relation.driver': { zh: '司机', en: 'driver' },
  'relation.friend': { zh: '朋友', en: 'friend' },
  'relation.introduced_by': { zh: '介绍人', en: 'introduced by' },
  'relation.agent': { zh: '中介', en: 'agent' },
  'relation.branch_of': { zh: '分支机构', en: 'branch of' },
  'relation.owner_of': { zh: '经营者', en: 'owner of' },
  'relation.other': { zh: '有关', en: 'related' },

  'why-summary': { zh: '一个值从哪里来', en: 'where a value came from' },
  'why-description': {
    zh: '说明客户的每个值出自哪份文件、哪张表、哪一行、哪一格，谁在何时导入或修改。',
    en: 'Says for each value of a customer which file, sheet, row and cell it came from, and who brought or changed it when.',
  },
  'why-customer': { zh: '客户编号、电话或姓名', en: 'customer code, phone or name' },
  'why-field': { zh: '字段（默认全部）', en: 'field (all by default)' },
  'why-from-file': { zh: '{file}（{sha}…）[{sheet}] 第 {row} 行', en: '{file} ({sha}…) [{sheet}] row {row}' },
  'why-cell': { zh: '“{heading}”一格：{text}', en: 'cell "{heading}": {text}' },
  'why-operation': { zh: '第 {id} 号操作 {kind}，{staff}，{at}', en: 'operation {id} {kind}, {staff}, {at}' },
  'why-changed': { zh: '{before} → {after}', en: '{before} → {after}' },
  'why-taken': { zh: '取自已合并的 {code}', en: 'taken from {code}, merged' },
  'why-nothing': { zh: '没有这个值的记录', en: 'nothing is recorded of this value' },
  'merged-notice': { zh: '{old} 已并入 {code}', en: '{old} was merged into {code}' },

  'verify-summary': { zh: '校验全部资料', en: 'check the whole book' },
  'verify-description': {
    zh: `按规则校验全部客户资料：缺项、格式、校验位、可选值、未来日期、不可能的年龄、
占位的假值、互相矛盾、重复的证件号、过时的资料。没有规则文件也能用；
policies/checks.yaml 可以增减规则。退出码：5 有规则未通过，6 只有警告。`,
    en: `Checks all data by rules: missing, format, check digits, value lists, future dates,
impossible ages, placeholders, contradictions, shared numbers, outdated data. Works
without a rule file; policies/checks.yaml adds and changes rules.
Exit codes: 5 when a rule failed, 6 when there are warnings only.`,
  },
  'verify-rule': { zh: '只跑这条规则（可重复）', en: 'this rule only (repeatable)' },
  'verify-rows': { zh: '把每条问题写入工作簿', en: 'write every finding to a workbook' },
  'verify-examples': { zh: '每条规则举几个例子', en: 'examples for each rule' },
  'verify-done': {
    zh: '校验了 {parties} 个主体、{rules} 条规则，现有问题 {open} 条',
    en: '{parties} parties checked by {rules} rules, {open} findings open',
  },
  'verify-clean': { zh: '没有发现问题', en: 'nothing was found' },
  written: { zh: '已写入 {path}（{rows} 行）', en: 'written to {path} ({rows} rows)' },
  'severity-error': { zh: '错误', en: 'error' },
  'severity-warn': { zh: '警告', en: 'warn' },
  'severity-info': { zh: '提示', en: 'info' },
  'column-severity': { zh: '级别', en: 'severity' },
  'column-rule': { zh: '规则', en: 'rule' },
  'column-what': { zh: '问题', en: 'what' },
  'column-found': { zh: '数量', en: 'found' },
  'column-share': { zh: '占比', en: 'share' },
  'column-change': { zh: '较上次', en: 'change' },
  'column-remedy': { zh: '处理办法', en: 'remedy' },
  'column-card': { zh: '卡', en: 'card' },
  'column-customers': { zh: '客户数', en: 'customers' },

  'tier-summary': { zh: '给客户分级（A–E），说得出理由', en: 'tier customers (A–E), with the reason' },
  'tier-description': {
    zh: '按分级方案计算每位客户的等级，记下命中的条款和所用的数字。方案是数据：policies/tiers/*.yaml。',
    en: "Computes every customer's level by a scheme and keeps the clause that fired and the numbers it used. Schemes are data: policies/tiers/*.yaml.",
  },
  'tier-scheme': { zh: '分级方案，或方案文件 .yaml', en: 'scheme, or a scheme file .yaml' },
  'tier-run-summary': { zh: '计算全部客户的等级', en: 'compute the tier of every customer' },
  'tier-explain-summary': { zh: '说明一位客户为什么是这一级', en: 'say why a customer has its tier' },
  'tier-history-summary': { zh: '升降级记录', en: 'promotions and demotions' },
  'tier-since': { zh: '从哪天起', en: 'since this day' },
  'tier-override-summary': { zh: '人工定级（要写原因，可设期限）', en: 'give a level by hand, with a reason' },
  'tier-level': { zh: '等级', en: 'level' },
  'tier-until': { zh: '有效到哪天', en: 'last day it holds' },
  'tier-whatif-summary': { zh: '换一个方案会怎样：多少人、从哪级到哪级', en: 'who would move under another scheme' },
  'tier-against': { zh: '与哪个方案比（默认现用的）', en: 'scheme to compare with (the one in force)' },
  'tier-check-summary': { zh: '检查分级方案，列出可用的', en: 'check the schemes and list them' },
  'tier-check-ok': { zh: '{count} 个方案都没有错误', en: '{count} schemes without a fault' },
  'tier-primary': { zh: '现用', en: 'in force' },
  'tier-overridden': {
    zh: '{code}：{from} → {level}（人工定级，有效到 {until}）',
    en: '{code}: {from} → {level} (by hand, until {until})',
  },
  'move-first': { zh: '首次定级', en: 'first' },
  'move-lost': { zh: '失去等级', en: 'lost' },
  'move-up': { zh: '升级', en: 'up' },
  'move-down': { zh: '降级', en: 'down' },
  'move-from': { zh: '原来', en: 'from' },
  'move-to': { zh: '现在', en: 'to' },
  'move-clause': { zh: '条款', en: 'clause' },
  'move-who': { zh: '是谁', en: 'who' },
  'move-none': { zh: '没有升降级', en: 'nobody has moved' },
  'move-nobody': { zh: '没有人会变动', en: 'nobody would move' },
  'tier-none': { zh: '未定级', en: 'no level' },
  'tier-moved': { zh: '{from} → {to}：{count} 位', en: '{from} → {to}: {count}' },
  'tier-done': {
    zh: '共 {customers} 位客户：首次定级 {first} 位，升降 {moved} 位。看某位的理由：kehu tier explain 编号',
    en: '{customers} customers: {first} placed for the first time, {moved} moved. Why: kehu tier explain CODE',
  },
  'tier-would': {
    zh: '共 {customers} 位客户：会首次定级 {first} 位，升降 {moved} 位（只是演示，没有写入）',
    en: '{customers} customers: {first} would be placed, {moved} would move (a dry run: nothing was written)',
  },
  'tier-stale': {
    zh: '（上次计算时为 {stored}，请重新运行 kehu tier run）',
    en: '(the last run gave {stored}; run kehu tier run again)',
  },

  'dedupe-summary': {
    zh: '找出重复的客户，合并确定的，其余待人工判断',
    en: 'find duplicates, merge the certain, leave the rest for review',
  },
  'dedupe-description': {
    zh: `比对全部客户：有两种独立证据、没有矛盾的自动合并；拿不准的留给人判断
（kehu dedupe review）；一家人、同事、分店只记为“有关”，不合并。
合并只改指向，不丢任何资料，可用 kehu undo 撤回。还有待判断的对时退出码为 4。`,
    en: `Compares all customers: what two independent kinds of evidence agree on, without a
conflict, is merged; doubtful pairs wait for a person (kehu dedupe review); families,
colleagues and branches are related, never merged. A merge moves pointers and loses
nothing; kehu undo takes it back. Exit code 4 while pairs wait.`,
  },
  'dedupe-run-summary': { zh: '比对全部客户', en: 'compare all customers' },
  'dedupe-no-merge': { zh: '不自动合并，全部留给人判断', en: 'merge nothing by itself' },
  'dedupe-files': { zh: '不用客户簿，直接比对这些表格', en: 'tables to compare without a book' },
  'dedupe-field': { zh: '指定列的内容：列名=类型（可重复）', en: 'what a column holds: column=kind (repeatable)' },
  'dedupe-ignore': { zh: '不看这一列（可重复）', en: 'a column to pass over (repeatable)' },
  'dedupe-link': { zh: '只比对不同文件之间的行', en: 'only pairs of rows of different files' },
  'dedupe-truth': { zh: '写明哪些行是同一位的列', en: 'column that says which rows are the same' },
  'dedupe-columns': { zh: '列：{columns}', en: 'columns: {columns}' },
  'dedupe-files-done': {
    zh: '{records} 行，{groups} 组重复，其中 {review} 行需要人看',
    en: '{records} rows, {groups} groups of duplicates, {review} rows for a person to look at',
  },
  'dedupe-explain-summary': {
    zh: '两位客户为什么是（或不是）同一位',
    en: 'why two customers are, or are not, the same',
  },
  'dedupe-model-summary': { zh: '打印最近一次所用的模型', en: 'print the model of the last run' },
  'dedupe-eval-summary': { zh: '对照标准答案评价', en: 'judge the engine against the truth' },
  'eval-by': { zh: '按', en: 'by' },
  'eval-precision': { zh: '准确率', en: 'precision' },
  'eval-recall': { zh: '查全率', en: 'recall' },
  'eval-f1': { zh: 'F1', en: 'F1' },
  'eval-b3': { zh: 'B3', en: 'B3' },
  'eval-exact': { zh: '完全一致的组', en: 'exact groups' },
  'eval-largest': { zh: '最大一组', en: 'largest' },
  'band-auto': { zh: '结论：同一位（可自动合并）', en: 'verdict: the same (may be merged by itself)' },
  'band-review': { zh: '结论：拿不准，需要人判断', en: 'verdict: doubtful, a person should decide' },
  'band-related': { zh: '结论：有关，但不是同一位', en: 'verdict: related, not the same' },
  'band-no': { zh: '结论：不是同一位', en: 'verdict: not the same' },
  'review-summary': {
    zh: '逐对人工判断（y 是同一位，n 不是，r 有关，s 跳过，u 撤回，q 离开）',
    en: 'decide pair by pair (y same, n not, r related, s skip, u undo, q leave)',
  },
  'review-blind': { zh: '不显示分数，免受影响', en: 'without the score, so as not to be led' },
  'review-none': { zh: '没有待判断的对（先运行 kehu dedupe）', en: 'no pairs are waiting (run kehu dedupe first)' },
  'review-end': { zh: '判断了 {decided} 对，还剩 {left} 对', en: '{decided} pairs decided, {left} left' },
  'dedupe-compared': { zh: '比对 {records} 位客户、{pairs} 对', en: '{records} customers compared in {pairs} pairs' },
  'dedupe-merged': {
    zh: '自动合并 {clusters} 组，{absorbed} 条并入',
    en: '{clusters} groups merged, {absorbed} records absorbed',
  },
  'dedupe-would-merge': {
    zh: '可自动合并 {clusters} 组，{absorbed} 条将并入',
    en: '{clusters} groups can be merged, absorbing {absorbed} records',
  },
  'dedupe-review': {
    zh: '待人工判断 {review} 对；有关但不同的 {related} 对',
    en: '{review} pairs to review; {related} related but not the same',
  },
  'dedupe-expected': {
    zh: '预计准确率 {precision}，查全率 {recall}；再判断约 {answers} 对可达 99%',
    en: 'expected precision {precision}, recall {recall}; about {answers} answers to reach 99%',
  },
  'dedupe-hub': {
    zh: '  公用的值：{value}（{names} 个名字，{records} 条），不单独作为证据',
    en: '  shared value: {value} ({names} names, {records} records), never evidence by itself',
  },
  'dedupe-next': { zh: '  下一步：kehu dedupe review', en: '  next: kehu dedupe review' },

  'report-summary': { zh: '周报、月报和各种名册', en: 'weekly and monthly reports, and the lists' },
  'report-description': {
    zh: `出一份报表。不写名称则列出全部。-o 文件 按扩展名决定格式
（.html .xlsx .md .csv .json .txt），写完整才替换旧文件。

例：
  kehu report weekly
  kehu report weekly --week 2026-W47 -o 周报.html
  kehu report roster -o 客户名册.xlsx`,
    en: `Makes a report; without a name, lists them. -o FILE takes the form from the ending
(.html .xlsx .md .csv .json .txt) and replaces the file only when it is whole.

Examples:
  kehu report weekly
  kehu report weekly --week 2026-W47 -o weekly.html
  kehu report roster -o roster.xlsx`,
  },
  'report-name': { zh: '报表', en: 'report' },
  'report-week': { zh: '哪一周，如 2026-W47', en: 'week, as in 2026-W47' },
  'report-month': { zh: '哪个月，如 2026-11', en: 'month, as in 2026-11' },
  'report-period': { zh: '期间', en: 'period' },
  'report-format': { zh: '格式：text md html xlsx csv json', en: 'form: text md html xlsx csv json' },
  'report-only': { zh: '只要这张表（CSV）', en: 'this table only (CSV)' },
  'report-written': { zh: '已写入 {path}', en: 'written to {path}' },
  'filter-owner': { zh: '只看这位负责人的客户', en: 'customers of this owner' },
  'filter-region': { zh: '只看这个地区', en: 'customers of this region' },
  'filter-tier': { zh: '只看这一级', en: 'customers of this tier' },
  'filter-source': { zh: '只看这个来源', en: 'customers from this source' },
  'pace-week': { zh: '周', en: 'week' },
  'pace-month': { zh: '月', en: 'month' },
  'pace-year': { zh: '年', en: 'year' },
  'pace-all': { zh: '全部', en: 'all' },
  'pace-none': { zh: '当前', en: 'as of today' },

  'backup-summary': { zh: '备份客户簿', en: 'back the book up' },
  'backup-description': {
    zh: `别人正在写入时也能备份：某一时刻的完整副本，压缩，算好校验值，再读回核对。
旧备份按 --keep 保留；--to 可重复，用于异地第二份。适合放进 cron。
--recipient 或 --encrypt 用 age 格式加密，age 程序也能打开。加密的客户簿，备份也是加密的。`,
    en: `Makes a whole copy as of one moment while others write, compressed, with a digest,
and reads it back to check. Old ones go by --keep; --to may be repeated for a second
place. Made for cron. --recipient or --encrypt encrypts it in the format of age, which
the age program opens too. Backups of an encrypted book are encrypted in any case.`,
  },
  'backup-to': { zh: '放到哪个文件夹（可重复）', en: 'folder it goes to (repeatable)' },
  'backup-keep': { zh: '保留几份', en: 'how many stay' },
  'backup-list': { zh: '列出已有的备份', en: 'list the backups there are' },
  'backup-done': {
    zh: '已备份到 {path}（{megabytes} MB，{customers} 位客户），读回核对无误',
    en: 'backed up to {path} ({megabytes} MB, {customers} customers), read back and checked',
  },
  'backup-none': { zh: '还没有备份', en: 'there is no backup yet' },
  'column-path': { zh: '文件', en: 'file' },
  'column-detail': { zh: '说明', en: 'detail' },
  'restore-summary': { zh: '从备份恢复', en: 'bring a backup back' },
  'restore-description': {
    zh: '先解开并核对备份，再放到客户簿的位置；原来的客户簿改名保留在旁边。-n 只看两边各有什么。',
    en: 'Unpacks and checks the backup, then puts it in the place of the book; the book that was there is kept beside it under another name. -n only shows what both hold.',
  },
  'restore-file': { zh: '备份文件', en: 'backup file' },
  'restore-force': { zh: '即使现在的客户簿更新也恢复', en: 'even where the book of today is newer' },
  'restore-done': { zh: '已从 {file} 恢复，{customers} 位客户', en: 'restored from {file}, {customers} customers' },
  'restore-kept': { zh: '原来的客户簿保留为 {path}', en: 'the book that was there is kept as {path}' },
  'restore-ask': {
    zh: '现在的客户簿比备份多 {behind} 次操作，仍要恢复吗？',
    en: 'the book has {behind} operations more than the backup; restore all the same?',
  },
  'restore-facts': {
    zh: '{customers} 位客户，{operations} 次操作，最后一次 {at}',
    en: '{customers} customers, {operations} operations, the last at {at}',
  },
  'restore-backup': { zh: '备份：', en: 'backup: ' },
  'restore-book': { zh: '现在：', en: 'now:    ' },
  'doctor-summary': { zh: '体检：检查客户簿是否完好', en: 'check the health of the book' },
  'doctor-repair': { zh: '修好可以重建的部分', en: 'mend what can be made again' },
  'doctor-mended': { zh: '已重建 {what}', en: 'made again: {what}' },
  'doctor-hint': { zh: '可以修复：kehu doctor --repair', en: 'can be mended: kehu doctor --repair' },
  'doctor-integrity': { zh: '数据页', en: 'pages' },
  'doctor-foreign-keys': { zh: '引用', en: 'references' },
  'doctor-chain': { zh: '操作记录链', en: 'chain of operations' },
  'doctor-access-log': { zh: '查看记录链', en: 'log of reads' },
  'doctor-search': { zh: '搜索用的副本', en: 'search index' },
  'doctor-half-files': { zh: '残留的半截文件', en: 'half files left behind' },
  'doctor-swept': { zh: '清掉 {count} 个半截文件', en: '{count} half files taken away' },
  'doctor-indexes': { zh: '查找索引', en: 'indexes' },
  'doctor-pointers': { zh: '合并指向', en: 'merge pointers' },
  'doctor-space': { zh: '磁盘空间', en: 'free space' },
  'doctor-permissions': { zh: '文件权限', en: 'permissions' },
  'doctor-open-operations': { zh: '未完成的操作', en: 'unfinished operations' },
  'audit-summary': { zh: '审计：核对操作记录有没有被改动', en: 'audit what was done' },
  'audit-verify-summary': { zh: '核对操作记录链', en: 'check the chain of operations' },
  'audit-whole': {
    zh: '{operations} 次操作、{lines} 行记录完整无改动（问题 {faults} 处）',
    en: '{operations} operations, {lines} lines: whole and unchanged ({faults} faults)',
  },
  'audit-broken': {
    zh: '{operations} 次操作、{lines} 行记录里有 {faults} 处被改动',
    en: '{operations} operations, {lines} lines: {faults} places were tampered with',
  },
  'chain-changed': { zh: '内容被改动', en: 'changed' },
  'chain-unlinked': { zh: '与前一次接不上', en: 'does not follow the one before' },
  'chain-unsealed': { zh: '没有封记', en: 'not sealed' },
  'chain-gap': { zh: '缺少操作', en: 'operations are missing' },
  'chain-redaction': { zh: '有不是删除个人信息留下的涂抹', en: 'a redaction that no erasure made' },
  'chain-orphan-lines': { zh: '有不属于任何操作的记录', en: 'lines of no operation' },

  'operations-summary': { zh: '查看操作记录', en: 'show what was done' },
  'operations-title': { zh: '操作记录', en: 'Operations' },
  'operations-id': { zh: '操作编号', en: 'number of an operation' },
  'operations-kind': { zh: '只看一种操作', en: 'one kind only' },
  'operations-none': { zh: '还没有操作', en: 'nothing has been done yet' },
  'operations-undo-hint': { zh: '  要撤回：kehu undo {id}', en: '  to take it back: kehu undo {id}' },
  'column-id': { zh: '编号', en: 'id' },
  'column-at': { zh: '时间', en: 'at' },
  'column-kind': { zh: '类型', en: 'kind' },
  'column-state': { zh: '状态', en: 'state' },
  'column-staff': { zh: '人员', en: 'staff' },
  'column-summary': { zh: '结果', en: 'summary' },
  'state-done': { zh: '完成', en: 'done' },
  'state-open': { zh: '未完成', en: 'open' },
  'state-undone': { zh: '已被 {by} 撤销', en: 'undone by {by}' },
  'undo-summary': { zh: '撤销一次操作', en: 'take an operation back' },
  'undo-description': {
    zh: '撤销一次导入、合并、修改……：它新建的删除，它改动的复原；之后又被改过的保留并列出。撤销本身也可以撤销。',
    en: 'Takes back an import, a merge, an edit …: what it made is removed, what it changed is put back; what was changed since is kept and listed. The undo can itself be undone.',
  },
  'undo-dry-run': { zh: '只演示会撤回什么', en: 'show what would be taken back' },
  'undo-did': { zh: '已撤销第 {id} 号操作：', en: 'operation {id} is undone:' },
  'undo-would': { zh: '撤销第 {id} 号操作会撤回：', en: 'undoing operation {id} would take back:' },
  'undo-kept': { zh: '保留了 {count} 处：', en: '{count} kept:' },
  'undo-changed-since': { zh: '之后又改过', en: 'changed since' },
  'undo-in-use': { zh: '仍在使用', en: 'in use' },
  'undo-again': { zh: '要恢复：kehu undo {id}', en: 'to bring it back: kehu undo {id}' },
} as const satisfies Messages
