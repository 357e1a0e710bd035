import type { Messages } from './catalogue.ts'

/** What stands in the way of writing a file, beside `disk-full` and `folder-read-only`. */
export const writingText = {
  'folder-missing': { zh: '没有文件夹 {folder}', en: 'there is no folder {folder}' },
  'folder-missing.hint': {
    zh: '先建好这个文件夹，或用 -o 指到别处',
    en: 'make that folder first, or name another place with -o',
  },
  'file-is-folder': { zh: '{path} 是文件夹，不是文件', en: '{path} is a folder, not a file' },
  'file-is-folder.hint': { zh: '用 -o 写出文件名', en: 'name a file with -o' },
  'file-unwritable': { zh: '{path} 写不进去（{code}）', en: '{path} could not be written ({code})' },
  'file-unwritable.hint': {
    zh: '检查磁盘和权限，或用 -o 指到别处；原来的内容没有变',
    en: 'check the disk and permissions, or name another place with -o; what was there before is unchanged',
  },
  'period-unreadable': { zh: '看不懂期间“{text}”', en: 'can’t read the period “{text}”' },
  'period-unreadable.hint': {
    zh: '写成 2026-W47、2026-11、2026-Q4、2026、2026-11-22、2026-11-01..2026-11-15 或 上周',
    en: 'write 2026-W47, 2026-11, 2026-Q4, 2026, 2026-11-22, 2026-11-01..2026-11-15 or last-week',
  },
  'period-no-such-week': {
    zh: '{year} 年只有 {weeks} 周，没有 {text}',
    en: '{year} has {weeks} weeks; there is no {text}',
  },
  'period-no-such-day': { zh: '没有这一天：{text}', en: 'there is no such day: {text}' },
  'period-backwards': { zh: '期间的结束早于开始：{text}', en: 'the period ends before it begins: {text}' },
} as const satisfies Messages
