import { createRoute, z } from '@hono/zod-openapi';
import { CalendarDay, CalendarQuery, CalendarYear, SetCalendarDay } from '@beian/contracts/calendar.ts';
import { CalendarDate } from '@beian/contracts/common.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { calendarYear } from './read-calendar.ts';
import { clearCalendarDay, setCalendarDay } from './set-calendar-day.ts';

const tags = ['calendar'];
const params = z.object({ date: CalendarDate });
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });

const show = createRoute({
  method: 'get',
  path: '/api/calendar',
  tags,
  summary: '工作日历',
  request: { query: CalendarQuery },
  responses: {
    200: { description: 'the days that are not as their day of the week says', content: json(CalendarYear) },
    ...problemResponses('request.invalid'),
  },
});
const set = createRoute({
  method: 'put',
  path: '/api/calendar/{date}',
  tags,
  summary: '设置工作日历',
  request: { params, body: { required: true, content: json(SetCalendarDay) } },
  responses: {
    200: { description: 'the day', content: json(CalendarDay) },
    ...problemResponses('auth.required', 'auth.forbidden', 'request.invalid', 'request.malformed'),
  },
});
const clear = createRoute({
  method: 'delete',
  path: '/api/calendar/{date}',
  tags,
  summary: '恢复默认工作日历',
  request: { params },
  responses: {
    204: { description: 'as the notice says' },
    ...problemResponses('auth.required', 'auth.forbidden', 'request.invalid'),
  },
});

/** Routes of /api/calendar. Reading is for everybody: filers count working days too. */
export const calendarRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(show, async (c) => c.json(await calendarYear(deps, c.req.valid('query').year), 200))
    .openapi(set, async (c) =>
      c.json(await setCalendarDay(deps, c.var.actor, c.req.valid('param').date, c.req.valid('json')), 200),
    )
    .openapi(clear, async (c) => {
      await clearCalendarDay(deps, c.var.actor, c.req.valid('param').date);
      return c.body(null, 204);
    });
