import type { Messages } from './catalogue.ts'

/** Encryption, passphrases, backups and what may go wrong with them. */
export const protectionText = {
  'passphrase-ask': { zh: '{path} 的口令：', en: 'Passphrase of {path}: ' },
  'passphrase-again': { zh: '口令不对，请再输一次', en: 'That is not it; try once more' },
  'passphrase-new': {
    zh: '新口令（至少 8 个字符，输入时不显示）：',
    en: 'New passphrase (8 characters or more, not shown): ',
  },
  'passphrase-repeat': { zh: '再输一次新口令：', en: 'The new passphrase once more: ' },
  'passphrase-wrong': {
    zh: '口令打不开 {path}：口令不对，或文件开头已损坏',
    en: 'the passphrase does not open {path}: it is another one, or the beginning of the file is damaged',
  },
  'passphrase-wrong.hint': {
    zh: '核对口令（大小写、中英文输入法）再试；没有口令，谁也打不开这个文件',
    en: 'check it (capitals, input method) and try again; without the passphrase nobody can open this file',
  },
  'passphrase-needed': {
    zh: '要设口令，但没有终端可问；请改用 {flags}',
    en: 'a passphrase is to be set and there is no terminal to ask at; use {flags}',
  },
  'passphrase-short': {
    zh: '口令太短，至少要 {least} 个字符',
    en: 'the passphrase is too short; it needs {least} characters',
  },
  'passphrase-short.hint': {
    zh: '几个不相干的词连在一起，又长又好记',
    en: 'a few unrelated words make a long one that is easy to keep',
  },
  'passphrase-differs': {
    zh: '两次输入的口令不一样，没有改动任何内容',
    en: 'the two passphrases differ; nothing was changed',
  },
  'passphrase-empty': { zh: '{source} 没有给出口令', en: '{source} gave no passphrase' },
  'passphrase-file-unreadable': {
    zh: '读不了口令文件 {file}（{detail}）',
    en: 'cannot read the passphrase file {file} ({detail})',
  },
  'passphrase-command-failed': {
    zh: '取口令的命令没有成功（退出码 {exit}）：{command}',
    en: 'the command that tells the passphrase failed (exit {exit}): {command}',
  },
  'book-encrypted': { zh: '{path} 已加密，需要口令才能打开', en: '{path} is encrypted and needs its passphrase' },
  'book-encrypted.hint': {
    zh: '在终端里运行会问口令；定时任务用 --passphrase-file 文件，或设 KEHU_PASSPHRASE_FILE、KEHU_PASSPHRASE_COMMAND',
    en: 'at a terminal kehu asks for it; for cron use --passphrase-file FILE, or set KEHU_PASSPHRASE_FILE or KEHU_PASSPHRASE_COMMAND',
  },
  'book-encrypted-already': {
    zh: '{path} 已经加密，没有改动它',
    en: '{path} is encrypted already; it was left as it is',
  },
  'book-encrypted-already.hint': { zh: '换口令用 kehu rekey', en: 'kehu rekey gives it another passphrase' },
  'book-plain': { zh: '{path} 没有加密，没有改动它', en: '{path} is not encrypted; it was left as it is' },
  'book-plain.hint': { zh: '要加密用 kehu encrypt', en: 'kehu encrypt encrypts it' },
  'cipher-missing': {
    zh: '加密要用的组件 better-sqlite3-multiple-ciphers 没有装好，{path} 没有改动',
    en: 'the optional driver better-sqlite3-multiple-ciphers is not installed; {path} was left as it is',
  },
  'cipher-missing.hint': {
    zh: '安装它：npm install -g better-sqlite3-multiple-ciphers（与 kehu 装在同一处）',
    en: 'install it where kehu is: npm install -g better-sqlite3-multiple-ciphers',
  },
  'book-in-use': {
    zh: '{path} 正被别的 kehu 打开着，等了 20 秒仍未关上',
    en: '{path} is open in another kehu; waited 20 s in vain',
  },
  'book-in-use.hint': {
    zh: '请大家先退出（登记、核实、导入等），再试一次',
    en: 'have everybody leave (forms, sessions, imports), then try again',
  },
  'copy-differs': {
    zh: '{path} 的副本与原件不一致，没有替换，原件没有变',
    en: 'the copy of {path} is not the same as the original; nothing was replaced',
  },
  'copy-differs.hint': { zh: '先用 kehu doctor 检查', en: 'look into it with kehu doctor first' },
  'encrypt-summary': { zh: '加密整本客户簿', en: 'encrypt the whole book' },
  'encrypt-description': {
    zh: `把客户簿换成加密的（SQLCipher 4 格式，AES-256）：先写好加密副本，逐行核对无误后才
替换。此后每次打开都要口令：在终端里询问，或由 --passphrase-file、
--passphrase-command 给出，不从命令行直接传。
口令丢了，谁也打不开，备份也打不开。导出的文件、报表、导入用的原表不在其内，请另行保管。`,
    en: `Replaces the book by an encrypted one (the format of SQLCipher 4, AES-256): the copy is
written first and held against the original row by row. From then on it opens with the
passphrase only: asked for at the terminal, or told by --passphrase-file or
--passphrase-command, never on the command line itself. A lost passphrase loses the book
and its backups for everybody. Exports, reports and the files you imported are not
covered: keep them safe yourself.`,
  },
  'encrypt-lost': {
    zh: `口令一旦丢失，这本客户簿和加密以后的备份就再也打不开，谁也没有办法，也没有后门。
请先把口令抄下来，放在保险柜或密码管理器里，至少两人知道在哪里。`,
    en: `If the passphrase is lost, this book and every backup made of it from now on can never be
opened again, by anybody; there is no back door. Write it down first, keep it in a safe or a
password manager, and let two people know where.`,
  },
  'encrypt-ask': {
    zh: '口令已经妥善记下，现在加密？',
    en: 'Is the passphrase kept in a safe place, and shall the book be encrypted now?',
  },
  'encrypt-not-agreed': {
    zh: '没有加密：需要有人同意口令丢失的后果',
    en: 'nothing was encrypted: somebody must agree to what a lost passphrase means',
  },
  'encrypt-not-agreed.hint': {
    zh: '看过 kehu encrypt --help 后加 --yes',
    en: 'read kehu encrypt --help, then add --yes',
  },
  'encrypt-done': {
    zh: '{path} 已加密，{customers} 位客户逐行核对无误',
    en: '{path} is encrypted; {customers} customers, every row compared',
  },
  'encrypt-copies': {
    zh: '旁边还有未加密的旧副本，不需要就删掉：{files}',
    en: 'older copies beside it are still plain, remove them when not needed: {files}',
  },
  'encrypt-elsewhere': {
    zh: '以前的备份、导出和报表仍未加密；磁盘上被替换的旧内容要等被覆盖才会消失（整盘加密可避免）',
    en: 'earlier backups, exports and reports are still plain; what the old file left on the disk goes only when written over (full-disk encryption avoids that)',
  },
  'decrypt-summary': { zh: '解除加密', en: 'write the book in plain again' },
  'decrypt-description': {
    zh: '写出不加密的副本，逐行核对无误后替换。',
    en: 'Writes a plain copy, holds it against the book row by row, and puts it in its place.',
  },
  'decrypt-done': {
    zh: '{path} 已解除加密，{customers} 位客户逐行核对无误',
    en: '{path} is plain again; {customers} customers, every row compared',
  },
  'rekey-summary': { zh: '换口令', en: 'give the book another passphrase' },
  'rekey-description': {
    zh: '用新口令重新加密，逐行核对无误后替换。以前的备份仍用当时的口令。',
    en: 'Encrypts the book anew, compared row by row. Earlier backups keep the passphrase they were made with.',
  },
  'rekey-file': { zh: '新口令在这个文件的第一行', en: 'the new passphrase is the first line of this file' },
  'rekey-command': {
    zh: '新口令是这个命令的第一行输出',
    en: 'the new passphrase is the first line this command writes',
  },
  'rekey-done': {
    zh: '{path} 已换口令，{customers} 位客户逐行核对无误',
    en: '{path} has its new passphrase; {customers} customers, every row compared',
  },
  'backup-recipient': {
    zh: '用这个 age 公钥加密（age1…，或每行一个的文件；可重复）',
    en: 'encrypt for this age key (age1…, or a file of them; repeatable)',
  },
  'backup-encrypt': { zh: '用口令加密', en: 'encrypt with a passphrase' },
  'age-file': { zh: '备份的口令在这个文件的第一行', en: 'the passphrase of the backup is the first line of this file' },
  'age-command': {
    zh: '备份的口令是这个命令的第一行输出',
    en: 'the passphrase of the backup is the first line this command writes',
  },
  'backup-also': { zh: '第二份在 {path}', en: 'a second one is at {path}' },
  'backup-removed': { zh: '按保留规则删掉 {count} 份旧备份', en: '{count} old ones went by the keep rule' },
  'backup-unsound': {
    zh: '备份 {file} 读回来与写下的不一样，已删掉',
    en: 'the backup {file} reads back differently from what was written; it was removed',
  },
  'backup-unsound.hint': {
    zh: '磁盘可能有问题：换一处 --to 再试',
    en: 'the disk may be failing: try another place with --to',
  },
  'backup-one-lock': { zh: '--recipient 和口令只能用一种', en: 'either --recipient or a passphrase, not both' },
  'recipient-wrong': { zh: '不是 age 公钥：{recipient}', en: 'this is no age recipient: {recipient}' },
  'recipient-wrong.hint': {
    zh: '公钥以 age1 开头；用 age-keygen 可以生成一对',
    en: 'a recipient begins with age1; age-keygen makes a pair',
  },
  'identity-unreadable': { zh: '{file} 里读不到 age 密钥', en: 'there is no age key to be read in {file}' },
  'identity-unreadable.hint': {
    zh: '密钥文件里有一行以 AGE-SECRET-KEY- 开头',
    en: 'a key file has a line that begins with AGE-SECRET-KEY-',
  },
  'backup-locked': {
    zh: '备份 {file} 已加密，需要密钥或口令',
    en: 'the backup {file} is encrypted and needs a key or its passphrase',
  },
  'backup-locked.hint': {
    zh: '加上 --identity 密钥文件，或 --age-passphrase-file 文件',
    en: 'add --identity KEYFILE, or --age-passphrase-file FILE',
  },
  'backup-key-wrong': {
    zh: '密钥或口令打不开备份 {file}',
    en: 'the key or passphrase does not open the backup {file}',
  },
  'backup-key-wrong.hint': {
    zh: '备份是用当时的密钥加密的：找出那时的密钥或口令',
    en: 'it was encrypted with the key of its day: find that key or passphrase',
  },
  'restore-identity': {
    zh: '用这个文件里的 age 密钥打开（可重复）',
    en: 'open with the age keys in this file (repeatable)',
  },
  'restore-unreadable': {
    zh: '现在的客户簿 {path} 读不出来，没有恢复',
    en: 'the book of today at {path} cannot be read; nothing was restored',
  },
  'restore-unreadable.hint': {
    zh: '确要恢复请加 --force；读不出来的文件会改名保留',
    en: 'add --force to do it all the same; the file that cannot be read is kept under another name',
  },
  'restore-ask-unreadable': {
    zh: '现在的客户簿读不出来，改名保留后恢复备份？',
    en: 'the book of today cannot be read; keep it under another name and restore?',
  },
  'restore-book-unreadable': { zh: '读不出来', en: 'cannot be read' },
  'restore-changed': {
    zh: '{path} 刚才又有人写入，没有恢复',
    en: 'somebody has just written to {path}; nothing was restored',
  },
  'restore-changed.hint': { zh: '再运行一次即可看到最新情况', en: 'run it again to see how it stands now' },
} as const satisfies Messages
