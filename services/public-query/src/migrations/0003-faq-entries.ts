import type { FaqInput } from '@beian/contracts/content.ts';

/** What people ask first, from the manual (V2.0, April 2025) and the regulation (State Council Order 799). */
export const faqEntries: readonly FaqInput[] = [
  {
    category: 'duty',
    question: { zh: '哪些单位需要备案？', en: 'Who has to file?' },
    answer: {
      zh: '按照《公共安全视频图像信息系统管理条例》第七条建设公共安全视频系统的政府有关部门，以及对相应场所负有经营管理责任的单位（统称系统管理单位）应当备案。场所包括：商贸中心、会展中心、旅游景区、文化体育娱乐场所、教育机构、医疗机构、政务服务大厅、公园、公共停车场等人员聚集场所；口岸、机场、港口客运站、铁路和汽车客运站、城市轨道交通站等交通枢纽；大中型公共交通工具；高速公路和普通国省干线的服务区。\n\n条例第九条规定的其他公共场所的系统没有备案义务，但仍须遵守条例的其他规定。',
      en: 'Government departments and units that run a place named in article 7 of the regulation and operate a public-safety video system there: places where people gather, such as shopping and exhibition centres, sights, cultural, sports and entertainment venues, schools, hospitals, service halls, parks and public car parks; transport hubs; large and medium public vehicles; service areas of motorways and trunk roads.\n\nSystems in other public places (article 9) need no filing, but the other rules of the regulation hold for them too.',
    },
  },
  {
    category: 'duty',
    question: { zh: '什么时候备案？向谁备案？收费吗？', en: 'When and with whom do I file? Does it cost anything?' },
    answer: {
      zh: '应当在系统投入使用之日起 30 日内，向所在地县级人民政府公安机关备案。2025 年 4 月 1 日条例施行前已经启用的系统，应当在施行之日起 90 日内备案。备案事项发生变化的，应当及时办理变更（条例第十四条）。\n\n备案不收取任何费用。',
      en: 'Within 30 days of first use, with the public security organ of the county where the system is. Systems already in use on 1 April 2025, when the regulation came into force, were to be filed within 90 days of that day. Changes are filed without delay (article 14).\n\nFiling is free of charge.',
    },
  },
  {
    category: 'duty',
    question: { zh: '不备案或者提供虚假备案信息有什么后果？', en: 'What if I do not file, or file something false?' },
    answer: {
      zh: '由公安机关责令限期改正；拒不改正的，处 1 万元以下罚款（条例第二十九条）。系统管理单位应当对备案信息的真实性负责（条例第十四条）。',
      en: 'The public security organ sets a time to put it right; whoever refuses is fined up to 10,000 yuan (article 29). The managing unit answers for the truth of what it files (article 14).',
    },
  },
  {
    category: 'duty',
    question: {
      zh: '视频要保存多久？哪些地方不能安装？',
      en: 'How long are recordings kept? Where are cameras forbidden?',
    },
    answer: {
      zh: '视频图像信息应当保存不少于 30 日；30 日后，已经实现处理目的的应当删除。法律、行政法规另有规定的，从其规定（条例第十七条）。\n\n禁止在客房或者包间内部，宿舍房间内部，公共的浴室、卫生间、更衣室、哺乳室、试衣间内部，以及能够拍摄、窥视、窃听他人隐私的其他区域、部位安装（条例第八条）。安装位置应当设置显著的提示标识（条例第十三条）。',
      en: 'At least 30 days; after that, what has served its purpose is deleted, unless other laws say otherwise (article 17).\n\nCameras are forbidden inside guest rooms and private dining rooms, dormitory rooms, public baths, toilets, changing, nursing and fitting rooms, and wherever they could film or overhear private life (article 8). Conspicuous signs are required (article 13).',
    },
  },
  {
    category: 'account',
    question: {
      zh: '怎样注册和登录？个人用户和法人用户有什么区别？',
      en: 'How do I register and sign in? Personal user or legal person?',
    },
    answer: {
      zh: '账号在公安部“互联网+政务服务”平台（https://ywtb.mps.gov.cn）注册。在本平台首页选择【个人用户登录】或者【法人用户登录】，将跳转至该平台登录。\n\n两类用户都可以为本单位或者委托授权单位办理。法人用户为本单位办理登记、变更和注销时不需要上传授权书；个人用户办理时，需上传加盖公章的授权书。',
      en: 'Accounts are registered on the ministry’s service platform (https://ywtb.mps.gov.cn). Choose one of the two sign-in buttons on the home page: you are taken there and come back signed in.\n\nBoth kinds of user file for their own unit or for one that has authorised them. A legal person needs no authorisation letter for its own unit; a personal user uploads a sealed one.',
    },
  },
  {
    category: 'registration',
    question: { zh: '备案登记怎样办理？', en: 'How do I register a system?' },
    answer: {
      zh: '登录后点击【备案登记】：\n\n一、选择已有单位，或者使用新单位登记，填写统一社会信用代码、单位类型和单位名称，上传加盖公章的附件。\n\n二、填写系统信息，下载《图像采集设备信息表》填写后上传。\n\n三、核对无误后点击【提交】；同一单位还有其他系统的，可以提交并登记下一条。\n\n填写内容自动保存为草稿，保留 45 天。',
      en: 'Sign in and choose “Register”:\n\n1. Choose a unit you have filed for before, or enter a new one with its credit code, type and name, and upload the sealed papers.\n\n2. Describe the system, download the device table, fill it in and upload it.\n\n3. Check and submit; a further system of the same unit can follow at once.\n\nWhat you type is kept as a draft for 45 days.',
    },
  },
  {
    category: 'registration',
    question: {
      zh: '提交以后多久有结果？被退回补正怎么办？',
      en: 'How long does it take? What if it is returned to me?',
    },
    answer: {
      zh: '平台的服务承诺是 5 个工作日内审核，进度可以在【业务查询】中查看；法律没有规定审核期限。\n\n被退回的，审核人员会一次性告知需要修改的内容、存在的问题和修改建议。请在 10 个工作日内只修改告知的内容后重新提交；可以申请延期一次。逾期未补正的，本次申请终止，可以重新登记。',
      en: 'The platform promises a review within 5 working days; “My applications” shows where it stands. The law sets no time for the review.\n\nA return tells you everything at once: which fields, what is wrong and what to do. Correct those fields within 10 working days and submit again; you may ask once for more time. After that the application ends, and you may register anew.',
    },
  },
  {
    category: 'materials',
    question: { zh: '需要准备哪些材料？', en: 'Which papers do I need?' },
    answer: {
      zh: '一、加盖公章的《营业执照复印件》（企业、个体工商户、农民专业合作社）或者《法人登记证书复印件》（机关、事业单位、社会团体等）。\n\n二、个人用户办理，或者为其他单位办理的，加盖公章的授权书。\n\n三、《图像采集设备信息表》，每台设备一行。\n\n各种授权书、移交申请表和设备信息表的模板可以在【下载】页面获取，不需要登录。',
      en: '1. A sealed copy of the business licence (enterprises, individual businesses, cooperatives) or of the legal-person certificate (organs, institutions, associations).\n\n2. A sealed authorisation letter, when a personal user files or when you file for another unit.\n\n3. The device table, one row per device.\n\nTemplates of all letters, of the transfer form and of the device table are under “Downloads”, without sign-in.',
    },
  },
  {
    category: 'materials',
    question: {
      zh: '文件提示不能超过 100KB，怎样处理？',
      en: 'My file is refused because of 100 KB. What can I do?',
    },
    answer: {
      zh: '单位附件、授权书和移交申请表每个文件应小于 100KB（102,400 字节），支持 PDF、PNG、JPEG。上传图片时页面会自动压缩，请确认印章清晰；PDF 请用较低的分辨率或者黑白方式重新扫描。\n\n设备信息表应小于 5MB，申诉证明材料应小于 10MB。',
      en: 'Unit papers, authorisations and the transfer form must each be smaller than 100 KB (102,400 bytes), as PDF, PNG or JPEG. Pictures are made smaller by the page itself: check that the seal is still legible. Scan a PDF again with a lower resolution or in black and white.\n\nThe device table may have up to 5 MB, evidence of an appeal up to 10 MB.',
    },
  },
  {
    category: 'materials',
    question: { zh: '图像采集设备信息表怎样填写？', en: 'How do I fill in the device table?' },
    answer: {
      zh: '下载 xlsx 模板，在“设备信息”工作表中每台设备填写一行，带星号的列必填，有下拉列表的列请从中选择；“填写示例”工作表供参考，不会被读取。不要改动表头，不要合并单元格或者使用公式。\n\n行数应与填报的设备数量一致。上传后页面逐格检查，指出单元格、问题和修改方法。',
      en: 'Download the xlsx template and fill in one row per device on the first sheet. Starred columns are required; columns with a drop-down take one of its values. The second sheet holds examples and is never read. Leave the headings alone, merge no cells and use no formulas.\n\nThe number of rows must be the number of devices that you declare. The page checks every cell and says which one is wrong and how to mend it.',
    },
  },
  {
    category: 'registration',
    question: { zh: '可以不在网上、到窗口办理吗？', en: 'Can I file on paper?' },
    answer: {
      zh: '可以。请在【下载】页面下载《系统线下备案材料模板》，填写《备案基本信息表》并加盖公章，连同营业执照或者法人登记证书复印件、授权书、设备信息表和经办人身份证件，交所在地县级公安机关或者政务服务中心窗口。',
      en: 'Yes. Download the templates for filing on paper, fill in and seal the basic form, and take it with the licence or certificate, the authorisation, the device table and your identity card to the public security organ of the county or its service centre.',
    },
  },
  {
    category: 'query',
    question: {
      zh: '业务查询、备案信息查询和公共查询有什么区别？',
      en: 'Applications, filings, public query: what is the difference?',
    },
    answer: {
      zh: '【业务查询】查看本用户提交的各项业务和审核详情，可以按社会信用代码、系统名称、业务类型任意组合查询。\n\n【备案信息查询】查看本用户持有的备案，需要同时填写社会信用代码和系统名称；安全负责人的姓名和手机号脱敏显示。\n\n【公共查询】不需要登录，输入统一社会信用代码并完成验证后，可以查到该单位所有已完成备案的编号。',
      en: '“My applications” shows what you have submitted and how it was reviewed, by any of credit code, system name and kind.\n\n“My filings” shows the filings that you hold, by credit code and system name together; the name and phone of the safety officer are masked.\n\nThe public query needs no sign-in: a credit code and a captcha bring the numbers of all completed filings of that unit.',
    },
  },
  {
    category: 'change',
    question: {
      zh: '备案信息变化了怎样变更？可以变更哪些内容？',
      en: 'How do I change a filing? What can be changed?',
    },
    answer: {
      zh: '点击【变更】，输入备案编号，依次修改单位信息和系统信息，填写变更说明；个人用户上传加盖公章的《委托办理备案变更授权书》。经审核通过后变更生效。变更内容适用多条备案的，可以一并修改。\n\n可以变更：单位名称、单位负责人姓名、系统名称、所在地址、图像采集设备数量、是否具备抓拍图片功能、视频图像信息存储期限、安全负责人姓名和手机号、图像采集设备信息、备注信息。统一社会信用代码、单位类型和备案编号不能变更。',
      en: 'Choose “Change”, give the filing number, edit the unit and the system and say why; a personal user uploads the sealed authorisation to change. It takes effect when it is approved. One change may cover several filings.\n\nYou can change: name and head of the unit, name and address of the system, number of devices, whether they take snapshots, storage time, name and phone of the safety officer, the device table and the remarks. The credit code, the unit’s type and the filing number stay.',
    },
  },
  {
    category: 'cancellation',
    question: { zh: '系统拆除了，怎样注销备案？', en: 'The system was removed. How do I cancel its filing?' },
    answer: {
      zh: '点击【注销】，输入备案编号和注销原因；个人用户上传加盖公章的《委托办理备案注销授权书》，法人用户不需要。提交时再次确认，审核通过后生效。\n\n注销不能恢复，公共查询不再显示该编号；备案记录保留，持有人仍可查看。',
      en: 'Choose “Cancel a filing”, give the number and the reason; a personal user uploads the sealed authorisation to cancel, a legal person needs none. You are asked once more before it is sent, and it takes effect when it is approved.\n\nIt cannot be undone: the number leaves the public query. The record stays and its holder can still see it.',
    },
  },
  {
    category: 'transfer',
    question: { zh: '怎样把备案移交给他人？', en: 'How do I transfer a filing to somebody else?' },
    answer: {
      zh: '移出方点击【移交】，输入备案编号、移入人姓名、移入人身份证号码和移交说明，上传加盖公章的《备案移交申请表》。\n\n经审核通过后，移入人登录本平台，在【移交接收】中选择【接收】或者【拒绝接收】。移入人接收后移交完成，移出方不再具有该备案的操作权限。',
      en: 'Choose “Transfer”, give the filing number, the name and ID number of the person who takes it over and the reason, and upload the sealed transfer form.\n\nOnce it is approved, that person signs in and accepts or declines under “Incoming transfers”. On acceptance the filing is theirs, and you can no longer act on it.',
    },
  },
  {
    category: 'appeal',
    question: {
      zh: '遇到登录问题或者备案归属争议，怎样申诉？',
      en: 'I cannot sign in, or a filing of mine belongs to somebody else. How do I appeal?',
    },
    answer: {
      zh: '点击【申诉】，填写备案编号和申诉说明，上传加盖公章的证明材料（小于 10MB）后提交。不能登录的，可以使用免登录的申诉入口，凭查询码查看结果。',
      en: 'Choose “Appeal”, give the filing number and what happened, and upload sealed evidence smaller than 10 MB. If you cannot sign in, use the appeal without sign-in: a tracking code shows you the outcome.',
    },
  },
];
