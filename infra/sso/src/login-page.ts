import { html } from 'hono/html';
import type { SeededPerson, SignInAs } from './people.ts';

const titles: Record<SignInAs, string> = {
  personal: '个人用户登录 Personal user',
  legal: '法人用户登录 Legal person',
  staff: '工作人员登录 Staff',
};

const style = `
  body { margin: 0; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; background: #f0f3f8; color: #1d2129 }
  main { max-width: 30rem; margin: 6vh auto; background: #fff; padding: 2rem; border-radius: 8px; box-shadow: 0 1px 4px #0002 }
  h1 { font-size: 1.4rem; margin: 0 0 1rem }
  h2 { font-size: 1rem }
  .note { background: #fff7e6; border-left: 4px solid #d48806; padding: .5rem .75rem; font-size: .9rem }
  .error { background: #fff1f0; border-left: 4px solid #cf1322; padding: .5rem .75rem }
  label { display: block; margin: 1rem 0 .25rem; font-weight: 600 }
  input { width: 100%; box-sizing: border-box; font: inherit; padding: .5rem .75rem; border: 1px solid #86909c; border-radius: 4px }
  button { font: inherit; cursor: pointer }
  button[type=submit] { width: 100%; margin-top: 1.5rem; padding: .6rem; border: 0; border-radius: 4px; background: #1557b0; color: #fff }
  :focus-visible { outline: 3px solid #ffb020; outline-offset: 1px }
  ul { list-style: none; padding: 0 } li { margin: .25rem 0 }
  li button { border: 1px solid #c9cdd4; background: #f7f8fa; border-radius: 4px; padding: .25rem .6rem; width: 100%; text-align: left }`;

/** Why the form is there again: what was typed does not fit, or nothing is looked at for so long. */
type Refused = 'wrong' | { waitSeconds: number };

const explained = (refused: Refused) =>
  refused === 'wrong'
    ? html`用户名或密码不正确，或该用户不能以此身份登录。<br />Wrong user name or password, or not an account of this
        kind.`
    : html`登录失败次数过多，请在 ${Math.ceil(refused.waitSeconds / 60)} 分钟后重试。<br />Too many failed sign-ins: try
        again in ${Math.ceil(refused.waitSeconds / 60)} minutes.`;

/** The form of the stand-in, with the accounts that may sign in this way: a demonstration hides nothing. */
export const loginPage = (page: {
  as: SignInAs;
  people: readonly SeededPerson[];
  /** Of the page's policy: what is written into the page without it does not run. */
  nonce: string | undefined;
  username?: string;
  refused?: Refused;
}) =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.refused ? '错误：' : ''}${titles[page.as]} – 模拟统一身份认证</title>
        <style nonce="${page.nonce ?? ''}">
          ${style}
        </style>
      </head>
      <body>
        <main>
          <h1>${titles[page.as]}</h1>
          <p class="note">
            模拟统一身份认证，仅供演示与测试，代替国家网络身份认证。<br />
            A stand-in for the national sign-in, for demonstration and tests.
          </p>
          ${page.refused ? html`<p class="error" role="alert" id="refused">${explained(page.refused)}</p>` : ''}
          <form method="post">
            <label for="username">用户名 User name</label>
            <input
              id="username"
              name="username"
              autocomplete="username"
              required
              value="${page.username ?? ''}"
              ${page.refused ? html`aria-describedby="refused" aria-invalid="true"` : ''}
            />
            <label for="password">密码 Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required />
            <button type="submit">登录 Sign in</button>
          </form>
          <h2>演示账号 Accounts</h2>
          <ul>
            ${page.people.map(
              (one) =>
                html`<li>
                  <button type="button" data-username="${one.username}" data-password="${one.password}">
                    ${one.username} – ${one.label}
                  </button>
                </li>`,
            )}
          </ul>
        </main>
        <script nonce="${page.nonce ?? ''}">
          for (const button of document.querySelectorAll('[data-username]'))
            button.addEventListener('click', () => {
              document.getElementById('username').value = button.dataset.username;
              document.getElementById('password').value = button.dataset.password;
              document.querySelector('[type=submit]').focus();
            });
        </script>
      </body>
    </html>`;
