import { Link, useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { problems, type ProblemCode } from '@beian/contracts/problems.ts';
import { NextLink } from '@beian/ui/frame/next-link.tsx';
import { Page } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { useMe } from '@beian/ui/session/session.tsx';
import { SignInButtons } from '../frame/portal-frame.tsx';
import { portal } from '../frame/texts.ts';
import { HomeCounts } from './home-counts.tsx';

const texts = {
  title: { zh: '公共安全视频图像信息系统备案', en: 'Filing of public-safety video systems' },
  who: {
    zh: '在公共场所安装并使用图像采集设备的管理单位，应当自系统投入使用之日起三十日内，向所在地县级人民政府公安机关备案（条例第十四条）。',
    en: 'Whoever runs cameras in public places files each system with the public security organ of its county within 30 days of first use (art. 14).',
  },
  start: { zh: '开始备案登记', en: 'Start a registration' },
  startText: {
    zh: '准备好营业执照或法人登记证书、授权书（加盖公章，每份小于 100KB）和图像采集设备信息表。',
    en: 'Have the licence or certificate, the authorisation (sealed, each under 100 KB) and the device table at hand.',
  },
  templates: { zh: '下载模板和须知', en: 'Templates and notice' },
  table: { zh: '图像采集设备信息表模板', en: 'Device table template' },
  authorisation: { zh: '委托办理备案登记授权书模板', en: 'Template of the authorisation' },
  notice: { zh: '备案须知', en: 'Filing notice' },
  materials: { zh: '材料模板（样例）', en: 'Samples of the materials' },
  offline: { zh: '线下办理材料', en: 'Papers for filing in person' },
  public: { zh: '查询已备案的系统', en: 'Look up filed systems' },
  publicText: {
    zh: '任何人都可以按统一社会信用代码查询已完成备案的编号。',
    en: 'Anybody can look up the numbers of completed filings by credit code.',
  },
  appealText: {
    zh: '无法注册登录、备案信息归属有争议等特殊情况，可以申诉。',
    en: 'When you cannot sign in, when it is disputed whose a filing is, and the like.',
  },
  appeal: { zh: '登录后申诉', en: 'Appeal with your account' },
  publicAppeal: { zh: '无法登录，不登录申诉', en: 'Appeal without signing in' },
  trackAppeal: { zh: '查询申诉进度', en: 'Follow an appeal' },
  allTemplates: { zh: '全部模板和版本', en: 'All templates and their versions' },
  help: { zh: '公告和帮助', en: 'Notices and help' },
  signIn: { zh: '登录', en: 'Sign in' },
} as const;
const templates = [
  ['device-table', texts.table],
  ['registration-authorisation', texts.authorisation],
  ['filing-notice', texts.notice],
  ['material-templates', texts.materials],
  ['offline-templates', texts.offline],
] as const;

/** What one can do here, and the doors. */
export function HomePage() {
  const t = useText();
  const me = useMe();
  const { problem } = useSearch({ strict: false }) as { problem?: string };
  const known =
    problem !== undefined && Object.hasOwn(problems, problem) ? problems[problem as ProblemCode] : undefined;
  return (
    <Page title={t(texts.title)} system={t(portal.home)}>
      {known && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t(known.title)}
          description={t(known.detail)}
          style={{ marginBottom: 20 }}
        />
      )}
      <p style={{ maxWidth: '60em' }}>{t(texts.who)}</p>
      {me.data === null && (
        <section className="panel" aria-labelledby="home-sign-in">
          <h2 id="home-sign-in">{t(texts.signIn)}</h2>
          <SignInButtons />
        </section>
      )}
      {me.data && me.data.kind !== 'staff' && <HomeCounts />}
      <section className="panel" aria-labelledby="home-register">
        <h2 id="home-register">{t(portal.register)}</h2>
        <p>{t(texts.startText)}</p>
        <NextLink to="/registration">{t(texts.start)}</NextLink>
      </section>
      <section className="panel" aria-labelledby="home-templates">
        <h2 id="home-templates">{t(texts.templates)}</h2>
        <ul>
          {templates.map(([name, label]) => (
            <li key={name}>
              <a href={`/api/templates/${name}`} download>
                {t(label)}
              </a>
            </li>
          ))}
        </ul>
        <Link to="/public/downloads">{t(texts.allTemplates)}</Link>
      </section>
      <section className="panel" aria-labelledby="home-appeal">
        <h2 id="home-appeal">{t(portal.appeal)}</h2>
        <p>{t(texts.appealText)}</p>
        <ul>
          <li>
            <Link to="/appeals/new">{t(texts.appeal)}</Link>
          </li>
          <li>
            <Link to="/public/appeal">{t(texts.publicAppeal)}</Link>
          </li>
          <li>
            <Link to="/public/appeal/tracking">{t(texts.trackAppeal)}</Link>
          </li>
        </ul>
      </section>
      <section className="panel" aria-labelledby="home-public">
        <h2 id="home-public">{t(portal.publicQuery)}</h2>
        <p>{t(texts.publicText)}</p>
        <Link to="/public">{t(texts.public)}</Link>
      </section>
      <section className="panel" aria-labelledby="home-help">
        <h2 id="home-help">{t(texts.help)}</h2>
        <ul>
          <li>
            <Link to="/public/notices">{t(portal.notices)}</Link>
          </li>
          <li>
            <Link to="/public/faq">{t(portal.faq)}</Link>
          </li>
        </ul>
      </section>
    </Page>
  );
}
