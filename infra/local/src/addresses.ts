import type { Ports } from './ports.table.ts';

/** What people open in a browser. */
export type PlatformUrls = Record<
  'portal' | 'publicQuery' | 'review' | 'apiDocs' | 'temporalUi' | 'minioConsole' | 'sso',
  string
>;

export function addresses(ports: Ports): PlatformUrls {
  const at = (port: number, path = '') => `http://localhost:${port}${path}`;
  return {
    portal: at(ports.gateway, '/'),
    publicQuery: at(ports.gateway, '/public'),
    review: at(ports.gateway, '/review'),
    apiDocs: at(ports.gateway, '/api/docs'),
    temporalUi: at(ports.temporalUi),
    minioConsole: at(ports.minioConsole),
    sso: at(ports.sso),
  };
}
