import { html } from 'hono/html';
import { problems, type ProblemCode } from '@beian/contracts/problems.ts';

/** What an error code means, for who follows the `type` of a problem; undefined for a code that is not in the catalogue. */
export function problemPage(code: string) {
  if (!Object.hasOwn(problems, code)) return undefined;
  const { status, title, detail, retry } = problems[code as ProblemCode];
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title.zh} – ${code}</title>
      </head>
      <body style="font:16px/1.7 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem">
        <h1>${title.zh}</h1>
        <p>${detail.zh}</p>
        <h2 lang="en">${title.en}</h2>
        <p lang="en">${detail.en}</p>
        <p>
          <code>${code}</code> · HTTP ${status} · ${retry ? '可稍后重试 try again later' : '请先修正 mend it first'}
        </p>
      </body>
    </html>`;
}
