/** How somebody signs in: the buttons of the portal and of the approval UI. */
export type SignInAs = 'personal' | 'legal' | 'staff';

/** What the national sign-in would say of a person. Invented people; the numbers have valid check characters and belong to nobody. */
export type PersonClaims = {
  sub: string;
  name: string;
  phone_number: string;
  id_number: string;
  /** Legal persons: credit code and name of the unit. */
  uscc?: string;
  org_name?: string;
  /** Staff: number, roles and organ. */
  staff_no?: string;
  roles?: string[];
  organ_code?: string;
};
export type SeededPerson = { username: string; password: string; as: SignInAs; label: string; claims: PersonClaims };

const password = 'beian-demo';

const person = (as: SignInAs, username: string, label: string, claims: Omit<PersonClaims, 'sub'>): SeededPerson => ({
  username,
  password,
  as,
  label,
  claims: { sub: `seed-${username}`, ...claims },
});

const staff = (
  username: string,
  label: string,
  [organ_code, staff_no, role]: [string, string, string],
  [name, phone_number, id_number]: [string, string, string],
): SeededPerson =>
  person('staff', username, label, { name, phone_number, id_number, staff_no, roles: [role], organ_code });

/** Everybody who can sign in to a fresh platform. */
export const seededPeople: readonly SeededPerson[] = [
  person('personal', 'zhangwei', '张伟 个人用户 Personal user', {
    name: '张伟',
    phone_number: '13800138001',
    id_number: '440305198803120011',
  }),
  person('personal', 'lina', '李娜 个人用户 Personal user', {
    name: '李娜',
    phone_number: '13800138002',
    id_number: '350102199207050021',
  }),
  person('legal', 'legal-fz', '福州云图科技有限公司 法人用户 Legal person', {
    name: '林国栋',
    phone_number: '13800138003',
    id_number: '350100197909230033',
    uscc: '91350100M000100Y43',
    org_name: '福州云图科技有限公司',
  }),
  person('legal', 'legal-cs', '长沙岳麓智联有限公司 法人用户 Legal person', {
    name: '周敏',
    phone_number: '13800138004',
    id_number: '430104198311180043',
    uscc: '91110000101623741K',
    org_name: '长沙岳麓智联有限公司',
  }),
  staff(
    'reviewer-nanshan-1',
    '南山分局 审核员 Reviewer',
    ['440305', '440305-001', 'reviewer'],
    ['陈晓峰', '13800138011', '440305198506201018'],
  ),
  staff(
    'reviewer-nanshan-2',
    '南山分局 审核员 Reviewer',
    ['440305', '440305-002', 'reviewer'],
    ['黄丽华', '13800138012', '440305199001011029'],
  ),
  staff(
    'senior-nanshan',
    '南山分局 复核员 Senior reviewer',
    ['440305', '440305-003', 'senior_reviewer'],
    ['梁志强', '13800138013', '440305197804301039'],
  ),
  staff(
    'reviewer-futian-1',
    '福田分局 审核员 Reviewer',
    ['440304', '440304-001', 'reviewer'],
    ['吴思远', '13800138014', '440304198708151040'],
  ),
  staff(
    'supervisor-shenzhen',
    '深圳市公安局 督办员 Supervisor',
    ['440300', '440300-001', 'supervisor'],
    ['何文斌', '13800138015', '440300197602021053'],
  ),
  staff(
    'auditor-gd',
    '广东省公安厅 审计员 Auditor',
    ['440000', '440000-001', 'auditor'],
    ['罗家明', '13800138016', '440106197309141061'],
  ),
  staff(
    'operator',
    '公安部 运维员 Operator',
    ['000000', '000000-001', 'operator'],
    ['郑凯', '13800138017', '110108198207071075'],
  ),
  staff(
    'editor',
    '公安部 内容编辑 Content editor',
    ['000000', '000000-002', 'content_editor'],
    ['沈书宁', '13800138018', '110102198811191083'],
  ),
];
