import { createRoute, type z } from '@hono/zod-openapi';
import { EmailVerification, NotificationSettings, NotificationSettingsInput } from '@beian/contracts/notifications.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { readSettings } from './read-settings.ts';
import { saveSettings } from './save-settings.ts';
import { sendCodeAgain } from './send-code.ts';
import { verifyEmail } from './verify-email.ts';

const tags = ['notification-settings'];
const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true as const, content: { 'application/json': { schema } } },
});
const settings = {
  200: { description: 'the settings', content: { 'application/json': { schema: NotificationSettings } } },
};
const invalid = ['auth.required', 'auth.forbidden', 'request.malformed', 'request.invalid'] as const;

const show = createRoute({
  method: 'get',
  path: '/api/notification-settings',
  tags,
  summary: '通知设置',
  responses: { ...settings, ...problemResponses('auth.required', 'auth.forbidden') },
});
const save = createRoute({
  method: 'put',
  path: '/api/notification-settings',
  tags,
  summary: '保存通知设置',
  request: body(NotificationSettingsInput),
  responses: { ...settings, ...problemResponses(...invalid, 'email.unavailable', 'email.code-too-soon') },
});
const code = createRoute({
  method: 'post',
  path: '/api/notification-settings/code',
  tags,
  summary: '重新发送邮箱验证码',
  responses: {
    ...settings,
    ...problemResponses(
      'auth.required',
      'auth.forbidden',
      'email.unavailable',
      'email.nothing-to-verify',
      'email.code-too-soon',
    ),
  },
});
const verify = createRoute({
  method: 'post',
  path: '/api/notification-settings/verification',
  tags,
  summary: '验证邮箱',
  request: body(EmailVerification),
  responses: { ...settings, ...problemResponses(...invalid, 'email.nothing-to-verify') },
});

/** Routes of /api/notification-settings: for filers, whom alone the platform writes to. */
export const settingsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(show, async (c) => c.json(await readSettings(deps, c.var.actor), 200))
    .openapi(save, async (c) => c.json(await saveSettings(deps, c.var.actor, c.req.valid('json')), 200))
    .openapi(code, async (c) => c.json(await sendCodeAgain(deps, c.var.actor), 200))
    .openapi(verify, async (c) => c.json(await verifyEmail(deps, c.var.actor, c.req.valid('json')), 200));
