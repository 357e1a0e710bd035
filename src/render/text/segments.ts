import type { Messages } from './catalogue.ts'

/** Words of segments and their lists. */
export const segmentsText = {
  'segment-summary': {
    zh: '客户细分：保存的条件、人数变化、名单',
    en: 'segments: saved conditions, counts over time, lists',
  },
  'segment-description': {
    zh: '细分是一个条件，成员随时计算。写在客户簿旁的 policies/segments.yaml，或用 add 存进客户簿。',
    en: 'A segment is a condition; its members are computed. It stands in policies/segments.yaml beside the book, or is saved in the book with add.',
  },
  'segment-list-summary': { zh: '列出全部细分', en: 'list the segments' },
  'segment-show-summary': {
    zh: '一个细分：条件、现有人数、历次人数',
    en: 'one segment: condition, members now, counts over time',
  },
  'segment-add-summary': { zh: '存一个细分；条件先检查', en: 'save a segment; its condition is checked first' },
  'segment-remove-summary': {
    zh: '删掉存在客户簿里的细分（可撤销）',
    en: 'remove a segment saved in the book (can be undone)',
  },
  'segment-run-summary': { zh: '计算细分并记下人数和进出', en: 'compute segments; keep counts and who came or left' },
  'segment-members-summary': {
    zh: '列出成员；--reach 列出可以联系的人',
    en: 'list members; --reach lists whom you may contact',
  },
  'segment-changes-summary': { zh: '谁进来了、谁离开了', en: 'who came and who left' },
  'segment-name': { zh: '细分的名称', en: 'name of a segment' },
  'segment-when': {
    zh: '条件，如 purchases_total >= wan(10) && last_purchase_on < today - 180',
    en: 'condition, such as purchases_total >= wan(10) && last_purchase_on < today - 180',
  },
  'segment-title': { zh: '给人看的名称', en: 'title for people' },
  'segment-tag': { zh: '给成员打的标签；离开的人去掉', en: 'tag for its members; taken from those who leave' },
  'segment-reach': {
    zh: '列出可以这样联系的人：mobile phone email wechat',
    en: 'whom you may reach by mobile, phone, email or wechat',
  },
  'column-segment': { zh: '细分', en: 'segment' },
  'column-members': { zh: '人数', en: 'members' },
  'column-joined': { zh: '进来', en: 'joined' },
  'column-left': { zh: '离开', en: 'left' },
  'column-unknown': { zh: '资料不足', en: 'not known' },
  'column-condition': { zh: '条件', en: 'condition' },
  'column-last-run': { zh: '最近计算', en: 'last run' },
  'column-tag': { zh: '标签', en: 'tag' },
  'segment-none': {
    zh: '还没有细分；用 kehu segment add 存一个',
    en: 'no segment yet; save one with kehu segment add',
  },
  'segment-empty': { zh: '没有人符合', en: 'nobody' },
  'segment-never-run': { zh: '还没有计算过；kehu segment run {name}', en: 'never run; kehu segment run {name}' },
  'segment-now': {
    zh: '“{name}”现有 {members} 位（{unknown} 位资料不足，不算在内）：{condition}',
    en: '"{name}" has {members} members now ({unknown} too little known, not counted): {condition}',
  },
  'segment-added': {
    zh: '已保存细分 {name}：现有 {members} 位，{unknown} 位资料不足。',
    en: 'saved segment {name}: {members} members now, of {unknown} too little is known.',
  },
  'segment-removed': {
    zh: '已删掉细分 {name}；恢复：kehu undo {operation}',
    en: 'removed segment {name}; to bring it back: kehu undo {operation}',
  },
  'segment-exists': { zh: '已经有细分 {name}', en: 'there is a segment {name} already' },
  'segment-exists.hint': {
    zh: '换一个名称，或先 kehu segment remove。',
    en: 'Take another name, or kehu segment remove first.',
  },
  'segment-in-file': {
    zh: '细分 {name} 写在 policies/segments.yaml 里',
    en: 'segment {name} stands in policies/segments.yaml',
  },
  'segment-in-file.hint': { zh: '在文件里删掉它。', en: 'Remove it from that file.' },
  'segment-list-purpose': { zh: '条件：{condition}', en: 'condition: {condition}' },
  'segment-left-out': {
    zh: '列出 {listed} 位，共 {members} 位。没有列出：注明不要联系的 {doNotUse}，不同意接收的 {refused}，没有联系方式的 {none}，与别人同一号码的 {shared}。没有问过是否同意的照常列出。',
    en: '{listed} of {members} listed. Left out: {doNotUse} marked do not use, {refused} who refused, {none} without a contact, {shared} reached through somebody else. Those never asked for consent are listed.',
  },
  'reach.mobile': { zh: '手机', en: 'mobile' },
  'reach.phone': { zh: '电话', en: 'phone' },
  'reach.email': { zh: '邮箱', en: 'e-mail' },
  'reach.wechat': { zh: '微信', en: 'WeChat' },
} as const satisfies Messages
