import type { Messages } from './catalogue.ts'

/** What the prompts themselves say. */
export const askText = {
  'ask-text-hint': {
    zh: '回车确认 · - 跳过 · < 上一题 · ? 说明 · Ctrl-C 存草稿退出',
    en: 'Enter to confirm · - skip · < back · ? help · Ctrl-C keep draft and leave',
  },
  'ask-required-hint': {
    zh: '※ 必填 · 回车确认 · < 上一题 · ? 说明 · Ctrl-C 存草稿退出',
    en: '※ required · Enter to confirm · < back · ? help · Ctrl-C keep draft and leave',
  },
  'ask-choice-hint': {
    zh: '↑↓ 或编号、汉字、拼音首字母选择 · 回车确认 · - 跳过 · < 上一题 · ? 说明',
    en: '↑↓, a number or letters to choose · Enter to confirm · - skip · < back · ? help',
  },
  'ask-choices-hint': {
    zh: '↑↓ 移动，空格勾选，或输入编号（如 1 3）· 回车确认 · - 跳过 · < 上一题',
    en: '↑↓ to move, space to tick, or numbers such as 1 3 · Enter to confirm · - skip · < back',
  },
  'ask-line-hint': { zh: '- 跳过，< 上一题，? 说明，q 退出', en: '- skip, < back, ? help, q leave' },
  'ask-required': {
    zh: '这一项必须填写（※）。请输入后按回车，或按 < 回到上一题。',
    en: 'This one is required (※). Type an answer, or < to go back.',
  },
  'ask-no-help': { zh: '这一项没有更多说明。', en: 'There is no more to say about this one.' },
  'ask-no-match': {
    zh: '没有对应的选项。请用编号、汉字或拼音首字母，或用 ↑↓ 选择。',
    en: 'No such choice. Type its number or letters, or use ↑↓.',
  },
  'ask-yes-or-no': { zh: '请回答 是（1）或 否（2）。', en: 'Please answer yes (1) or no (2).' },
  'ask-wrong-key': { zh: '请输入其中之一：', en: 'Please type one of:' },
  'ask-yes': { zh: '是', en: 'yes' },
  'ask-no': { zh: '否', en: 'no' },
  'ask-skipped': { zh: '（跳过）', en: '(skipped)' },
  'ask-quit': { zh: '（退出）', en: '(left)' },
  'ask-other': { zh: '不在表中，按原文记下：', en: 'not in the list, keep as typed: ' },
  'ask-number': { zh: '输入编号或名称；', en: 'type a number or a name;' },
  'ask-numbers': { zh: '输入编号，可多个，如 1 3；', en: 'type numbers, several if you like, such as 1 3;' },
} as const satisfies Messages
