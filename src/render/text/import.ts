import type { Messages } from './catalogue.ts'

/** Importing: what stops it, and how columns were understood. */
export const importText = {
  'import-missing': { zh: '没有第 {id} 次导入', en: 'there is no import {id}' },
  'import-missing.hint': { zh: '用 kehu import list 查看编号', en: 'kehu import list shows their numbers' },
  'import-empty-erases': {
    zh: '空格子清掉客户簿里已有的值（只清单项，不清姓名、电话、地址）',
    en: 'an empty cell takes away what the book has (single values; never names, numbers, addresses)',
  },
  'import-channel-class': {
    zh: '来源的渠道类别：直接渠道 | 专业中间人渠道 | 第三方渠道',
    en: 'class of the source: direct | intermediary | third-party',
  },
  'import-source-missing': {
    zh: '--channel-class、--initiative、--per-month 说的是来源，要同时用 --source 说明是哪个来源',
    en: '--channel-class, --initiative and --per-month speak of a source: say which with --source',
  },
  'import-source-missing.hint': {
    zh: '例如 --source 展会 --channel-class 直接渠道',
    en: 'as in --source fair --channel-class direct',
  },
  'import-show-source': {
    zh: '  来源 {source}，方法 {method}，收集人 {collector}，活动 {campaign}，提供方 {supplier}，合法依据 {basis}',
    en: '  source {source}, method {method}, collected by {collector}, campaign {campaign}, supplier {supplier}, lawful basis {basis}',
  },
  'import-show-reliability': {
    zh: '  来源的渠道类别 {class}，可靠度 {percent}%',
    en: '  class of the source {class}, reliability {percent} %',
  },
  'reject-sheet': { zh: '工作表', en: 'sheet' },
  'reject-fix': { zh: '建议', en: 'suggestion' },
  'fix-no-identity': {
    zh: '在姓名或电话一格补上内容；不是客户的行，删掉整行',
    en: 'fill in the name or the phone; delete the row where it is no customer',
  },
  'fix-test-record': {
    zh: '确是测试数据就删掉整行；真客户请改成真实姓名',
    en: 'delete the row if it is a test; write the real name if it is a customer',
  },
  'fix-empty-form': { zh: '填好这张卡再导入；空白卡删掉即可', en: 'fill the form in, or delete it' },
  'fix-unclosed-quote': {
    zh: '检查这一行各格是否串到一起，分开后再导入',
    en: 'see whether cells have run together, part them, and import again',
  },
  'fix-truncated-record': {
    zh: '对照原文件补全最后几格，或要来完整的文件',
    en: 'complete the last cells from the original, or ask for the whole file',
  },
  'field-row_no': { zh: '序号（不导入）', en: 'row number (left out)' },
  'field-spouse_phone': { zh: '配偶或家属电话', en: "a relative's number" },
  'field-agent_phone': { zh: '经纪人电话', en: "the agent's number" },
  'field-introducer_phone': { zh: '介绍人电话', en: "the introducer's number" },
  'field-emergency_phone': { zh: '紧急联系电话', en: 'number for emergencies' },
  'field-measure': { zh: '计量单位', en: 'unit of measure' },
  'field-employer_title': { zh: '单位及职务', en: 'employer and title' },
  'import-method-unknown': { zh: '没有“{value}”这种收集方法', en: '"{value}" is no collection method' },
  'import-method-unknown.hint': { zh: '可用：{words}', en: 'one of: {words}' },
  'import-basis-missing': {
    zh: '购买的或合作方提供的名单，必须说明合法依据',
    en: 'a list that was bought, or given by a partner, needs a lawful basis',
  },
  'import-basis-missing.hint': {
    zh: '加上 --basis，例如 --basis "本人书面同意，合同 2026-015"',
    en: 'add --basis, as in --basis "written consent, contract 2026-015"',
  },
  'plan-needs-dry-run': { zh: '--save-plan 要和 --dry-run 一起用', en: '--save-plan goes with --dry-run' },
  'plan-unreadable': { zh: '{file} 不是导入计划', en: '{file} is no import plan' },
  'plan-unreadable.hint': {
    zh: '用 kehu import -n 文件 --save-plan {file} 生成',
    en: 'make one with kehu import -n FILE --save-plan {file}',
  },
  'plan-stale-book': {
    zh: '{file} 这份计划过期了：客户簿在此之后有改动',
    en: '{file} is stale: the book has changed since',
  },
  'plan-stale-book.hint': { zh: '请重新演示一次并保存计划', en: 'make the dry run and its plan again' },
  'plan-stale-file': { zh: '计划过期了：{file} 在此之后有改动', en: 'the plan is stale: {file} has changed since' },
  'plan-stale-file.hint': { zh: '请重新演示一次并保存计划', en: 'make the dry run and its plan again' },
  'conflict-no-person': {
    zh: '--on-conflict ask 要在终端里使用，由人回答',
    en: '--on-conflict ask needs a person at a terminal',
  },
  'conflict-no-person.hint': {
    zh: '没有人时请直接写明：--on-conflict replace，或逐项 --on-conflict 手机=replace',
    en: 'without one, say it: --on-conflict replace, or by field --on-conflict remark=replace',
  },
  'conflict-stopped': { zh: '没有回答完，什么都没有导入', en: 'not all was answered; nothing was imported' },
  'conflict-question': {
    zh: '{file}：“{field}”有 {count} 处与客户簿不同（{examples}），用哪一边？',
    en: '{file}: {field} differs from the book in {count} places ({examples}). Which holds?',
  },
  'conflict-example': { zh: '{before} → {after}', en: '{before} → {after}' },
  'conflict-fill': { zh: '保留客户簿的', en: 'what the book has' },
  'conflict-replace': { zh: '用文件里的', en: 'what the file says' },
  'conflict-newer': { zh: '更新时间较新的', en: 'whichever changed last' },
  'because-told': { zh: '指定', en: 'told' },
  'because-remembered': { zh: '沿用上次', en: 'remembered' },
  'because-synonym': { zh: '按标题', en: 'by heading' },
  'because-content': { zh: '按内容', en: 'by content' },
  'because-forbidden': { zh: '不得收集', en: 'may not be collected' },
  'because-position': { zh: '按位置', en: 'by position' },
} as const satisfies Messages
