import type { Messages } from './catalogue.ts'

/** Words of remembered days. */
export const occasionsText = {
  'dates-summary': { zh: '近期的生日和纪念日', en: 'coming birthdays and anniversaries' },
  'dates-description': {
    zh: '公历、农历都算，没有年份的也算，家人、司机等附属人员的也在内。--ics 写成日历文件。',
    en: 'Solar and lunar, with or without a year, those of family and aides too. --ics writes a calendar file.',
  },
  'dates-within': { zh: '多少天之内，如 14d、2周、1个月', en: 'within, such as 14d, 2w, 1m' },
  'dates-kind': { zh: '只看这一种，如 生日、结婚', en: 'this kind only' },
  'dates-owner': { zh: '只看这位负责人的客户', en: 'customers of this owner only' },
  'dates-open': { zh: '只看还没问候的', en: 'those not greeted yet' },
  'dates-ics': { zh: '写成日历文件（.ics）', en: 'write a calendar file (.ics)' },
  'dates-done': { zh: '记下已问候', en: 'note a greeting as done' },
  'dates-next': { zh: '{on}（{days} 天后）', en: '{on} (in {days} days)' },
  'dates-today': { zh: '今天', en: 'today' },
  'dates-in': { zh: '{days} 天后', en: 'in {days} days' },
  'dates-none': { zh: '这段时间没有生日和纪念日', en: 'no dates within that time' },
  'dates-greeted': { zh: '已问候', en: 'greeted' },
  'dates-not-greeted': { zh: '未问候', en: 'not yet' },
  'dates-who': { zh: '{person}（{customer}的{tie}）', en: '{person} ({tie} of {customer})' },
  'dates-age': { zh: '{label} {years} 岁', en: '{label}, {years}' },
  'dates-years': { zh: '{label} {years} 周年', en: '{label}, {years} years' },
  'dates-written': { zh: '已写 {count} 个日子到 {path}', en: '{count} days written to {path}' },
  'dates-greeting': { zh: '祝 {who} {label}快乐', en: 'greetings to {who}: {label}' },
  'dates-done-said': { zh: '已记：问候 {who}（{label} {on}）', en: 'noted: {who} was greeted ({label} {on})' },
  'dates-nothing-coming': {
    zh: '{code} 在 {days} 天内没有还没问候的纪念日。',
    en: '{code} has no date within {days} days that is not greeted yet.',
  },
  'dates-nothing-coming.hint': {
    zh: '先用 kehu add date 加上，或看 kehu show 客户 --section dates。',
    en: 'Add it with kehu add date, or see kehu show CUSTOMER --section dates.',
  },
  'column-in-days': { zh: '还有', en: 'in' },
  'column-occasion': { zh: '日子', en: 'occasion' },
  'column-day-told': { zh: '记的日期', en: 'as told' },
  'column-habits': { zh: '喜好', en: 'likes' },
  'column-greeted': { zh: '问候', en: 'greeted' },
  'occasion-birthday': { zh: '生日', en: 'birthday' },
  'occasion-wedding': { zh: '结婚纪念日', en: 'wedding' },
  'occasion-anniversary': { zh: '纪念日', en: 'anniversary' },
} as const satisfies Messages
