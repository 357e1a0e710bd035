/**
 * Further heading words by field, as customer sheets of many trades write them; each list parted by `|`.
 *
 * They stand apart from the fields so that labels, purposes and types can be read there at a glance.
 */
export const moreWords: Readonly<Record<string, string>> = {
  name: '客户全名|客户名字|名字/称呼|称呼/姓名|客户姓名/名称|客户名称/姓名|客户(单位)名称|会员名|会员姓名/昵称|老板|老板姓名|店主|店主姓名|户主|户主姓名|住户|住户姓名|业主/租户|房东姓名|租客姓名|租户姓名|租户/业主|承租方名称|承租单位名称|承租户|承租人名称|承租人姓名|客商|客商名称|往来客户|经销商|经销商名称|代理商|代理商名称|分销商|加盟商|采购商|采购商名称|收货方|收货单位|购方|购方名称|购买方|购买方名称|买受人|买受人姓名|买方姓名|买方名称|买家姓名|甲方名称|需方名称|委托方|委托人|投保人|投保人姓名|储户姓名|借款人|借款人姓名|病人|病人姓名|患者姓名|病患姓名|就诊人|就诊人姓名|求美者|顾客名|宝宝姓名|宝贝姓名|学生|学生姓名|幼儿姓名|孩子姓名|学员名|学员名称|报名人|报名人姓名|参会人|参会人员|嘉宾姓名|嘉宾|预约人|预约人姓名|预约客户|订房人|入住人|入住人姓名|入住客人|入住客人姓名|住客|住客姓名|宾客|宾客姓名|宴请人|消费者|消费者姓名|消费客户|下单人|订货人|订货单位|购买人|购买者|购买人姓名|购车客户|购车人姓名|车主姓名|车主名称|车主/单位|意向客户|意向客户姓名|潜在客户|潜客姓名|准客户姓名|来电客户|来访客户姓名|来访人姓名|访客名称|拜访客户|拜访对象|走访企业|走访单位|走访对象|回访客户|回访对象|投诉人|投诉客户|报修人|报事人|申请人|申请人姓名|申请单位|用户名|买家昵称|收货人姓名|收件人姓名|寄件人|寄件人姓名|被访人|持卡人|持卡人姓名|会员客户|贵宾名称|大客户名称|重点客户|客户(姓名)|姓名(客户)|中文名|中文姓名|客户中文名|客户中文名称|中文名称|买方/承租人|Cust Name|Customer Full Name|Contact Full Name|Patient Name|Patient|Student Name|Student|Owner Name|Subscriber|Consignee|Consignee Name|Party Name|Purchaser|Name of Customer|Name of Client|Name of Company|Chinese Name|Name in Chinese|Name (CN)|Customer Name (CN)|Buyer Name|Ship To Name|Bill To Name|Recipient|Recipient Name|Receiver|Lead|Lead Name|Prospect|Prospect Name|Dealer|Distributor|Attendee|顧客|顧客姓名|顧客名稱|買家|買方|買方姓名|業主|業主姓名|租客|租客姓名|租戶|租戶名稱|承租人|住戶|住戶姓名|車主|車主姓名|學生姓名|學員姓名|學員|患者|患者姓名|病患姓名|客人|客人姓名|會員|姓名/名稱|購買人|購買人姓名|訂購人|訂購人姓名|收件人|收件人姓名|收貨人|訂位人|訂位姓名|預約人|預約姓名|中文姓名|客戶全名|客戶簡稱/名稱|戶名',
  surname: '姓氏(中)|姓(拼音)|Lastname|Sir Name|Family name',
  given_name: '名(拼音)|Firstname|Forenames',
  honorific: '敬称|先生/小姐|Mr/Ms|Mr./Ms.|Courtesy Title|敬稱|尊稱',
  gender: '客户性别|会员性别|性别(男/女)|性 别|M/F|Gender (M/F)|客戶性別|男女',
  birth:
    '会员生日|客户出生日期|生日(公历)|生日(农历)|生日(阳历)|生日(阴历)|公历出生日期|出生年份|宝宝生日|孩子生日|学员生日|出生日|生日/年月日|生日月份|Birthday (MM/DD)|Birth|D.O.B.|Date Of Birth|出生年月日|生日日期|客戶生日|會員生日',
  age_band: '年龄层|年龄组|年龄结构|客户年龄|月龄|周岁|大概年龄|估计年龄|Age (years)|年齡層|年齡段|歲數',
  id_number:
    '身份证/护照号|身份证(护照)号|身份证号/护照号|居民身份证号|证件号码(身份证)|有效证件号|证件编号|身份号码|本人身份证号|购房人身份证号|身份证明号码|通行证号|港澳通行证号|台胞证号|回乡证号|ID/Passport|ID/Passport No|Passport Number|NRIC|HKID|HKID No|National ID|Identity No|Identity Card No|身分證號|身分證號碼|身份證號碼|身份證|身份證號|護照號碼|證件號碼|居留證號',
  id_type: '证件类别|证件名称|Document Type|證件類型|證件類別',
  source_code:
    '学号|学员编号|学员号|病历号|门诊号|住院号|就诊卡号|患者编号|病案号|户号|户编号|住户编号|业主号|租户号|用户号|客户卡号|贵宾卡号|VIP号|VIP卡号|VIP编号|储值卡号|会员ID|会员代码|会员编码|会员证号|会员码|客户序列号|客户唯一编号|客户识别号|客户自编号|往来单位编码|往来单位编号|单位编码|单位编号|经销商编码|经销商代码|代理商编号|企业编号|商户号|商户编号|商户编码|档口编号|档案编码|建档编号|顾客号|顾客ID|顾客卡号|买家ID|买家编号|CRM编号|CRM ID|系统编号|SAP编码|ERP编码|客户SAP编号|K3编码|金蝶编码|用友编码|内部编号|客户流水号|CIF|CIF号|核心客户号|投保人客户号|Cust ID|Cust No|Cust. No.|Cust Code|Client No|Client Code|Client Number|Account Code|Acct No|Acct Code|Customer Ref|Customer Reference|Debtor Code|Debtor No|VIP No|VIP Code|Membership No|Membership Number|Membership ID|Loyalty No|Card Number|Patient ID|Patient No|Student ID|Student No|User ID|Lead ID|Debtor|客戶代碼|客戶編碼|客戶號碼|客戶號|客編號|會員號碼|會員卡號碼|會員代號|會員號|會員ID|學號|病歷號|病歷號碼|卡號|戶號|廠商編號|貴賓卡號',
  customer_type:
    '客户种类|客户属性|客户类型(个人/企业)|客户性质(个人/单位)|会员属性|对公/对私|企业/个人|单位/个人|公/私|散客/团队|Customer Class|Client Type|Account Type|Entity Type|客戶性質|客戶分類|客戶屬性',
  acquired_from:
    '客户来源渠道|来客渠道|客户来源途径|客源渠道|客源地渠道|获客来源|获客方式|推广渠道|了解渠道|从何处得知|如何得知|如何得知我们|知晓途径|线索来源|来源方式|会员来源|渠道来源|报备渠道|引流渠道|进店来源|到店渠道|注册渠道|注册来源|数据来源|Source of Lead|Source of Customer|Referral Source|Marketing Source|Original Source|UTM Source|How Did You Hear About Us|客戶來源管道|來源管道|得知管道|得知途徑|推廣渠道',
  introducer:
    '推荐客户姓名|介绍人姓名|推荐人姓名|推荐会员|老带新推荐人|转介绍人|引荐者|邀请人|Referral|Referral Name|Referral By|Recommended By|介紹人姓名|推薦人姓名',
  level:
    '会员卡等级|会员卡级别|卡种|卡级别|卡等级|卡型|会员卡种|贵宾等级|贵宾级别|VIP级别|VIP类型|客户等级(ABC)|ABC类|ABC等级|客户ABC|重要等级|客户重要性|客户价值等级|价值等级|客户分层|客户星级|分级|级别(A/B/C)|等级(ABC)|账户等级|Member Level|Member Tier|Membership Tier|Membership Type|Customer Grade|Customer Tier|Class|Segment|ABC|VIP Level|Card Type|Card Level|會員級別|會員卡別|卡別|客戶級別|客戶分級|貴賓等級',
  owner:
    '管户经理|管户人|管户客户经理|理财经理|客户经理姓名|销售顾问|置业顾问姓名|课程顾问|健康顾问|美容顾问|医美顾问|咨询师|咨询顾问|招生老师|班主任|授课老师|任课老师|跟进老师|学管师|私教|主治医生|主诊医生|责任医生|接诊医生|治疗师|护理师|专属客服|客服专员|服务专员|维护人员|维护业务员|跟进销售|跟进业务员|跟进顾问|跟踪人|对接销售|我方负责人|我方联系人|我方对接人|所属业务员|所属客户经理|所属员工|所属人|归属业务员|归属销售|归属顾问|负责业务员|负责销售|负责业务|负责员工|负责人员|专管员|开发业务员|开发人员|开发人|责任业务员|责任销售|销售负责人|销售员姓名|销售姓名|业务代表|业务经理|业务负责人|业务担当|区域经理|区域负责人|大区经理|渠道经理|代表|医药代表|营销人员|营销员|代理人|保险代理人|服务人员姓名|服务员|服务技师|服务管家|物业管家|管家|楼长|网格员|招商负责人|招商人员|租赁顾问|租赁负责人|建档人|创建人|登记员|填写人|记录人|录入员|采集人|负责老师|AM|BD|CSM|PIC|Sales Owner|Sales Person|Sales Manager|Sales Executive|Sales Consultant|Account Rep|Account Executive|Relationship Manager|RM|Consultant|Responsible|Responsible Person|Person in Charge|In Charge|Served By|Created By|Entered By|Manager|業務人員|業務姓名|業務代表|業代|客戶經理|銷售員|銷售|銷售人員|負責業務|負責業務員|服務人員|承辦人|承辦人員|經手人|顧問|設計師|美容師|營業員|跟進同事|跟進人|經紀',
  status:
    '客户现状|目前状态|当前状态|会员状态|会员卡状态|卡状态|账户状态|线索状态|跟进阶段|销售阶段|商机阶段|客户跟进状态|是否有效|有效性|是否成交|成交与否|是否签约|是否流失|在读状态|学员状态|Account Status|Contact Status|Member Status|Lead Stage|Sales Stage|Pipeline Stage|會員狀態|目前狀態|跟進狀態|合作狀態',
  opened_on:
    '建卡日期|建卡时间|开卡日|入会日|加入时间|建立日期|建立时间|新增日期|新增时间|添加时间|添加日期|导入时间|收录日期|登记时间(首次)|首次来访日期|首次到店|首次到店日期|首次到店时间|首次接触时间|首次登记|首诊日期|初诊日期|初次到店|初次来访|初次接触时间|开始合作时间|合作时间|合作日期|合作起始|合作起始日期|首次合作时间|首次合作日期|首次成交日期|首单日期|首单时间|首次下单时间|关注时间|入学日期|入学时间|入园日期|报备日期|报备时间|入驻日期|入驻时间|录入系统时间|成为客户日期|Member Since|Customer Since|Since|Joined|Joined On|Date Opened|Opened|Opened On|Account Opened|Enrollment Date|Enrolment Date|Registered Date|Registered On|Register Date|Reg Date|First Order Date|First Purchase|First Purchase Date|First Visit|First Visit Date|Added On|Added|Entry Date|入會日期|入會日|加入日期|建立日期|開卡日期|開戶日期|新增日期|首購日|首次購買日|登錄日期|登錄時間|填表日期|註冊日期|註冊時間|初診日期',
  short_name:
    '名称简称|客户名称简称|客户简名|客户昵称(简称)|单位名称简称|Short Form|Abbreviation|Abbr|Abbr.|Nickname (Company)|客戶簡稱|公司簡稱',
  english_name:
    '客户英文名|客户英文名称|公司英文名|公司英文名称|企业英文名称|英文全称|英文名字|外文名称|拼音|姓名拼音|English Name (Company)|Company Name (EN)|Customer Name (EN)|Name_EN|英文姓名|英文全名|客戶英文名稱|公司英文名稱',
  former_name:
    '原公司名称|原单位名称|变更前名称|旧名称|原客户名称|曾用公司名|Formerly|Formerly Known As|FKA|舊名|原名稱',
  remark:
    '备 注|客户备注|会员备注|备注内容|备注栏|备注1|备注2|其他备注|补充说明|情况说明|客户说明|特殊说明|特别说明|特殊备注|特殊情况|重要备注|温馨提示|注意事项|注备|说 明|摘要备注|Remark(s)|Other Remarks|Internal Notes|Additional Notes|Additional Info|Additional Information|備註說明|備註欄|附註說明|說明|特別說明|特殊備註|描述說明',
  tags: '会员标签|标签名称|客户画像|画像标签|分组|客户分组|会员分组|群组|所属群组|Groups|Group|Segments|Group Membership|客戶標籤|標籤|分組|群組',

  mobile:
    '手机(必填)|手机号(必填)|手机号码(必填)|客户手机号|客户手机号码|会员手机号|会员手机号码|会员手机号码(登录)|学员手机|家长手机|家长手机号|业主手机|业主手机号|租户手机|车主手机|车主手机号|患者手机|联系人手机号|联系人手机号码|联系手机号|联系手机号码|手机电话|移动号码|移动手机|常用手机|常用手机号|备用手机|备用手机号|第二手机|手机二|手机一|手机号1|手机号2|手机号码1|手机号码2|绑定手机|绑定手机号|绑定手机号码|预留手机|预留手机号|预留手机号码|登记手机|注册手机号|注册手机号码|收货人手机|收货手机|收件人手机|收件手机|下单手机|本人手机号|个人手机|配偶手机|手机/微信|手机(微信)|手机号/微信号|手机号(微信同号)|电话(手机)|Mob|Mob.|Mob No|Mobile #|Mobile1|Mobile 1|Mobile 2|Mobile Tel|Mobile Telephone|Cell #|Cell No|Cell Number|Hand Phone|Handphone|HP|HP No|Mobile/WhatsApp|手提|手提電話|手提电话|流動電話|手機電話|聯絡手機|手機號|手機號碼(必填)|行動電話號碼|行動|會員手機|客戶手機|流動電話號碼',
  phone:
    '家长电话|家长联系电话|家长联系方式|学员电话|学生电话|客户联系电话|客户电话号码|客户电话1|客户电话2|会员联系电话|会员联系方式|会员电话号码|车主电话|车主联系电话|车主联系方式|患者电话|患者联系方式|病人电话|顾客电话|顾客联系方式|租户联系电话|租户联系方式|承租人电话|承租人联系方式|承租方联系电话|业主联系电话|业主联系方式|业主电话号码|住户电话|户主电话|店主电话|老板电话|客人电话|客人联系方式|住客电话|来访人电话|访客电话|预约电话|预订电话|订房电话|订餐电话|报名电话|报名人电话|购买人电话|买家电话|投保人电话|参会人电话|嘉宾电话|收货人电话|收件人电话|收货人联系电话|收件人联系方式|联系人联系方式|联系人联系电话|负责人电话|负责人联系方式|负责人联系电话|法人电话|法人联系方式|法人联系电话|老板联系方式|对接人电话|对接人联系方式|采购电话|采购联系方式|财务电话|公司联系电话|公司座机|单位座机|单位联系电话|企业电话|企业联系电话|企业联系方式|办公座机|店铺电话|门店电话|固定电话号码|固话号码|座机/手机|手机/座机|电话/手机号|手机/固话|固话/手机|宅电|住宅|家庭座机|家里电话|备用电话|其他电话|其它电话|电话3|第二联系电话|备用联系电话|备用联系方式|更多电话|主叫号码|来电电话|通话号码|被叫号码|电 话|联系 电话|TEL1|TEL2|Tel (Office)|Tel (Home)|Tel (O)|Tel (H)|Tel/Mobile|Tel / Fax|Phone #|Phone1|Phone2|Phone (Work)|Phone (Home)|Main Phone|Primary Phone|Other Phone|Contact Phone|Contact Tel|Contact Details|Contact Info|Ph|Ph.|Ph No|Telephone No|Telephone Number|Tel.No.|Office Tel|Office No|Home Tel|Day Phone|Landline|Direct Line|DID|Daytime Phone|聯繫電話|聯繫方式|聯絡電話號碼|連絡方式|客戶電話|會員電話|公司電話|辦公電話|住家電話|家用電話|室內電話|市內電話|固網電話|電話1|電話2|電話/手機|手機/電話|訂位電話|收件人電話|日間電話|夜間電話|聯絡電話1|聯絡電話2|聯絡資料',
  fax: '公司传真|单位传真|传真电话|传真/电话|FAX.|Fax Number|Facsimile|傳真號碼|公司傳真|傳真電話',
  email:
    '电邮/邮箱|联系邮箱|联系人邮箱|客户邮箱|会员邮箱|个人邮箱|公司邮箱|公司邮件|工作邮箱|常用邮箱|注册邮箱|收票邮箱|电子邮箱地址|电子邮件地址|邮箱1|邮箱2|邮箱/Email|E-Mail地址|Email地址|邮 箱|Contact Email|Work Email|Business Email|Primary Email|Email 1|Email 2|Email ID|E-mail ID|Mail Address|E_mail|電郵|電郵地址|電子郵件地址|電子郵件信箱|E-Mail信箱|聯絡電郵|聯絡信箱|客戶信箱',
  wechat:
    '微信号码|微信/QQ|QQ/微信|个人微信|客户微信|客户微信号|联系人微信|会员微信|家长微信|微信(号)|微信联系方式|是否加微信|加微信|微信账户|WeChat No|WeChat Account|Weixin|WX|微信帳號|微信號碼',
  wechat_nick:
    '微信名称|微信昵称/备注名|微信备注|微信备注名|企微昵称|买家会员名|旺旺|旺旺号|旺旺昵称|淘宝ID|淘宝昵称|抖音昵称|抖音号|小红书号|小红书昵称|暱稱|微信暱稱|綽號|LINE名稱',
  qq: 'QQ/MSN|腾讯QQ|QQ账号|联系QQ|客户QQ',
  whatsapp: 'WhatsApp号|WhatsApp号码|WhatsApp Number|Whatsapp/Phone|WA|WhatsApp電話',
  address:
    '地 址|客户联系地址|客户详细地址|会员地址|收货详细地址|收货人地址|收件人地址|收件详细地址|送货详细地址|配送地址|发货地址|寄送地址|店铺地址|店址|门店地址|档口地址|摊位地址|厂址|工厂地址|经营场所|经营场所地址|所在位置|具体位置|位置|具体地址|装修地址|项目地址|安装地址|施工地址|服务地址|上门地址|联系人地址|学员住址|业主地址|房屋地址|房产地址|物业地址|小区地址|楼盘地址|所在小区|居住小区|小区名称|小区|楼盘|现住地址|居住详细地址|单位/住址|地址/小区|Addr|Addr.|Address2|Address 2|Address Line|Address Line 2|Street Address 1|Ship To Address|Bill To Address|Billing Address|Postal Address|Contact Address|Correspondence Address|Customer Address|Location Address|Site Address|客戶地址|聯絡住址|送貨地址|寄送地址|收貨地址|會員地址|地址(中文)|裝機地址|店址',
  home_address:
    '家庭详细地址|家庭所在地|家庭住址(详细)|住宅地址|居住详址|户籍所在地|户口所在地|身份证地址|家住址|现居地|现居住地|现居地址|居住住址|常住地址|Residential Address|Residence|Home Addr|Address (Home)|住家|住所地址|戶籍地址|居住地址|住址(現居)|現居地址',
  work_address:
    '公司所在地|公司详细地址|单位所在地|单位详细地址|办公地点|工作地点|上班地点|企业详细地址|办公场所|工作单位地址|Office Addr|Work Address|Address (Office)|Address (Work)|公司詳細地址|辦公地址|辦公室地址',
  mailing_address:
    '通讯住址|邮寄详细地址|寄票地址|发票寄送地址|账单地址|对账单地址|Mail Address (Post)|Mailing Addr|郵寄地址|通信地址|帳單地址',
  registered_address:
    '公司注册地址|企业注册地址|注册地|登记地址|工商注册地址|营业执照地址|Registered Office|Reg Address|登記地址|註冊地址|公司登記地址',
  province:
    '省市|省(市)|客户省份|所属省份|省份/直辖市|收货省份|省/市/区|归属省|Prov|Prov.|State/Region|State / Province|省別',
  city: '市(州)|城市/地区|客户城市|所属城市|归属城市|城市名称|地级市|收货城市|收货市|所在地市|常住城市|City/Town|City Name|居住城市|所在城市別',
  district:
    '县区|县(区)|区(县)|所属区|所在区|区县名称|行政区|行政区划|收货区县|District/County|鄉鎮市區|行政區|地區(區)',
  region:
    '所属片区|所属地区|区域名称|客户所在地|客户地区|客户所在区域|所在区域|市场区域|销售区域|营销区域|归属区域|归属地|居住片区|来自区域|来源地|客源地|户籍|Sales Region|Sales Area|Sales Territory|Zone|Market|Geography|區域別|客戶區域|地區別|所在地區|銷售區域',
  postcode: '邮政编号|邮编号码|联系邮编|通信邮编|P.C.|PostalCode|ZIP/Postal Code|郵編|郵政編碼|郵遞區號(3碼)',
  country:
    '所在国家|客户国家|国家/区域|所属国家|国家名称|来自国家|国籍|Country Name|Country of Origin|Nationality|國別|國籍|國家/地區',

  employer:
    '医院|医院名称|就职医院|所属医院|就诊医院|医疗机构|医疗机构名称|药店|药店名称|学校|学校名称|院校|客户公司|客户公司名称|客户所在单位|公司/单位|单位/公司|公司(单位)|公司(单位)名称|公司/机构|所属公司|所属单位|所属企业|所属机构|所在企业|所在机构|所在公司/单位|工作单位名称|任职公司|任职机构|就业单位|供职单位|服务单位|机构|机构名称|组织名称|团体|集团|集团名称|厂名|厂家|厂商|厂商名称|工厂|工厂名称|企业全称|单位全称|机构全称|商号|字号|店铺名|店铺名称|门头|门头名称|酒店名称|餐厅名称|档口|档口名称|公司中文名称|企业(单位)名称|法人单位|法人名称|公司名|单位名|企业名|开票公司|开票抬头|发票名称|收票单位|往来单位|往来户名|参会单位|来访单位|来访公司|接待单位|被走访企业|被拜访单位|拜访单位|Company/Organization|Company (CN)|Comp Name|Organization Name|Organisation Name|Corporation|Enterprise|Institution|Hospital|School|Shop Name|Store Name|Factory|Works For|Company/Account|公司行號|公司全名|公司名|廠商|廠商名稱|機構名稱|公司/機構|工作單位|任職公司|服務機關|單位名稱|店名|商號|抬頭|發票抬頭|學校|醫院',
  title:
    '职务/职位|职位/职务|职位名称|岗位名称|岗位职务|联系人职务/职位|联系人岗位|学历职称|现任职务|担任职务|行政职务|职级|身份|身份/职务|Designation|Post|Function|Job Function|Job Position|Contact Title|Business Title|職稱/職務|職務名稱|聯絡人職稱|工作職稱',
  department:
    '部门名称|部门/科室|所在部门|所属科室|所在科室|工作部门|客户部门|联系人部门|科别|科室名称|Department Name|Section|Division|所屬部門|部門名稱|科別|單位部門',
  occupation:
    '客户职业|职业类别|职业/单位|家长职业|父母职业|业主职业|工作性质|从事行业(职业)|身份职业|Job Type|職業類別|職業別',
  income_band:
    '年收入水平|家庭年收入|月收入水平|收入情况|收入范围|收入区间|Household Income|Salary|收入區間|年薪範圍|月薪',
  education: '最高学历|学历层次|学位|文化水平|教育水平|Qualification|Highest Education|最高學歷|教育程度',
  family_status:
    '婚姻|婚育情况|婚育状况|是否已婚|已婚/未婚|家庭成员情况|家庭成员|子女情况|有无子女|Family Status|婚姻狀況|婚姻狀態',
  hobby:
    '兴趣|兴趣/爱好|客户爱好|客户兴趣爱好|个人喜好|业余爱好|休闲爱好|Hobbies & Interests|興趣嗜好|嗜好|喜好|興趣愛好',
  brand_preference: '品牌喜好|偏好品牌|常用品牌|使用品牌|在用品牌|現用品牌',
  product_preference: '产品喜好|喜好产品|偏好产品|喜欢的产品|消费偏好|护理偏好|偏好项目|購買偏好|產品偏好',
  native_place: '籍贯/户籍|祖籍|家乡所在地|籍貫|出生地點',
  car: '车牌号/车型|车牌照|车号|牌照号|牌照|现有车辆|座驾|自驾车牌|License Plate|Plate|Plate Number|Vehicle No|Car No|Registration Plate|車牌|車牌號|車牌號碼|車號',
  dining_preference:
    '口味喜好|口味要求|饮食偏好|饮食要求|忌口/喜好|忌口/过敏|忌讳|过敏食物|喜好菜品|喜爱菜品|酒水偏好|就餐习惯|用餐习惯|用餐喜好|飲食習慣|口味偏好|忌口食物|飲食禁忌',
  dining_grade: '用餐档次|宴请档次',
  spending_frequency: '到店频率|光顾频率|购物频率|采购频率|复购频率|下单频率|訂購頻率|消費頻率',
  total_spent:
    '累计消费(元)|累计消费总额|累计消费总金额|累计销售额|累计销售金额|累计成交额|累计成交金额|累计购买金额|累计购买额|累计采购额|累计采购金额|累计订单金额|累计付款金额|累计支付金额|累计实付金额|消费总金额|消费总计|总消费额|总消费金额|总成交额|总成交金额|历史消费金额|历史消费总额|历史累计消费|历史成交金额|本年累计|本年消费|本年消费额|年消费额|年消费|年采购额|年采购量(万元)|年度采购额|年度销售额|年度交易额|年成交额|年交易额|近一年消费|累计业绩|累计贡献|Total Sales|Total Spending|Total Revenue (YTD)|YTD Sales|YTD Revenue|Sales YTD|LTV|CLV|Amount Spent|Total Order Value|Total Paid|Total Spend (USD)|Annual Purchase|Annual Sales Value|累計消費金額|累計金額|總消費|總消費金額|累積消費|累積消費金額|年消費額|歷史消費',
  visit_count:
    '来店次数|光临次数|进店次数|消费总次数|累计消费次数|累计到店次数|购买频次(次)|订单数|订单数量|订单总数|累计订单数|下单次数|成交次数|成交笔数|交易笔数|交易次数|入住次数|累计入住次数|就诊次数|护理次数|Number of Visits|No. of Visits|No of Orders|Number of Orders|Total Orders|Orders Count|Order Qty Count|Visit Count|消費次數|來店次數|購買次數|訂單數',
  points:
    '会员积分余额|可用积分|累计积分|总积分|现有积分|积分数|积分值|成长值|Point|Reward Points|Loyalty Points|Available Points|會員積分|積分餘額|累積點數|紅利點數|可用點數|會員點數',
  balance:
    '卡余额(元)|卡上余额|储值卡余额|会员卡余额|账户余额(元)|当前余额|现余额|剩余金额|剩余储值|储值剩余|预存款|预存余额|预存金额|预收余额|钱包余额|本金余额|卡内金额|储值|可用余额|Account Balance|Current Balance|Wallet Balance|Prepaid Balance|Stored Value Balance|Credit Balance|卡內餘額|帳戶餘額|剩餘金額|儲值金額|現有餘額',
  receivable:
    '欠款余额|欠款总额|欠款额|当前欠款|累计欠款|现欠款|未结余额|未结金额|未结清金额|未回款|未回款金额|应收账款余额(元)|应收余额(元)|应收未收|应收款余额|应收款金额|期末应收|期末应收余额|期末欠款|本期余额|余欠|赊账|赊账金额|赊欠|赊欠金额|挂账金额|挂账余额|剩余应收|待收款|待收金额|待付金额|尾款金额|AR Balance|A/R|AR|Accounts Receivable|Amount Owing|Owing|Owed|Closing Balance|Ending Balance|Balance Outstanding|Outstanding Balance|Unpaid|Unpaid Amount|應收帳款|應收帳款餘額|應收款|欠款金額|未收款|未收金額|期末餘額',
  opening_balance:
    '期初应收|期初欠款|期初应收余额|期初数|上期结余|上月余额|上月欠款|年初数|年初欠款|年初应收|承前余额|Beginning Balance|Balance B/F|B/F|期初餘額|上期餘額|前期餘額',
  debit:
    '本月应收|本期借方发生额|本期应收款|本期发生|本期发生额|本月销售|本月销售额|本期销货|本期应收增加|Dr|Dr.|借方金额|本期應收|借方金額',
  credit:
    '本月收款|本月已收|本期贷方发生额|本期收回|本月回款|本期已收款|本期应收减少|Cr|Cr.|贷方金额|本期收款額|貸方|貸方金額',
  overdue: '逾期款|逾期应收|超期欠款|逾期余额|逾期欠款|超账期金额|Overdue Balance|Overdue Amt|逾期金額|逾期帳款',
  last_visit:
    '最近到店时间|最后到店日期|最后到店时间|上次到店时间|上次到店日期|最近一次到店|最近来店|最后来店|上次来店|最近来访时间|最近一次来访|最近入住|最近入住日期|上次入住|最近就诊|末次就诊|最近护理日期|上次护理|Last Seen|Last Stay|Last Check-in|最近來店日|最後來店日|上次來店|最近到訪',
  last_order:
    '最后一次消费|最后一次消费时间|最近一次消费|最近一次消费时间|最近一次消费日期|最近消费时间|末次消费|末次消费日期|末次消费时间|上次消费时间|上次消费日期|最近购买日期|最近购买时间|最后购买时间|最近一次购买|最后下单时间|最后下单日期|最近下单时间|最近下单日期|最近订单日期|最近交易日期|最近交易时间|最后交易日期|最后交易时间|最近成交日期|最近采购日期|最后采购时间|最近进货日期|最后开单日期|最后出货日期|Last Ordered|Last Sale|Last Sale Date|Last Sold|Last Transaction|Last Transaction Date|Last Invoice Date|Last Bought|Most Recent Order|最近消費日|最近消費日期|最後消費日|最後消費日期|最近購買日|最近購買日期|最後交易日|最後訂購日|上次購買日',
  last_contact:
    '最近联系日期|最后联系日期|上次联系时间|上次联系日期|最近跟进时间|最近跟进日期|最后跟进日期|上次跟进|上次跟进日期|最近沟通时间|最近沟通日期|最近回访|最近回访时间|最近回访日期|上次回访|最后回访时间|最近拜访|最近拜访时间|最近拜访日期|上次拜访|上次拜访时间|最近互动时间|Last Follow Up|Last Follow-up|Last Follow Up Date|Last Call|Last Call Date|Last Meeting|Last Contact On|最近聯絡|最近聯絡日|最近聯絡日期|最後聯絡日|上次聯絡|上次聯絡日期|最近跟進',
  first_contact: '首次咨询|首次咨询时间|首次咨询日期|首次来电|首次来电时间|First Contacted|初次聯絡',
  potential: '潜力等级|潜在价值|潜力评估|预估潜力|成长潜力|Potential Value|潛力',
  family:
    '家庭成员信息|家属姓名|家属信息|配偶信息|配偶/子女|子女信息|孩子信息|孩子情况|Children|Kids|Spouse Name|配偶姓名/电话|家人資料|配偶|子女',
  emergency_contact: '紧急联系人姓名|紧急联系人及电话|Emergency Contact Name|緊急聯絡人|緊急聯絡電話',
  agent:
    '经纪人姓名|经纪人(电话)|中介经纪人|带客经纪人|渠道带看人|渠道经纪人|报备人|报备经纪人姓名|Broker Name|經紀人|仲介|仲介人員',
  agency: '中介门店|中介公司名称|经纪门店|渠道名称|渠道公司名称|所属中介|分销渠道|Agency Name|Brokerage Firm|仲介公司',
  wedding: '结婚周年|结婚纪念|结婚纪念日期|婚期|婚宴日期|結婚紀念日|結婚日期',
  anniversary: '重要日期|重要日子|公司成立纪念日|店庆日|入会纪念日|紀念日|重要日子/紀念日',
  need: '客户需求描述|需求说明|具体需求|主要需求|采购需求|需求产品描述|客户要求|客户诉求|定制要求|服务需求|装修需求|护理需求|咨询需求|购车需求|用车需求|特殊需求|特殊需要|备注需求|Request|Customer Request|Customer Needs|Customer Requirements|Enquiry|Inquiry|需求說明|客戶需求|特殊需求|需求內容',

  uscc: '统一信用代码/税号|统一社会信用代码/税号|税务登记号|税务登记证号|企业税号|公司税号|单位税号|客户税号|购方税号|开票税号|纳税人识别码|纳税识别码|识别号|信用代码证号|营业执照|营业执照编号|营业执照注册号|工商注册号|企业注册号|机构信用代码|Tax Code|Tax Reg No|Tax Registration No|TIN|Company Reg No|Company Registration No|Business Reg No|BR No|BRN|CR No|UEN|GST No|GSTIN|EIN|ABN|統編|統一編號(統編)|公司統編|稅號|稅籍編號|營業執照號碼|商業登記號碼|商業登記證號碼|公司註冊編號',
  legal_rep:
    '法人/负责人|企业法人|法人(负责人)|单位法人|法定代表人/负责人|法定负责人|企业负责人|公司负责人|经营者|经营者姓名|投资人|实际控制人|董事长|Legal Representative|Proprietor|Principal|公司負責人|法定代表人|代表人|負責人姓名',
  contact_person:
    '客户联系人姓名|对方联系人|对方对接人|甲方联系人|业务联系人|采购人|采购人员|采购经理|采购员|采购对接人|关键人|关键联系人|决策人|主联系人|联系人1|联系人2|联系人一|联系人二|联系人(1)|联系人(2)|联系人/职务|联系人及职务|联系人及电话|联系人/电话|联系人和电话|联系人电话姓名|公司联系人姓名|单位联系人|企业联系人|企业对接人|学员家长|学生家长|父母姓名|监护人姓名|家长称呼|财务联系人|收货联系人|售后联系人|技术联系人|项目联系人|现场联系人|日常联系人|被访者|受访人|受访者|接洽人|洽谈人|来访者|Contact 1|Contact 2|Contact Person Name|Key Contact|Main Contact|Primary Contact Name|Business Contact|Parent Name|Parent|Guardian|Guardian Name|Buyer Contact|Point of Contact|POC|聯絡人姓名|聯絡窗口|窗口|主要聯絡人|聯繫人姓名|承辦窗口|家長姓名|家長|採購人員|公司聯絡人',
  industry:
    '行业名称|从事行业|企业行业|行业属性|行业大类|行业领域|经营业态|经营品类|租户业态|业态类型|所属产业|Industry Type|Industry Sector|Business Type|Business Sector|Trade|Field|Nature of Business|行業別|產業別|業別|行業類別|業種',
  business_scope:
    '经营品种|经营产品|经营类别|经营内容|主营品类|主营类目|主营业务范围|主要经营|主要业务|业务范围|产品范围|Product Lines|Scope of Business|Business Scope|Business Nature|經營範圍|主要產品|主營項目|營業種類',
  website:
    '公司网站|企业网站|官方网站|网址/官网|店铺链接|店铺网址|主页地址|Company Website|Company URL|Website URL|Site|官方網站|公司網址|網頁',
  size: '员工规模|企业人数|公司人数|人数规模|职工人数|从业人数|企业规模(人)|学校规模|床位数|门店数|门店数量|分店数|Company Size (Employees)|Number of Employees|Staff Size|Staff Count|# Employees|員工人數|公司規模|人數規模',
  registered_capital:
    '注册资本(万元)|注册资金(万元)|注册资本金|实缴资本|认缴资本|Paid-up Capital|Registered Capital (CNY)|註冊資本|實收資本額|資本總額',
  established_on:
    '成立年月|创立时间|创办时间|创建年份|开业时间|开业日期|公司成立时间|企业成立日期|注册成立日期|Year Established|Established Year|Established Date|Date of Establishment|Founded In|Year Founded|Incorporation Date|成立日期|設立日期|創立日期|成立年份',
  performance:
    '年产值(万元)|年营业收入|年营收|营业收入|年销售收入|年销售规模|上年营业额|Yearly Turnover|Annual Sales Turnover|營業額|年營業額',
  credit_rating:
    '信用评级|信用级别|信誉等级|信用状况|资信评级|资信等级评定|风险等级|风险评级|Credit Grade|Risk Rating|Risk Level|信用評等|信用等級',
  credit_limit:
    '信用额度(元)|信用限额|信用额|赊账额度|赊欠额度|铺底额度|授信金额|授信总额|Credit Amount|Limit|信用限額|授信額度|額度',
  credit_days:
    '账期(天)|信用账期|信用天数|帐期|付款天数|账期天数|结算账期|回款周期|Payment Days|Terms (Days)|Net Days|帳期天數|付款天數',
  payment_terms:
    '结款方式|结账方式|结帐方式|付款条件/账期|货款结算方式|收款条件|交易条件|Terms & Conditions|Pay Terms|Payment Condition|Payment Conditions|Payment Term|付款方式/條件|交易條件|結帳方式|付款條款',
  bank_name:
    '开户银行名称|银行名称|基本户开户行|付款银行|客户开户行|Bank Details|Bank Branch|開戶銀行|往來銀行|銀行名稱|分行',
  bank_account:
    '银行卡|卡号(银行)|基本户账号|收款账号|付款账号|帐号|对公账户|开户账号|Acct No (Bank)|IBAN|銀行帳號|帳號|往來帳號',
  invoice_info:
    '开票资料/信息|发票类型|开票类型|开票要求|专票/普票|增票资料|Invoice Title|Invoice Type|發票資訊|發票類型',
  competitor:
    '竞争品牌|竞争产品|竞争厂家|对比品牌|对比车型|对比竞品|对比楼盘|现用供应商|目前供应商|现有供应商|Competing Brand|Current Supplier|競爭對手|現用供應商',

  order_no:
    '单据号码|单据编码|销售单据号|销售订单号|销售订单编号|出库单号|出库单编号|送货单号|送货单编号|提单号|采购单号|采购订单号|客户订单号|订货单号|预订单号|预定单号|订房单号|预约单号|预约编号|报价单号|收据号|收据编号|票号|凭证号|凭证字号|交易流水号|支付流水号|支付单号|交易单号|交易编号|商户订单号|平台订单号|网店订单号|原始单号|系统单号|工单号|工单编号|报修单号|保单号|保单号码|保险单号|运单号|快递单号|SO No|SO Number|SO#|PO#|PO Number|Order #|Order Ref|Order Reference|Sales Order|Sales Order No|Invoice #|Inv No|Inv. No.|Receipt #|Ticket No|Bill No|Bill Number|Txn ID|Transaction No|Transaction Number|Reference No|Ref No|Ref|Booking No|Booking ID|Booking Ref|Confirmation No|訂單號|訂單號碼|訂單單號|出貨單號|銷貨單號|銷售單號|交易編號|交易序號|發票號碼|單據編號|單據號碼|收據號碼|訂位編號|預約編號|憑證號碼',
  deal_on:
    '成交日|成交年月|成单日期|成单时间|签单日期|签单时间|开单日期|开单时间|出单日期|销货日期|出库日期|送货日期|进货日期|采购日期|采购时间|订货日期|订购日期|购入日期|购买年月|购机日期|购卡日期|购课日期|报名日期|报名时间|报班日期|交费日期|交费时间|缴费时间|交款日期|支付时间|支付日期|付款时间|收款时间|到账日期|到账时间|回款日期|结算日期|结账日期|结账时间|记账日期|业务日期|发生日期|发生时间|制单日期|票据日期|发票日期|投保日期|承保日期|上险日期|交车时间|提车时间|上牌日期|购车时间|充值时间|消费年月|交易年月|下订日期|下定日期|定金日期|认购时间|交付时间|Sold On|Sold Date|Sales Date|Date of Sale|Date of Purchase|Date Purchased|Purchased On|Ordered On|Ordered At|Order Time|Payment Date|Paid On|Paid At|Paid Date|Txn Date|Posting Date|Document Date|Doc Date|Delivery Date|Ship Date|Shipped Date|Closing Date|訂購日期|訂貨日期|出貨日期|銷貨日期|銷售日期|成交日|購買日期|購買日|消費日期|消費日|付款日期|收款日期|發票日期|開票日期|交易日|單據日期|刷卡日期|儲值日期',
  product:
    '产品明细|产品描述|产品内容|产品型号|产品规格|产品及型号|产品/型号|商品描述|商品信息|商品明细|商品标题|宝贝标题|宝贝名称|商品规格|货物名称|货物|货名|品名规格|品名及规格|品名/规格|规格型号|规格|型号规格|品种|品项|物料|物料名称|物料描述|存货|存货名称|购买商品|购买项目|购买内容|购买课程|报名课程|报读课程|报读班级|所报课程|所报班级|班级|班级名称|班型|课程/班级|购买机型|购机型号|购买车型|所购车型|成交车型|成交产品|成交商品|成交项目|成交内容|成交房源|消费内容|消费明细|消费品项|消费产品|服务内容/项目|服务名称|护理项目|治疗项目|美容项目|疗程|疗程名称|手术项目|套餐名称|套系|菜品|菜名|险种|险种名称|保险产品|保险险种|投保险种|理财产品|基金名称|房型名称|票种|业务类型|业务名称|办理业务|Product/Service|Products/Services|Product Description|Product Code/Name|Item Description|Item Code|Items|Goods|Goods Description|Commodity|Commodity Name|Description of Item|Article|SKU|SKU Name|Product SKU|Service Item|Service Name|Treatment|Package|Course|Course Name|Class Name|Policy Type|Style|Style No|產品|產品名稱|產品項目|商品|商品名稱|商品品名|品名|品名/規格|貨品|貨品名稱|規格|型號|項目名稱|消費項目|服務項目|療程|課程|課程名稱|方案|購買項目|購買商品|訂購商品|訂購項目|菜色|車款|機型',
  product_kind:
    '商品分类|产品分类|产品大类|产品线|品类名称|商品大类|货品类别|货品分类|商品品类|物料类别|Product Line|Product Class|Product Group|Item Category|產品類別|商品類別|產品分類',
  unit: '楼栋房号|楼栋/房号|房屋编号|房产编号|房源编号|房号/铺号|铺号|商铺|商铺编号|铺位编号|摊位|摊位号|摊位编号|档口号|柜位|柜位号|柜台号|车位号|单元房号|单元/房号|租赁位置|租赁物|租赁单位|租赁物业|租赁房屋|租赁场地|场地编号|工位号|办公室号|房间编号|客房号|户室号|室|门牌号|门牌号码|购买单元|购买房号|成交房号|所购房号|认购房号|Unit|Unit Number|Unit Code|Shop No|Lot No|Flat|Flat No|Apartment|Apt|Apt No|Room Number|Suite No|Premises|Property|Stall No|單位號碼|室號|房號|舖號|舖位|單位(室)|樓層室號',
  quantity:
    '数目|总数量|购买件数|订货数量|订购数量|订单数量|采购数量|出货数量|发货数量|销量|件数(件)|套数|只数|箱数|重量|吨数|吨位|间数|房间数|房晚|间夜|间夜数|晚数|次数|疗程次数|购买次数(次)|课次|购买课时|总课时|份数|人次|QTY(PCS)|Qty Ordered|Order Qty|Units|No. of Units|Pcs|Pieces|Nights|Rooms|Sessions|No. of Nights|訂購數量|銷售數量|購買數量|出貨數量|件數|堂數|次數',
  unit_price:
    '单价(元)|单价/元|含税单价|不含税单价|商品单价|产品单价|售出单价|零售价|批发价|会员价|优惠价|折后单价|结算单价|房价|房费单价|每平单价|成交单价(元)|Unit Cost|Rate|Price/Unit|Unit Price (USD)|U/P|Price per Unit|Price Each|Room Rate|售出單價|售價/單價|單價(元)|零售價|批發價|會員價',
  amount:
    '金额(元)|总额|总金额(元)|总价款|总价(元)|总款|成交总额|成交额|成交金额(元)|成交总金额|签约金额|签约总价|签单金额|下单金额|订单总额|订单总金额|订单总价|货款|货款金额|货值|销售总额|销货金额|销售收入|消费总价|消费价格|消费(元)|本次消费|本次消费金额|单次消费|充值额|充值(元)|储值额|开单金额|出单金额|结算金额|账单金额|发票金额|票面金额|含税总价|价税合计金额|不含税金额|应付|应付金额|应付款|购买金额|购买总价|购机金额|购车价|购车价格|裸车价|车价|落地价|房款|房屋总价|认购总价|合同总额|合同额|合同价|合同价款|保费|保费金额|保险费|年缴保费|首年保费|保额|学费金额|学费(元)|课程费用|课程金额|报名费|培训费|住宿费|住院费用|治疗费用|医疗费用|诊疗费|房费|房费总额|服务费|服务金额|维修费|维修金额|工时费|运费|团费|会费|会员费|年费|存款金额|理财金额|购买金额(万元)|贷款金额|放款金额|借款金额|Amt|Amt.|Amount (USD)|Amount (RMB)|Amount (CNY)|Amount (HKD)|Amount Due (Total)|Total Price|Total Value|Total Amt|Total Sales Amount|Grand Total Amount|Gross Amount|Invoice Amount|Invoice Total|Invoice Value|Order Total|Order Value|Sales Amount|Sales Value|Sale Price|Sold Price|Selling Price|Purchase Amount|Transaction Amount|Contract Value|Contract Amount|Contract Price|Premium|Tuition|Tuition Fee|Fee|Fees|Charge|Bill Amount|Payment Amount|Spend|Opportunity Amount|金額(元)|總金額(元)|總額|總價|總計金額|銷售金額|銷貨金額|成交金額|成交價|訂單金額|消費金額|消費額|應收金額|應付金額|合約金額|購買金額|儲值金額(本次)|學費|售價|貨款|交易金額|發票金額|小計',
  paid: '已付款|已付款金额|已收款|已收款金额|已回款|已回款金额|回款|回款金额|累计回款|实际付款|实际支付|实付款|实付款金额|实付(元)|买家实付|买家实际支付金额|支付金额|实际收款|实际到账|实收(元)|实收款|实缴|实缴金额|实交|实交金额|首付|首付款|首付金额|首期款|到账|到款|到款金额|Paid Amount|Amt Paid|Payment Received|Amount Received|Received Amount|Collected|Net Paid|已付金額|已收金額|實收|實收金額|實付|實付金額|已繳金額|收款金額',
  bonus: '赠送额|赠送(元)|充值赠送|充送|赠送余额|返现|Gift Amount|贈送|贈送金額|贈點',
  discount:
    '折扣率|折扣(%)|折扣额|折扣金额|优惠额|优惠(元)|优惠券|优惠券金额|减免|减免金额|让利|让利金额|会员折扣|享受折扣|Discount %|Discount (%)|Discount Amount|Disc|Disc.|Disc %|折扣金額|折扣率(%)|優惠金額|優惠|折讓金額',
  gross:
    '原价(元)|原价总额|应收原价|指导价|厂家指导价|门市价|挂牌价|Original Price|MSRP|RRP|Retail Price|原價|定價|牌價',
  trade_in: '旧车置换|置换|置换抵扣|置换金额|旧车抵价|Trade In|Trade-in Value|舊換新|舊機折抵',
  payment:
    '支付方法|支付类型|付款渠道|支付渠道|收款渠道|结算类型|缴费方式|交费方式|缴款方式|付费方式|充值方式|按揭/全款|付款类型|全款/贷款|全款/按揭|Pay Method|Pay Type|Payment Type|Payment Mode|Mode of Payment|Paid Via|Tender|付款方法|支付方式(平台)|支付管道|付款別|收款方式|繳費方式|結帳方式(付款)',
  sales_channel:
    '下单渠道|订单渠道|订单来源|成交渠道|销售平台|下单平台|购买渠道|购买平台|购买门店|消费门店|消费店铺|所属门店|门店名称(消费)|所属店铺|开单门店|销售门店|成交门店|开卡门店|预订渠道|预定渠道|订房渠道|预订来源|网点|营业网点|分店|分店名称|分公司|校区|所属校区|院区|Sales Store|Branch|Outlet|Platform|Order Source|Sales Platform|Booking Source|Booking Channel|Campus|分店名稱|門市|門市名稱|銷售通路|購買通路|購買門市|消費門市|銷售渠道|平台來源|分行名稱',
  serial_no:
    '机器编号|设备序列号|设备编号|产品序列号|串码|手机串码|手机串号|IMEI号|IMEI码|机器序列号|机身编号|出厂编号|整机编号|车架号|车架号码|VIN|VIN码|VIN号|发动机号|底盘号|IMEI No|Serial #|Serial Num|Chassis No|Engine No|Machine No|序號(機身)|機身序號|機身號碼|引擎號碼|車身號碼',
  deal_status:
    '单据状态|支付状态|结算状态|收款状态|回款状态|回款情况|付款情况|收款情况|缴费状态|缴费情况|是否付款|是否结清|是否已付|是否到账|是否交车|发货状态|交付状态|物流状态|退款状态|售后状态|审核状态|Order State|Payment State|Invoice Status|Fulfillment Status|Shipping Status|Delivery Status|訂單狀態|付款狀態|出貨狀態|收款狀態|交易狀態',
  currency: '货币种类|币别|交易币种|结算币种|货币类型|Currency Code|Curr|Curr.|Cur|幣種|貨幣|交易幣別',
  warranty:
    '质保期|质保期限|保修期限|保修截止|质保到期|保修到期日|Warranty Period|Warranty Expiry|保固|保固期限|保固期',

  contract_no:
    '合约编号|合约号|协议号|租约编号|租约号|认购书编号|认购书号|合同编码|合同序号|合同流水号|Contract #|Contract ID|Agreement No|Lease Number|Lease ID|合約號碼|合約號|合同編號|租約編號',
  contract_on:
    '签约日|签约年月|签订时间|签订合同日期|合同签署日期|合同签订时间|合同日期|合同签约日期|签署日期|Signed On|Signed Date|Sign Date|Date Signed|Agreement Date|簽訂日期|簽約日|合約日期',
  contract_start:
    '起租时间|租赁开始日期|租赁开始时间|租赁开始|租赁起始|租赁起始日期|租期起|租期起始|租期起始日|租期开始日|租约开始|租约起始日|合同起|合同起始|合同生效日|合同生效日期|生效日期|生效日|有效期起|有效期开始|保险起期|保险生效日|起保日期|保单生效日|服务开始日期|服务开始时间|开课日期|上课开始日期|Start|Start On|From|Lease From|Lease Commencement|Lease Commencement Date|Valid From|Effective Date|Effective From|Contract Start|Contract Start Date|起租日|租期起日|合約起始日|合約開始|合約起日|生效日|租約開始日|開始日期',
  contract_end:
    '租赁结束日期|租赁结束时间|租赁结束|租赁到期|租赁到期日期|租赁截止日|租期止|租期截止|租期终止|租期结束日|租期届满|租约终止日|租约到期日|租约结束|合同止|合同终止|合同到期时间|合同结束|合同截止日期|合同届满日|失效日期|有效期|有效期至|有效期止|有效期限|有效日期|有效截止日期|保险到期|保险到期日|保险到期时间|保险止期|保险终止日|保单到期日|商业险到期|交强险到期|服务到期|服务到期日|服务到期时间|服务结束日期|会员到期|会员到期日|会员到期时间|会员有效期|会员卡到期|会员卡有效期|卡到期日|卡有效期|课程到期日|课程有效期|质押到期|贷款到期日|存款到期日|理财到期日|年检到期|Expires|Expires On|Expired Date|Exp Date|Exp. Date|End|End On|To|Until|Lease To|Lease Expiry|Lease Expiry Date|Lease End Date|Valid To|Valid Until|Valid Thru|Contract End|Contract End Date|Contract Expiry|Renewal Date|Membership Expiry|Policy Expiry|租期迄日|合約到期日|合約到期|合約結束|合約迄日|到期日期|有效日期|有效期限|會員到期日|租約到期日|截止日期|保險到期日',
  contract_term:
    '租赁期间(起止)|租赁期限(起止)|租赁起止时间|租期(起止)|租约期限|租赁合同期限|合同期|合同期限(年)|合同周期|合同有效期|合作期限|服务期限|租期(年)|租期(月)|Lease Period|Contract Period|Contract Term|Period|Tenancy Period|Duration|合約期間|合約期限|租約期|租期(起迄)|租賃期間|起迄日期',
  rent: '租金价格|租金(元/平/天)|租金(元/平米/月)|租金(元/㎡·月)|租金(元/㎡/月)|租金(元/m2/天)|日租金(元/㎡)|日租金单价|租赁单价|租赁价格|单位租金|租金水平|签约租金|签约单价|成交租金|实际租金|Rent/sqm|Rent per sqm|Unit Rent|Rent (RMB/sqm/day)|Asking Rent|Base Rent|Rent psf|租金單價|呎租|坪租',
  monthly_rent:
    '月租金额(元)|月租金(含税)|每月租金(元)|月均租金|月度租金|租金/月|租金(元/月)|租金(月)|月应收租金|Rent/Month|Rent (Monthly)|Rent per Month|Monthly Rental|Monthly Rent (RMB)|月租金額|每月租金額',
  yearly_rent:
    '年租金(元)|年租金额(元)|年度租金|租金/年|租金(元/年)|年租金合计|Rent/Year|Yearly Rent|Annual Rental|年租金額',
  deposit:
    '押金(元)|押金数额|租房押金|合同保证金|质保金|诚意金|意向金|认购金|订车定金|已付定金|定金金额|定金(元)|Deposit Amount|Deposit Paid|Rental Deposit|押金金額|保證金',
  management_fee:
    '物业费(元/㎡/月)|物业费标准|物业费单价|物业服务费|月物业费|物业费(元/月)|管理费(元/月)|Mgmt Fee|Property Fee|Property Management Fee|CAM|管理費|物業管理費',
  rent_free:
    '免租期限|免租时间|免租期(天)|免租期(月)|免租天数|装修免租期|Rent Free Period|Rent-Free Period|Fit-out Period|免租期間|裝修期',
  leased_area:
    '租赁面积(平米)|租赁面积(平方米)|租用面积|使用面积|实用面积|合同面积|承租面积(㎡)|房屋面积|房屋建筑面积|建面|建面(㎡)|建筑面积(㎡)|经营面积|营业面积|铺位面积|Area Leased|Rentable Area|Floor Area|Gross Area|Net Area|Sq Ft|Sqft|承租面積|租賃面積|建築面積|實用面積',
  floor: '楼层号|所在层|楼层/位置|层数|樓層|所在樓層',
  building:
    '楼宇名称|大厦|大厦名称|栋号|栋座|座号|楼座|楼幢|幢号|楼栋号|楼栋名称|项目/楼栋|园区|园区名称|所在楼宇|Building Name|Block|Tower/Block|大樓|大樓名稱|棟別|座數|大廈名稱',
  contract_status:
    '租约状态|租赁情况|出租情况|入住状态|在租状态|合同执行状态|保单状态|Leasing Status|Tenancy Status|Occupancy Status|合約狀態|租約狀態',
  pay_cycle:
    '租金缴纳方式|租金缴付方式|付租方式|付租周期|缴费周期|缴费频率|付款方式(押付)|押付|收租周期|租金支付周期|收租方式|Billing Cycle|Payment Frequency|Payment Schedule|付款週期|繳費週期',

  contact_on:
    '联系日|跟进日|跟踪日期|跟踪时间|访问日期|访问时间|访谈日期|访谈时间|会谈日期|洽谈日期|洽谈时间|面谈日期|面谈时间|电访日期|电访时间|外呼时间|外呼日期|通话日期|通话时间|通话开始时间|呼叫时间|来访/来电日期|来电(访)时间|咨询日期|咨询时间|问诊日期|反馈日期|反馈时间|投诉时间|报修日期|报修时间|报事时间|受理日期|受理时间|登记受理时间|服务时间|预约日期|预约时间|预订日期|预订时间|预定日期|预定时间|订位日期|订位时间|订座时间|订餐日期|订餐时间|用餐日期|用餐时间|就餐日期|就餐时间|宴会日期|宴会时间|活动日期|活动时间|到店日(预订)|Contacted On|Contacted At|Contact Time|Called On|Call Time|Called At|Follow-up Date (Actual)|Interaction Date|Event Date|Logged On|Log Date|Booking Date|Booked For|Reservation Date|Dining Date|Check In|Check-in|Check-in Date|Arrival Date|Arrival|Appointment Date|Appointment|Service Date|聯絡日期|聯絡時間|聯繫日期|跟進日期|拜訪日期|拜訪時間|訪問日期|通話時間|來電時間|來電日期|諮詢日期|預約日期|預約時間|訂位日期|訂位時間|用餐日期|用餐時間|回訪日期|服務日期|投訴日期|報修日期|入住日期',
  visit_on:
    '来店日期|来店时间|进店日期|到访登记时间|来访登记日期|来访日|到店日|首次来访时间(本次)|接待日|来客日期|来客时间|入店时间|到场时间|到场日期|看车日期|看车时间|试驾日期|试驾时间|看铺日期|看房日|带看日|带看时间/日期|就诊日期|就诊时间|到院日期|到院时间|护理日期|Date Visited|Visit On|Visit Time|Visited|Showing Date|Viewing Date|Walk-in Date|Test Drive Date|來店日期|來店時間|來訪時間|到訪日期|到訪時間|到店日期|看屋日期|睇樓日期|參觀日期|看診日期|就診日期',
  contact_time:
    '到店时刻|具体时间|到达时间|抵达时间|开始时间|预计到店时间|预计到达时间|Time of Day|Start Time|Arrival Time|Time Slot|抵達時間|開始時間',
  contact_kind:
    '来店/来电|来电/来店|来店来电|来店(电)|来店（电）|到店/来电|进店/来电|联系方法|联络方法|联系形式|跟进形式|跟进渠道|跟进途径|拜访形式|拜访类型|走访形式|走访方式|访问方式|沟通渠道|沟通形式|沟通类型|咨询方式|咨询渠道|接洽方式|到访方式|来访形式|互动方式|互动类型|活动形式|呼叫类型|通话类型|反馈渠道|受理渠道|受理方式|投诉渠道|投诉方式|报修方式|来电/来访|来访/来电|来电来访|Mode of Contact|Contact Method|Contact Mode|Communication Type|Communication Channel|Call Type|Touchpoint|聯絡方式(類別)|聯絡方法|跟進方式|拜訪方式|溝通方式|諮詢方式',
  content:
    '跟进内容/结果|跟进详情|跟进描述|跟进说明|跟进备注|跟踪内容|沟通详情|沟通情况|沟通要点|沟通主题|交流内容|交流情况|谈话内容|会谈内容|会谈纪要|会议内容|会议纪要|洽谈情况|洽谈要点|面谈内容|拜访内容|拜访情况|拜访记录|拜访总结|拜访主题|走访内容|走访情况|走访记录|访问内容|访谈内容|访谈记录|通话内容|通话记录|通话摘要|电话内容|来电内容|来电事由|来访内容|来访情况|来访事项|咨询问题|咨询事项|咨询项目|问题描述|问题内容|问题反馈|反馈内容|反馈情况|反馈问题|客户反馈内容|投诉事由|投诉问题|投诉事项内容|报修内容|报修项目|报修事项|报事内容|报事描述|故障描述|服务记录|服务描述|服务情况|服务事项|接待内容|接待情况|接待记录|事项|事项内容|主题|主要内容|详细内容|详情|具体内容|情况|情况描述|企业诉求/问题|企业需求|问题及诉求|困难诉求|意见和建议|诉求内容|Description of Contact|Discussion|Discussion Points|Meeting Notes|Meeting Minutes|Minutes|Call Notes|Call Summary|Visit Notes|Visit Summary|Topic|Message|Comments/Notes|Issue|Issue Description|Complaint Details|Talking Points|Interaction|Interaction Notes|聯絡內容|跟進內容|溝通內容|洽談內容|拜訪內容|訪談內容|諮詢內容|來電內容|通話內容|投訴內容|報修內容|服務內容|內容|內容摘要|問題描述|會議內容|處理內容|事項',
  follow_up:
    '跟进|跟踪|跟进进展|跟进进度|跟进过程|跟进历史|跟进反馈|跟踪回访|跟踪反馈|历史跟进|历史记录|联络记录|维护记录|客户维护记录|往来记录|交流记录|洽谈进展|进展|进展情况|最新进展|目前进展|当前进展|推进情况|回访1|回访2|回访3|回访内容1|一次回访|二次回访|三次回访|第一次跟进|第二次跟进|第三次跟进|第四次跟进|首次回访|再次回访|一次跟进|二次跟踪|三次跟踪|第一次跟踪|第二次跟踪|第三次跟踪|跟进3|跟进4|四访|五访|追踪|电话记录|Follow Up Notes|Follow-up Notes|Follow-up Record|Followup|Progress Notes|Activity Log|Contact History|Contact Log|Interaction History|Call Log|Latest Update|Updates|Next Steps/Notes|跟進|追蹤|跟進情況|回訪記錄|聯絡記錄|聯繫記錄|洽談記錄|歷史記錄|往來記錄|追蹤情形|最新進度',
  contact_staff:
    '联系人员(我方)|拜访员|走访人员姓名|跟进员工|接待员|接待人员姓名|接听人|接听人员|接电人|接线员|受理人|受理人员|受理客服|处理人|处理人员|回访人员|回访员|电访人|电访员|坐席|坐席姓名|外呼人员|陪访人|同访人|拜访代表|服务客服|订位员|接单员|订餐接待|Contacted By|Called By|Attended By|Received By|Follow Up By|Visited By|接待同仁|接待人員|接待|拜訪人員|拜訪人|處理人員|受理人員|客服人員|跟進人員|聯絡人員(我方)',
  next_contact:
    '下次拜访时间|下次拜访日期|下次拜访计划|下次回访时间|下次回访日期|下次跟进日期|下次跟踪时间|下次跟踪日期|下次沟通时间|下次沟通日期|下次约见|下次约见时间|下次预约|下次预约时间|下次预约日期|下次到店|下次到店时间|下次到店日期|下次来访|下次来访时间|下次就诊|复诊日期|复诊时间|下次护理时间|下次保养日期|下次保养时间|下次提醒|下次提醒时间|下次提醒日期|下次行动时间|下次行动日期|计划跟进时间|计划跟进日期|计划回访时间|计划回访日期|计划拜访时间|计划联系时间|预计跟进日期|预计下次联系|预计下次拜访|回访提醒|提醒时间|待跟进日期|跟进提醒|约访时间|Next Visit|Next Visit Date|Next Call|Next Call Date|Next Action Date|Next Contact Date|Next Follow-up Date|Next Followup|Next Meeting|Next Appointment|Reminder|Reminder Date|Follow-up Due|Due Date (Follow-up)|下次聯絡日|下次聯絡日期|下次聯絡時間|下次跟進日期|下次跟進|下次拜訪|下次拜訪日|下次拜訪日期|下次回訪|下次預約|下次預約日期|預計聯絡日|提醒日期|回診日期',
  contact_place:
    '拜访地址|见面地点|洽谈地点|会谈地点|接待地点|服务地点|活动地点|宴会地点|Meeting Place|Meeting Location|拜訪地點|會面地點|地點',
  cost: '招待费用|接待费用|费用(元)|活动费用|拜访费用|差旅费|礼品费|Expenses|費用支出|招待費',
  contact_purpose:
    '拜访目的/事由|走访目的|沟通目的|来电目的|跟进目的|到访目的|联系目的|Purpose of Visit|Visit Purpose|Reason|Reason for Call|Objective|拜訪目的|聯絡目的',
  result:
    '跟进结果/反馈|跟踪结果|沟通结果|拜访结果|拜访效果|走访结果|走访成果|洽谈结果|接待结果|回访情况/结果|通话结果|呼叫结果|处理情况|处理进度结果|处理反馈|办结情况|落实情况|答复情况|答复内容|解决情况|解决方案|处理方式|处理方案|Results|Call Result|Call Outcome|Visit Result|Disposition|Resolution|Action Taken|Follow-up Result|聯絡結果|跟進結果|拜訪結果|處理結果|處理情形|處理情況|回訪結果',
  visit_no:
    '首访/二访|首次到访|初访/复访|初复访|初访复访|新老客户|新/老客户|新客/老客|首访复访|来访类别|到访类别|到访情况|访问次数类型|初診/複診|初诊/复诊|首次/复诊|首訪/複訪|New/Return|New/Existing|New or Returning|Visit Kind|新客/舊客|首次來訪|初訪/複訪',
  companions:
    '陪同人|同行人员|同行者|随行人|陪同人员姓名|陪访人员|随同人员|来访人数(人)|到访人数|到场人数|Accompanied By|Companion|No. of Visitors|同行人員|同行人數|陪同人員|來訪人數',
  meal: '用餐时段|就餐时段|用餐类型|午餐/晚餐|早中晚|早/中/晚|班次(餐)|餐期|Meal Period|Meal Type|Lunch/Dinner|餐期時段|午市/晚市|用餐時段',
  guests:
    '预订人数|预计人数|订餐人数|宴会人数|到店人数|入住人数|出席人数|参加人数|成人数|大人数|客数|Party|# Guests|No. of Pax|No of Guests|No. of People|Number of Guests|Headcount (Guests)|Persons|People|用餐人數|訂位人數|人數|大人人數|預約人數',
  tables: '预定桌数|宴会桌数|订桌数|开席桌数|席数(桌)|No. of Tables|Number of Tables|桌數|席數',
  table:
    '桌位|桌号|桌台|餐桌号|餐位|座位|座位号|座位区|包房号|包厢号|包厢名称|包间号|包间名称|包间/桌号|厅房名称|厅名|宴会厅|房号/台号|台位|卡座|散台|Room/Table|Table Number|Seat|Seat No|Private Dining Room|Hall|桌次|桌位號|檯號|房間名稱|包廂|包廂號|座位區|場地',
  standard:
    '餐标(元/桌)|餐标(元/人)|餐标标准|人均标准|人均消费|人均消费标准|每桌价格|每桌餐标|桌餐标准|套餐标准|消费标准|宴会标准|Budget per Head|Price per Table|Per Head|Per Pax|每桌價格|每席價格|餐標|人均消費',
  booking_deposit:
    '订金(元)|预订金额|预交定金|预付定金|预付订金|预收订金|已付订金|订金金额|预收款|预收金额|预存订金|Deposit (Booking)|Advance|Advance Payment|Prepayment|Down Payment|訂金|預付訂金|已收訂金|預付款',
  booking_status:
    '订单状态(预订)|预约状态|预定状态|订位状态|到店状态|是否到场|是否到访|是否赴约|履约状态|是否入住|Show/No-show|Reservation Status|Attendance|Attended|訂位狀態|預約狀態|是否到店',
  occasion:
    '宴会性质|宴请类型|宴请性质|聚餐类型|用餐目的|用餐事由|就餐性质|活动类型(宴会)|宴会主题|Event Type|Event|Purpose (Dining)|宴會類型|宴席類型|用餐目的|聚餐性質',
  demand_type:
    '意向产品名称|意向商品|意向课程|意向班级|意向品牌|意向业态|意向区域产品|意向楼盘|意向需求|意向服务|意向项目名称|感兴趣产品|感兴趣项目|感兴趣课程|关注产品|关注车型|关注项目|咨询产品|咨询课程|咨询车型|需求车型|拟购车型|拟购产品|拟购物业|需求类别(类型)|需求项目|购房类型|需求业态|产品意向|产品需求|合作意向|Product of Interest|Interested Product|Interest Area|Inquiry Product|意向產品|有興趣產品|感興趣商品|需求類型|需求產品|詢問產品',
  budget:
    '预算(万)|预算(万元)|购车预算|装修预算|采购预算|项目预算|旅游预算|婚宴预算|可接受价格|可承受总价|可承受价格|意向总价(万)|价位|价格预算|预算价格|预算价位|需求预算|期望价格|期望价位|目标价|目标价格|总价范围|价格范围|Budget Range|Budget (USD)|Target Price|Price Budget|預算金額|預算範圍|購屋預算|預算區間|理想價位|價格區間',
  size_wanted:
    '意向面积(㎡)|需求面积(㎡)|所需面积|面积范围|面积要求|意向面积段|需求面积区间|拟租面积|拟购面积|计划面积|Area Required|Required Area|Size Required|需求坪數|需求面積|面積需求|理想坪數',
  house_type:
    '户型需求|意向户型/面积|需求户型面积|户型要求|户型图|居室|几居|几房|房屋户型|Unit Type|Room Type Wanted|Flat Type|格局|格局需求|房型|房數',
  buying_purpose:
    '买房目的|购买原因|购置目的|购置用途|使用用途|租赁用途|租房用途|购车用途|购车目的|自住/投资|投资/自住|用车用途|学习目的|Purpose of Purchase|Buying Reason|Usage|購屋目的|購買動機|購屋動機|使用用途|自住/投資',
  intent:
    '意向强度|意向强弱|意向评级|意向分级|意向情况|客户意向度|客户意向等级|客户意向级别|客户意向程度|购车意向|购买意向度|购买意向等级|签约意向|租赁意向|续租意向|续费意向|合作意愿|意愿度|意愿程度|报名意向|跟进等级|诚意等级|热度|客户热度|成交概率|成交几率|成交可能性|赢单率|Intention|Intention Level|Hot/Warm/Cold|Temperature|Win Rate|Likelihood|意向等級|購買意願|成交機率|意向程度',
  concern:
    '关注重点|关注问题|顾虑|客户顾虑|抗拒点|抗拒原因|未购原因|未成交原因分析|未签约原因|流失原因|战败原因|未报名原因|不满意点|主要抗性|痛点|需求痛点|Pain Point|Pain Points|Lost Reason|Loss Reason|Reason for Not Buying|Objections|考量因素|抗性|未成交原因|流失原因',
  buying_time:
    '意向购买时间|预计购车时间|计划购车时间|预计签约时间|预计签约日期|预计成交日期|预计成交月份|预计下单时间|拟购时间|购车时间预期|预计入住时间|预计采购时间|预计报名时间|入市时间|Expected Close|Est. Close Date|Closing Expected|Purchase Timeline|Expected Purchase|預計購買時間|預計成交日|計畫購買時間',
  satisfaction:
    '客户满意度评价|满意程度|服务满意度|回访满意度|满意度评分|满意度(1-5)|评分|评价|NPS|NPS评分|Rating Score|CSAT|滿意程度',
  relation:
    '与学员关系|与学生关系|与孩子关系|与宝宝关系|与业主关系|与户主关系|与患者关系|与投保人关系|与被保险人关系|关系(与客户)|家长关系|亲属关系|Relationship|Relation to Student|與客戶關係|與學員關係|與學生關係|關係',
  lifecycle: '客户生命周期阶段|客户类型(新/老)|客户阶段(生命周期)|会员生命周期|Life Cycle|Lifecycle|生命週期',
}
