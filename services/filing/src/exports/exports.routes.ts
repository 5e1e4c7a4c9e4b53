import { createRoute, z } from '@hono/zod-openapi';
import { FilingExportQuery, StatisticsExportQuery, TaskExportQuery } from '@beian/contracts/exports.ts';
import { createRoutes, problemResponses } from '@beian/service-kit/create-app.ts';
import type { Deps } from '../deps.ts';
import { exportFilings } from './export-filings.ts';
import { exportStatistics } from './export-statistics.ts';
import { exportTasks } from './export-tasks.ts';
import { writeSheet } from './write-sheet.ts';

const tags = ['review'];
const file = z.string().meta({ format: 'binary' });
const responses = {
  200: {
    description: 'a CSV file or an Excel workbook',
    content: {
      'text/csv': { schema: file },
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: file },
    },
  },
  ...problemResponses(
    'auth.required',
    'auth.forbidden',
    'request.invalid',
    'not-found',
    'export.too-large',
    'upstream.unavailable',
  ),
};
const tasks = createRoute({
  method: 'get',
  path: '/api/review/exports/tasks',
  tags,
  summary: '导出审核任务',
  request: { query: TaskExportQuery },
  responses,
});
const filings = createRoute({
  method: 'get',
  path: '/api/review/exports/filings',
  tags,
  summary: '导出备案清单',
  request: { query: FilingExportQuery },
  responses,
});
const statistics = createRoute({
  method: 'get',
  path: '/api/review/exports/statistics',
  tags,
  summary: '导出统计',
  request: { query: StatisticsExportQuery },
  responses,
});

/** Routes of what staff export (I42). */
export const exportsRoutes = (deps: Deps) =>
  createRoutes()
    .openapi(tasks, async (c) => {
      const query = c.req.valid('query');
      return writeSheet(await exportTasks(deps, c.var, query), query.format);
    })
    .openapi(filings, async (c) => {
      const query = c.req.valid('query');
      return writeSheet(await exportFilings(deps, c.var, query), query.format);
    })
    .openapi(statistics, async (c) => {
      const query = c.req.valid('query');
      return writeSheet(await exportStatistics(deps, c.var, query), query.format);
    });
