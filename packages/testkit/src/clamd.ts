import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClamd } from '@beian/local/servers/clamd.ts';

// In two parts: a scanner on a developer's machine should not find it in this file.
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const signatures = [`Eicar-Test-Signature:0:*:${Buffer.from(eicar).toString('hex')}`];

/** A PDF that is whole and holds the harmless test file of eicar.org, which every scanner reports. */
export function infected(pdf: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([pdf.subarray(0, 9), Buffer.from(`%${eicar}\n`), pdf.subarray(9)]));
}

/** A real clamd that knows that one signature; it can be stopped and started again at the same address. */
export async function aClamd() {
  const dataDir = await mkdtemp(join(tmpdir(), 'beian-clamd-'));
  let server = await startClamd({ dataDir, signatures });
  const { url, socketUrl, port } = server;
  return {
    url,
    socketUrl,
    stop: () => server.stop(),
    start: async () => {
      server = await startClamd({ dataDir, port, signatures });
    },
    remove: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
