import type { Choice } from '../../model/dictionary.ts'

const choice = (value: string, zh: string, en: string, synonyms = ''): Choice =>
  synonyms === '' ? { value, zh, en } : { value, zh, en, synonyms: synonyms.split('|') }

export const genders = [
  choice('M', '男', 'male', '先生|男性|男士|公|1|m|mr|mr.'),
  choice('F', '女', 'female', '女士|女性|小姐|太太|0|2|f|ms|mrs|miss'),
]

export const customerTypes = [
  choice('person', '个人', 'person', '个人客户|自然人|私人|散户|零售客户|individual|personal|b2c|c端'),
  choice(
    'org',
    '单位',
    'organisation',
    '企业|公司|企业客户|单位客户|法人|机构|组织|company|business|corporate|b2b|集团|集团客户|org',
  ),
]

/** 获取来源: COL-15, COL-17 and COL-31 together. */
export const acquisitionSources = [
  choice(
    'call',
    '来电咨询',
    'call-in',
    '来电|电话咨询|电话|call|call in|phone|phone inquiry|hotline|热线|客服热线|400电话|來電|電話',
  ),
  choice(
    'walk_in',
    '现场来访',
    'walk-in',
    '来访|到访|路过|上门|自然到访|自然进店|自然客流|自然来访|自来客|进店|walk in|walkin|drop in|store|showroom|客户自动找上来|自然因素|门店|到店|门店收银|店面|路過|自來客|門市',
  ),
  choice(
    'event',
    '活动',
    'event',
    '参加活动|线下活动|市场活动|推广活动|促销活动|地推活动|沙龙|讲座|直播活动|团购会|campaign|event|seminar|webinar|活動',
  ),
  choice('owner', '已购业主', 'existing owner', '业主|老业主|已购买房产业主'),
  choice('special', '特殊途径', 'special introduction', '关系户|领导介绍|特殊途径获取'),
  choice(
    'friend',
    '朋友介绍',
    'friend',
    '熟人介绍|熟人|亲友介绍|亲戚介绍|亲戚|同事介绍|同事|同学|朋友|朋友推荐|家人介绍|员工介绍|员工推荐|friend referral|friends|friends and family|朋友介紹|親友介紹',
  ),
  choice(
    'referral',
    '老客户介绍',
    'referral',
    '老带新|转介绍|老客户|老客户转介绍|老客户推荐|老客介绍|老顾客介绍|老学员介绍|会员介绍|会员推荐|业主推荐|客户介绍|客户转介绍|客户推荐|推荐|介绍|口碑|口碑推荐|referral|referred|customer referral|word of mouth|推荐与口碑|客戶介紹|轉介紹|老客戶介紹|口碑推薦',
  ),
  choice(
    'online',
    '网络',
    'online',
    '网上|网站|网络推广|网络咨询|网络搜索|搜索引擎|官网|官网注册|线上|线上渠道|线上推广|电商|淘宝|天猫|京东|拼多多|阿里巴巴|1688|阿里国际站|58同城|安居客|贝壳网|汽车之家|易车|懂车帝|携程|飞猪|知乎|快手|朋友圈|小程序|微信群|社群|信息流|seo|sem|google|facebook|instagram|linkedin|tiktok|wechat|alibaba|amazon|online|網路|網站|官網|臉書|微信|抖音|小红书|公众号|web|website|internet|social media|微博|视频号|百度|美团|大众点评|web form',
  ),
  choice('advertising', '广告', 'advertising', '户外广告|报纸|电台|电视|短信|dm|传单|户外|advert|ads|媒体'),
  choice('canvass', '走访', 'canvassing', '自己出去走访|地推|陌拜|扫楼|派单|cold call|拓客|外拓'),
  choice('peer', '同行', 'peers', '同行交流|同行介绍|同行之间的交流'),
  choice(
    'fair',
    '展会',
    'trade fair',
    '展会名片|展览会|博览会|车展|房展|婚博会|教育展|广交会|进博会|义博会|canton fair|exhibition|trade show|expo|行业会展|展覽會|展會',
  ),
  choice('agency', '中介', 'agency', '渠道|经纪人|中介带看|分销|房产中介|agent|broker|渠道带看'),
  choice('partner', '合作伙伴', 'partner', '合作伙伴数据共享|异业合作|partner'),
  choice('purchased', '购买名单', 'bought list', '第三方数据|购买|租用名单|bought'),
]

/** COL-33: how far the source is from the customer. */
export const channelClasses = [
  choice('direct', '直接渠道', 'direct', '直接|直接信息渠道|本人|客户本人|自有|一手|direct channel|first hand|own'),
  choice(
    'intermediary',
    '专业中间人渠道',
    'intermediary',
    '中间人|中间人渠道|专业中间人|中介|招标公司|设计院|研究院|环评|同行|老客户|intermediaries|agent|broker',
  ),
  choice(
    'third-party',
    '第三方渠道',
    'third party',
    '第三方|第三方信息渠道|媒体|网站|政府|行业资讯|购买|合作方|third|third party channel|public|bought|partner',
  ),
]

/** 收集方法: the named methods of the sources. 线人 (paid insiders) are not offered. */
export const collectionMethods = [
  choice('observe', '观察', 'observing', '观察获取|餐中观察'),
  choice('listen', '倾听', 'listening', '倾听客人谈话'),
  choice('ask', '询问', 'asking', '直接询问法|主动询问|询问记录法'),
  choice('card', '名片', 'business card', '交换名片|递名片'),
  choice('introduction', '介绍', 'introduction', '介绍时|介绍寻找法|熟人|熟人法|无限连锁法|社会关系法|互惠互利法'),
  choice('phone', '电话', 'phone', '电话调查'),
  choice('visit', '登门拜访', 'visit', '拜访|人员实地走访|普遍寻找法|逐户|地毯式'),
  choice('email', '电子邮件', 'e-mail', '电子邮件调查|电子邮件法'),
  choice('form', '填表', 'form', '让客户填写卡片资料|登记表|问卷|问卷调查'),
  choice('records', '原始记录', 'own records', '原始记录法|新增记录法|重复销售法|反馈信息法'),
  choice('directory', '名单查找', 'directories', '名单查找法|报刊名册法|资料查阅寻找法|网上黄页法'),
  choice('search', '网上搜索', 'web search', '搜索引擎法|行业网站法'),
  choice('advert', '广告寻找', 'advertising', '广告寻找法'),
  choice('interview', '访谈', 'interview', '焦点小组讨论|深度访谈'),
  choice('purchase', '购买', 'purchase', '直接购买法'),
  choice('system', '系统', 'other system', 'erp|crm|交易系统|收银系统|明源系统|呼叫中心'),
]

export const diningGrades = [
  choice('high', '高档', 'high', '高|豪华|vip|高端'),
  choice('middle', '中档', 'middle', '中|中等'),
  choice('low', '普通', 'plain', '低|低档|大众|一般'),
]

export const diningRoles = [
  choice('host', '经常请客', 'usually the host', '请客|做东|主陪'),
  choice('guest', '经常被请', 'usually the guest', '被请|客人|主宾'),
]

export const spendingReasons = [
  choice('board', '董事会关系', 'board relation', '董事会'),
  choice('loyal', '忠诚客户', 'loyal customer', '老客户'),
  choice('management', '管理层关系', 'management relation', '管理层'),
  choice('referred', '其他客户推荐', 'referred by a customer', '客户推荐'),
  choice('card', '有消费卡', 'holds a spending card', '消费卡'),
  choice('natural', '自然因素', 'by chance', '自然'),
]

export const frequencies = [
  choice('daily', '每天', 'daily', '天天|每日'),
  choice('weekly', '每周', 'weekly', '每周一次|经常|周'),
  choice('monthly', '每月', 'monthly', '每月一次|月'),
  choice('seldom', '偶尔', 'seldom', '很少|不定|有时'),
]

export const yesNo = [
  choice('yes', '是', 'yes', '有|已|对|y|true|1|√|✓|☑|可以|同意'),
  choice('no', '否', 'no', '无|未|没有|不|n|false|0|×|不可以|不同意'),
]

export const intents = [
  choice('high', '高', 'high', '强|很高|a|意向强|强烈|非常有意向|诚意高'),
  choice('middle', '中', 'middle', '一般|b|有意向|诚意一般'),
  choice('low', '低', 'low', '弱|c|无意向|诚意低'),
]

export const educations = [
  choice('primary', '小学', 'primary school'),
  choice('junior', '初中', 'junior school'),
  choice('senior', '高中', 'senior school', '中专|职高|技校'),
  choice('college', '大专', 'college', '专科'),
  choice('bachelor', '本科', 'bachelor', '大学|大学本科|学士'),
  choice('master', '硕士', 'master', '研究生|mba'),
  choice('doctor', '博士', 'doctor', 'phd'),
]

export const interactionKinds = [
  choice(
    'call',
    '来电',
    'call',
    '电话|去电|来电咨询|电话回访|电话沟通|电话拜访|电话跟进|电话咨询|电话预约|电访|外呼|呼入|呼出|致电|通话|座机|手机|phone|phone call|tel|telephone|outbound|inbound|cold call|call in|來電|電話|電訪|致電',
  ),
  choice(
    'walk-in',
    '来访',
    'walk-in',
    '到访|到店|来店|到场|现场|现场来访|来电来访|首访|二访|复访|进店|到店咨询|到店就诊|看房|带看|看车|试驾|面诊|walk in|store visit|showroom|viewing|test drive|showing|來訪|到訪|來店',
  ),
  choice(
    'visit',
    '拜访',
    'visit',
    '上门|上门拜访|登门拜访|实地拜访|实地走访|现场拜访|陌拜|走访|约访|陪访|外出拜访|科室拜访|on-site visit|site visit|meeting|face to face|f2f|in person|会面|见面|面谈|面访|洽谈|会谈|當面|面談|登門拜訪|拜訪',
  ),
  choice('meal', '就餐', 'meal', '用餐|宴请|吃饭|饭局|聚餐|午餐|晚餐|dinner|lunch|宴請'),
  choice('letter', '函电', 'letter', '信函|信件|询价|发盘|还盘|寄样|报价单|fax|传真|letter|quotation'),
  choice(
    'message',
    '短信',
    'message',
    '微信|微信沟通|微信回访|微信跟进|微信聊天|企微|qq|旺旺|抖音私信|私信|群发|语音|视频|sms|text|wechat|whatsapp|line|telegram|在线聊天|在线咨询|在线客服|企业微信|chat|live chat|im|簡訊|短訊|即時訊息',
  ),
  choice('email', '邮件', 'e-mail', '电子邮件|邮箱|邮件沟通|邮件往来|电邮|email|e-mail|mail|電郵|電子郵件|郵件'),
  choice(
    'event',
    '活动',
    'event',
    '展会|会议|研讨会|学术会|科室会|推介会|沙龙|讲座|培训|路演|直播|fair|exhibition|conference|seminar|webinar|trade show|workshop|展覽|會議|活動',
  ),
  choice(
    'service',
    '服务',
    'service',
    '投诉|售后|维修|报修|回访|保养|护理|服务请求|complaint|support|安装|after-sales|repair|installation|維修|報修|回訪|投訴|客訴',
  ),
  choice('gift', '礼品', 'gift', '送礼|赠送|礼物|节日问候|生日祝福|寄送礼品|present|送禮'),
  choice('booking', '预订', 'booking', '订位|订座|订餐|订房|预约|预定|约车|reservation|appointment|訂位|預約|預訂'),
  choice('other', '其他', 'other', '其它|misc'),
]

export const paymentMethods = [
  choice('cash', '现金', 'cash'),
  choice('wechat', '微信', 'WeChat Pay', '微信支付'),
  choice('alipay', '支付宝', 'Alipay'),
  choice('card', '刷卡', 'card', '银行卡|信用卡|pos'),
  choice('transfer', '转账', 'bank transfer', '银行转账|对公转账|电汇|t/t|tt'),
  choice('account', '签单', 'on account', '挂账|月结|赊账'),
  choice('stored', '储值', 'stored value', '会员卡|余额|储值卡'),
]

export const demandClasses = [
  choice('market', '市场需求', 'market demand'),
  choice('customer', '客户需求', 'customer demand'),
  choice('competitor', '竞争对手信息', 'competitor'),
  choice('trade', '行业动向', 'trade news'),
  choice('internal', '内部反馈', 'internal feedback'),
  choice('other', '其他', 'other'),
]

export const demandStages = [
  choice('collect', '收集', 'collected'),
  choice('analyse', '分析', 'analysed'),
  choice('track', '跟踪', 'tracked'),
  choice('assess', '评估', 'assessed'),
  choice('answer', '反馈', 'answered'),
  choice('closed', '关闭', 'closed'),
]

export const lifecycles = [
  choice('past', '过去', 'past', '流失|历史客户|已流失'),
  choice('present', '现在', 'present', '现有|在用|合作中'),
  choice('future', '未来', 'future', '潜在|潜在客户|准客户|prospect|lead'),
]
