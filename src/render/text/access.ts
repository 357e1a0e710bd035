import type { Messages } from './catalogue.ts'

/** Words of staff, posts and what they may do. */
export const accessText = {
  'access-summary': { zh: '谁可以看什么、改什么：权限表', en: 'who may see and change what: the access matrix' },
  'access-description': {
    zh: `打印权限表。没有登记人员的客户簿对能读文件的人全部开放（一人使用）；登记了人员之后，只有名单上的人能用。

权限管的是 kehu 这个程序：谁能读到文件，谁就能用别的工具读出内容。要真正锁住，请加密客户簿（kehu help protection）。

例：
  kehu access                 整张表
  kehu access show 订餐员     一个岗位
  kehu access policy > 权限.yaml    改好后 kehu access load 权限.yaml`,
    en: `Prints the access matrix. A book without staff is open to whoever can read the file (one person's use); with staff, only those on the list may work with it.

Posts guard what this program does: whoever can read the file can read what is in it with other tools. To lock it, encrypt the book (kehu help protection).

Examples:
  kehu access                 the whole matrix
  kehu access show booking    one post
  kehu access policy > access.yaml    change it, then kehu access load access.yaml`,
  },
  'access-show-summary': { zh: '一个岗位能做什么、由谁担任', en: 'what one post may do, and who holds it' },
  'access-me-summary': { zh: '我能做什么', en: 'what I may do' },
  'access-policy-summary': { zh: '打印现行权限（YAML，可改后装入）', en: 'print the policy in force as YAML' },
  'access-load-summary': { zh: '装入改过的权限，作为新的一版', en: 'put a changed policy in force, as a new version' },
  'access-post': { zh: '岗位', en: 'post' },
  'access-file': { zh: '权限文件（YAML）', en: 'policy file (YAML)' },
  'access-group': { zh: '范围', en: 'group' },
  'access-legend': {
    zh: 'r 看  w 写  x 导出  m 合并  d 删除、撤销  · 无；整：一直看全  问：要 --unmask 用途  遮：只见头尾',
    en: 'r read  w write  x export  m merge  d delete, undo  · none; whole: always  ask: needs --unmask PURPOSE  masked: never',
  },
  'access-builtin': { zh: '现行的是内置权限', en: 'the built-in policy is in force' },
  'access-version': { zh: '现行的是第 {version} 版权限', en: 'version {version} of the policy is in force' },
  'access-open': {
    zh: '这本客户簿没有登记人员：能读文件的人都可以做任何事。要分岗位：kehu staff add 登录名 --post admin',
    en: 'this book has no staff: whoever can read the file may do everything. To give out posts: kehu staff add LOGIN --post admin',
  },
  'access-loaded': { zh: '第 {version} 版权限已生效', en: 'version {version} of the policy is in force' },
  'access-post-gone': {
    zh: '{name} 的岗位 {post} 不在新权限里，现在进不来：kehu staff edit {name} --post 岗位',
    en: "{name}'s post {post} is not in the new policy, so they are locked out: kehu staff edit {name} --post POST",
  },
  'access-holders': { zh: '担任：{names}', en: 'held by: {names}' },
  'access-you': { zh: '你是 {name}（{login}），{post}', en: 'you are {name} ({login}), {post}' },
  'access-everything': { zh: '全部', en: 'everything' },
  'access-yes': { zh: '有', en: 'yes' },
  'access-no': { zh: '无', en: 'no' },
  'access-grant.always': { zh: '整', en: 'whole' },
  'access-grant.asked': { zh: '问', en: 'ask' },
  'access-grant.never': { zh: '遮', en: 'masked' },
  'access-grant-long.always': { zh: '一直看全', en: 'always whole' },
  'access-grant-long.asked': {
    zh: '写明用途才看全（--unmask 用途），会记下来',
    en: 'whole with --unmask PURPOSE, which is logged',
  },
  'access-grant-long.never': { zh: '只见头尾', en: 'masked' },
  'access-unmask.contact': { zh: '电话邮箱', en: 'phones' },
  'access-unmask.identity': { zh: '证件号码', en: 'ID numbers' },
  'access-unmask.address': { zh: '门牌地址', en: 'addresses' },
  'access-action.read': { zh: '看', en: 'read' },
  'access-action.write': { zh: '写', en: 'write' },
  'access-action.export': { zh: '导出', en: 'export' },
  'access-action.merge': { zh: '合并', en: 'merge' },
  'access-action.delete': { zh: '删除', en: 'delete' },
  'access-group.customer': { zh: '客户', en: 'customers' },
  'access-group.contact': { zh: '联系方式', en: 'contacts' },
  'access-group.identity': { zh: '证件', en: 'identity' },
  'access-group.address': { zh: '地址', en: 'addresses' },
  'access-group.sensitive': { zh: '敏感信息', en: 'sensitive' },
  'access-group.deal': { zh: '成交资信', en: 'deals, credit' },
  'access-group.interaction': { zh: '来往', en: 'contact book' },
  'access-group.feedback': { zh: '投诉调查', en: 'feedback' },
  'access-group.demand': { zh: '需求', en: 'demands' },
  'access-group.info': { zh: '信息奖励', en: 'information' },
  'access-group.card': { zh: '信息卡', en: 'cards' },
  'access-group.quality': { zh: '核实清理', en: 'quality' },
  'access-group.match': { zh: '查重', en: 'duplicates' },
  'access-group.tier': { zh: '等级分群', en: 'tiers' },
  'access-group.report': { zh: '报表', en: 'reports' },
  'access-group.import': { zh: '导入', en: 'imports' },
  'access-group.policy': { zh: '规则设置', en: 'policies' },
  'access-group.staff': { zh: '人员', en: 'staff' },
  'access-group.journal': { zh: '记录审计', en: 'journal' },
  'access-group.privacy': { zh: '个人权利', en: 'privacy' },
  'access-group.book': { zh: '客户簿', en: 'the book' },
  'access-policy-nobody': {
    zh: '没有一个岗位能改人员名单（write 里要有 staff）',
    en: 'no post may change the list of staff (write needs staff)',
  },
  'access-refused': {
    zh: '{name}（{post}）没有权限：{action} {group}',
    en: '{name} ({post}) may not: {action} {group}',
  },
  'access-refused.hint': {
    zh: '自己的权限：kehu access me。确有需要，请管理员改岗位：kehu staff edit',
    en: 'what you may do: kehu access me. If you need it, ask an administrator: kehu staff edit',
  },
  'access-unmask-refused': {
    zh: '{name}（{post}）不能看完整的电话、证件和地址',
    en: '{name} ({post}) may not see phones, ID numbers and addresses whole',
  },
  'access-unmask-refused.hint': {
    zh: '请有权限的同事代查；要改权限：kehu access policy',
    en: 'ask somebody who may; to change it: kehu access policy',
  },
  'access-unmask-purpose': {
    zh: '要看完整的个人信息，请写明用途',
    en: 'to see personal data whole, say what for',
  },
  'access-unmask-purpose.hint': { zh: '--unmask 回访', en: '--unmask "calling back"' },
  'access-undo-others': {
    zh: '第 {id} 号操作是 {staff} 做的，你只能撤销自己的操作',
    en: 'operation {id} was done by {staff}; you may undo only your own',
  },
  'access-undo-others.hint': {
    zh: '请 {staff} 撤销，或请经理、管理员代办',
    en: 'ask {staff}, a manager or an administrator',
  },
  'access-no-rejects': {
    zh: '你的岗位看不到完整的号码，所以没有写出退回的行；请按行号在原文件里改',
    en: 'your post does not see numbers whole, so no file of rejected rows was written: mend the rows named here in your own file',
  },
  'access-post-unknown': { zh: '没有岗位“{name}”。有：{names}', en: 'there is no post "{name}"; there are: {names}' },
  'access-post-unknown.hint': { zh: '看全部岗位：kehu access', en: 'all posts: kehu access' },
  'staff-summary': { zh: '人员：登记、改岗位、离职、口令', en: 'staff: add, change post, leave, passphrase' },
  'staff-description': {
    zh: `登记了第一个人之后，只有名单上的人能用这本客户簿，各做各岗位的事。
谁在用：先看 KEHU_USER，再看登录名；在终端上可以问。设了口令的人还要输口令。

例：
  kehu staff add zhou --name 周敏 --post 管理
  kehu staff add li --name 李丽 --post 订餐员
  kehu staff passphrase li
  kehu staff leave li --to 周敏`,
    en: `With the first person on the list, only those on it may use the book, each by their post.
Who is working: KEHU_USER, else the login name; at a terminal you may be asked. Who has a passphrase has to give it.

Examples:
  kehu staff add zhou --name "Zhou Min" --post admin
  kehu staff add li --name "Li Li" --post booking
  kehu staff passphrase li
  kehu staff leave li --to zhou`,
  },
  'staff-list-summary': { zh: '列出人员', en: 'list them' },
  'staff-add-summary': { zh: '登记一个人', en: 'add somebody' },
  'staff-show-summary': { zh: '看一个人', en: 'show one of them' },
  'staff-edit-summary': {
    zh: '改岗位或姓名；--back 让离职的人回来',
    en: 'change post or name; --back for one who returns',
  },
  'staff-leave-summary': {
    zh: '离职：从此不能再用，客户可移交',
    en: 'somebody leaves: locked out, customers handed over',
  },
  'staff-passphrase-summary': { zh: '设定或取消口令', en: 'set or remove a passphrase' },
  'staff-all': { zh: '离职的也列', en: 'those who left too' },
  'staff-login': { zh: '登录名', en: 'login' },
  'staff-name': { zh: '姓名', en: 'name' },
  'staff-post': { zh: '岗位（kehu access 可看全部）', en: 'post (all of them: kehu access)' },
  'staff-post-column': { zh: '岗位', en: 'post' },
  'staff-passphrase-column': { zh: '口令', en: 'passphrase' },
  'staff-seen': { zh: '最近使用', en: 'last seen' },
  'staff-who-argument': { zh: '登录名或姓名', en: 'login or name' },
  'staff-back': { zh: '让离职的人回来', en: 'let somebody who left come back' },
  'staff-to': { zh: '负责的客户移交给谁', en: 'who takes over their customers' },
  'staff-from': { zh: '从文件第一行读口令', en: 'read it from the first line of a file' },
  'staff-remove': { zh: '取消口令', en: 'remove it' },
  'staff-active': { zh: '在职', en: 'active' },
  'staff-left-on': { zh: '{on} 离职', en: 'left {on}' },
  'staff-none': { zh: '没有登记人员', en: 'nobody is listed' },
  'staff-owned': { zh: '负责 {count} 位客户', en: 'looks after {count} customers' },
  'staff-with-passphrase': { zh: '设有口令', en: 'has a passphrase' },
  'staff-without-passphrase': {
    zh: '没有口令：谁用这个登录名谁就是本人。设定：kehu staff passphrase',
    en: 'no passphrase: whoever has the login name is taken for them. To set one: kehu staff passphrase',
  },
  'staff-last-seen': { zh: '最近使用：{at}', en: 'last seen: {at}' },
  'staff-added': {
    zh: '已登记：{name}（{login}），{post}。撤销：kehu undo {operation}',
    en: 'added: {name} ({login}), {post}. To take it back: kehu undo {operation}',
  },
  'staff-first': {
    zh: '从现在起，只有名单上的人能用这本客户簿。先给 {login} 设口令：kehu staff passphrase {login}',
    en: 'from now on only those on the list may use this book. First give {login} a passphrase: kehu staff passphrase {login}',
  },
  'staff-not-you': {
    zh: '注意：你现在的登录名是 {you}，不在名单上。接着用请写 KEHU_USER={login}',
    en: 'mind: you are {you}, who is not on the list. To go on, use KEHU_USER={login}',
  },
  'staff-changed': {
    zh: '已改：{name}。撤销：kehu undo {operation}',
    en: 'changed: {name}. To take it back: kehu undo {operation}',
  },
  'staff-gone': {
    zh: '{name} 自 {on} 起不能再用。撤销：kehu undo {operation}',
    en: '{name} is locked out from {on}. To take it back: kehu undo {operation}',
  },
  'staff-handed': { zh: '{count} 位客户移交给 {to}', en: '{count} customers handed to {to}' },
  'staff-still-owns': {
    zh: '{name} 名下还有 {count} 位客户。移交：kehu staff leave {name} --to 姓名',
    en: '{name} still looks after {count} customers. To hand them over: kehu staff leave {name} --to NAME',
  },
  'staff-who': { zh: '你是谁（登录名或姓名）', en: 'who are you (login or name)' },
  'staff-passphrase-ask': { zh: '口令', en: 'passphrase' },
  'staff-passphrase-new': { zh: '新口令', en: 'new passphrase' },
  'staff-passphrase-again': { zh: '再输一次', en: 'once more' },
  'staff-passphrase-set': {
    zh: '{name} 的口令已设定。忘了只能由管理员取消重设',
    en: "{name}'s passphrase is set. If it is forgotten, an administrator has to remove it",
  },
  'staff-passphrase-removed': { zh: '{name} 的口令已取消', en: "{name}'s passphrase is removed" },
  'staff-unknown': {
    zh: '“{login}”不在这本客户簿的人员名单上',
    en: '"{login}" is not on the list of staff of this book',
  },
  'staff-unknown.hint': {
    zh: '是名单上的人：KEHU_USER=登录名。新来的：请管理员 kehu staff add {login} --post 岗位',
    en: 'if you are on the list: KEHU_USER=LOGIN. If you are new: an administrator runs kehu staff add {login} --post POST',
  },
  'staff-left': { zh: '“{login}”已离职，不能再用', en: '"{login}" has left and is locked out' },
  'staff-left.hint': {
    zh: '回来上班：请管理员 kehu staff edit {login} --back',
    en: 'if they are back: kehu staff edit {login} --back',
  },
  'staff-post-missing': {
    zh: '“{login}”的岗位“{post}”不在现行权限里',
    en: '"{login}" has the post "{post}", which the policy does not know',
  },
  'staff-post-missing.hint': {
    zh: '请管理员改岗位：kehu staff edit {login} --post 岗位',
    en: 'an administrator runs kehu staff edit {login} --post POST',
  },
  'staff-passphrase-needed': {
    zh: '要口令，但这里没有人可以问',
    en: 'a passphrase is needed, and there is nobody to ask',
  },
  'staff-passphrase-needed.hint': {
    zh: '在终端里运行，或把口令放进只有自己能读的文件：KEHU_STAFF_PASSPHRASE_FILE=文件',
    en: 'run it at a terminal, or put the passphrase into a file only you can read: KEHU_STAFF_PASSPHRASE_FILE=FILE',
  },
  'staff-passphrase-wrong': { zh: '“{login}”的口令不对', en: 'that is not the passphrase of "{login}"' },
  'staff-passphrase-wrong.hint': {
    zh: '忘了口令：请管理员 kehu staff passphrase {login} --remove',
    en: 'if it is forgotten: an administrator runs kehu staff passphrase {login} --remove',
  },
  'staff-passphrase-short': { zh: '口令至少 {least} 个字', en: 'a passphrase has at least {least} characters' },
  'staff-passphrase-short.hint': {
    zh: '几个词连起来，好记又难猜',
    en: 'a few words in a row are easy to keep and hard to guess',
  },
  'staff-passphrase-differs': { zh: '两次输入的不一样', en: 'the two are not the same' },
  'staff-passphrase-differs.hint': { zh: '再试一次', en: 'try again' },
  'staff-passphrase-others': {
    zh: '只有管理员能改 {name} 的口令',
    en: "only an administrator may change {name}'s passphrase",
  },
  'staff-passphrase-others.hint': { zh: '自己的口令：kehu staff passphrase', en: 'your own: kehu staff passphrase' },
  'staff-exists': { zh: '已有登录名“{login}”', en: 'the login "{login}" is taken' },
  'staff-exists.hint': { zh: '看名单：kehu staff list --all', en: 'see kehu staff list --all' },
  'staff-missing': {
    zh: '名单上没有“{who}”，或同名的不止一个',
    en: 'nobody called "{who}" is listed, or more than one is',
  },
  'staff-missing.hint': { zh: '看名单：kehu staff list --all', en: 'see kehu staff list --all' },
  'staff-first-admin': {
    zh: '第一个登记的人要能管人员，否则谁也进不来',
    en: 'the first on the list has to be one who may change it, or nobody could',
  },
  'staff-first-admin.hint': { zh: 'kehu staff add {login} --post 管理', en: 'kehu staff add {login} --post admin' },
  'staff-last-admin': {
    zh: '这样一来就没有人能管人员名单了',
    en: 'nobody would be left who may change the list of staff',
  },
  'staff-last-admin.hint': {
    zh: '先登记另一位管理员：kehu staff add 登录名 --post 管理',
    en: 'first add another: kehu staff add LOGIN --post admin',
  },
} as const satisfies Messages
