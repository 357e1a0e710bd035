import type { Messages } from './catalogue.ts'

/** Words of the reporting chain: what is due, handed over, received. */
export const scheduleText = {
  'schedule-title': { zh: '报表日程', en: 'schedule of reports' },
  'schedule-id': { zh: '项目', en: 'entry' },
  'schedule-report': { zh: '报表', en: 'report' },
  'schedule-next': { zh: '下次', en: 'next' },
  'schedule-period': { zh: '期间', en: 'period' },
  'schedule-sender': { zh: '报送人', en: 'from' },
  'schedule-receivers': { zh: '接收人', en: 'to' },
  'schedule-formats': { zh: '格式', en: 'forms' },
  'schedule-install': {
    zh: '让机器定时去做：kehu report schedule --crontab 或 --systemd',
    en: 'let the machine do it: kehu report schedule --crontab or --systemd',
  },
  'schedule-summary': { zh: '日程：谁在什么时候收到什么', en: 'who gets what when' },
  'schedule-crontab': { zh: '打印可直接安装的 crontab 行', en: 'print a crontab line ready to install' },
  'schedule-systemd': { zh: '打印可直接安装的 systemd 单元', en: 'print systemd units ready to install' },
  'schedule-cron-head': {
    zh: 'crontab -e 里加上这一行：每小时看一次有没有到期的报表，没有就什么也不说',
    en: 'add this line with crontab -e: looks every hour for what is due, and is silent where nothing is',
  },
  'schedule-systemd-head': {
    zh: '存成下面两个文件，然后 systemctl --user daemon-reload && systemctl --user enable --now kehu-reports.timer',
    en: 'save these two files, then systemctl --user daemon-reload && systemctl --user enable --now kehu-reports.timer',
  },
  'schedule-unit': { zh: 'kehu 到期的报表', en: 'kehu: reports that are due' },
  'schedule-report-unknown': {
    zh: '没有报表 {name}（可用：{names}）',
    en: 'there is no report {name} (there are: {names})',
  },
  'schedule-id-twice': {
    zh: '项目 {id} 出现了两次，请给其中一个另起 id',
    en: 'the entry {id} is there twice; give one another id',
  },
  'schedule-day-wrong': {
    zh: '没有这一天：{text}（周：周一…周日；月：1…31 或 月末）',
    en: 'there is no such day: {text} (week: monday … sunday; month: 1 … 31 or last)',
  },
  'report-list-summary': { zh: '列出全部报表', en: 'list the reports' },
  'report-show-summary': { zh: '出一份报表（同 kehu report 名称）', en: 'make a report (same as kehu report NAME)' },
  'report-run-summary': { zh: '按日程出到期的报表并送达', en: 'make and deliver what is due' },
  'report-run-description': {
    zh: `做出到期而还没送出的报表，每期每人只送一次；漏掉的会补上。
没有失败就什么也不说，适合放进 cron。送不出去的下次再试。
邮件设置：KEHU_SMTP_URL、KEHU_SMTP_FROM、KEHU_SMTP_PASSWORD_FILE。

例：
  kehu report run --due
  kehu report run --due --dry-run`,
    en: `Makes what is due and not yet handed over, once for each period and receiver, and
catches up what was missed. Silent unless something failed: made for cron. What
can't be delivered is tried again next time.
Mail: KEHU_SMTP_URL, KEHU_SMTP_FROM, KEHU_SMTP_PASSWORD_FILE.

Examples:
  kehu report run --due
  kehu report run --due --dry-run`,
  },
  'report-run-due': { zh: '到期的全部', en: 'everything that is due' },
  'report-history-summary': { zh: '做过的报表', en: 'reports that were made' },
  'report-chain-summary': {
    zh: '报送链：谁交给谁，何时到期、送出、收到',
    en: 'the chain: from whom to whom, due, sent, received',
  },
  'report-received-summary': {
    zh: '确认收到（编号见 kehu report chain）',
    en: 'confirm receipt (numbers: kehu report chain)',
  },
  'report-received-ids': { zh: '编号', en: 'numbers' },
  'report-received-done': { zh: '已确认收到 {count} 份', en: '{count} confirmed' },
  'report-run-locked': {
    zh: '{holder}（{host}，进程 {pid}）正在出报表，已 {minutes} 分钟',
    en: '{holder} ({host}, process {pid}) has been making the reports for {minutes} min',
  },
  'report-run-locked.hint': {
    zh: '等那边做完；那个进程若已不在，锁会自动解除',
    en: 'wait for it; where that process is gone, the lock is taken over by itself',
  },
  'report-run-failed': {
    zh: '{failed} 份报表没有送出，下次再试',
    en: '{failed} reports were not delivered; they are tried again',
  },
  'report-run-failed.hint': {
    zh: '原因在上面；kehu report history 可再看',
    en: 'the reasons are above, and in kehu report history',
  },
  'report-run-one-failed': {
    zh: '{entry} {period} 没有送到 {receiver}：{what}',
    en: '{entry} {period} did not reach {receiver}: {what}',
  },
  'report-run-entry': { zh: '日程里的一项，再送一次', en: 'one entry of the schedule, once more' },
  'schedule-entry-missing': { zh: '日程里没有 {id}', en: 'the schedule has no {id}' },
  'schedule-entry-missing.hint': { zh: '有：{ids}', en: 'there are: {ids}' },
  'report-run-what': { zh: '请写 --due，或日程里的一项', en: 'say --due, or one entry of the schedule' },
  'report-run-what.hint': { zh: 'kehu report run --due', en: 'kehu report run --due' },
  'report-table-missing': { zh: '这份报表里没有表 {name}', en: 'this report has no table {name}' },
  'report-table-missing.hint': { zh: '有：{names}', en: 'there are: {names}' },
  'mail-settings-missing': { zh: '没有邮件设置 {names}', en: 'mail settings are missing: {names}' },
  'mail-settings-missing.hint': {
    zh: '例：KEHU_SMTP_URL=smtp://用户@主机:587 KEHU_SMTP_FROM=kehu@公司.cn KEHU_SMTP_PASSWORD_FILE=密码文件',
    en: 'as in KEHU_SMTP_URL=smtp://user@host:587 KEHU_SMTP_FROM=kehu@firm.example KEHU_SMTP_PASSWORD_FILE=FILE',
  },
  'mail-settings-wrong': { zh: '邮件设置 {name} 不对', en: 'the mail setting {name} is wrong' },
  'mail-settings-wrong.hint': {
    zh: 'KEHU_SMTP_URL 写成 smtp://用户@主机:587 或 smtps://…；密码文件要能读',
    en: 'write KEHU_SMTP_URL as smtp://user@host:587 or smtps://…; the password file must be readable',
  },
  'mail-refused': {
    zh: '邮件服务器 {server} 不收给 {to} 的邮件（{reply}）',
    en: 'the mail server {server} refused mail for {to} ({reply})',
  },
  'mail-unreachable': {
    zh: '连不上邮件服务器 {server}（{code}），{to} 没有收到',
    en: 'the mail server {server} can’t be reached ({code}); {to} got nothing',
  },
  'dashboard-summary': { zh: '一屏看本周', en: 'this week on one screen' },
  'dashboard-description': {
    zh: '本周的数字、要人处理的事、各级客户、重点客户和下周的日子，一屏看完。',
    en: 'Figures of this week, what needs a person, tiers, top customers and coming days, on one screen.',
  },
  'dashboard-more': {
    zh: '细看：kehu report weekly   全部报表：kehu report list',
    en: 'read on: kehu report weekly   all reports: kehu report list',
  },
  'own.count': { zh: '笔数', en: 'count' },
  'own.customers': { zh: '客户数', en: 'customers' },
  'own.sum': { zh: '{field}合计', en: '{field}, sum' },
  'own.average': { zh: '{field}平均', en: '{field}, average' },
  'own.min': { zh: '{field}最小', en: '{field}, least' },
  'own.max': { zh: '{field}最大', en: '{field}, most' },
  'own-report-key-taken': { zh: '名称 {key} 已有报表在用', en: 'the name {key} is taken by another report' },
  'own-report-columns-or-groups': {
    zh: 'columns 和 groups 请写一个，也只写一个',
    en: 'tell either columns or groups, and only one of them',
  },
  'own-report-field-unknown': {
    zh: '没有字段 {field}（kehu export {from} --fields ? 可查）',
    en: 'there is no field {field} (kehu export {from} --fields ? lists them)',
  },
  'own-report-bucket-unknown': { zh: '不认识 {text}，可用 {words}', en: 'unknown: {text}; there are {words}' },
  'own-report-not-a-day': {
    zh: '{field} 不是日期，不能按周按月归并',
    en: '{field} is no day and can’t be put together by week or month',
  },
  'own-report-not-a-number': { zh: '{field} 不是数，不能求和或平均', en: '{field} is no number and can’t be summed' },
  'history-made': { zh: '时间', en: 'made' },
  'history-rows': { zh: '行数', en: 'rows' },
  'history-status': { zh: '结果', en: 'outcome' },
  'history-status.done': { zh: '成功', en: 'done' },
  'history-status.failed': { zh: '失败', en: 'failed' },
  'history-status.sending': { zh: '发送中', en: 'sending' },
  'history-place': { zh: '位置', en: 'place' },
  'history-ms': { zh: '毫秒', en: 'ms' },
  'history-none': { zh: '还没有做过报表', en: 'no report was made yet' },
  'chain-due': { zh: '到期', en: 'due' },
  'chain-sent': { zh: '送出', en: 'sent' },
  'chain-received': { zh: '收到', en: 'received' },
  'chain-none': { zh: '还没有报送过', en: 'nothing was handed over yet' },
  'chain-number': { zh: '编号', en: 'no.' },
} as const satisfies Messages
